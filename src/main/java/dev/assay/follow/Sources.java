package dev.assay.follow;

import dev.assay.article.ArticleId;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Secrets;
import dev.assay.fetch.mail.Mailboxes;
import dev.assay.follow.Rounds.Wanted;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.FurtherPages;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.Opml;
import dev.assay.source.Push;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.source.RecheckTable.Recheck;
import dev.assay.store.source.SourceEntryTable.NotTaken;
import dev.assay.store.source.SourceTable;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is followed: the front door. Safe for use by many threads.
public final class Sources {

  private static final int NOT_TAKEN = 10;
  private static final int CHANGES = 12;

  /// A person may ask a source now, but not twice within this.
  private static final Duration ONCE = Duration.ofMinutes(1);

  /// A source that is broken for longer is spoken of on every page.
  private static final Duration LONG_BROKEN = Duration.ofDays(1);

  private final Store store;
  private final Rounds rounds;
  private final Rechecks rechecks;
  private final Discovery discovery;
  private final Post post;
  private final Pushes pushes;
  private final FolderWatch folders;
  private final InstantSource clock;

  /// @param ingest makes the stages, with the names as they are when a round takes something in
  public Sources(
      Store store,
      Reach reach,
      Inputs inputs,
      Supplier<Ingest> ingest,
      Lexicon lexicon,
      InstantSource clock) {
    this(store, reach, inputs, ingest, lexicon, clock, RandomGenerator.getDefault());
  }

  Sources(
      Store store,
      Reach reach,
      Inputs inputs,
      Supplier<Ingest> ingest,
      Lexicon lexicon,
      InstantSource clock,
      RandomGenerator random) {
    Requests requests = new Requests(reach.fetcher(), reach.secrets(), clock);
    FurtherPages further = new FurtherPages(reach.fetcher());
    this.store = store;
    this.clock = clock;
    this.folders = new FolderWatch(this::hurry);
    this.post =
        new Post(store, new Mailboxes(reach.fetcher().settings(), reach.secrets()), ingest, clock);
    this.pushes = new Pushes(store, reach.fetcher(), reach.publicAddress(), clock);
    this.rounds =
        new Rounds(
            store,
            new Lister(requests, clock),
            post,
            new RoundBook(random, folders::isOn),
            new TakingIn(
                store, new EntryTexts(requests, further, inputs, lexicon, clock), ingest, clock),
            clock);
    this.rechecks = new Rechecks(store, requests, further, ingest, clock);
    this.discovery =
        new Discovery(
            reach.fetcher(), requests, reach.bridges(), lexicon.table("bridges.tsv").rows(), clock);
  }

  /// What sources are asked with.
  ///
  /// @param publicAddress at which others reach this desk, such as `https://desk.example.org`;
  ///   empty: they do not
  public record Reach(
      Fetcher fetcher, Secrets secrets, Discovery.Bridges bridges, String publicAddress) {

    /// Of a desk that others do not reach.
    public Reach(Fetcher fetcher, Secrets secrets, Discovery.Bridges bridges) {
      this(fetcher, secrets, bridges, "");
    }
  }

  /// What hubs call.
  public Pushes pushes() {
    return pushes;
  }

  /// What takes mail for addresses of our own.
  Post post() {
    return post;
  }

  /// An entry that was not taken.
  public record Untaken(String address, String title, String reason, Instant at) {
    private static Untaken of(NotTaken entry) {
      return new Untaken(entry.address(), entry.title(), entry.reason(), entry.at());
    }
  }

  /// When a source came to stand otherwise.
  public record Change(Instant at, Standing standing, String reason) {}

  /// One source with what it did not give, and how it came to stand as it does.
  ///
  /// @param lease what its hub promised; null if it has none, or was never asked
  public record Detail(
      Health health, List<Untaken> notTaken, List<Change> changes, @Nullable Lease lease) {}

  /// What a hub promised: to tell what is new in a feed.
  ///
  /// @param until null: it has not confirmed
  /// @param toldAt when it last told something
  /// @param missedAt when a poll last found what it had not told: until that is long ago, the feed
  ///   is asked as any other
  public record Lease(
      String hub,
      Instant askedAt,
      @Nullable Instant until,
      @Nullable Instant toldAt,
      @Nullable Instant missedAt) {
    static Lease of(Push push) {
      return new Lease(
          push.hub(), push.askedAt(), push.leaseUntil(), push.deliveredAt(), push.missedAt());
    }

    /// How it stands: `told`, `missed` if it kept something back, `ended`, or `asked` while it has
    /// not confirmed.
    public String word(Instant now) {
      if (until == null) {
        return "asked";
      }
      return !until.isAfter(now) ? "ended" : missedAt == null ? "told" : "missed";
    }
  }

  /// What a wish to follow came to.
  public sealed interface Following {
    /// It is followed.
    ///
    /// @param others what else could be followed there
    record Done(Source source, Found found, List<Found> others) implements Following {
      public Done {
        others = List.copyOf(others);
      }

      Done(Source source, Found found) {
        this(source, found, List.of());
      }
    }

    record Already(Source source) implements Following {}

    record Nothing(String reason) implements Following {}
  }

  /// What can be followed at an address or in a folder, the best first. Asks the site.
  public Looked look(String what, Steps steps) {
    if (what.startsWith("imaps://") || what.startsWith("imap://")) {
      return post.look(what);
    }
    Optional<Path> folder = folder(what);
    if (folder.isPresent()) {
      return new Looked(List.of(Found.folder(folder.get())), "");
    }
    FirstAnswer first = new FirstAnswer(steps);
    Discovery.Discovered discovered = discovery.at(whole(what), first);
    if (discovered.page() == null && !what.contains("://")) {
      Discovery.Discovered plain = discovery.at("http://" + what, steps);
      discovered = plain.page() == null ? discovered : plain;
    }
    List<Found> found = discovered.found();
    return new Looked(found, found.isEmpty() ? nothing(what, first, discovered.page()) : "");
  }

  /// What a look came to.
  ///
  /// @param reason why nothing was found, for a person; empty if something was
  public record Looked(List<Found> found, String reason) {
    public Looked {
      found = List.copyOf(found);
    }
  }

  /// Makes an address of our own, to which outlets send their letters.
  ///
  /// @param name what stands before the `+`: letters, digits, `-`, `_` and `.`
  /// @throws IllegalArgumentException if it holds something else, with a message for a person
  public Following letters(String name, Wish wish) {
    if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
      throw new IllegalArgumentException(
          "The name of an address is of letters, digits, -, _ and ., got " + name);
    }
    return follow(Found.letters(name.toLowerCase(Locale.ROOT), post.token()), wish);
  }

  private static String whole(String address) {
    return address.contains("://") ? address : "https://" + address;
  }

  /// Somebody's wish to follow something.
  ///
  /// @param folder where it is filed; may be empty
  /// @param by who wishes; empty: whoever runs the desk
  /// @param options what is set of it at once, by the words of [SourceOption]
  public record Wish(String folder, String by, Map<String, String> options) {
    public Wish {
      options = Map.copyOf(options);
    }

    /// Filed nowhere, with nothing set.
    public static Wish of(String by) {
      return new Wish("", by, Map.of());
    }
  }

  /// Follows the best of what is found.
  public Following follow(String what, Wish wish, Steps steps) {
    Optional<Followed> known = known(what);
    if (known.isPresent()) {
      return new Following.Already(known.get().source());
    }
    Looked looked = look(what, steps);
    if (looked.found().isEmpty()) {
      return new Following.Nothing(looked.reason());
    }
    List<Found> others = looked.found().subList(1, looked.found().size());
    return switch (follow(looked.found().getFirst(), wish)) {
      case Following.Done(var source, var found, _) -> new Following.Done(source, found, others);
      case Following.Already already -> already;
      case Following.Nothing nothing -> nothing;
    };
  }

  /// A site that gives no answer says why; only of one that does is it known that it has nothing.
  private static String nothing(String what, FirstAnswer first, @Nullable RawDocument page) {
    if (what.matches("[/.~].*")) {
      return "There is no folder %s. Check the path.".formatted(what);
    }
    if (CanonicalAddress.of(whole(what)).isEmpty()) {
      return "%s is not an address of the web. Name one that begins with http:// or https://."
          .formatted(what);
    }
    return first
        .failure()
        .filter(_ -> page == null)
        .map(reason -> "%s cannot be followed: %s".formatted(what, reason))
        .orElseGet(() -> NothingToFollow.at(what, page));
  }

  /// Watches a page as a set of links, whatever else its site has.
  ///
  /// @param select CSS of the links that count; empty: Assay finds out
  public Following watch(String what, String select, Wish wish, Steps steps) {
    FirstAnswer first = new FirstAnswer(steps);
    return discovery
        .page(whole(what), select, first)
        .map(found -> follow(found, wish))
        .orElseGet(() -> new Following.Nothing(nothing(what, first, null)));
  }

  /// Follows what was found.
  ///
  /// @throws IllegalArgumentException if an option cannot be, with a message for a person
  public Following follow(Found found, Wish wish) {
    return store.write(
        session -> {
          Following following =
              Register.follow(session, found, wish.folder(), wish.by(), clock.instant());
          if (following instanceof Following.Done(Source source, Found done, _)) {
            Source changed = changed(source, wish.options());
            session.sources().update(changed);
            return new Following.Done(changed, done);
          }
          return following;
        });
  }

  private Optional<Followed> known(String what) {
    String address = CanonicalAddress.of(what).map(URI::toString).orElse(what);
    return store.read(session -> session.sources().find(address));
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

  /// All that are followed: the worst first, then by name.
  public List<Health> all() {
    return store.read(session -> Healths.all(session, clock.instant()));
  }

  /// The next behind a number, by their numbers, whose order no change of theirs moves.
  public List<Health> behind(int id, int limit) {
    return store.read(
        session -> Healths.of(session, session.sources().behind(id, limit), clock.instant()));
  }

  /// How many stand how, by word.
  public Map<String, Long> standings() {
    return store.<Map<String, Long>>read(session -> session.sources().standings());
  }

  /// How many have been broken for more than a day.
  public int longBroken() {
    return store.read(session -> session.sources().broken(clock.instant().minus(LONG_BROKEN)));
  }

  public Optional<Detail> find(int id) {
    return store.read(
        session ->
            session
                .sources()
                .find(id)
                .map(one -> Healths.of(session, List.of(one), clock.instant()).getFirst())
                .map(
                    health ->
                        new Detail(
                            health,
                            session.sourceEntries().notTaken(id, NOT_TAKEN).stream()
                                .map(Untaken::of)
                                .toList(),
                            session.sources().stood(id, CHANGES).stream()
                                .map(
                                    stood ->
                                        new Change(stood.at(), stood.standing(), stood.reason()))
                                .toList(),
                            session.pushes().of(id).map(Lease::of).orElse(null))));
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

  /// Sets what its owner says of a source, by the words of [SourceOption]; it is asked soon after.
  ///
  /// @return the source as it is then; empty if it is not there
  /// @throws IllegalArgumentException if one of them cannot be, with a message for a person
  public Optional<Source> set(int id, Map<String, String> options) {
    return store.write(
        session ->
            session
                .sources()
                .find(id)
                .map(
                    followed -> {
                      Source changed = changed(followed.source(), options);
                      boolean moved = !changed.address().equals(followed.source().address());
                      if (moved) {
                        move(session, followed.source(), changed.address());
                      }
                      session.sources().update(changed);
                      session
                          .sources()
                          .put(
                              id,
                              moved
                                  ? SourceState.fresh(clock.instant(), Schedule.START)
                                  : followed.state().dueAt(clock.instant()));
                      return changed;
                    }));
  }

  /// What is known of the old address, such as how its text was marked, means nothing at the new
  /// one; what it named is known.
  private void move(Session session, Source source, String address) {
    session
        .sources()
        .find(address)
        .filter(other -> other.source().id() != source.id())
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "%s is followed already: %s.".formatted(address, other.source().shown()));
            });
    session.sources().move(source, address, clock.instant());
  }

  private Source changed(Source source, Map<String, String> options) {
    Source changed = source;
    for (Map.Entry<String, String> option : options.entrySet()) {
      SourceOption known =
          SourceOption.of(option.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Nothing is called %s. Known are: %s."
                              .formatted(option.getKey(), SourceOption.words())));
      changed = known.set(changed, dated(known, source, option.getValue()));
    }
    return changed;
  }

  /// A permission is kept with its day.
  private String dated(SourceOption option, Source source, String value) {
    return option == SourceOption.PERMISSION
            && !value.isBlank()
            && !value.equals(source.settings().permission())
        ? "%s, %s".formatted(value.strip(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        : value;
  }

  /// A source is asked at once, by the schedule: something new is there.
  void hurry(int id) {
    expect(id, clock.instant());
  }

  /// A source is asked no later than `at`, whatever its schedule says: something new comes then.
  public void expect(int id, Instant at) {
    store.change(
        session ->
            session
                .sources()
                .find(id)
                .filter(followed -> followed.state().plan().dueAt().isAfter(at))
                .ifPresent(followed -> session.sources().put(id, followed.state().dueAt(at))));
  }

  /// All that are followed, without how they are.
  public List<Source> followed() {
    return store.readOnce(session -> session.sources().all()).stream()
        .map(Followed::source)
        .toList();
  }

  /// The articles that came from any of these sources, those that came last; at most `most`.
  public Set<ArticleId> articles(Collection<Integer> ids, int most) {
    return ids.isEmpty()
        ? Set.of()
        : store.readOnce(session -> session.sourceEntries().articles(ids, most));
  }

  /// Of which followed source each of these texts came, in whatever copy, by the source's number.
  public Map<ArticleId, Integer> cameBy(Collection<ArticleId> texts) {
    return store.readOnce(session -> session.sourceEntries().cameBy(texts));
  }

  /// The articles that came from a source and from no other.
  public List<ArticleId> articlesOf(int id) {
    return store.read(session -> session.sourceEntries().articlesOf(id));
  }

  /// Follows it no longer; its articles stay.
  public boolean remove(int id) {
    return store.write(session -> session.sources().remove(id, clock.instant()));
  }

  /// Asks a source at once and without conditions; empty if it is not there, or was asked a moment
  /// ago.
  public Optional<Rounds.Round> askNow(int id, Steps steps) {
    return store
        .<Optional<Followed>>read(session -> session.sources().find(id))
        .filter(this::mayBeAsked)
        .map(followed -> run(followed, Wanted.BY_PERSON, steps));
  }

  private Rounds.Round run(Followed followed, Wanted wanted, Steps steps) {
    Rounds.Heard heard = rounds.run(followed, wanted, steps);
    if (heard.listing() instanceof Listing.Listed listed) {
      pushes.heard(followed.source(), listed.about());
    }
    return heard.round();
  }

  private boolean mayBeAsked(Followed followed) {
    Instant asked = followed.state().seen().askedAt();
    return asked == null || !asked.isAfter(clock.instant().minus(ONCE));
  }

  /// Asks all that are due, one after the other, and what is due of articles asked for again.
  ///
  /// @param listener hears of each round
  public int askDue(Listener listener) {
    List<SourceTable.Due> due = due();
    for (SourceTable.Due one : due) {
      round(one.id()).ifPresent(round -> listener.asked(round.source(), round.round()));
    }
    rechecksDue(Integer.MAX_VALUE).forEach(rechecks::run);
    return due.size();
  }

  /// Hears of rounds.
  public interface Listener {
    void asked(Source source, Rounds.Round round);
  }

  /// What is due, the longest overdue first.
  List<SourceTable.Due> due() {
    return store.read(session -> session.sources().due(clock.instant()));
  }

  List<Recheck> rechecksDue(int limit) {
    return rechecks.due(limit);
  }

  /// A round of a source.
  record Ran(Source source, Rounds.Round round) {}

  /// Asks a source as the schedule wants; empty if it is followed no more.
  Optional<Ran> round(int id) {
    return store
        .<Optional<Followed>>read(session -> session.sources().find(id))
        .map(
            followed ->
                new Ran(followed.source(), run(followed, Wanted.BY_SCHEDULE, Steps.UNHEARD)));
  }

  /// Begins to hear of what comes by itself: changes of folders.
  void listen() {
    folders.start();
  }

  /// Watches what is followed now, and asks hubs again whose promise ends.
  ///
  /// @return the mailboxes that can be waited at
  List<Source> attend() {
    List<Source> all =
        store.read(session -> session.sources().all()).stream()
            .map(Followed::source)
            .filter(source -> !source.settings().isPaused())
            .toList();
    folders.watch(
        all.stream().filter(source -> source.kind() instanceof SourceKind.OfFolder).toList());
    pushes.renew();
    return all.stream().filter(source -> source.kind() instanceof SourceKind.OfMailbox).toList();
  }

  /// Waits at a mailbox until something comes, which is then asked for.
  ///
  /// @return whether it can be waited there
  boolean await(Source mailbox) {
    boolean could = post.await(mailbox);
    if (could) {
      hurry(mailbox.id());
    }
    return could;
  }

  void deafen() {
    folders.close();
  }

  void recheck(Recheck due) {
    rechecks.run(due);
  }

  /// What became of one outline of an OPML file.
  public record Outlined(Opml.Outline outline, Following following) {}

  /// Follows what an OPML file lists, each in the folder that it has there, all or none. Nothing is
  /// asked: what the outlines say is believed until the first round.
  ///
  /// @param inFolder above the list's own folders; may be empty
  public List<Outlined> follow(Opml opml, String inFolder, String by) {
    Instant now = clock.instant();
    return store.write(
        session ->
            opml.outlines().stream()
                .map(
                    outline ->
                        new Outlined(outline, Register.follow(session, outline, inFolder, by, now)))
                .toList());
  }

  /// All that is followed on the web, as OPML has it.
  public Opml opml() {
    return new Opml(
        store.read(session -> session.sources().all()).stream()
            .map(Followed::source)
            .filter(source -> source.kind().isOnTheWeb())
            .map(Opml.Outline::of)
            .toList());
  }
}
