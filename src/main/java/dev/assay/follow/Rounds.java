package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Failure;
import dev.assay.fetch.Validators;
import dev.assay.follow.Schedule.Next;
import dev.assay.ingest.Given;
import dev.assay.ingest.Ingest;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.SourceEntryTable.First;
import dev.assay.store.SourceEntryTable.Waiting;
import dev.assay.store.SourceTable.Followed;
import dev.assay.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One round of one source: what it names is written down, then what waits is fetched and taken in.
/// Safe for use by many threads, one round of a source at a time.
public final class Rounds {

  /// Of one source in one round, so that none holds up the others.
  private static final int MOST_TAKEN = 50;

  /// Of one source while a person waits for it.
  private static final int MOST_AT_ONCE = 5;

  /// A folder costs nothing to look at.
  static final Duration FOLDER = Duration.ofSeconds(10);

  /// An address that a source moved to for good is believed after this.
  private static final Duration MOVED = Duration.ofDays(6);

  /// Failures in a row, weighed, from which on a source is said to fail.
  private static final double FAILURES_TOLD = 2;

  private final Store store;
  private final Lister lister;
  private final EntryTexts texts;
  private final Supplier<Ingest> ingest;
  private final Outage outage;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ConcurrentHashMap<Integer, ReentrantLock> turns = new ConcurrentHashMap<>();

  Rounds(
      Store store,
      Lister lister,
      EntryTexts texts,
      Supplier<Ingest> ingest,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.lister = lister;
    this.texts = texts;
    this.ingest = ingest;
    this.outage = new Outage();
    this.clock = clock;
    this.random = random;
  }

  /// What a round came to.
  ///
  /// @param taken outcomes of the documents that were taken up, in their order
  public record Round(SourceState state, SourceRound asked, List<Taken> taken) {}

  /// What became of one entry.
  public record Taken(FeedEntry entry, Outcome outcome) {}

  /// Asks a source and takes in what is new.
  ///
  /// @param force asks without conditions, as a person who wants to know would
  public Round run(Followed followed, boolean force) {
    ReentrantLock turn = turns.computeIfAbsent(followed.source().id(), _ -> new ReentrantLock());
    turn.lock(); // a person's question and the schedule's may come together
    try {
      return asked(followed, force);
    } finally {
      turn.unlock();
    }
  }

  private Round asked(Followed followed, boolean force) {
    Instant asked = clock.instant();
    int most = force ? MOST_AT_ONCE : MOST_TAKEN;
    if (!force && followed.state().dueAt().isAfter(asked)) { // only to take up what still waits
      SourceRound none = new SourceRound(asked, "listed", followed.state().status(), 0, 0, 0, 0);
      return new Round(followed.state(), none, takeIn(followed.source(), most));
    }
    Listing listing = lister.ask(followed.source(), followed.state(), force);
    long millis = Duration.between(asked, clock.instant()).toMillis();
    Written written =
        store.write(session -> write(session, followed, listing, asked, Math.max(0, millis)));
    List<Taken> taken = takeIn(followed.source(), most);
    return new Round(written.state(), written.round(), taken);
  }

  private record Written(SourceState state, SourceRound round) {}

  private Written write(
      Session session, Followed followed, Listing listing, Instant asked, long millis) {
    Source source = followed.source();
    SourceState before = followed.state();
    Written written =
        switch (listing) {
          case Listing.Unchanged unchanged -> {
            outage.answered();
            Next next = next(source, before, Schedule.Listed.UNCHANGED, asked);
            yield new Written(
                answered(before, next, unchanged, asked),
                new SourceRound(asked, "unchanged", unchanged.status(), 0, 0, 0, millis));
          }
          case Listing.Listed listed -> {
            outage.answered();
            int fresh = keepNew(session, source, before, listed, asked);
            Schedule.Listed said =
                new Schedule.Listed(
                    listed.entries().size(), fresh, listed.hints(), listed.maxAge());
            Next next = next(source, before, said, asked);
            yield new Written(
                listed(before, next, listed, said, asked),
                new SourceRound(
                    asked, "listed", 200, said.entries(), fresh, listed.bytes(), millis));
          }
          case Listing.Trouble trouble ->
              new Written(
                  failed(source, before, trouble, asked),
                  new SourceRound(
                      asked, trouble.standing().word(), trouble.status(), 0, 0, 0, millis));
        };
    if (session.sources().find(source.id()).isPresent()) { // not removed meanwhile
      session.sources().put(source.id(), written.state());
      session.sources().record(source.id(), written.round());
      tell(session, source, before, written.state(), asked);
      learn(session, source, written.state(), listing, asked);
    }
    return written;
  }

  /// Says that a source began to fail, or is well again.
  private static void tell(
      Session session, Source source, SourceState before, SourceState now, Instant at) {
    if (isFailing(before) != isFailing(now)) {
      session
          .happenings()
          .add(
              isFailing(now) ? Kind.SOURCE_FAILING : Kind.SOURCE_RECOVERED,
              at,
              Happening.About.of(String.valueOf(source.id()), now.reason()));
    }
  }

  /// A source that may answer the next time it is asked is not failing yet.
  private static boolean isFailing(SourceState state) {
    return state.standing().isTrouble()
        && (state.standing() != Standing.RETRYING || state.failures() >= FAILURES_TOLD);
  }

  private Next next(Source source, SourceState before, Schedule.Listed said, Instant asked) {
    return source.kind() instanceof SourceKind.OfFolder
        ? new Next(asked.plus(FOLDER), FOLDER)
        : Schedule.answered(before, source.settings().every(), said, asked, jitter());
  }

  private double jitter() {
    return random.nextDouble(-1, 1);
  }

  /// Writes down the entries that were never seen.
  ///
  /// @return how many there were
  private static int keepNew(
      Session session, Source source, SourceState before, Listing.Listed listed, Instant now) {
    List<FeedEntry> entries = listed.entries();
    Set<String> known =
        session.sourceEntries().known(source.id(), entries.stream().map(FeedEntry::link).toList());
    Set<String> steady = steadyGuids(session, source, entries);
    boolean baseline = source.kind() instanceof SourceKind.OfPage && before.answeredAt() == null;
    int fresh = 0;
    for (FeedEntry entry : entries) {
      boolean changedFile =
          source.kind() instanceof SourceKind.OfFolder && !steady.contains(entry.id());
      if (changedFile || !known.contains(entry.link()) && !steady.contains(entry.id())) {
        session.sourceEntries().add(source.id(), entry, first(source, entry, baseline), now);
        fresh++;
      }
    }
    return baseline ? 0 : fresh;
  }

  private static First first(Source source, FeedEntry entry, boolean baseline) {
    if (baseline) {
      return First.BEFORE;
    }
    return source.settings().skips(entry.title(), entry.link()) ? First.SKIPPED : First.WAITING;
  }

  /// The feed's own names that were used before, and by one entry only: a feed that gives all its
  /// entries one name, or each a new one at every round, says nothing by them.
  private static Set<String> steadyGuids(Session session, Source source, List<FeedEntry> entries) {
    Map<String, Long> uses =
        entries.stream()
            .filter(entry -> !entry.id().isEmpty())
            .collect(Collectors.groupingBy(FeedEntry::id, Collectors.counting()));
    List<String> single =
        uses.entrySet().stream()
            .filter(use -> use.getValue() == 1 || source.kind() instanceof SourceKind.OfFolder)
            .map(Map.Entry::getKey)
            .toList();
    return session.sourceEntries().knownGuids(source.id(), single);
  }

  private static SourceState answered(
      SourceState before, Next next, Listing.Unchanged unchanged, Instant now) {
    Standing standing = Schedule.standing(before, Schedule.Listed.UNCHANGED, now);
    Moved moved = Moved.of(before, unchanged.movedTo(), now);
    return new SourceState(
        next.dueAt(),
        next.every(),
        0,
        standing,
        since(before, standing, now),
        before.failures() == 0 ? before.reason() : "",
        unchanged.status(),
        now,
        now,
        before.changedAt(),
        before.newAt(),
        unchanged.validators().etag(),
        unchanged.validators().lastModified(),
        before.bodyHash(),
        unchanged.status() == 304 ? before.wholeAt() : now,
        moved.to(),
        moved.since());
  }

  private static SourceState listed(
      SourceState before, Next next, Listing.Listed listed, Schedule.Listed said, Instant now) {
    Standing standing = Schedule.standing(before, said, now);
    Validators validators = listed.validators();
    Moved moved = Moved.of(before, listed.movedTo(), now);
    String remark =
        standing == Standing.MISSING
            ? "Every entry was new: some may have been missed since the last round."
            : listed.remark();
    return new SourceState(
        next.dueAt(),
        next.every(),
        0,
        standing,
        since(before, standing, now),
        remark,
        200,
        now,
        now,
        now,
        said.fresh() > 0 ? now : before.newAt(),
        validators.etag(),
        validators.lastModified(),
        listed.bodyHash(),
        now,
        moved.to(),
        moved.since());
  }

  /// What is known of the source's texts stays: an error never clears it.
  private SourceState failed(
      Source source, SourceState before, Listing.Trouble trouble, Instant now) {
    boolean ours =
        trouble.failure() == Failure.NO_ANSWER
            && trouble.status() == 0
            && outage.silent(URI.create(source.address()).getHost());
    double failures = before.failures() + (ours ? 0 : Schedule.weight(trouble.failure()));
    Next next =
        ours
            ? Schedule.outage(before, now, jitter())
            : Schedule.failed(
                before,
                trouble.failure(),
                trouble.status(),
                failures,
                trouble.retryAfter(),
                now,
                jitter());
    Standing standing = ours ? before.standing() : trouble.standing();
    return new SourceState(
        next.dueAt(),
        next.every(),
        failures,
        standing,
        since(before, standing, now),
        ours ? "No site answers: the connection of this machine seems down." : trouble.reason(),
        trouble.status(),
        now,
        trouble.status() > 0 ? now : before.answeredAt(),
        before.changedAt(),
        before.newAt(),
        before.etag(),
        before.lastModified(),
        before.bodyHash(),
        before.wholeAt(),
        before.movedTo(),
        before.movedSince());
  }

  private static Instant since(SourceState before, Standing standing, Instant now) {
    return before.standing() == standing ? before.since() : now;
  }

  /// Where a source says that it has moved for good, and since when it says so.
  private record Moved(@Nullable String to, @Nullable Instant since) {
    static Moved of(SourceState before, @Nullable URI to, Instant now) {
      if (to == null) {
        return new Moved(null, null);
      }
      return to.toString().equals(before.movedTo())
          ? new Moved(before.movedTo(), before.movedSince())
          : new Moved(to.toString(), now);
    }
  }

  /// Takes over what the source says of itself: its name, and the address that it has moved to.
  private static void learn(
      Session session, Source source, SourceState state, Listing listing, Instant now) {
    if (listing instanceof Listing.Listed listed
        && (source.title().isEmpty() && !listed.title().isEmpty()
            || source.site().isEmpty() && !listed.site().isEmpty())) {
      session
          .sources()
          .update(
              new Source(
                  source.id(),
                  source.kind(),
                  source.address(),
                  source.title().isEmpty() ? listed.title() : source.title(),
                  source.site().isEmpty() ? listed.site() : source.site(),
                  source.folder(),
                  source.settings(),
                  source.addedAt()));
    }
    String to = state.movedTo();
    Instant since = state.movedSince();
    if (to != null
        && since != null
        && !since.isAfter(now.minus(MOVED))
        && session.sources().find(to).isEmpty()) {
      session.sources().move(source, to, now);
    }
  }

  /// Fetches what waits, and takes it in.
  private List<Taken> takeIn(Source source, int most) {
    List<Waiting> waiting =
        store.read(session -> session.sourceEntries().waiting(source.id(), most));
    if (waiting.isEmpty()) {
      return List.of();
    }
    Map<ArticleId, FeedEntry> entries = new HashMap<>();
    List<Taken> taken = new ArrayList<>();
    Iterator<Given> given =
        waiting.stream().map(one -> given(source, one.entry(), entries)).iterator();
    ingest
        .get()
        .run(given, (document, outcome) -> settle(source, document, outcome, entries, taken));
    return taken;
  }

  private Given given(Source source, FeedEntry entry, Map<ArticleId, FeedEntry> entries) {
    Given given = texts.of(source, entry);
    synchronized (entries) {
      entries.put(given.identity().articleId(), entry);
    }
    return given;
  }

  /// Called when the document is on the disk.
  private void settle(
      Source source,
      Given given,
      Outcome outcome,
      Map<ArticleId, FeedEntry> entries,
      List<Taken> taken) {
    FeedEntry entry;
    synchronized (entries) {
      entry = entries.get(given.identity().articleId());
    }
    if (entry == null) {
      return;
    }
    taken.add(new Taken(entry, outcome));
    Instant now = clock.instant();
    String completeness =
        given instanceof Given.Document(RawDocument document) && outcome.article().isPresent()
            ? document.header(RawDocument.COMPLETENESS).orElse("")
            : "";
    store.change(
        session -> {
          session.sourceEntries().settle(source.id(), entry.link(), outcome, completeness, now);
          if (given instanceof Given.Document(RawDocument document)
              && completeness.equals(Completeness.FULL.word())) {
            outcome.article().ifPresent(id -> session.rechecks().put(Rechecks.first(id, document)));
          }
        });
  }
}
