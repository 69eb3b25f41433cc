package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.follow.Rounds.Taken;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.OneByOne;
import dev.assay.ingest.input.Unbroken;
import dev.assay.source.FeedEntry;
import dev.assay.store.Store;
import dev.assay.store.source.SourceEntryTable.Waiting;
import dev.assay.store.source.SourceTable.Followed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Fetches what waits of a source, and takes it in. An entry is settled when what came of it is on
/// the disk: what is not when the process ends waits for the next.
final class TakingIn {

  private final Store store;
  private final EntryTexts texts;
  private final Supplier<Ingest> ingest;
  private final InstantSource clock;

  TakingIn(Store store, EntryTexts texts, Supplier<Ingest> ingest, InstantSource clock) {
    this.store = store;
    this.texts = texts;
    this.ingest = ingest;
    this.clock = clock;
  }

  /// What waits of one source, while it is taken in.
  private static final class Run {
    private final Followed followed;
    private final Steps steps;
    private final List<Taken> taken = new ArrayList<>();

    /// Which entry a document came of.
    private final Map<ArticleId, FeedEntry> entries = new ConcurrentHashMap<>();

    /// Files that hold many documents are settled when all of them are: what became of the best.
    private final Map<FeedEntry, Outcome> files = new ConcurrentHashMap<>();

    Run(Followed followed, Steps steps) {
      this.followed = followed;
      this.steps = steps;
    }
  }

  /// Takes in at most so many.
  List<Taken> takeIn(Followed followed, int most, Steps steps) {
    int id = followed.source().id();
    Instant now = clock.instant();
    List<Waiting> waiting = store.read(session -> session.sourceEntries().waiting(id, now, most));
    if (waiting.isEmpty()) {
      return List.of();
    }
    Run run = new Run(followed, steps);
    try (Stream<Given> given = OneByOne.flat(waiting.iterator(), one -> given(run, one))) {
      ingest.get().run(given.iterator(), (document, outcome) -> settle(run, document, outcome));
    }
    Instant ended = clock.instant();
    store.change(
        session -> {
          run.files.forEach(
              (entry, outcome) ->
                  session.sourceEntries().settle(id, entry.link(), outcome, "", ended));
          session
              .sourceEntries()
              .delay(id)
              .ifPresent(delay -> session.sources().delayed(id, delay));
        });
    return run.taken;
  }

  /// What throws on the way is this entry's outcome; those behind it are taken in.
  private Stream<Given> given(Run run, Waiting waiting) {
    FeedEntry entry = waiting.entry();
    Identity place = new Identity.OfExternal("entry", entry.link());
    run.entries.put(place.articleId(), entry);
    return Unbroken.of(place, () -> read(run, waiting));
  }

  private Stream<Given> read(Run run, Waiting waiting) {
    FeedEntry entry = waiting.entry();
    return switch (texts.of(run.followed, waiting, run.steps)) {
      case EntryTexts.Text.Had(Given given) -> {
        run.entries.put(given.identity().articleId(), entry);
        yield Stream.of(given);
      }
      case EntryTexts.Text.Held(Stream<Given> held) -> {
        run.files.put(entry, new Outcome.Refused("The file holds nothing."));
        yield held.peek(given -> run.entries.put(given.identity().articleId(), entry));
      }
      case EntryTexts.Text.Later(Instant at, int tries, String reason) -> {
        run.steps.took(new Step.Unread(entry, reason));
        store.change(
            session ->
                session.sourceEntries().later(run.followed.source().id(), entry.link(), tries, at));
        yield Stream.of();
      }
    };
  }

  /// Called when the document is on the disk.
  private void settle(Run run, Given given, Outcome outcome) {
    FeedEntry entry = run.entries.get(given.identity().articleId());
    if (entry == null) {
      return;
    }
    run.taken.add(new Taken(entry, outcome));
    run.steps.took(new Step.Settled(entry, outcome));
    if (run.files.containsKey(entry)) {
      run.files.merge(entry, outcome, (best, other) -> best.article().isPresent() ? best : other);
      return;
    }
    int sourceId = run.followed.source().id();
    Instant now = clock.instant();
    Optional<RawDocument> document =
        given instanceof Given.Document(RawDocument raw) && outcome.article().isPresent()
            ? Optional.of(raw)
            : Optional.empty();
    String completeness = document.flatMap(raw -> raw.header(RawDocument.COMPLETENESS)).orElse("");
    store.change(
        session -> {
          session.sourceEntries().settle(sourceId, entry.link(), outcome, completeness, now);
          if (completeness.equals(Completeness.FULL.word())) {
            outcome
                .article()
                .ifPresent(
                    id -> session.rechecks().put(Rechecks.first(id, document.orElseThrow())));
          }
        });
  }
}
