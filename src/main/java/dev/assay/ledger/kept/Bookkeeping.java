package dev.assay.ledger.kept;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.fold.Origin;
import dev.assay.fold.Origins;
import dev.assay.fold.Outlets;
import dev.assay.ledger.Corrections;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.Row;
import dev.assay.ledger.Showing;
import dev.assay.ledger.kept.LedgerTable.Doubted;
import dev.assay.ledger.kept.LedgerTable.Made;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ClaimTable.DrawnClaim;
import dev.assay.store.ClaimTable.Reading;
import dev.assay.store.ClaimTable.Stale;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredClaim;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the ledger's entries: files the claims of an article, makes the entries of stale drawers
/// anew, and gives an entry back with its rows. Safe for use by many threads.
public final class Bookkeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

  /// Raised with each change of the code that finds other claims.
  private static final String RULES = "8";

  /// So many claims of an entry are judged for a list, of which it shows a few: those that show
  /// best what the entry holds.
  private static final int JUDGED_FOR_A_LIST = 60;

  /// And so many of an entry of the past.
  private static final int JUDGED_FOR_THE_PAST = 600;

  /// Where more scopes of a drawer changed than this, all of it is told: a statement takes only so
  /// many values.
  private static final int MOST_SCOPES = 1_000;

  /// Drawers to one transaction, so that others who write need not wait long.
  private static final int DRAWERS = 64;

  private final Lexicon lexicon;
  private final Ledger ledger;
  private final Origins origins;
  private final Outlets outlets;
  private final Remembered remembered = new Remembered();

  public Bookkeeping(Lexicon lexicon, Outlets outlets) {
    this.lexicon = lexicon;
    this.ledger = Ledger.of(lexicon);
    this.origins = Origins.of(lexicon);
    this.outlets = outlets;
  }

  /// With the rules and tables of the lexicon.
  public static Bookkeeping of(Lexicon lexicon) {
    return new Bookkeeping(lexicon, Outlets.of(lexicon));
  }

  /// Version of the claims' reading: another one after a change of the rules or of a word that they
  /// read by. What an earlier one read is then read again.
  public String reading() {
    return RULES + "-" + lexicon.version(Lexicon.Part.READING);
  }

  /// The figures of an entry along the times that they are for.
  public OverTime overTime(LedgerEntry entry) {
    return ledger.overTime(entry);
  }

  /// The claims of an article as the store keeps them, each with its drawer.
  public Reading filed(Article article, List<Claim> claims) {
    return new Reading(
        claims.stream()
            .filter(claim -> ledger.mayHold(claim, article.language()))
            .map(claim -> drawn(article, claim))
            .toList(),
        reading(),
        voice(article));
  }

  private DrawnClaim drawn(Article article, Claim claim) {
    Evidence evidence = Evidence.of(article, claim, article.id(), "");
    return new DrawnClaim(
        claim, ledger.drawer(claim), ledger.scopeId(evidence).value(), sentence(article, claim));
  }

  private static String sentence(Article article, Claim claim) {
    return claim.sentence().in(Evidence.text(article, claim));
  }

  /// The owner of the agency that the text names as its origin, or else of its outlet; empty if
  /// nobody knows.
  private String voice(Article article) {
    String name = origins.of(article).map(Origin::name).orElse(article.source());
    return HanScript.simplify(outlets.owner(name)).toLowerCase(Locale.ROOT);
  }

  /// Makes the entries of all stale drawers anew. One on which that fails keeps those that it has,
  /// and holds up no other: where the database failed until the next time, else until something in
  /// it changes, when all of it is made anew.
  ///
  /// @return how many drawers there were
  /// @throws ExpectedFailure if the database is not there, or its disk is full; what was not made
  ///   stays stale
  public int refresh(Store store) {
    return refresh(store, () -> {});
  }

  /// As the other.
  ///
  /// @param before is run before each transaction; what it throws ends the work, and what was made
  ///   until then is kept
  public int refresh(Store store, Runnable before) {
    Moments moments = new Moments();
    int refreshed = 0;
    List<String> some = List.of("");
    do {
      before.run();
      some = refreshSome(store, moments, some.getLast());
      refreshed += some.size();
    } while (some.size() == DRAWERS);
    return refreshed;
  }

  /// @return the next drawers after `last`
  private List<String> refreshSome(Store store, Moments moments, String last) {
    try {
      return refresh(store, moments, session -> session.claims().staleAfter(last, DRAWERS));
    } catch (RuntimeException | StackOverflowError e) {
      passOnWhatTheDatabaseSays(e);
      LOG.warn("drawers are made anew one by one, since all together failed", e);
    }
    List<String> some = store.read(session -> session.claims().staleAfter(last, DRAWERS));
    some.forEach(drawer -> refreshAlone(store, moments, drawer));
    return some;
  }

  private void refreshAlone(Store store, Moments moments, String drawer) {
    try {
      refresh(store, moments, _ -> List.of(drawer));
    } catch (RuntimeException | StackOverflowError e) {
      passOnWhatTheDatabaseSays(e);
      LOG.error("drawer {} keeps its entries, since they cannot be made anew", drawer, e);
      if (!isOfDatabase(e)) {
        store.change(session -> session.claims().leaveUntilChanged(drawer));
      }
    }
  }

  /// What a person must do something about befell no drawer alone; what is said of a stored value
  /// has nothing of the database behind it.
  public static void passOnWhatTheDatabaseSays(Throwable thrown) {
    if (thrown instanceof ExpectedFailure failure && isOfDatabase(failure)) {
      throw failure;
    }
  }

  private static boolean isOfDatabase(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(SQLException.class::isInstance);
  }

  private List<String> refresh(
      Store store, Moments moments, Function<Session, List<String>> drawers) {
    return remembered.in(
        store,
        (session, known) -> {
          List<String> some = drawers.apply(session);
          some.forEach(drawer -> refresh(session, drawer, moments, known));
          return some;
        });
  }

  /// Makes the entries of one drawer anew, and says of the articles that came into dispute, or out
  /// of it, that they changed, so that the index follows.
  public void refresh(Session session, String drawer) {
    refresh(session, drawer, new Moments(), new Remembered.Tellings());
  }

  private void refresh(
      Session session, String drawer, Moments moments, Remembered.Tellings tellings) {
    Stale stale = session.claims().staleOf(drawer);
    boolean few = !stale.scopes().isEmpty() && stale.scopes().size() <= MOST_SCOPES;
    Set<EntryId> some = few ? DrawerTable.entriesOf(session, drawer, stale.scopes()) : Set.of();
    Refreshing refreshing = new Refreshing(session, drawer, stale, moments, tellings);
    if (some.isEmpty() || !some.stream().map(Set::of).allMatch(refreshing::tell)) {
      tellings.forget(drawer);
      refreshing.tell(Set.of());
    }
    session.claims().markFresh(drawer);
  }

  /// One drawer that is made anew.
  private final class Refreshing {
    private final Session session;
    private final String drawer;
    private final Stale stale;
    private final Moments moments;
    private final Remembered.Tellings tellings;
    private final Instant since;
    private final Instant toldUntil;

    Refreshing(
        Session session,
        String drawer,
        Stale stale,
        Moments moments,
        Remembered.Tellings tellings) {
      this.session = session;
      this.drawer = drawer;
      this.stale = stale;
      this.moments = moments;
      this.tellings = tellings;
      this.since = session.claims().staleSince(drawer).orElse(Instant.EPOCH);
      this.toldUntil = DrawerTable.toldUntil(session, drawer);
    }

    /// Tells what the drawer came to since the moment from which on anything in it changed.
    ///
    /// @param entries one that alone is told, or none for the whole drawer
    /// @return false, and nothing is told, if other entries than these changed too
    boolean tell(Set<EntryId> entries) {
      DrawerTable table = new DrawerTable(session, drawer, entries);
      Set<String> scopes = table.scopes();
      Telling telling = goneOn(entries, scopes).orElseGet(() -> read(table, scopes));
      DrawerPast past = telling.past();
      if (!entries.isEmpty() && !past.isOf(telling.keys())) {
        return false;
      }
      telling.tags().read(session);
      Instant last = toldUntil;
      for (Instant at : moments.of(telling.versions(), telling.said().moments(), since)) {
        List<Made> made = telling.at(at, ledger);
        if (!entries.isEmpty() && !ids(made).equals(scopes)) {
          return false;
        }
        past.at(at, made, telling.tags());
        last = at;
      }
      if (!entries.isEmpty()) {
        past.keepDoubts(table.doubts(), telling.keys());
      }
      table.put(past, since, last, telling.versions());
      News.write(session, past, telling.versions(), toldUntil);
      past.disputedOtherThanBefore().forEach(session.articles()::touch);
      entries.forEach(entry -> tellings.keep(drawer, entry, telling));
      return true;
    }

    private Telling read(DrawerTable table, Set<String> scopes) {
      List<Version> versions = session.claims().versions(drawer, scopes);
      return new Telling(versions, Said.of(session, drawer, versions), table.before(since));
    }

    /// What is remembered of the entry with the claims that came, if claims only came, and after
    /// all that was told.
    private Optional<Telling> goneOn(Set<EntryId> entries, Set<String> scopes) {
      boolean came = since.isAfter(toldUntil) && stale.articles().size() <= MOST_SCOPES;
      return entries.stream()
          .flatMap(entry -> tellings.of(entry).stream())
          .filter(telling -> came && !telling.hasAny(stale.articles()))
          .findFirst()
          .map(
              telling -> telling.with(session.claims().versions(drawer, scopes, stale.articles())));
    }
  }

  /// The ids of the scopes of all entries.
  private static Set<String> ids(List<Made> made) {
    return made.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.kept().id()), one.entry().otherIds().stream()))
        .map(EntryId::value)
        .collect(Collectors.toSet());
  }

  /// What a reader should look at, with what it contradicts.
  public Optional<Doubt> doubt(Session session, Doubted doubted) {
    Optional<StoredClaim> asked = claim(session, doubted.claim());
    Optional<StoredClaim> against = claim(session, doubted.against());
    return asked.isEmpty() || against.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                Drawer.evidence(asked.get()), Drawer.evidence(against.get()), doubted.why(), 0));
  }

  private static Optional<StoredClaim> claim(Session session, ClaimKey key) {
    return session.claims().find(key.article(), key.number());
  }

  /// A kept entry with all its rows.
  public Optional<LedgerEntry> entry(Session session, KeptEntry kept) {
    return entry(session, kept, drawer(session, kept, Integer.MAX_VALUE));
  }

  /// A kept entry with a few of its rows.
  ///
  /// @param most rows; those that show best what it holds
  public Optional<LedgerEntry> entry(Session session, KeptEntry kept, int most) {
    Drawer opened =
        drawer(session, kept, session.asOf().isEmpty() ? JUDGED_FOR_A_LIST : JUDGED_FOR_THE_PAST);
    return entry(session, kept, opened)
        .map(
            entry ->
                session.asOf().isEmpty()
                    ? entry.withRowsOf(opened.evidence(), most)
                    : entry.withRowsOf(shown(entry), most));
  }

  /// The order of showing is kept of what stands; of the past it is found again.
  private static List<Evidence> shown(LedgerEntry entry) {
    return Showing.order(entry).stream().map(Row::evidence).toList();
  }

  private static Drawer drawer(Session session, KeptEntry kept, int most) {
    return Drawer.of(session.claims().standingIn(kept.id().value(), most));
  }

  private Optional<LedgerEntry> entry(Session session, KeptEntry kept, Drawer opened) {
    Collection<StoredClaim> claims = opened.claims().values();
    Corrections corrections =
        opened.corrections(
            session.labels().of(articles(claims)), session.corrections().verdictsIn(kept.drawer()));
    return ledger.entries(opened.evidence(), corrections).stream()
        .max(Comparator.comparingInt(entry -> entry.rows().size()))
        .map(entry -> entry.as(kept));
  }

  private static Set<ArticleId> articles(Collection<StoredClaim> claims) {
    return claims.stream().map(StoredClaim::article).collect(Collectors.toSet());
  }
}
