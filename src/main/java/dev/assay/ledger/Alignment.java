package dev.assay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which scopes of one drawer stand in one entry.
///
/// A scope that states less fits several that state more and differ among themselves: a share of
/// something unsaid fits mining and refining. Were entries chains of fitting scopes, it would bring
/// mining and refining together. So a scope that fits two scopes which do not fit each other is set
/// aside, with an entry of its own; of the others, each fits all in its entry. The result does not
/// depend on the order of scopes, nor on how many rows have them.
final class Alignment {

  /// More scopes than this are not compared with each other; each then has its own entry. The work
  /// grows with the square of their number.
  private static final int MOST_SCOPES = 1500;

  private Alignment() {}

  /// The scopes of `scopes` in groups of one entry each.
  static List<List<Scope>> groups(List<Scope> scopes, ScopeTable table) {
    if (scopes.size() > MOST_SCOPES) {
      return scopes.stream().map(List::of).toList();
    }
    List<Set<Integer>> fitting = fitting(scopes, table);
    List<List<Scope>> groups = new ArrayList<>();
    boolean[] done = new boolean[scopes.size()];
    for (int i = 0; i < scopes.size(); i++) {
      if (!done[i]) {
        groups.add(group(i, scopes, fitting, done));
      }
    }
    return groups;
  }

  /// Those of `scopes` whose figures could stand in the entry of `group`; in a drawer of more
  /// scopes than are compared, those of the group alone.
  ///
  /// @param all how many scopes the drawer has
  static List<Scope> beside(List<Scope> group, List<Scope> scopes, int all, ScopeTable table) {
    return all > MOST_SCOPES
        ? group
        : scopes.stream()
            .filter(scope -> group.stream().allMatch(one -> scope.fits(one, table)))
            .toList();
  }

  private static List<Set<Integer>> fitting(List<Scope> scopes, ScopeTable table) {
    List<Set<Integer>> fitting = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      fitting.add(new TreeSet<>());
      for (int j = 0; j < i; j++) {
        if (scopes.get(i).fitsBroadly(scopes.get(j), table)) {
          fitting.get(i).add(j);
          fitting.get(j).add(i);
        }
      }
    }
    return fitting;
  }

  private static List<Scope> group(
      int from, List<Scope> scopes, List<Set<Integer>> fitting, boolean[] done) {
    List<Scope> group = new ArrayList<>(List.of(scopes.get(from)));
    done[from] = true;
    if (isBetween(fitting.get(from), fitting)) {
      return group;
    }
    for (int other : fitting.get(from)) {
      if (!done[other] && !isBetween(fitting.get(other), fitting)) {
        group.add(scopes.get(other));
        done[other] = true;
      }
    }
    return group;
  }

  /// Whether two of the scopes that fit it do not fit each other.
  private static boolean isBetween(Set<Integer> neighbours, List<Set<Integer>> fitting) {
    for (int one : neighbours) {
      for (int other : neighbours) {
        if (other > one && !fitting.get(one).contains(other)) {
          return true;
        }
      }
    }
    return false;
  }
}
