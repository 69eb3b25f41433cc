package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets the figures of many articles side by side, one entry for each thing that is measured.
/// Immutable; safe for use by many threads. The result depends on the evidence alone, not on its
/// order.
public final class Ledger {

  private final LedgerRules rules;

  private Ledger(LedgerRules rules) {
    this.rules = rules;
  }

  /// The ledger with the rules of the lexicon.
  public static Ledger of(Lexicon lexicon) {
    return new Ledger(LedgerRules.of(lexicon));
  }

  /// The same for claims that were found to be of one thing by other means.
  static Ledger ofOneThing(Lexicon lexicon) {
    return new Ledger(LedgerRules.of(lexicon).ofOneThing());
  }

  /// Where the claim is filed: its entity, property and family of units. Claims of two drawers
  /// never meet in one entry, so the entries of a drawer can be computed from its claims alone.
  public String drawer(Claim claim) {
    return Keys.of(claim.entity()) + "\t" + claim.property().word() + "\t" + Measures.family(claim);
  }

  /// The entry in which figures of this scope would stand by themselves: it goes by this id, or the
  /// entry that they stand in has it among its others.
  public EntryId scopeId(Evidence evidence) {
    Claim claim = rules.moods().marked(evidence).claim();
    return id(drawer(claim), Scope.of(claim, rules.scopes()));
  }

  private static EntryId id(String drawer, Scope scope) {
    return new EntryId(Hash.of(drawer + "\t\t" + scope.key()));
  }

  /// The figures of an entry along the times that they are for.
  public OverTime overTime(LedgerEntry entry) {
    return new SeriesMaker(entry, rules).overTime();
  }

  /// The same for texts that are read beside each other, whatever their days.
  static Ledger ofOneMoment(Lexicon lexicon) {
    return new Ledger(LedgerRules.of(lexicon).ofOneMoment());
  }

  /// Whether a claim of a text in `language` can ever stand in an entry: it says of what it is, and
  /// it is trusted, or another text can say the very same.
  public boolean mayHold(Claim claim, Language language) {
    return rules.saysOfWhat(claim)
        && (rules.isTrusted(claim, language) || rules.isScopeKnown(claim));
  }

  /// The entries of `evidence`, the most interesting first. What does not say of what it is has
  /// none, and what is not trusted stands in none, unless another text says the same.
  public List<LedgerEntry> entries(Collection<Evidence> evidence, Corrections corrections) {
    Map<String, List<Evidence>> drawers = new TreeMap<>();
    evidence.stream()
        .filter(one -> rules.saysOfWhat(one.claim()))
        .map(rules.moods()::marked)
        .forEach(
            one -> drawers.computeIfAbsent(drawer(one.claim()), _ -> new ArrayList<>()).add(one));
    List<LedgerEntry> entries = new ArrayList<>();
    drawers.forEach((drawer, filed) -> addEntries(drawer, filed, corrections, entries));
    entries.sort(LedgerEntry.BY_INTEREST);
    return entries;
  }

  private void addEntries(
      String drawer, List<Evidence> filed, Corrections corrections, List<LedgerEntry> entries) {
    Map<String, Scope> known = new TreeMap<>();
    Map<String, List<Evidence>> byScope = new TreeMap<>();
    for (Evidence one : filed) {
      Scope scope = Scope.of(one.claim(), rules.scopes());
      known.putIfAbsent(scope.key(), scope);
      byScope.computeIfAbsent(scope.key(), _ -> new ArrayList<>()).add(one);
    }
    Map<String, List<Evidence>> trusted = new TreeMap<>();
    Map<String, List<Evidence>> doubtful = new TreeMap<>();
    byScope.forEach(
        (key, rows) -> {
          Map<Boolean, List<Evidence>> parted =
              rows.stream().collect(Collectors.partitioningBy(isTrustedAmong(rows, corrections)));
          trusted.put(key, parted.getOrDefault(true, List.of()));
          doubtful.put(key, parted.getOrDefault(false, List.of()));
        });
    List<Scope> asked = withEvidence(doubtful, known);
    for (List<Scope> group : Alignment.groups(withEvidence(trusted, known), rules.scopes())) {
      List<Evidence> rows = group.stream().flatMap(scope -> evidence(trusted, scope)).toList();
      List<Evidence> beside =
          Alignment.beside(group, asked, known.size(), rules.scopes()).stream()
              .flatMap(scope -> evidence(doubtful, scope))
              .toList();
      Filing filing = new Filing(drawer, ids(drawer, group), rows, beside);
      entries.add(new Judgement(filing, rules).entry(corrections));
    }
  }

  /// Whether one of `rows`, which state one scope, is trusted: by its reading, or because a trusted
  /// text that is independent of its own says something of the very same. That is no chance: of
  /// readings that are wrong one in eighty meets another so.
  private Predicate<Evidence> isTrustedAmong(List<Evidence> rows, Corrections corrections) {
    List<Evidence> trusted =
        rows.stream().filter(one -> rules.isTrusted(one, corrections)).toList();
    return one ->
        rules.isTrusted(one, corrections)
            || rules.isScopeKnown(one.claim()) && trusted.stream().anyMatch(one::isIndependentOf);
  }

  private static List<Scope> withEvidence(
      Map<String, List<Evidence>> byScope, Map<String, Scope> known) {
    return known.values().stream()
        .filter(scope -> evidence(byScope, scope).findAny().isPresent())
        .toList();
  }

  private static Stream<Evidence> evidence(Map<String, List<Evidence>> byScope, Scope scope) {
    return byScope.getOrDefault(scope.key(), List.of()).stream();
  }

  /// The ids of an entry, the one it goes by first: that of its fullest scope.
  private static List<EntryId> ids(String drawer, List<Scope> group) {
    return group.stream()
        .sorted(Comparator.comparingInt(Scope::statedFacets).reversed().thenComparing(Scope::key))
        .map(scope -> id(drawer, scope))
        .toList();
  }

  /// The claims of one entry before they are judged.
  ///
  /// @param doubtful claims that would stand in it if they were trusted
  record Filing(
      String drawer, List<EntryId> ids, List<Evidence> evidence, List<Evidence> doubtful) {
    Set<EntryId> otherIds() {
      return Set.copyOf(ids.subList(1, ids.size()));
    }
  }
}
