package dev.assay.fold;

import dev.assay.fold.DuplicateGroups.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Groups made from decisions on pairs, whatever stands for an article. The rule is that of
/// [DuplicateGroups]; what stands for an article is ordered as articles become canonical.
final class Grouping<T extends Comparable<T>> {

  private final Map<T, Set<T>> copies = new HashMap<>();
  private final Map<T, Set<T>> vetoes = new HashMap<>();
  private final Map<T, Set<T>> parted = new HashMap<>();
  private final Map<T, List<T>> united = new HashMap<>();
  private final Map<T, Group<T>> groupOf = new HashMap<>();
  private final List<Group<T>> groups = new ArrayList<>();

  /// A group under way.
  ///
  /// @param number groups are numbered as their canonical members come
  /// @param heads the canonical one, and all that a reader joined: a copy of any of them belongs
  ///   here
  private record Group<T>(int number, List<T> members, List<T> heads) {}

  void decide(T first, T second, Decision decision) {
    switch (decision) {
      case COPY -> note(copies, first, second);
      case VETO -> note(vetoes, first, second);
      case DIFFERENT -> {}
    }
  }

  /// A reader said that these are one; to be said once of each.
  void unite(Collection<T> members) {
    List<T> unit = members.stream().sorted().toList();
    unit.forEach(member -> united.put(member, unit));
  }

  /// A reader said that these two are not one.
  void part(T first, T second) {
    note(parted, first, second);
  }

  private void note(Map<T, Set<T>> known, T first, T second) {
    known.computeIfAbsent(first, _ -> new HashSet<>()).add(second);
    known.computeIfAbsent(second, _ -> new HashSet<>()).add(first);
  }

  /// The groups of `members`, in order of their first members.
  List<List<T>> groups(Collection<T> members) {
    for (T member : members.stream().sorted().toList()) {
      if (!groupOf.containsKey(member)) {
        place(unit(member));
      }
    }
    return groups.stream().map(group -> group.members().stream().sorted().toList()).toList();
  }

  /// The member with those that a reader joined to it and nobody parted from it.
  private List<T> unit(T member) {
    List<T> unit = new ArrayList<>();
    for (T other : united.getOrDefault(member, List.of(member))) {
      Set<T> without = parted.getOrDefault(other, Set.of());
      if (!groupOf.containsKey(other) && unit.stream().noneMatch(without::contains)) {
        unit.add(other);
      }
    }
    return unit;
  }

  private void place(List<T> unit) {
    SortedMap<Integer, Group<T>> candidates = new TreeMap<>();
    unit.stream()
        .flatMap(this::copies)
        .map(groupOf::get)
        .filter(Objects::nonNull)
        .forEach(group -> candidates.put(group.number(), group));
    Group<T> group =
        candidates.values().stream()
            .filter(candidate -> accepts(candidate, unit))
            .findFirst()
            .orElseGet(() -> emptyGroup(unit.getFirst()));
    group.members().addAll(unit);
    if (unit.size() > 1) {
      group.heads().addAll(unit);
    }
    unit.forEach(member -> groupOf.put(member, group));
  }

  private Stream<T> copies(T member) {
    return copies.getOrDefault(member, Set.of()).stream();
  }

  private Group<T> emptyGroup(T first) {
    Group<T> group = new Group<>(groups.size(), new ArrayList<>(2), new ArrayList<>(1));
    group.heads().add(first);
    groups.add(group);
    return group;
  }

  private boolean accepts(Group<T> group, List<T> unit) {
    Set<T> same = new HashSet<>();
    for (T member : unit) {
      Set<T> vetoed = vetoes.getOrDefault(member, Set.of());
      Set<T> without = parted.getOrDefault(member, Set.of());
      if (group.members().stream()
          .anyMatch(other -> vetoed.contains(other) || without.contains(other))) {
        return false;
      }
      copies(member).forEach(same::add);
    }
    return group.heads().stream().anyMatch(same::contains)
        || 2 * group.members().stream().filter(same::contains).count() >= group.members().size();
  }
}
