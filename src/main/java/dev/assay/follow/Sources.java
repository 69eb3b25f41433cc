package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.fetch.Fetcher;
import dev.assay.follow.Discovery.Found;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.store.RecheckTable.Recheck;
import dev.assay.store.SourceEntryTable.NotTaken;
import dev.assay.store.SourceEntryTable.Tally;
import dev.assay.store.SourceTable.Followed;
import dev.assay.store.Store;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is followed: the front door. Safe for use by many threads.
public final class Sources {

  private static final int NOT_TAKEN = 10;

  /// A person may ask a source now, but not twice within this.
  private static final Duration ONCE = Duration.ofMinutes(1);

  private final Store store;
  private final Rounds rounds;
  private final Rechecks rechecks;
  private final Discovery discovery;
  private final InstantSource clock;

  /// @param ingest makes the stages, with the names as they are when a round takes something in
  public Sources(
      Store store,
      Fetcher fetcher,
      Inputs inputs,
      Supplier<Ingest> ingest,
      Discovery.Bridges bridges,
      Lexicon lexicon,
      InstantSource clock) {
    this(store, fetcher, inputs, ingest, bridges, lexicon, clock, RandomGenerator.getDefault());
  }

  Sources(
      Store store,
      Fetcher fetcher,
      Inputs inputs,
      Supplier<Ingest> ingest,
      Discovery.Bridges bridges,
      Lexicon lexicon,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.rounds =
        new Rounds(
            store,
            new Lister(fetcher, clock),
            new EntryTexts(fetcher, inputs, lexicon, clock),
            ingest,
            clock,
            random);
    this.rechecks = new Rechecks(store, fetcher, ingest, clock);
    this.discovery = new Discovery(fetcher, bridges, clock);
  }

  /// How a source is, for a list of them.
  public record Health(Source source, SourceState state, Yield tally, List<SourceRound> rounds) {

    /// Of the last rounds, the share in which nothing had changed; 0 if there was none.
    public double unchangedShare() {
      long same = rounds.stream().filter(round -> round.word().equals("unchanged")).count();
      return rounds.isEmpty() ? 0 : same / (double) rounds.size();
    }

    /// Paused, or as it stood after the last round.
    public Standing standing() {
      return source.settings().isPaused() ? Standing.PAUSED : state.standing();
    }
  }

  /// What came of the entries of a source.
  ///
  /// @param counts entries by their state
  /// @param completeness articles by how much of the text there is
  /// @param delay the median from publication to arrival; null if no entry says when it was
  ///   published
  public record Yield(
      Map<String, Long> counts, Map<String, Long> completeness, @Nullable Duration delay) {
    private static Yield of(Tally tally) {
      return new Yield(tally.counts(), tally.completeness(), tally.delay());
    }
  }

  /// An entry that was not taken.
  public record Untaken(String address, String title, String reason, Instant at) {
    private static Untaken of(NotTaken entry) {
      return new Untaken(entry.address(), entry.title(), entry.reason(), entry.at());
    }
  }

  /// One source with what it did not give.
  public record Detail(Health health, List<Untaken> notTaken) {}

  /// What a wish to follow came to.
  public sealed interface Following {
    record Done(Source source, Found found) implements Following {}

    record Already(Source source) implements Following {}

    record Nothing(String reason) implements Following {}
  }

  /// What can be followed at an address or in a folder, the best first. Asks the site.
  public List<Found> look(String what) {
    Optional<Path> folder = folder(what);
    return folder.isPresent()
        ? List.of(Found.folder(folder.get()))
        : discovery.at(what.contains("://") ? what : "https://" + what);
  }

  /// Follows the best of what is found.
  public Following follow(String what, String inFolder) {
    Optional<Followed> known = known(what);
    if (known.isPresent()) {
      return new Following.Already(known.get().source());
    }
    List<Found> found = look(what);
    return found.isEmpty()
        ? new Following.Nothing(
            "There is nothing to follow at %s: no feed, no sitemap, and no list of articles."
                .formatted(what))
        : follow(found.getFirst(), inFolder);
  }

  /// Follows what was found.
  public Following follow(Found found, String inFolder) {
    return store.write(
        session -> {
          Optional<Followed> known = session.sources().find(found.address());
          if (known.isPresent()) {
            return new Following.Already(known.get().source());
          }
          Source draft =
              new Source(
                  0,
                  found.kind(),
                  found.address(),
                  found.title(),
                  found.site(),
                  inFolder,
                  SourceSettings.DEFAULTS,
                  clock.instant());
          return new Following.Done(session.sources().add(draft, fresh(found.kind())), found);
        });
  }

  private SourceState fresh(SourceKind kind) {
    return SourceState.fresh(
        clock.instant(), kind instanceof SourceKind.OfFolder ? Rounds.FOLDER : Schedule.START);
  }

  private Optional<Followed> known(String what) {
    return CanonicalAddress.of(what)
        .flatMap(address -> store.read(session -> session.sources().find(address.toString())));
  }

  private static Optional<Path> folder(String what) {
    try {
      Path path = Path.of(what);
      return what.contains("://") || !Files.isDirectory(path)
          ? Optional.empty()
          : Optional.of(path.toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// All that are followed: those in trouble first, then by name.
  public List<Health> all() {
    return store.read(
        session ->
            session.sources().all().stream()
                .map(
                    followed ->
                        new Health(
                            followed.source(),
                            followed.state(),
                            Yield.of(session.sourceEntries().tally(followed.source().id())),
                            session.sources().rounds(followed.source().id())))
                .sorted(
                    Comparator.comparing(Health::standing)
                        .thenComparing(health -> health.source().shown()))
                .toList());
  }

  public Optional<Detail> find(int id) {
    return all().stream()
        .filter(health -> health.source().id() == id)
        .findFirst()
        .map(
            health ->
                new Detail(
                    health,
                    store
                        .<List<NotTaken>>read(
                            session -> session.sourceEntries().notTaken(id, NOT_TAKEN))
                        .stream()
                        .map(Untaken::of)
                        .toList()));
  }

  /// The source that a person means by its number, its address, or its name.
  public Optional<Source> named(String name) {
    return store.read(session -> session.sources().all()).stream()
        .map(Followed::source)
        .filter(
            source ->
                Integer.toString(source.id()).equals(name)
                    || source.address().equals(name)
                    || source.shown().equalsIgnoreCase(name))
        .findFirst()
        .or(() -> known(name).map(Followed::source));
  }

  /// Changes what its owner says of a source.
  ///
  /// @return whether it is there
  public boolean change(int id, UnaryOperator<Source> change) {
    return store.write(
        session -> {
          Optional<Followed> known = session.sources().find(id);
          known.ifPresent(
              followed -> {
                session.sources().update(change.apply(followed.source()));
                session.sources().put(id, followed.state().dueAt(clock.instant()));
              });
          return known.isPresent();
        });
  }

  /// Follows it no longer; its articles stay.
  public boolean remove(int id) {
    return store.write(session -> session.sources().remove(id, clock.instant()));
  }

  /// Asks a source at once and without conditions; empty if it is not there, or was asked a moment
  /// ago.
  public Optional<Rounds.Round> askNow(int id) {
    return store
        .<Optional<Followed>>read(session -> session.sources().find(id))
        .filter(
            followed ->
                followed.state().askedAt() == null
                    || !followed.state().askedAt().isAfter(clock.instant().minus(ONCE)))
        .map(followed -> rounds.run(followed, true));
  }

  /// Asks all that are due, one after the other, and what is due of articles asked for again.
  ///
  /// @param listener hears of each round
  public int askDue(Listener listener) {
    List<Followed> due = due(Integer.MAX_VALUE);
    due.forEach(one -> listener.asked(one.source(), rounds.run(one, false)));
    rechecksDue(Integer.MAX_VALUE).forEach(rechecks::run);
    return due.size();
  }

  /// Hears of rounds.
  public interface Listener {
    void asked(Source source, Rounds.Round round);
  }

  List<Followed> due(int limit) {
    return store.read(session -> session.sources().due(clock.instant(), limit));
  }

  List<Recheck> rechecksDue(int limit) {
    return rechecks.due(limit);
  }

  void round(Followed due) {
    rounds.run(due, false);
  }

  void recheck(Recheck due) {
    rechecks.run(due);
  }

  /// What became of one outline of an OPML file.
  public record Outlined(Opml.Outline outline, Following following) {}

  /// Follows what an OPML file lists, each in the folder that it has there. Nothing is asked: what
  /// the outlines say is believed until the first round.
  public List<Outlined> follow(Opml opml) {
    List<Outlined> done = new ArrayList<>();
    for (Opml.Outline outline : opml.outlines()) {
      done.add(
          new Outlined(
              outline,
              CanonicalAddress.of(outline.address())
                  .<Following>map(
                      address -> follow(Found.outlined(outline, address), outline.folder()))
                  .orElseGet(
                      () ->
                          new Following.Nothing(
                              "The address cannot be read: " + outline.address()))));
    }
    return done;
  }

  /// All that is followed on the web, as OPML has it.
  public Opml opml() {
    return new Opml(
        store.read(session -> session.sources().all()).stream()
            .map(Followed::source)
            .filter(source -> !(source.kind() instanceof SourceKind.OfFolder))
            .map(
                source ->
                    new Opml.Outline(
                        source.title(),
                        source.address(),
                        source.site(),
                        source.folder(),
                        source.kind().word()))
            .toList());
  }
}
