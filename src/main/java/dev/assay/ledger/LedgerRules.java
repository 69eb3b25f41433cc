package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.claim.Pointers;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Moods;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Set;

/// The tables by which figures are judged.
///
/// @param paces how near in time figures must be
/// @param needs what two figures must say
/// @param pastWords what tells that a figure was so once
/// @param bases what tells against what something rose or fell
/// @param moods what tells that a text does not stand behind a figure as a fact
/// @param exclusions what tells that something is left out of the whole
/// @param pointers what words name no thing
/// @param trust how far a claim must be trusted
/// @param doubts what leaves a figure out of a series
/// @param timeless whether texts of which no time is known are of one time
record LedgerRules(
    ScopeTable scopes,
    Widths widths,
    Pace.Table paces,
    Need.Table needs,
    PastWords pastWords,
    EvidenceMoods moods,
    Bases bases,
    Exclusions exclusions,
    Pointers pointers,
    ClaimTrust trust,
    SeriesDoubts doubts,
    boolean timeless) {

  /// The kinds of things of which something rises, and which do not rise themselves.
  private static final Set<String> WITH_MEASURES =
      Set.of(
          "country",
          "region",
          "state",
          "province",
          "city",
          "company",
          "agency",
          "person",
          "mine",
          "plant");

  static LedgerRules of(Lexicon lexicon) {
    return new LedgerRules(
        ScopeTable.of(lexicon),
        Widths.of(lexicon),
        Pace.Table.of(lexicon),
        Need.Table.of(lexicon),
        PastWords.of(lexicon),
        new EvidenceMoods(Moods.of(lexicon)),
        Bases.of(lexicon),
        Exclusions.of(lexicon),
        new Pointers(lexicon),
        new ClaimTrust(lexicon),
        new SeriesDoubts(lexicon),
        false);
  }

  /// The same for figures that were found to be of one thing before: nothing more need be said.
  LedgerRules ofOneThing() {
    return new LedgerRules(
        scopes,
        widths,
        paces,
        Need.Table.none(),
        new PastWords(List.of()),
        new EvidenceMoods(Moods.none()),
        bases,
        exclusions,
        Pointers.none(),
        trust,
        doubts,
        timeless);
  }

  /// The same for texts that are read beside each other, whatever their days.
  LedgerRules ofOneMoment() {
    return new LedgerRules(
        scopes,
        widths,
        paces,
        needs,
        pastWords,
        moods,
        bases,
        exclusions,
        Pointers.none(),
        trust,
        doubts,
        true);
  }

  /// Whether the reading of a claim is trusted by itself.
  boolean isTrusted(Evidence evidence, Corrections corrections) {
    return isTrusted(evidence.claim(), evidence.language())
        || corrections.right().contains(evidence.id());
  }

  /// The same for a claim of a text in `language`. Whether two figures are alike was weighed when
  /// they were found.
  boolean isTrusted(Claim claim, Language language) {
    double least = trust.least(ClaimTrust.Use.LEDGER, language.isChinese());
    return claim.isAlike() || claim.reading().trust() >= least;
  }

  /// What figures such as that of `claim` must say. What no pack knows is often no more than the
  /// next noun: it must say more.
  Set<Need> needs(Claim claim) {
    Set<Need> needed = needs.of(claim.property(), Measures.family(claim));
    return claim.entity().id() == null ? Need.ofUnknown(needed) : needed;
  }

  /// The same for figures along a line: that several texts tell of a thing by one name vouches for
  /// the name.
  Set<Need> needsOverTime(LedgerEntry entry) {
    Claim claim = entry.rows().getFirst().evidence().claim();
    long texts =
        entry.rows().stream().map(row -> row.evidence().article()).distinct().limit(2).count();
    return texts > 1 ? needs.of(claim.property(), Measures.family(claim)) : needs(claim);
  }

  /// Whether a figure says whose it is, and what it is of, as far as its property does not: a
  /// count, a sum, a share or a rise of nobody knows what has nothing in common with any other.
  boolean saysOfWhat(Claim claim) {
    if (pointers.isOpen(claim.entity())) {
      return false;
    }
    Scope scope = Scope.of(claim, scopes);
    return switch (claim.property()) {
      case SHARE, RANK -> scope.saysOfWhat() || !scope.keys(Facet.MATERIAL).isEmpty();
      case CHANGE -> scope.saysOfWhat() || canItselfChange(claim.entity());
      case COUNT, AMOUNT, DURATION ->
          scope.saysOfWhat()
              || !needsScope(claim)
              || !scope.keys(Facet.MATERIAL).isEmpty()
              || scopes.isOneDeal(Keys.of(claim.entity()));
      default ->
          scope.statedFacets() > 0
              || !needsScope(claim)
              || scopes.isOneDeal(Keys.of(claim.entity()));
    };
  }

  /// Brent crude, 房价: what rises by itself, and not by something of it.
  private static boolean canItselfChange(Thing thing) {
    return !WITH_MEASURES.contains(thing.kind());
  }

  /// Whether the lexicon knows the thing, and something that the figure is of.
  boolean isScopeKnown(Claim claim) {
    return claim.entity().id() != null && Scope.of(claim, scopes).saysWhatIsKnown();
  }

  private boolean needsScope(Claim claim) {
    Set<Need> needed = needs.of(claim.property(), Measures.family(claim));
    return needed.contains(Need.SAME) || needed.contains(Need.DEAL);
  }

  /// How near in time figures such as that of `claim` must be.
  Pace pace(Claim claim) {
    return paces.of(claim.property(), Measures.family(claim));
  }
}
