package dev.assay.fold;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Makes groups of copies from verdicts on pairs.
///
/// The result depends on the articles and the verdicts alone, not on their order: articles are gone
/// through by time of publication, then by id. Each joins the earliest group that holds a copy of
/// it as its canonical article, or as half of its members at least, and no article that it was
/// parted from. So a digest that holds two unrelated texts does not fold the one into the other,
/// and a group never holds a vetoed pair, unless a reader joined the two.
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
    VETO,
    /// They were compared and are neither: nothing is known of them but that.
    DIFFERENT;

    /// The decision that a verdict comes to.
    public static Decision of(CopyVerdict verdict) {
      return switch (verdict) {
        case CopyVerdict.Copy _ -> COPY;
        case CopyVerdict.Vetoed _ -> VETO;
        case CopyVerdict.Different _ -> DIFFERENT;
      };
    }
  }

  private DuplicateGroups() {}

  /// The groups of `members`, alone or in company: each article is in exactly one. Groups stand in
  /// order of their canonical articles; so do the members of a group, the canonical one first. If a
  /// pair is both a copy and vetoed, the veto holds. Pairs with other articles are left out of
  /// account.
  public static List<List<Member>> of(Iterable<Member> members, Iterable<Pair> pairs) {
    return of(members, pairs, ByHand.NOTHING);
  }

  /// The same, with what a reader said: it holds against the pairs. A copy of an article that a
  /// reader joined to others belongs to them, whichever is canonical.
  public static List<List<Member>> of(
      Iterable<Member> members, Iterable<Pair> pairs, ByHand byHand) {
    Map<ArticleId, Member> known = new HashMap<>();
    members.forEach(member -> known.put(member.id(), member));
    Grouping<Member> grouping = new Grouping<>();
    for (Pair pair : pairs) {
      Member first = known.get(pair.first());
      Member second = known.get(pair.second());
      if (first != null && second != null) {
        grouping.decide(first, second, pair.decision());
      }
    }
    for (Set<ArticleId> set : byHand.together()) {
      grouping.unite(set.stream().map(known::get).filter(Objects::nonNull).toList());
    }
    for (ByHand.Apart pair : byHand.apart()) {
      if (known.containsKey(pair.first()) && known.containsKey(pair.second())) {
        grouping.part(known.get(pair.first()), known.get(pair.second()));
      }
    }
    return grouping.groups(known.values());
  }
}
