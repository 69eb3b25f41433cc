package dev.assay.ledger;

import dev.assay.analyze.Claim;
import dev.assay.analyze.Claim.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of a thing a figure measures, as far as the text says: for each facet the keys of its
/// parts. A facet that is not stated fits any.
final class Scope {

  private static final Scope NONE = new Scope(Map.of());

  private final Map<Facet, Set<String>> parts;
  private final String key;

  private Scope(Map<Facet, Set<String>> parts) {
    this.parts = parts;
    this.key =
        parts.entrySet().stream()
            .map(part -> part.getKey().word() + "=" + String.join("+", part.getValue()))
            .collect(Collectors.joining("|"));
  }

  static Scope of(Claim claim) {
    if (claim.of().isEmpty()) {
      return NONE;
    }
    Map<Facet, Set<String>> parts = new EnumMap<>(Facet.class);
    for (Claim.Part part : claim.of()) {
      parts.computeIfAbsent(part.facet(), _ -> new TreeSet<>()).add(Keys.of(part));
    }
    return new Scope(parts);
  }

  /// One text for all scopes that say the same.
  String key() {
    return key;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  int statedFacets() {
    return parts.size();
  }

  Set<String> keys(Facet facet) {
    return parts.getOrDefault(facet, Set.of());
  }

  /// Whether both can be of one entry: what both state is the same in broad terms.
  boolean fitsBroadly(Scope other, ScopeTable table) {
    return firstDifference(other, table, true).isEmpty();
  }

  /// The first facet that both state and in which they differ.
  Optional<Facet> difference(Scope other, ScopeTable table) {
    return firstDifference(other, table, false);
  }

  private Optional<Facet> firstDifference(Scope other, ScopeTable table, boolean broadly) {
    for (Map.Entry<Facet, Set<String>> part : parts.entrySet()) {
      Set<String> mine = part.getValue();
      Set<String> theirs = other.keys(part.getKey());
      if (!theirs.isEmpty() && !table.same(part.getKey(), mine, theirs, broadly)) {
        return Optional.of(part.getKey());
      }
    }
    return Optional.empty();
  }

  /// The parts that the claims of an entry state, each once, the words of the first that has it.
  static List<Claim.Part> union(List<Claim> claims) {
    List<Claim.Part> union = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Claim claim : claims) {
      for (Claim.Part part : claim.of()) {
        if (seen.add(part.facet().word() + Keys.of(part))) {
          union.add(part);
        }
      }
    }
    return union;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope && scope.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
