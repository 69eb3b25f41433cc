package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /// The entries of `evidence`, the most interesting first.
  public List<LedgerEntry> entries(Collection<Evidence> evidence, Corrections corrections) {
    Map<String, List<Evidence>> drawers = new TreeMap<>();
    for (Evidence one : evidence) {
      drawers.computeIfAbsent(drawer(one.claim()), _ -> new ArrayList<>()).add(one);
    }
    List<LedgerEntry> entries = new ArrayList<>();
    drawers.forEach((drawer, filed) -> addEntries(drawer, filed, corrections, entries));
    entries.sort(LedgerEntry.BY_INTEREST);
    return entries;
  }

  private void addEntries(
      String drawer, List<Evidence> filed, Corrections corrections, List<LedgerEntry> entries) {
    Map<String, List<Evidence>> byHand =
        filed.stream()
            .collect(
                Collectors.groupingBy(
                    one -> corrections.parted().getOrDefault(one.id(), ""),
                    TreeMap::new,
                    Collectors.toList()));
    byHand.forEach((parting, kept) -> addAligned(drawer, parting, kept, corrections, entries));
  }

  private void addAligned(
      String drawer,
      String parting,
      List<Evidence> kept,
      Corrections corrections,
      List<LedgerEntry> entries) {
    Map<String, List<Evidence>> byScope = new TreeMap<>();
    Map<String, Scope> known = new TreeMap<>();
    Map<String, List<Evidence>> byFigure = new TreeMap<>();
    for (Evidence one : kept) {
      Scope scope = Scope.of(one.claim(), rules.scopes());
      if (rules.isOfNothingTold(one.claim(), scope)) {
        String figure = Judgement.valueKey(one.claim());
        byFigure.computeIfAbsent(figure, _ -> new ArrayList<>()).add(one);
        continue;
      }
      known.putIfAbsent(scope.key(), scope);
      byScope.computeIfAbsent(scope.key(), _ -> new ArrayList<>()).add(one);
    }
    byFigure.forEach(
        (figure, rows) -> {
          EntryId id = new EntryId(Hash.of(drawer + "\t" + parting + "\t\t" + figure));
          addEntry(new Filing(drawer, List.of(id), rows), corrections, entries);
        });
    for (List<Scope> group : Alignment.groups(List.copyOf(known.values()), rules.scopes())) {
      List<Evidence> rows = group.stream().flatMap(scope -> evidence(byScope, scope)).toList();
      addEntry(new Filing(drawer, ids(drawer, parting, group), rows), corrections, entries);
    }
  }

  private void addEntry(Filing filing, Corrections corrections, List<LedgerEntry> entries) {
    entries.add(new Judgement(filing, rules).entry(corrections));
  }

  private static Stream<Evidence> evidence(Map<String, List<Evidence>> byScope, Scope scope) {
    return byScope.getOrDefault(scope.key(), List.of()).stream();
  }

  /// The ids of an entry, the one it goes by first: that of its fullest scope.
  private static List<EntryId> ids(String drawer, String parting, List<Scope> group) {
    return group.stream()
        .sorted(Comparator.comparingInt(Scope::statedFacets).reversed().thenComparing(Scope::key))
        .map(scope -> new EntryId(Hash.of(drawer + "\t" + parting + "\t" + scope.key())))
        .toList();
  }

  /// The claims of one entry before they are judged.
  record Filing(String drawer, List<EntryId> ids, List<Evidence> evidence) {
    Set<EntryId> otherIds() {
      return Set.copyOf(ids.subList(1, ids.size()));
    }
  }
}
