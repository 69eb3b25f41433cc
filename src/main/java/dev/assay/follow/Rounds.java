package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Failure;
import dev.assay.follow.Schedule.Next;
import dev.assay.ingest.Given;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.OneByOne;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import dev.assay.source.SourceState.Why;
import dev.assay.source.Standing;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.SourceEntryTable.Waiting;
import dev.assay.store.SourceTable.Followed;
import dev.assay.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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

  /// A source is slow if the last answers took longer than this.
  private static final long SLOW_MILLIS = 10_000;

  private static final int SLOW_ROUNDS = 3;

  /// Of the last entries, those of which only a part is shown, before a source counts as paid for.
  private static final double MOST_PARTS = 0.6;

  private static final int PARTS_OF = 10;

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

  /// Who wants a round.
  public enum Wanted {
    BY_SCHEDULE,
    /// A person, who wants to know now: asked without conditions, and few entries are taken at
    /// once.
    BY_PERSON
  }

  /// What a round came to.
  ///
  /// @param taken outcomes of the documents that were taken up, in their order
  public record Round(SourceState state, SourceRound asked, List<Taken> taken) {}

  /// What became of one entry.
  public record Taken(FeedEntry entry, Outcome outcome) {}

  /// Asks a source and takes in what is new.
  public Round run(Followed followed, Wanted wanted, Steps steps) {
    ReentrantLock turn = turns.computeIfAbsent(followed.source().id(), _ -> new ReentrantLock());
    turn.lock(); // a person's question and the schedule's may come together
    try {
      return asked(followed, wanted, steps);
    } finally {
      turn.unlock();
    }
  }

  private Round asked(Followed followed, Wanted wanted, Steps steps) {
    Instant asked = clock.instant();
    boolean now = wanted == Wanted.BY_PERSON;
    int most = now ? MOST_AT_ONCE : MOST_TAKEN;
    if (!now && followed.state().plan().dueAt().isAfter(asked)) { // only what still waits
      SourceRound none =
          new SourceRound(asked, "listed", followed.state().stand().status(), 0, 0, 0, 0);
      return new Round(followed.state(), none, takeIn(followed, most, steps));
    }
    Listing listing = lister.ask(followed.source(), followed.state(), now, steps);
    long millis = Math.max(0, Duration.between(asked, clock.instant()).toMillis());
    Written written = store.write(session -> write(session, followed, listing, asked, millis));
    steps.took(step(listing, written));
    List<Taken> taken =
        takeIn(new Followed(followed.source(), written.state(), followed.delay()), most, steps);
    return new Round(written.state(), written.round(), taken);
  }

  private static Step step(Listing listing, Written written) {
    return switch (listing) {
      case Listing.Unchanged _ -> new Step.Unchanged();
      case Listing.Listed listed ->
          new Step.Listed(
              listed.format(), listed.entries().size(), written.round().fresh(), listed.remark());
      case Listing.Trouble trouble ->
          new Step.Failed(URI.create(""), trouble.status(), written.state().stand().reason());
    };
  }

  private record Written(SourceState state, SourceRound round) {}

  private Written write(
      Session session, Followed followed, Listing listing, Instant asked, long millis) {
    Source source = followed.source();
    SourceState before = followed.state();
    Written written =
        switch (listing) {
          case Listing.Unchanged(Listing.Heard heard) -> {
            outage.answered();
            Schedule.Listed said = Schedule.Listed.unchanged(heard.holds());
            yield new Written(
                States.unchanged(
                    before,
                    next(source, before, said, asked),
                    standing(session, source, before, said, asked, millis),
                    heard,
                    asked),
                new SourceRound(asked, "unchanged", heard.status(), 0, 0, heard.bytes(), millis));
          }
          case Listing.Listed listed -> {
            outage.answered();
            int fresh = Novelties.keep(session, source, before, listed.entries(), asked);
            yield listed(session, followed, listed, fresh, asked, millis);
          }
          case Listing.Trouble trouble ->
              new Written(
                  failed(session, source, before, trouble, asked),
                  new SourceRound(
                      asked, trouble.standing().word(), trouble.status(), 0, 0, 0, millis));
        };
    if (session.sources().find(source.id()).isPresent()) { // not removed meanwhile
      put(session, source.id(), before, written.state(), asked);
      session.sources().record(source.id(), written.round());
      learn(session, source, written.state(), listing, asked);
    }
    return written;
  }

  private Written listed(
      Session session,
      Followed followed,
      Listing.Listed listed,
      int fresh,
      Instant asked,
      long millis) {
    Source source = followed.source();
    SourceState before = followed.state();
    Schedule.Listed said =
        new Schedule.Listed(listed.entries().size(), fresh, listed.hints(), listed.heard().holds());
    Standing standing = standing(session, source, before, said, asked, millis);
    String remark =
        standing == Standing.MISSING
            ? "Every entry was new: some may have been missed since the last round."
            : listed.remark();
    return new Written(
        States.listed(
            before,
            next(source, before, said, asked),
            standing,
            fresh,
            remark,
            listed.heard(),
            asked),
        new SourceRound(
            asked,
            "listed",
            listed.heard().status(),
            said.entries(),
            fresh,
            listed.heard().bytes(),
            millis));
  }

  /// Keeps how a source is, and the moment if it stands otherwise than before; says if it began to
  /// fail, or is well again.
  private static void put(
      Session session, int id, SourceState before, SourceState state, Instant at) {
    session.sources().put(id, state);
    if (before.stand().standing() != state.stand().standing()) {
      session.sources().stands(id, state.stand());
    }
    if (isFailing(before) != isFailing(state)) {
      session
          .happenings()
          .add(
              isFailing(state) ? Kind.SOURCE_FAILING : Kind.SOURCE_RECOVERED,
              at,
              Happening.About.of(String.valueOf(id), state.stand().reason()));
    }
  }

  /// A source that may answer the next time it is asked is not failing yet.
  private static boolean isFailing(SourceState state) {
    Standing standing = state.stand().standing();
    return standing.isTrouble()
        && (standing != Standing.RETRYING || state.plan().failures() >= FAILURES_TOLD);
  }

  private Next next(Source source, SourceState before, Schedule.Listed said, Instant asked) {
    return source.kind() instanceof SourceKind.OfFolder
        ? new Next(asked.plus(FOLDER), FOLDER, Why.BY_ITSELF)
        : Schedule.answered(before, source.settings().every(), said, asked, jitter());
  }

  private double jitter() {
    return random.nextDouble(-1, 1);
  }

  /// How a source stands after an answer.
  private static Standing standing(
      Session session,
      Source source,
      SourceState before,
      Schedule.Listed said,
      Instant now,
      long millis) {
    Standing standing = Schedule.standing(before, said, now);
    if (source.kind() instanceof SourceKind.OfFolder) {
      return standing == Standing.MISSING ? Standing.WORKING : standing;
    }
    if (standing != Standing.WORKING) {
      return standing;
    }
    if (session.sourceEntries().shareOfParts(source.id(), PARTS_OF) >= MOST_PARTS) {
      return Standing.PAYWALLED;
    }
    boolean slow =
        millis > SLOW_MILLIS
            && session.sources().rounds(source.id()).stream()
                    .limit(SLOW_ROUNDS - 1)
                    .filter(round -> round.millis() > SLOW_MILLIS)
                    .count()
                == SLOW_ROUNDS - 1;
    return slow ? Standing.SLOW : Standing.WORKING;
  }

  private SourceState failed(
      Session session, Source source, SourceState before, Listing.Trouble trouble, Instant now) {
    boolean silent =
        trouble.status() == 0
            && (trouble.failure() == Failure.NO_ANSWER || trouble.failure() == Failure.UNSURE);
    Map<Integer, SourceState> forgiven =
        silent ? outage.silent(URI.create(source.address()).getHost(), source.id(), before) : null;
    if (forgiven != null) {
      forgiven.forEach((id, stood) -> forgive(session, id, stood, now));
      return ours(before, now);
    }
    double failures = before.plan().failures() + Schedule.weight(trouble.failure());
    Next next =
        Schedule.failed(
            before,
            trouble.failure(),
            trouble.status(),
            failures,
            trouble.retryAfter(),
            now,
            jitter());
    return States.failed(
        before, next, failures, trouble.standing(), trouble.reason(), trouble.status(), now);
  }

  private SourceState ours(SourceState before, Instant now) {
    return States.failed(
        before,
        Schedule.outage(before, now, jitter()),
        before.plan().failures(),
        before.stand().standing(),
        "No site answers: the connection of this machine seems down.",
        0,
        now);
  }

  /// What was counted before it was clear that it was our own connection is taken back.
  private void forgive(Session session, int id, SourceState stood, Instant now) {
    session
        .sources()
        .find(id)
        .ifPresent(counted -> put(session, id, counted.state(), ours(stood, now), now));
  }

  /// Takes over what the source says of itself, and the address that it has moved to.
  private static void learn(
      Session session, Source source, SourceState state, Listing listing, Instant now) {
    if (listing instanceof Listing.Listed listed) {
      Source learned =
          source.learning(
              listed.about().title(), listed.about().site(), listed.about().description());
      if (!learned.equals(source)) {
        session.sources().update(learned);
      }
    }
    String to = state.known().movedTo();
    Instant since = state.known().movedSince();
    if (to != null
        && since != null
        && !since.isAfter(now.minus(MOVED))
        && session.sources().find(to).isEmpty()) {
      session.sources().move(source, to, now);
    }
  }

  /// Fetches what waits, and takes it in.
  private List<Taken> takeIn(Followed followed, int most, Steps steps) {
    Instant now = clock.instant();
    int id = followed.source().id();
    List<Waiting> waiting = store.read(session -> session.sourceEntries().waiting(id, now, most));
    if (waiting.isEmpty()) {
      return List.of();
    }
    Taking taking = new Taking(followed, steps);
    try (Stream<Given> given = OneByOne.flat(waiting.iterator(), one -> given(taking, one))) {
      ingest
          .get()
          .run(given.iterator(), (document, outcome) -> settle(taking, document, outcome));
    }
    Instant ended = clock.instant();
    store.change(
        session -> {
          taking.files.forEach(
              (entry, outcome) ->
                  session.sourceEntries().settle(id, entry.link(), outcome, "", ended));
          session
              .sourceEntries()
              .delay(id)
              .ifPresent(delay -> session.sources().delayed(id, delay));
        });
    return taking.taken;
  }

  /// What waits of one source, while it is taken in.
  private static final class Taking {
    private final Followed followed;
    private final Steps steps;
    private final List<Taken> taken = new ArrayList<>();

    /// Which entry a document came of.
    private final Map<ArticleId, FeedEntry> entries = new ConcurrentHashMap<>();

    /// Files that hold many documents are settled when all of them are: what became of the best.
    private final Map<FeedEntry, Outcome> files = new ConcurrentHashMap<>();

    Taking(Followed followed, Steps steps) {
      this.followed = followed;
      this.steps = steps;
    }
  }

  private Stream<Given> given(Taking taking, Waiting waiting) {
    FeedEntry entry = waiting.entry();
    return switch (texts.of(taking.followed, waiting, taking.steps)) {
      case EntryTexts.Text.Had(Given given) -> {
        taking.entries.put(given.identity().articleId(), entry);
        yield Stream.of(given);
      }
      case EntryTexts.Text.Held(Stream<Given> held) -> {
        taking.files.put(entry, new Outcome.Refused("The file holds nothing."));
        yield held.peek(given -> taking.entries.put(given.identity().articleId(), entry));
      }
      case EntryTexts.Text.Later(Instant at, int tries) -> {
        store.change(
            session ->
                session
                    .sourceEntries()
                    .later(taking.followed.source().id(), entry.link(), tries, at));
        yield Stream.of();
      }
    };
  }

  /// Called when the document is on the disk.
  private void settle(Taking taking, Given given, Outcome outcome) {
    FeedEntry entry = taking.entries.get(given.identity().articleId());
    if (entry == null) {
      return;
    }
    taking.taken.add(new Taken(entry, outcome));
    taking.steps.took(new Step.Settled(entry, outcome));
    if (taking.files.containsKey(entry)) {
      taking.files.merge(
          entry, outcome, (best, other) -> best.article().isPresent() ? best : other);
      return;
    }
    int sourceId = taking.followed.source().id();
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
