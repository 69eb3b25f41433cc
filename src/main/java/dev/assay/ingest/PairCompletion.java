package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.fold.Copies;
import dev.assay.fold.DuplicateGroups;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Member;
import dev.assay.fold.DuplicateGroups.Pair;
import dev.assay.fold.Edition;
import dev.assay.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Compares the pairs that grouping asks for and that arrival left out.
///
/// Each article is compared with those that are there when it comes, at most with so many. Of a
/// text with many copies that leaves out pairs by accident of order. So of articles that hang
/// together all pairs are compared, or, where there are very many, each with the first of its
/// group. What was compared is kept, so that each pair is compared once.
final class PairCompletion {

  /// All pairs are compared among so many: 2,016 pairs at most, some of them each time one comes.
  static final int MOST_WHOLE = 64;

  private final Session session;

  PairCompletion(Session session) {
    this.session = session;
  }

  private record Two(ArticleId first, ArticleId second) {
    static Two of(ArticleId one, ArticleId other) {
      return one.compareTo(other) < 0 ? new Two(one, other) : new Two(other, one);
    }
  }

  /// What is compared may part articles or join them, so that others are first and are wanted:
  /// until no pair is.
  ///
  /// @param members all articles that hang together
  /// @param newcomer the one that came
  void complete(List<Member> members, ArticleId newcomer) {
    List<ArticleId> ids = members.stream().sorted().map(Member::id).toList();
    List<Pair> known = new ArrayList<>(session.copyPairs().of(ids));
    Set<Two> compared = new HashSet<>();
    known.forEach(pair -> compared.add(Two.of(pair.first(), pair.second())));
    if (ids.size() <= MOST_WHOLE) {
      compare(all(ids).filter(compared::add).toList());
      return;
    }
    List<Two> wanted;
    do {
      wanted = withTheFirst(members, known, newcomer).filter(compared::add).toList();
      known.addAll(compare(wanted));
    } while (!wanted.isEmpty());
  }

  private static Stream<Two> all(List<ArticleId> ids) {
    List<Two> pairs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int k = 0; k < i; k++) {
        pairs.add(Two.of(ids.get(k), ids.get(i)));
      }
    }
    return pairs.stream();
  }

  /// Each with the first of its group, and the newcomer with the first of every group.
  private static Stream<Two> withTheFirst(
      List<Member> members, List<Pair> known, ArticleId newcomer) {
    List<Two> pairs = new ArrayList<>();
    for (List<Member> group : DuplicateGroups.of(members, known)) {
      ArticleId first = group.getFirst().id();
      Stream.concat(group.stream().skip(1).map(Member::id), Stream.of(newcomer))
          .filter(id -> !id.equals(first))
          .forEach(id -> pairs.add(Two.of(first, id)));
    }
    return pairs.stream();
  }

  private List<Pair> compare(List<Two> pairs) {
    Map<ArticleId, Edition> editions = new HashMap<>();
    session
        .articles()
        .find(
            pairs.stream().flatMap(two -> Stream.of(two.first(), two.second())).distinct().toList())
        .forEach((id, stored) -> editions.put(id, Edition.of(stored.article())));
    List<Pair> decided = new ArrayList<>();
    for (Two two : pairs) {
      Edition first = editions.get(two.first());
      Edition second = editions.get(two.second());
      if (first != null && second != null) {
        Decision decision = Decision.of(Copies.compare(first, second));
        decided.add(new Pair(two.first(), two.second(), decision));
      }
    }
    decided.forEach(session.copyPairs()::put);
    return decided;
  }
}
