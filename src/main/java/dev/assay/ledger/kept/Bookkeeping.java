package dev.assay.ledger.kept;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.fold.Origin;
import dev.assay.fold.Origins;
import dev.assay.fold.Outlets;
import dev.assay.ledger.Corrections;
import dev.assay.ledger.Corrections.Overruling;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.KeptEntry.Dispute;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Showing;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerTable.Doubted;
import dev.assay.ledger.kept.LedgerTable.Made;
import dev.assay.ledger.kept.LedgerTable.Standpoint;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ClaimTable.DrawnClaim;
import dev.assay.store.ClaimTable.Reading;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.CorrectionTable.Held;
import dev.assay.store.CorrectionTable.WrongVerdict;
import dev.assay.store.LabelTable;
import dev.assay.store.LabelTable.Label;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredClaim;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the ledger's entries: files the claims of an article, makes the entries of stale drawers
/// anew, and gives an entry back with its rows. Safe for use by many threads.
public final class Bookkeeping {

  /// Raised with each change of the code that finds other claims.
  private static final String RULES = "5";

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

  /// Makes the entries of all stale drawers anew.
  ///
  /// @return how many drawers there were
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
    int step = DRAWERS;
    while (step == DRAWERS) {
      before.run();
      step = store.write(session -> refreshSome(session, moments));
      refreshed += step;
    }
    return refreshed;
  }

  private int refreshSome(Session session, Moments moments) {
    List<String> stale = session.claims().stale(DRAWERS);
    stale.forEach(drawer -> refresh(session, drawer, moments));
    return stale.size();
  }

  /// Makes the entries of one drawer anew, and says of the articles that came into dispute, or out
  /// of it, that they changed, so that the index follows.
  public void refresh(Session session, String drawer) {
    refresh(session, drawer, new Moments());
  }

  private void refresh(Session session, String drawer, Moments moments) {
    Set<String> stale = session.claims().staleScopes(drawer);
    boolean few = !stale.isEmpty() && stale.size() <= MOST_SCOPES;
    Set<EntryId> some = few ? DrawerTable.entriesOf(session, drawer, stale) : Set.of();
    if (some.isEmpty() || !refresh(session, drawer, some, moments)) {
      refresh(session, drawer, Set.of(), moments);
    }
    session.claims().markFresh(drawer);
  }

  private boolean refresh(Session session, String drawer, Set<EntryId> entries, Moments moments) {
    LedgerTable table = new LedgerTable(session);
    Set<ArticleId> before = table.disputedIn(drawer, entries);
    if (!tell(session, drawer, entries, moments)) {
      return false;
    }
    Set<ArticleId> after = table.disputedIn(drawer, entries);
    Stream.concat(
            before.stream().filter(id -> !after.contains(id)),
            after.stream().filter(id -> !before.contains(id)))
        .forEach(session.articles()::touch);
    return true;
  }

  /// Tells what the drawer came to since the moment from which on anything in it changed.
  ///
  /// @param entries that alone are told; empty for the whole drawer
  /// @return false, and nothing is told, if other entries than these changed too
  private boolean tell(Session session, String drawer, Set<EntryId> entries, Moments moments) {
    Instant since = session.claims().staleSince(drawer).orElse(Instant.EPOCH);
    DrawerTable table = new DrawerTable(session, drawer, entries);
    Set<String> scopes = table.scopes();
    List<Version> versions = session.claims().versions(drawer, scopes);
    Said said = Said.of(session, drawer, versions);
    DrawerPast past = table.before(since);
    if (!entries.isEmpty() && !past.isOf(versions)) {
      return false;
    }
    Instant toldUntil = table.toldUntil();
    Map<List<Object>, Map<String, Boolean>> tagged = new HashMap<>();
    Instant last = toldUntil;
    for (Instant at : moments.of(versions, said.moments(), since)) {
      Drawer opened =
          Drawer.of(
              versions.stream()
                  .filter(version -> version.stoodAt(at))
                  .map(Version::claim)
                  .toList());
      List<Made> made =
          ledger.entries(opened.evidence(), said.corrections(opened, at)).stream()
              .map(entry -> made(entry, opened))
              .toList();
      if (!entries.isEmpty() && !ids(made).equals(scopes)) {
        return false;
      }
      past.at(
          at,
          made,
          (one, then) ->
              tagged.computeIfAbsent(
                  List.of(one.entities(), one.kept().verdict(), one.claims()),
                  _ -> table.tagged(one, then)));
      last = at;
    }
    if (!entries.isEmpty()) {
      past.keepDoubts(table.doubts(), versions);
    }
    table.put(past, since, last, versions);
    News.write(session, past, versions, toldUntil);
    return true;
  }

  /// The ids of the scopes of all entries.
  private static Set<String> ids(List<Made> made) {
    return made.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.kept().id()), one.entry().otherIds().stream()))
        .map(EntryId::value)
        .collect(Collectors.toSet());
  }

  /// The claims of one drawer, or some of them, as evidence.
  private record Drawer(List<Evidence> evidence, Map<EvidenceId, StoredClaim> claims) {

    static Drawer of(List<StoredClaim> stored) {
      Map<EvidenceId, StoredClaim> claims = new HashMap<>();
      List<Evidence> evidence = new ArrayList<>();
      for (StoredClaim claim : stored) {
        Evidence one = evidence(claim);
        if (claims.putIfAbsent(one.id(), claim) == null) {
          evidence.add(one);
        }
      }
      return new Drawer(evidence, claims);
    }

    private static Evidence evidence(StoredClaim stored) {
      StoredClaim.Place place = stored.place();
      return new Evidence(
          EvidenceId.of(stored.article(), stored.claim()),
          stored.article(),
          place.canonical(),
          place.source(),
          place.voice(),
          place.published(),
          place.orderedBy(),
          place.language(),
          stored.written(),
          stored.sentence(),
          stored.claim());
    }

    ClaimKey key(Evidence evidence) {
      StoredClaim claim = Objects.requireNonNull(claims.get(evidence.id()));
      return new ClaimKey(claim.article(), claim.number());
    }
  }

  private static Corrections corrections(
      Drawer opened, Map<ArticleId, List<Label>> labels, List<WrongVerdict> wrongVerdicts) {
    Set<EvidenceId> misread = new HashSet<>();
    Set<EvidenceId> right = new HashSet<>();
    if (!labels.isEmpty()) {
      opened
          .claims()
          .forEach(
              (id, claim) ->
                  verdict(claim, labels.getOrDefault(claim.article(), List.of()))
                      .ifPresent(verdict -> (verdict.isRight() ? right : misread).add(id)));
    }
    return new Corrections(
        misread, right, wrongVerdicts.stream().map(Bookkeeping::overruling).toList());
  }

  private static Optional<ReadingVerdict> verdict(StoredClaim claim, List<Label> labels) {
    return labels.isEmpty()
        ? Optional.empty()
        : labels.stream()
            .filter(one -> one.mark().equals(LabelTable.mark(claim)))
            .flatMap(one -> ReadingVerdict.of(one.verdict()).stream())
            .findFirst();
  }

  private static Overruling overruling(WrongVerdict wrong) {
    return new Overruling(
        new EntryId(wrong.entry()), Verdict.of(wrong.wrong()), Verdict.of(wrong.right()));
  }

  /// What readers ever said of a drawer.
  private record Said(List<Held<Label>> labels, List<Held<WrongVerdict>> verdicts) {

    static Said of(Session session, String drawer, List<Version> versions) {
      return new Said(
          session.labels().ever(articles(versions.stream().map(Version::claim).toList())),
          session.corrections().verdictsEver(drawer));
    }

    /// When anything was said or taken back.
    Set<Instant> moments() {
      return Stream.concat(labels.stream(), verdicts.stream())
          .flatMap(held -> Stream.of(held.from(), held.until()))
          .filter(at -> !at.equals(ThenTable.STANDING))
          .collect(Collectors.toSet());
    }

    Corrections corrections(Drawer opened, Instant at) {
      return Bookkeeping.corrections(
          opened,
          labels.stream()
              .filter(held -> held.heldAt(at))
              .map(Held::correction)
              .collect(Collectors.groupingBy(Label::article)),
          verdicts.stream().filter(held -> held.heldAt(at)).map(Held::correction).toList());
    }
  }

  private static Made made(LedgerEntry entry, Drawer drawer) {
    return new Made(
        kept(entry, drawer),
        entry,
        entities(entry),
        standpoints(entry, drawer),
        entry.doubts().stream().map(doubt -> doubted(doubt, drawer)).toList());
  }

  private static Doubted doubted(Doubt doubt, Drawer drawer) {
    return new Doubted(doubt.why(), drawer.key(doubt.asked()), drawer.key(doubt.against()));
  }

  private static KeptEntry kept(LedgerEntry entry, Drawer drawer) {
    return new KeptEntry(
        entry.id(),
        entry.drawer(),
        entry.verdict(),
        entry.rows().size(),
        entry.reason() instanceof Reason.Together(int rows) ? rows : 0,
        entry.independent(),
        entry
            .dispute()
            .map(
                apart ->
                    new Dispute(
                        drawer.key(apart.one().evidence()), drawer.key(apart.other().evidence())))
            .orElse(null));
  }

  /// Ids of what the entry is about: the thing, and what its scope names.
  private static List<String> entities(LedgerEntry entry) {
    return Stream.concat(
            Stream.ofNullable(entry.entity().id()),
            entry.scope().stream().map(Claim.Part::id).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  private static List<Standpoint> standpoints(LedgerEntry entry, Drawer drawer) {
    List<Row> ordered = Showing.order(entry);
    return Stream.concat(
            ordered.stream().map(row -> standpoint(row, row.evidence(), drawer)),
            ordered.stream()
                .flatMap(row -> row.copies().stream().map(copy -> standpoint(row, copy, drawer))))
        .toList();
  }

  private static Standpoint standpoint(Row row, Evidence evidence, Drawer drawer) {
    Evidence against =
        row.standing() instanceof RowStanding.Compared compared ? compared.against() : null;
    return new Standpoint(drawer.key(evidence), against == null ? null : drawer.key(against));
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
        corrections(
            opened,
            session.labels().of(articles(claims)),
            session.corrections().verdictsIn(kept.drawer()));
    return ledger.entries(opened.evidence(), corrections).stream()
        .max(Comparator.comparingInt(entry -> entry.rows().size()))
        .map(entry -> entry.as(kept));
  }

  private static Set<ArticleId> articles(Collection<StoredClaim> claims) {
    return claims.stream().map(StoredClaim::article).collect(Collectors.toSet());
  }
}
