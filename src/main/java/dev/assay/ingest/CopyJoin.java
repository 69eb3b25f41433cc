package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.fold.DuplicateGroups;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Member;
import dev.assay.fold.DuplicateGroups.Pair;
import dev.assay.fold.Fingerprint;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Joins an article to its copies: `store` finds candidates, `fold` compares and groups.
///
/// Decisions on pairs are kept, and groups are always made from all of them. Which pairs of a group
/// are compared does not depend on the order in which articles came either ([PairCompletion]).
/// Works within one session.
final class CopyJoin {

  /// The most alike by shared keys; more say nothing new.
  private static final int MAX_CANDIDATES = 24;

  /// Articles that hang together by copies are grouped at once up to this number.
  private static final int MAX_CONNECTED = 500;

  private final Session session;
  private final Instant at;

  /// Stand for the groups that have other articles since.
  private final Set<ArticleId> changed = new LinkedHashSet<>();

  /// @param at since when what is found holds: the moment of the text, or of a reader's word
  CopyJoin(Session session, Instant at) {
    this.session = session;
    this.at = at;
  }

  /// The keys under which the store keeps a fingerprint, and finds it again.
  static List<Long> keys(Fingerprint fingerprint) {
    return LongStream.concat(
            Arrays.stream(fingerprint.features()).asLongStream(),
            LongStream.of(fingerprint.contentHash()))
        .boxed()
        .distinct()
        .toList();
  }

  /// Compares a stored article with those like it, and puts it and them in their groups.
  ///
  /// @return the article that stands for its group: itself if it is alone
  ArticleId join(Article article, Fingerprint fingerprint) {
    Arrival arrival = new Arrival(session, article);
    arrival.compare(
        session.fingerprints().candidates(keys(fingerprint), article.id(), MAX_CANDIDATES));
    Optional<ArticleId> large = arrival.largeGroup();
    if (large.isPresent()) {
      session.articles().setCanonical(article.id(), large.get(), at);
      return large.get();
    }
    Set<ArticleId> connected = connected(List.of(article.id()));
    if (connected.size() > 1) {
      Map<ArticleId, ArticleHead> heads = session.articles().heads(connected);
      new PairCompletion(session).complete(members(heads), article.id());
      group(heads);
    } else {
      session.articles().setCanonical(article.id(), article.id(), at);
    }
    return session.articles().canonical(article.id());
  }

  /// Takes an article out of its group, before its text changes or goes.
  ///
  /// @return those that hung together with it: another may stand for them from now on
  Set<ArticleId> leave(ArticleId id) {
    Set<ArticleId> others = connected(List.of(id));
    session.copyPairs().deleteOf(id);
    session.articles().setCanonical(id, id, at);
    others.addAll(connected(others));
    others.remove(id);
    group(session.articles().heads(others));
    return others;
  }

  /// Groups the given articles and all that hang together with them anew.
  void regroup(Collection<ArticleId> articles) {
    group(session.articles().heads(connected(articles)));
  }

  /// Most articles of a large group stay where they are when one more comes: nothing is asked of
  /// them.
  ///
  /// @param heads as they are now
  private void group(Map<ArticleId, ArticleHead> heads) {
    List<Member> members = members(heads);
    List<ArticleId> ids = members.stream().map(Member::id).toList();
    List<List<Member>> groups =
        DuplicateGroups.of(members, session.copyPairs().of(ids), session.handFolds().of(ids));
    for (List<Member> group : groups) {
      ArticleId first = group.getFirst().id();
      group.stream()
          .map(member -> Objects.requireNonNull(heads.get(member.id())))
          .filter(head -> !head.canonical().equals(first))
          .forEach(
              head -> {
                session.articles().setCanonical(head.id(), first, at);
                changed.add(first);
              });
    }
  }

  /// The groups beside that of an article that was joined which have other articles since, by those
  /// that stand for them: a text that comes can part two others.
  Set<ArticleId> changedBeside(ArticleId canonical) {
    Set<ArticleId> beside = new LinkedHashSet<>(changed);
    beside.remove(canonical);
    return beside;
  }

  private static List<Member> members(Map<ArticleId, ArticleHead> heads) {
    return heads.values().stream().map(CopyJoin::member).toList();
  }

  private static Member member(ArticleHead head) {
    return new Member(head.id(), head.orderedBy());
  }

  /// The given articles and all that hang together with them by copies or by a reader's word.
  Set<ArticleId> connected(Collection<ArticleId> articles) {
    Set<ArticleId> reached = new LinkedHashSet<>(articles);
    Collection<ArticleId> newest = articles;
    while (!newest.isEmpty() && reached.size() < MAX_CONNECTED) {
      Set<ArticleId> next = new TreeSet<>(session.handFolds().withThem(newest));
      for (Pair pair : session.copyPairs().of(newest)) {
        if (pair.decision() == Decision.COPY) {
          next.add(pair.first());
          next.add(pair.second());
        }
      }
      next.removeAll(reached);
      reached.addAll(next);
      newest = next;
    }
    return reached;
  }
}
