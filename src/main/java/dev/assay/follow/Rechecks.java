package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Answer;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Validators;
import dev.assay.ingest.FurtherPages;
import dev.assay.ingest.Given;
import dev.assay.ingest.Ingest;
import dev.assay.store.ArticleTable;
import dev.assay.store.RecheckTable.Recheck;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for articles again, to see whether their source changed them without a word: a changed text
/// becomes the article's next revision.
public final class Rechecks {

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
  private final Fetcher fetcher;
  private final FurtherPages further;
  private final Supplier<Ingest> ingest;
  private final InstantSource clock;

  Rechecks(Store store, Fetcher fetcher, Supplier<Ingest> ingest, InstantSource clock) {
    this.store = store;
    this.fetcher = fetcher;
    this.further = new FurtherPages(fetcher);
    this.ingest = ingest;
    this.clock = clock;
  }

  /// The first look at an article that was just fetched.
  static Recheck first(ArticleId id, RawDocument document) {
    return new Recheck(
        id,
        java.util.Objects.requireNonNull(document.address()),
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

  /// Asks for one article again. One that is gone or fails keeps its text and goes on to its next
  /// step.
  void run(Recheck recheck) {
    FetchRequest request =
        FetchRequest.page(recheck.address())
            .unless(new Validators(recheck.etag(), recheck.lastModified()));
    switch (fetcher.fetch(request)) {
      case FetchResult.NotModified(Answer answer) -> {
        Instant now = clock.instant();
        store.change(session -> session.articles().seen(recheck.article(), now));
        next(
            recheck,
            new Validators(recheck.etag(), recheck.lastModified()).updatedBy(answer.validators()));
      }
      case FetchResult.Fetched(RawDocument document, Answer answer) -> {
        again(recheck, further.whole(document));
        next(recheck, answer.validators());
      }
      case FetchResult.Refused _, FetchResult.Failed _ ->
          next(recheck, new Validators(recheck.etag(), recheck.lastModified()));
    }
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
    store.change(
        session -> {
          if (step >= STEPS.size()) {
            session.rechecks().remove(recheck.article());
            return;
          }
          Instant due = recheck.firstAt().plus(STEPS.get(step));
          Instant soonest = clock.instant().plus(STEPS.getFirst());
          session
              .rechecks()
              .put(
                  new Recheck(
                      recheck.article(),
                      recheck.address(),
                      recheck.firstAt(),
                      step,
                      due.isBefore(soonest) ? soonest : due,
                      validators.etag(),
                      validators.lastModified()));
        });
  }
}
