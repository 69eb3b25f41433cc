package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Language;
import dev.assay.ledger.Judged.Filed;
import dev.assay.ledger.Judged.Group;
import dev.assay.ledger.Judged.Scopes;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return entries(evidence, corrections, new Judged());
  }

  /// The same.
  ///
  /// @param before what was judged before of some of it, which is gone on from
  public List<LedgerEntry> entries(
      Collection<Evidence> evidence, Corrections corrections, Judged before) {
    Map<String, List<Filed>> drawers = new TreeMap<>();
    for (Evidence one : evidence) {
      before
          .filed(one, this::filed)
          .ifPresent(
              filed -> drawers.computeIfAbsent(filed.drawer(), _ -> new ArrayList<>()).add(filed));
    }
    drawers.values().removeIf(Ledger::isAlikeToNone);
    List<LedgerEntry> entries = new ArrayList<>();
    drawers.forEach((drawer, filed) -> addEntries(drawer, filed, corrections, before, entries));
    entries.sort(LedgerEntry.BY_INTEREST);
    return entries;
  }

  /// Whether the figures of a drawer were only kept for those of another text, which is gone.
  private static boolean isAlikeToNone(List<Filed> filed) {
    return filed.getFirst().evidence().claim().isAlike()
        && filed.stream().map(one -> one.evidence().group()).distinct().limit(2).count() == 1;
  }

  private Optional<Filed> filed(Evidence evidence) {
    if (!rules.saysOfWhat(evidence.claim())) {
      return Optional.empty();
    }
    Evidence marked = rules.moods().marked(evidence);
    Claim claim = marked.claim();
    Scope scope = Scope.of(claim, rules.scopes());
    return Optional.of(new Filed(marked, drawer(claim), scope, Judgement.text(marked, scope)));
  }

  private void addEntries(
      String drawer,
      List<Filed> filed,
      Corrections corrections,
      Judged before,
      List<LedgerEntry> entries) {
    Map<String, Scope> known = new TreeMap<>();
    Map<String, List<Filed>> byScope = new TreeMap<>();
    for (Filed one : filed) {
      known.putIfAbsent(one.scope().key(), one.scope());
      byScope.computeIfAbsent(one.scope().key(), _ -> new ArrayList<>()).add(one);
    }
    Map<String, List<Filed>> trusted = new TreeMap<>();
    Map<String, List<Filed>> doubtful = new TreeMap<>();
    byScope.forEach(
        (key, rows) -> {
          Map<Boolean, List<Filed>> parted =
              rows.stream().collect(Collectors.partitioningBy(isTrustedAmong(rows, corrections)));
          trusted.put(key, parted.getOrDefault(true, List.of()));
          doubtful.put(key, parted.getOrDefault(false, List.of()));
        });
    Scopes scopes =
        new Scopes(
            drawer, withEvidence(trusted, known), withEvidence(doubtful, known), known.size());
    for (Group group : before.groups(scopes, () -> groups(scopes))) {
      Filing filing =
          new Filing(
              drawer,
              group.ids(),
              group.scopes().stream().flatMap(scope -> evidence(trusted, scope)).toList(),
              group.beside().stream().flatMap(scope -> evidence(doubtful, scope)).toList());
      entries.add(before.entry(filing, corrections, rules));
    }
  }

  private List<Group> groups(Scopes scopes) {
    return Alignment.groups(scopes.trusted(), rules.scopes()).stream()
        .map(
            group ->
                new Group(
                    ids(scopes.drawer(), group),
                    group,
                    Alignment.beside(group, scopes.asked(), scopes.all(), rules.scopes())))
        .toList();
  }

  /// Whether one of `rows`, which state one scope, is trusted: by its reading, or because a trusted
  /// text that is independent of its own says something of the very same. That is no chance: of
  /// readings that are wrong one in eighty meets another so.
  private Predicate<Filed> isTrustedAmong(List<Filed> rows, Corrections corrections) {
    List<Evidence> trusted =
        rows.stream()
            .map(Filed::evidence)
            .filter(one -> rules.isTrusted(one, corrections))
            .toList();
    return one ->
        rules.isTrusted(one.evidence(), corrections)
            || rules.isScopeKnown(one.evidence().claim())
                && trusted.stream().anyMatch(one.evidence()::isIndependentOf);
  }

  private static List<Scope> withEvidence(
      Map<String, List<Filed>> byScope, Map<String, Scope> known) {
    return known.values().stream()
        .filter(scope -> evidence(byScope, scope).findAny().isPresent())
        .toList();
  }

  private static Stream<Filed> evidence(Map<String, List<Filed>> byScope, Scope scope) {
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
  record Filing(String drawer, List<EntryId> ids, List<Filed> evidence, List<Filed> doubtful) {
    Set<EntryId> otherIds() {
      return Set.copyOf(ids.subList(1, ids.size()));
    }
  }
}
