package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Answer;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Validators;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.FurtherPages;
import dev.assay.ingest.input.Given;
import dev.assay.store.ArticleTable;
import dev.assay.store.Store;
import dev.assay.store.source.RecheckTable.Recheck;
import dev.assay.store.source.SourceTable.Followed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for articles again, to see whether their source changed them without a word: a changed text
/// becomes the article's next revision.
final class Rechecks {

  /// After the first fetch.
  static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(8),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(30));

  private final Store store;
  private final Requests requests;
  private final FurtherPages further;
  private final Supplier<Ingest> ingest;
  private final InstantSource clock;

  Rechecks(
      Store store,
      Requests requests,
      FurtherPages further,
      Supplier<Ingest> ingest,
      InstantSource clock) {
    this.store = store;
    this.requests = requests;
    this.further = further;
    this.ingest = ingest;
    this.clock = clock;
  }

  /// The first look at an article that was just fetched.
  static Recheck first(ArticleId id, RawDocument document) {
    return new Recheck(
        id,
        Objects.requireNonNull(document.address()),
        document.fetchedAt(),
        0,
        document.fetchedAt().plus(STEPS.getFirst()),
        document.headers().get("etag"),
        document.headers().get("last-modified"));
  }

  /// Those that are due.
  List<Recheck> due(int limit) {
    return store.read(session -> session.rechecks().due(clock.instant(), limit));
  }

  /// Asks for one article again, in the manner of the source that named it. One that is gone or
  /// fails keeps its text and goes on to its next step; a site that wants to be left alone is.
  void run(Recheck recheck) {
    Validators known = new Validators(recheck.etag(), recheck.lastModified());
    FetchRequest request = request(recheck);
    switch (requests.ask(request.unless(known), Steps.UNHEARD)) {
      case FetchResult.NotModified(Answer answer) -> {
        Instant now = clock.instant();
        store.change(session -> session.articles().seen(recheck.article(), now));
        next(recheck, known.updatedBy(answer.validators()));
      }
      case FetchResult.Fetched(RawDocument document, Answer answer) -> {
        again(recheck, further.whole(document, request));
        next(recheck, answer.validators());
      }
      case FetchResult.Refused _ -> next(recheck, known);
      case FetchResult.Failed failed -> {
        Duration wait = failed.retryAfter();
        if (wait != null && wait.isPositive()) {
          put(recheck, recheck.step(), clock.instant().plus(wait), known);
        } else {
          next(recheck, known);
        }
      }
    }
  }

  private FetchRequest request(Recheck recheck) {
    return store
        .<Optional<Followed>>read(session -> session.sources().thatNamed(recheck.article()))
        .map(followed -> requests.page(followed.source(), recheck.address()))
        .orElseGet(() -> FetchRequest.page(recheck.address()));
  }

  private void again(Recheck recheck, RawDocument document) {
    Optional<ArticleTable.Origin> origin =
        store.read(session -> session.articles().origin(recheck.article()));
    if (origin.isEmpty()) {
      return; // deleted meanwhile
    }
    Map<String, String> headers = new HashMap<>(origin.get().headers());
    headers.putAll(document.headers());
    RawDocument known =
        new RawDocument(
            origin.get().identity(),
            document.address(),
            document.mediaType(),
            document.bytes(),
            headers,
            document.fetchedAt());
    List<Given> given = List.of(new Given.Document(known));
    ingest.get().run(given.iterator(), (_, _) -> {});
  }

  private void next(Recheck recheck, Validators validators) {
    int step = recheck.step() + 1;
    if (step >= STEPS.size()) {
      store.change(session -> session.rechecks().remove(recheck.article()));
      return;
    }
    Instant due = recheck.firstAt().plus(STEPS.get(step));
    Instant soonest = clock.instant().plus(STEPS.getFirst());
    put(recheck, step, due.isBefore(soonest) ? soonest : due, validators);
  }

  private void put(Recheck recheck, int step, Instant due, Validators validators) {
    Recheck next =
        new Recheck(
            recheck.article(),
            recheck.address(),
            recheck.firstAt(),
            step,
            due,
            validators.etag(),
            validators.lastModified());
    store.change(session -> session.rechecks().put(next));
  }
}
