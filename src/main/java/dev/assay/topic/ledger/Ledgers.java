package dev.assay.topic.ledger;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.evaluate.ReadingLabel;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.ledger.kept.About;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.ledger.kept.LedgerTable.Disputed;
import dev.assay.ledger.kept.LedgerTable.Tally;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.search.SearchRequest;
import dev.assay.store.CorrectionTable.WrongVerdict;
import dev.assay.store.LabelTable;
import dev.assay.store.LabelTable.Label;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredClaim;
import dev.assay.topic.Heading;
import dev.assay.topic.Name;
import dev.assay.topic.RecentFacts;
import dev.assay.topic.TopicSubject;
import dev.assay.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ledger of any name, of everything, and single entries, with what readers find wrong in them.
/// The core public access point to the ledger.
///
/// Nothing is computed over the whole store: entries are kept, and only those that are shown are
/// made of their claims. Safe for use by many threads.
public final class Ledgers {

  /// Entries on a page.
  public static final int ENTRIES = 10;

  /// Figures to review on a page.
  public static final int DOUBTS = 20;

  /// Rows of an entry among others; the rest stands on its own page.
  private static final int ROWS_IN_A_LIST = 6;

  /// Pages of a list; what comes after them is found with a filter.
  public static final int MOST_PAGES = 500;

  private static final int THINGS = 14;
  private static final int SOURCES = 14;

  /// Outlets are counted in so many entries, those of most interest.
  private static final int LOOKED_AT_FOR_SOURCES = 200;

  /// Entries of a topic among which those are sought that moved, and those of most figures that are
  /// made for it.
  private static final int LOOKED_AT_FOR_SERIES = 2_000;

  private static final int MADE_FOR_SERIES = 120;

  /// Topics whose figures over time are kept: those of one are whole entries with their quotes.
  private static final int MOST_TOPICS_OF_SERIES = 16;

  /// Quantities on the page of a topic's figures over time.
  public static final int MOST_SERIES = 40;

  /// Sets of whole entries that are kept for the supply chains that are looked at.
  private static final int MOST_CHAINS = 4;

  /// Disputes beside a topic page, and rows of each.
  private static final int BESIDE = 4;

  private static final int ROWS_BESIDE = 5;

  private static final LedgerFilter DIFFERING =
      LedgerFilter.SEVERAL.withVerdicts(EnumSet.of(Verdict.DIFFER));

  /// Disputed figures of a page's articles that are marked.
  private static final int MOST_DISPUTES = 120;

  /// A longer note is cut.
  private static final int LONGEST_NOTE = 500;

  private final Store store;
  private final Search search;
  private final Supplier<Names> names;
  private final Bookkeeping bookkeeping;
  private final Runnable indexing;
  private final InstantSource clock;
  private final RecentFacts<LedgerFacts> recent;
  private final RecentFacts<Map<Verdict, Tally>> recentTallies;
  private final RecentFacts<List<OverTime>> recentSeries;
  private final RecentFacts<Optional<OverTime>> recentOverTime;
  private final RecentFacts<List<LedgerEntry>> recentEntries;

  /// @param indexing brings the index up to the store: run when a reader's word changed what is in
  ///   dispute
  public Ledgers(
      Store store,
      Search search,
      Supplier<Names> names,
      Bookkeeping bookkeeping,
      Runnable indexing,
      InstantSource clock) {
    this.store = store;
    this.search = search;
    this.names = names;
    this.bookkeeping = bookkeeping;
    this.indexing = indexing;
    this.clock = clock;
    this.recent = new RecentFacts<>(clock);
    this.recentTallies = new RecentFacts<>(clock);
    this.recentSeries = new RecentFacts<>(clock, MOST_TOPICS_OF_SERIES);
    this.recentOverTime = new RecentFacts<>(clock, 2 * MOST_SERIES);
    this.recentEntries = new RecentFacts<>(clock, MOST_CHAINS);
  }

  /// What the ledger says, in a reader's language.
  public Wording wording(Language reader) {
    return Wording.of(names.get(), reader);
  }

  /// What is said of figures over time, in a reader's language.
  public SeriesWords seriesWords(Language reader) {
    return SeriesWords.of(names.get(), reader);
  }

  /// The figures over time of the entry that is or was known as `id`.
  public Optional<OverTime> overTime(EntryId id) {
    return store.read(
        session ->
            recentOverTime.get(
                id,
                new LedgerTable(session).round(),
                () -> entry(id).map(shown -> bookkeeping.overTime(shown.entry()))));
  }

  /// What has figures for several times in the ledger of the topic called `name`.
  public TopicSeries overTime(String name, Language reader) {
    return store.read(
        session -> {
          TopicSubject subject = subject(session, name);
          About about = about(subject);
          long round = new LedgerTable(session).round();
          List<OverTime> moved =
              recentSeries.get(about, round, () -> store.read(own -> overTime(own, about)));
          // Their drawings are asked for next, each by its entry.
          moved.forEach(one -> recentOverTime.get(one.entry().id(), round, () -> Optional.of(one)));
          return new TopicSeries(Topics.heading(session, subject, reader), moved);
        });
  }

  /// Of what has the most figures: what is of the topic's things themselves first, then that with
  /// figures for most times.
  private List<OverTime> overTime(Session session, About about) {
    LedgerFilter any = LedgerFilter.SEVERAL.withVerdicts(EnumSet.allOf(Verdict.class));
    return new LedgerTable(session)
        .list(about, any, 0, LOOKED_AT_FOR_SERIES).stream()
            .filter(kept -> kept.figures() > 1)
            .sorted(Comparator.comparingInt(KeptEntry::figures).reversed())
            .limit(MADE_FOR_SERIES)
            .flatMap(kept -> bookkeeping.entry(session, kept).stream())
            .map(bookkeeping::overTime)
            .filter(one -> !one.series().isEmpty())
            .sorted(
                Comparator.comparing((OverTime one) -> !isOf(one.entry(), about))
                    .thenComparing(one -> -one.series().getFirst().times()))
            .limit(MOST_SERIES)
            .toList();
  }

  /// Whether an entry has the figures of what is asked about, or of a part of it; else they only
  /// stand in articles that mention it.
  private static boolean isOf(LedgerEntry entry, About about) {
    return about instanceof About.Entities(List<String> ids)
        && Stream.concat(
                Stream.ofNullable(entry.entity().id()),
                entry.scope().stream().flatMap(part -> Stream.ofNullable(part.id())))
            .anyMatch(ids::contains);
  }

  /// A page of the ledger of the topic called `name`.
  ///
  /// @param number of the page, from 1
  public LedgerPage page(String name, LedgerFilter filter, int number, Language reader) {
    return store.read(
        session -> {
          TopicSubject subject = subject(session, name);
          About about = about(subject);
          return page(
              session, Topics.heading(session, subject, reader), about, filter, number, reader);
        });
  }

  /// A page of the ledger of everything.
  ///
  /// @param number of the page, from 1
  public LedgerPage page(LedgerFilter filter, int number, Language reader) {
    return store.read(
        session -> page(session, null, new About.Everything(), filter, number, reader));
  }

  private LedgerPage page(
      Session session,
      @Nullable Heading heading,
      About about,
      LedgerFilter filter,
      int number,
      Language reader) {
    if (number < 1 || number > MOST_PAGES) {
      throw new IllegalArgumentException(
          "page must be 1 to %d, got %d".formatted(MOST_PAGES, number));
    }
    LedgerTable table = new LedgerTable(session);
    List<KeptEntry> listed = table.list(about, filter, (number - 1) * ENTRIES, ENTRIES + 1);
    return new LedgerPage(
        heading,
        filter,
        facts(session, about, filter, reader),
        shown(session, listed.subList(0, Math.min(ENTRIES, listed.size())), ROWS_IN_A_LIST),
        number,
        listed.size() > ENTRIES && number < MOST_PAGES,
        isBehind(session));
  }

  private static boolean isBehind(Session session) {
    return !session.claims().stale(1).isEmpty()
        || session.names().tagged().filter(tagged -> !tagged.isDone()).isPresent();
  }

  private List<ShownEntry> shown(Session session, List<KeptEntry> kept, int rows) {
    return kept.stream()
        .flatMap(
            entry ->
                bookkeeping.entry(session, entry, rows).stream()
                    .map(made -> new ShownEntry(made, entry.figures())))
        .toList();
  }

  /// The facts with the tallies of what passes the filter.
  private LedgerFacts facts(Session session, About about, LedgerFilter filter, Language reader) {
    LedgerFacts all = facts(session, about, reader);
    if (filter.isOfVerdictsOnly()) {
      return all;
    }
    LedgerFilter ofAnyVerdict = filter.withVerdicts(EnumSet.allOf(Verdict.class));
    return all.withTallies(
        recentTallies.get(
            List.of(about, ofAnyVerdict),
            new LedgerTable(session).round(),
            () -> store.read(own -> new LedgerTable(own).tallies(about, ofAnyVerdict))));
  }

  private LedgerFacts facts(Session session, About about, Language reader) {
    return recent.get(
        List.of(about, reader),
        new LedgerTable(session).round(),
        () -> store.read(own -> count(new LedgerTable(own), about, reader)));
  }

  private LedgerFacts count(LedgerTable table, About about, Language reader) {
    List<EntryId> first =
        table.list(about, LedgerFilter.SEVERAL, 0, LOOKED_AT_FOR_SOURCES).stream()
            .map(KeptEntry::id)
            .toList();
    return new LedgerFacts(
        table.tallies(about, LedgerFilter.SEVERAL),
        table.things(about, THINGS).entrySet().stream().map(count -> thing(count, reader)).toList(),
        table.properties(about),
        table.sources(first, SOURCES),
        table.unread(bookkeeping.reading()));
  }

  private LedgerFacts.Thing thing(Map.Entry<String, Long> count, Language reader) {
    String key = count.getKey();
    Name name =
        Optional.of(key)
            .filter(found -> found.startsWith("#"))
            .flatMap(found -> names.get().entity(found.substring(1)))
            .map(entity -> TopicSubject.nameOf(entity, reader))
            .orElseGet(() -> new Name(key, LanguageDetector.detect(key, Language.UNKNOWN)));
    return new LedgerFacts.Thing(key, name, count.getValue());
  }

  private TopicSubject subject(Session session, String name) {
    return Topics.subject(session, name, names.get(), search);
  }

  private About about(TopicSubject subject) {
    return subject.isQuery()
        ? new About.Articles(subject.in(search).ids(subject.query(), SearchRequest.MOST_HITS))
        : new About.Entities(subject.entityIds());
  }

  /// What is in dispute on a page of the topic called `name` that shows these articles.
  public Disputes disputes(String name, List<ArticleId> articles) {
    return store.read(
        session -> {
          LedgerTable table = new LedgerTable(session);
          TopicSubject subject = subject(session, name);
          List<Disputes.Figure> figures = figures(session, table.disputed(articles));
          if (subject.isQuery()) {
            List<KeptEntry> named = disputesInWordsOf(session, subject);
            return new Disputes(
                named.size(),
                shown(session, named.stream().limit(BESIDE).toList(), ROWS_BESIDE),
                figures);
          }
          About about = about(subject);
          // What is of the topic's things themselves is listed first.
          long own = table.disputes(about);
          List<KeptEntry> listed = table.list(about, DIFFERING, 0, (int) Math.min(BESIDE, own));
          return new Disputes(own, shown(session, listed, ROWS_BESIDE), figures);
        });
  }

  /// Entries that differ, of which a sentence holds the words of a topic: an article that has them
  /// somewhere gives figures of much else.
  private List<KeptEntry> disputesInWordsOf(Session session, TopicSubject subject) {
    Predicate<String> holds = search.holding(subject.query());
    return new LedgerTable(session)
        .disputedBy(subject.in(search).ids(subject.query(), SearchRequest.MOST_HITS)).stream()
            .filter(quoted -> holds.test(quoted.sentence()))
            .map(LedgerTable.Quoted::entry)
            .distinct()
            .toList();
  }

  /// What articles that arrived after `since` did to the ledger.
  public LedgerNews newsSince(Instant since) {
    return store.read(
        session -> {
          LedgerTable.Moved moved = new LedgerTable(session).movedSince(since);
          return new LedgerNews(moved.disputes(), moved.entries());
        });
  }

  /// What is in dispute in an article.
  public Disputes disputes(ArticleId article) {
    return store.read(
        session -> {
          List<Disputed> found = new LedgerTable(session).disputed(List.of(article));
          return new Disputes(found.size(), List.of(), figures(session, found));
        });
  }

  private static List<Disputes.Figure> figures(Session session, List<Disputed> found) {
    List<Disputes.Figure> figures = new ArrayList<>();
    for (Disputed disputed : found.subList(0, Math.min(MOST_DISPUTES, found.size()))) {
      Optional<Disputes.Side> here = side(session, disputed.claim());
      Optional<Disputes.Side> against = side(session, disputed.against());
      if (here.isPresent() && against.isPresent()) {
        figures.add(new Disputes.Figure(disputed.entry(), here.get(), against.get()));
      }
    }
    return figures;
  }

  private static Optional<Disputes.Side> side(Session session, KeptEntry.ClaimKey key) {
    return session
        .claims()
        .find(key.article(), key.number())
        .map(
            stored ->
                new Disputes.Side(
                    stored.article(),
                    stored.place().source(),
                    stored.place().language(),
                    stored.written(),
                    stored.claim()));
  }

  /// The entry that is or was known as `id`, with all its figures.
  public Optional<ShownEntry> entry(EntryId id) {
    return store.read(
        session ->
            new LedgerTable(session)
                .find(id)
                .flatMap(
                    kept ->
                        bookkeeping
                            .entry(session, kept)
                            .map(entry -> new ShownEntry(entry, kept.figures()))));
  }

  /// Whether an entry is in the ledger of the topic called `name`.
  public boolean has(String name, EntryId id) {
    return store.read(
        session ->
            !new LedgerTable(session).among(about(subject(session, name)), List.of(id)).isEmpty());
  }

  /// Hands every entry of a topic's ledger that passes the filter to `sink`, with all its figures.
  ///
  /// @param name of the topic; null for everything
  public void export(@Nullable String name, LedgerFilter filter, Consumer<ShownEntry> sink) {
    About about =
        name == null
            ? new About.Everything()
            : store.read(session -> about(subject(session, name)));
    export(about, filter, Integer.MAX_VALUE, sink);
  }

  /// The same of what some articles give figures of: what is most worth a look first.
  ///
  /// @param most entries
  public void export(
      List<ArticleId> articles, LedgerFilter filter, int most, Consumer<ShownEntry> sink) {
    export(new About.Articles(articles), filter, most, sink);
  }

  /// Entries about some things, or of which they are a part of the scope, with all their figures:
  /// what is most worth a look first. Kept while nothing changes.
  ///
  /// @param most entries
  public List<LedgerEntry> entriesAbout(List<String> entityIds, LedgerFilter filter, int most) {
    About about = new About.Entities(entityIds);
    return store.read(
        session ->
            recentEntries.get(
                List.of(about, filter, most),
                new LedgerTable(session).round(),
                () -> {
                  List<LedgerEntry> entries = new ArrayList<>();
                  export(about, filter, most, shown -> entries.add(shown.entry()));
                  return List.copyOf(entries);
                }));
  }

  private void export(About about, LedgerFilter filter, int most, Consumer<ShownEntry> sink) {
    List<KeptEntry> listed =
        store.read(session -> new LedgerTable(session).list(about, filter, 0, most));
    for (KeptEntry kept : listed) {
      store
          .<Optional<LedgerEntry>>read(session -> bookkeeping.entry(session, kept))
          .ifPresent(entry -> sink.accept(new ShownEntry(entry, kept.figures())));
    }
  }

  /// Says how a figure was read: what is right is trusted, what is wrong counts for nothing.
  /// Remembered when its article is read again, and kept as a label.
  ///
  /// @param note the reader's words; may be empty
  /// @return false if no article has this claim
  public boolean markReading(EvidenceId id, ReadingVerdict verdict, String note) {
    return changeReading(
        id,
        (session, claim) ->
            session
                .labels()
                .put(
                    new Label(
                        claim.article(),
                        LabelTable.mark(claim),
                        verdict.word(),
                        cut(note),
                        clock.instant()),
                    claim,
                    passage(session, claim)));
  }

  private static String passage(Session session, StoredClaim claim) {
    return session
        .articles()
        .find(claim.article())
        .map(stored -> Evidence.text(stored.article(), claim.claim()))
        .orElse(claim.sentence());
  }

  /// Takes it back.
  ///
  /// @return false if no article has this claim
  public boolean restoreReading(EvidenceId id) {
    return changeReading(
        id,
        (session, claim) ->
            session.labels().delete(claim.article(), LabelTable.mark(claim), clock.instant()));
  }

  /// A page of what a reader should look at.
  ///
  /// @param number of the page, from 1
  public ReviewPage review(int number) {
    if (number < 1 || number > MOST_PAGES) {
      throw new IllegalArgumentException(
          "page must be 1 to %d, got %d".formatted(MOST_PAGES, number));
    }
    return store.read(
        session -> {
          LedgerTable table = new LedgerTable(session);
          List<LedgerTable.Doubted> listed = table.doubts((number - 1) * DOUBTS, DOUBTS + 1);
          return new ReviewPage(
              listed.stream()
                  .limit(DOUBTS)
                  .flatMap(doubted -> bookkeeping.doubt(session, doubted).stream())
                  .toList(),
              table.doubts(),
              number,
              listed.size() > DOUBTS && number < MOST_PAGES);
        });
  }

  /// Hands every label that readers made of a reading to `sink`, the oldest first. What they said
  /// of a figure that met another by the words around it is none: no reader of claims learns from
  /// it.
  public void labels(Consumer<ReadingLabel> sink) {
    List<ReadingLabel> labels = new ArrayList<>();
    store.read(
        session -> {
          session.labels().each(kept -> labels.add(label(kept)));
          return labels.size();
        });
    labels.stream().filter(label -> !label.claim().isAlike()).forEach(sink);
  }

  private static ReadingLabel label(LabelTable.Kept kept) {
    return new ReadingLabel(
        kept.label().article(),
        ReadingVerdict.of(kept.label().verdict()).orElse(ReadingVerdict.WRONG),
        kept.label().note(),
        kept.label().madeAt(),
        kept.passage(),
        kept.language(),
        kept.published(),
        kept.claim());
  }

  private interface Change<T> {
    void apply(Session session, T of);
  }

  private boolean changeReading(EvidenceId id, Change<StoredClaim> change) {
    Optional<ArticleId> article = ArticleId.parse(id.value().split("-", 2)[0]);
    return changed(
        session -> {
          Optional<StoredClaim> claim =
              article.stream()
                  .flatMap(of -> claims(session, of))
                  .filter(one -> EvidenceId.of(one.article(), one.claim()).equals(id))
                  .findFirst();
          claim.ifPresent(found -> change.apply(session, found));
          claim.ifPresent(found -> bookkeeping.refresh(session, found.drawer()));
          return claim.isPresent();
        });
  }

  private static Stream<StoredClaim> claims(Session session, ArticleId article) {
    return session.claims().of(List.of(article)).getOrDefault(article, List.of()).stream();
  }

  /// Says what an entry's verdict should be; holds as long as the rules come to the verdict that
  /// the reader saw.
  ///
  /// @param note the reader's words; may be empty
  /// @return false if there is no such entry
  public boolean markVerdict(EntryId id, Verdict right, String note) {
    return changeVerdict(
        id,
        (session, kept) ->
            session
                .corrections()
                .put(
                    new WrongVerdict(
                        kept.id().value(),
                        kept.drawer(),
                        computed(session, kept).word(),
                        right.word(),
                        cut(note),
                        clock.instant())));
  }

  /// The verdict by the rules, whatever a reader said of it before.
  private Verdict computed(Session session, KeptEntry kept) {
    return bookkeeping
        .entry(session, kept)
        .map(LedgerEntry::reason)
        .filter(Reason.Overruled.class::isInstance)
        .map(reason -> ((Reason.Overruled) reason).computed())
        .orElse(kept.verdict());
  }

  /// Takes it back.
  ///
  /// @return false if there is no such entry
  public boolean restoreVerdict(EntryId id) {
    return changeVerdict(
        id,
        (session, kept) -> {
          List<String> ids = new ArrayList<>(List.of(id.value(), kept.id().value()));
          new LedgerTable(session).otherIds(kept.id()).forEach(other -> ids.add(other.value()));
          session.corrections().deleteVerdict(ids, kept.drawer(), clock.instant());
        });
  }

  private boolean changed(Function<Session, Boolean> change) {
    boolean known = store.write(change);
    if (known) {
      indexing.run();
    }
    return known;
  }

  private boolean changeVerdict(EntryId id, Change<KeptEntry> change) {
    return changed(
        session -> {
          Optional<KeptEntry> kept = new LedgerTable(session).find(id);
          kept.ifPresent(found -> change.apply(session, found));
          kept.ifPresent(found -> bookkeeping.refresh(session, found.drawer()));
          return kept.isPresent();
        });
  }

  private static String cut(String note) {
    String stripped = note.strip();
    return stripped.length() <= LONGEST_NOTE ? stripped : stripped.substring(0, LONGEST_NOTE);
  }
}
