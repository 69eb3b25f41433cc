package dev.assay.fold;

import dev.assay.fold.DuplicateGroups.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Groups made from decisions on pairs, whatever stands for an article. The rule is that of
/// [DuplicateGroups]; what stands for an article is ordered as articles become canonical.
final class Grouping<T extends Comparable<T>> {

  private final Map<T, Set<T>> copies = new HashMap<>();
  private final Map<T, Set<T>> vetoes = new HashMap<>();
  private final Map<T, List<T>> groupOf = new HashMap<>();
  private final List<List<T>> groups = new ArrayList<>();

  void decide(T first, T second, Decision decision) {
    Map<T, Set<T>> known =
        switch (decision) {
          case COPY -> copies;
          case VETO -> vetoes;
        };
    known.computeIfAbsent(first, _ -> new HashSet<>()).add(second);
    known.computeIfAbsent(second, _ -> new HashSet<>()).add(first);
  }

  /// The groups of `members`, in order of their first members.
  List<List<T>> groups(Collection<T> members) {
    members.stream().sorted().forEach(this::place);
    return groups.stream().map(List::copyOf).toList();
  }

  private void place(T member) {
    Set<List<T>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    for (T copy : copies.getOrDefault(member, Set.of())) {
      List<T> group = groupOf.get(copy);
      if (group != null) {
        candidates.add(group);
      }
    }
    List<T> group =
        candidates.stream()
            .filter(candidate -> accepts(candidate, member))
            .min(Comparator.comparing(List::getFirst))
            .orElseGet(this::emptyGroup);
    group.add(member);
    groupOf.put(member, group);
  }

  private List<T> emptyGroup() {
    List<T> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  private boolean accepts(List<T> group, T member) {
    Set<T> parted = vetoes.getOrDefault(member, Set.of());
    if (!parted.isEmpty() && group.stream().anyMatch(parted::contains)) {
      return false;
    }
    Set<T> same = copies.getOrDefault(member, Set.of());
    return same.contains(group.getFirst())
        || 2 * group.stream().filter(same::contains).count() >= group.size();
  }
}
