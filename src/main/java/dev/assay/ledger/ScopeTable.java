package dev.assay.ledger;

import dev.assay.analyze.Claim.Facet;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which parts of a scope are the same thing, and which stand in one entry though they are not.
/// `lexicon/ledger/scopes.tsv`.
final class ScopeTable {

  private static final int ID = 0;
  private static final int SAME_AS = 1;
  private static final int BROADLY = 2;

  private static final Set<String> MAKING = Set.of("#making");

  private final Map<String, String> sameAs = new HashMap<>();
  private final Map<String, String> broadly = new HashMap<>();

  private ScopeTable() {}

  static ScopeTable shipped() {
    return of(LexiconFile.read("ledger/scopes.tsv"));
  }

  static ScopeTable of(LexiconFile file) {
    ScopeTable table = new ScopeTable();
    for (LexiconFile.Row row : file.rows()) {
      table.sameAs.put("#" + row.cell(ID), "#" + row.cell(SAME_AS));
      table.broadly.put("#" + row.cell(ID), "#" + row.cell(BROADLY));
    }
    return table;
  }

  /// Whether what two claims state of `facet` is the same; `broad` also if it belongs into one
  /// entry.
  boolean same(Facet facet, Set<String> one, Set<String> other, boolean broad) {
    Set<String> mine = mapped(one, broad);
    Set<String> theirs = mapped(other, broad);
    if (mine.equals(theirs)) {
      return true;
    }
    if (broad) {
      return facet == Facet.OTHER && overlapping(mine, theirs);
    }
    boolean within = mine.containsAll(theirs) || theirs.containsAll(mine);
    return within && mapped(one, true).equals(mapped(other, true))
        || facet == Facet.OTHER && overlapping(mine, theirs);
  }

  /// Whether all of these measure how much is made: capacity, output.
  boolean areOfMaking(Set<String> measures) {
    return mapped(measures, true).equals(MAKING);
  }

  /// Whether the words of the shorter all stand in the longer.
  private static boolean overlapping(Set<String> one, Set<String> other) {
    Set<String> mine = words(one);
    Set<String> theirs = words(other);
    return mine.containsAll(theirs) || theirs.containsAll(mine);
  }

  private static Set<String> words(Set<String> keys) {
    return keys.stream()
        .flatMap(key -> Arrays.stream(key.split(" ")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<String> mapped(Set<String> keys, boolean broad) {
    Map<String, String> map = broad ? broadly : sameAs;
    Set<String> mapped = new TreeSet<>();
    keys.forEach(key -> mapped.add(map.getOrDefault(key, key)));
    return mapped;
  }
}
