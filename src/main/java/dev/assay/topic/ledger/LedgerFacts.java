package dev.assay.topic.ledger;

import dev.assay.analyze.quantity.Property;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.ledger.kept.LedgerTable.Tally;
import dev.assay.topic.Name;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is true of all entries of a ledger, not only of those on a page.
///
/// @param tallies of the entries that pass the filter, by verdict; verdicts that no entry has are
///   left out
/// @param things that figures are about, with their entries of several figures, most first
/// @param properties with their entries of several figures, most first
/// @param sources outlets with figures in the entries of most interest, most figures first
/// @param unread articles of the store whose claims were not read yet
public record LedgerFacts(
    Map<Verdict, Tally> tallies,
    List<Thing> things,
    Map<Property, Long> properties,
    List<String> sources,
    long unread) {

  /// Something that figures are about.
  ///
  /// @param key what it goes by, for a filter
  public record Thing(String key, Name name, long entries) {}

  public LedgerFacts {
    tallies = Map.copyOf(tallies);
    things = List.copyOf(things);
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    sources = List.copyOf(sources);
  }

  LedgerFacts withTallies(Map<Verdict, Tally> changed) {
    return new LedgerFacts(changed, things, properties, sources, unread);
  }

  /// Entries with this verdict.
  public long entries(Verdict verdict) {
    Tally tally = tallies.get(verdict);
    return tally == null ? 0 : tally.entries();
  }

  /// Entries of several figures.
  public long several() {
    return entries(LedgerFilter.SEVERAL.verdicts());
  }

  /// Figures in the entries of several figures.
  public long figures() {
    return figures(LedgerFilter.SEVERAL.verdicts());
  }

  /// Entries with one of these verdicts.
  public long entries(Set<Verdict> verdicts) {
    return verdicts.stream().mapToLong(this::entries).sum();
  }

  /// Figures in the entries with one of these verdicts.
  public long figures(Set<Verdict> verdicts) {
    return tallies.entrySet().stream()
        .filter(tally -> verdicts.contains(tally.getKey()))
        .mapToLong(tally -> tally.getValue().figures())
        .sum();
  }
}
