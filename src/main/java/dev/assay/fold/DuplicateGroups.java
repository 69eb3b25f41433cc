package dev.assay.fold;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes groups of copies from verdicts on pairs.
///
/// The result depends on the articles and the verdicts alone, not on their order: articles are gone
/// through by time of publication, then by id. Each joins the earliest group that holds a copy of
/// it as its canonical article, or as half of its members at least, and no article that it was
/// parted from. So a digest that holds two unrelated texts does not fold the one into the other,
/// and a group never holds a vetoed pair.
public final class DuplicateGroups {

  /// An article as groups see it.
  ///
  /// @param orderedBy time of publication, or else when it was fetched
  public record Member(ArticleId id, Instant orderedBy) implements Comparable<Member> {

    private static final Comparator<Member> ORDER =
        Comparator.comparing(Member::orderedBy).thenComparing(Member::id);

    /// The order in which articles become canonical.
    @Override
    public int compareTo(Member other) {
      return ORDER.compare(this, other);
    }
  }

  /// A verdict on two articles, whichever way round.
  public record Pair(ArticleId first, ArticleId second, Decision decision) {}

  /// What is known of a pair.
  public enum Decision {
    /// They are copies.
    COPY,
    /// They must never be in one group.
    VETO;

    /// The decision that a verdict comes to, if it comes to one.
    public static Optional<Decision> of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Copy _ -> Optional.of(COPY);
        case Verdict.Vetoed _ -> Optional.of(VETO);
        case Verdict.Different _ -> Optional.empty();
      };
    }
  }

  private final Map<ArticleId, Set<ArticleId>> copies = new HashMap<>();
  private final Map<ArticleId, Set<ArticleId>> vetoes = new HashMap<>();
  private final Map<ArticleId, List<Member>> groupOf = new HashMap<>();
  private final List<List<Member>> groups = new ArrayList<>();

  private DuplicateGroups() {}

  /// The groups of `members`, alone or in company: each article is in exactly one. Groups stand in
  /// order of their canonical articles; so do the members of a group, the canonical one first. If a
  /// pair is both a copy and vetoed (a person said so), the veto holds. Pairs with other articles
  /// are left out of account.
  public static List<List<Member>> of(Iterable<Member> members, Iterable<Pair> pairs) {
    DuplicateGroups made = new DuplicateGroups();
    for (Pair pair : pairs) {
      made.add(pair);
    }
    List<Member> ordered = new ArrayList<>();
    members.forEach(ordered::add);
    ordered.stream().sorted().forEach(made::place);
    return made.groups.stream().map(List::copyOf).toList();
  }

  private void add(Pair pair) {
    Map<ArticleId, Set<ArticleId>> known =
        switch (pair.decision()) {
          case COPY -> copies;
          case VETO -> vetoes;
        };
    known.computeIfAbsent(pair.first(), _ -> new HashSet<>()).add(pair.second());
    known.computeIfAbsent(pair.second(), _ -> new HashSet<>()).add(pair.first());
  }

  private void place(Member member) {
    Set<List<Member>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ArticleId copy : copies.getOrDefault(member.id(), Set.of())) {
      List<Member> group = groupOf.get(copy);
      if (group != null) {
        candidates.add(group);
      }
    }
    List<Member> group =
        candidates.stream()
            .filter(candidate -> accepts(candidate, member.id()))
            .min(Comparator.comparing(List::getFirst))
            .orElseGet(this::emptyGroup);
    group.add(member);
    groupOf.put(member.id(), group);
  }

  private List<Member> emptyGroup() {
    List<Member> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  private boolean accepts(List<Member> group, ArticleId id) {
    Set<ArticleId> parted = vetoes.getOrDefault(id, Set.of());
    Set<ArticleId> same = copies.getOrDefault(id, Set.of());
    boolean vetoed = !parted.isEmpty() && group.stream().anyMatch(m -> parted.contains(m.id()));
    if (vetoed) {
      return false;
    }
    return same.contains(group.getFirst().id())
        || 2 * group.stream().filter(m -> same.contains(m.id())).count() >= group.size();
  }
}
