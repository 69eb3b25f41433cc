package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.fold.Copies;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Member;
import dev.assay.fold.DuplicateGroups.Pair;
import dev.assay.fold.Edition;
import dev.assay.store.Session;
import dev.assay.store.StoredArticle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an article that came is to others that it was compared with; and the group of a plain copy
/// among very many, found without grouping all of them anew.
///
/// [dev.assay.fold.DuplicateGroups] goes through articles in their order. One that comes behind the
/// first of a group, is a copy of it and is vetoed by none of it joins that group, and moves
/// nobody: who comes before it was placed without it, and who comes behind it and is a copy of the
/// first stays for that. So what is found here is what grouping all would find; whatever is less
/// plain is left to that. Works within one session.
final class Arrival {

  /// Smaller groups are compared and grouped as a whole.
  private static final int LARGE = PairCompletion.MOST_WHOLE;

  private final Session session;
  private final Article article;
  private final Edition edition;
  private final Map<ArticleId, Compared> compared = new HashMap<>();

  private record Compared(StoredArticle other, Decision decision) {

    boolean is(Decision some) {
      return decision == some;
    }
  }

  Arrival(Session session, Article article) {
    this.session = session;
    this.article = article;
    this.edition = Edition.of(article);
  }

  /// Compares the article with these, and keeps of which it is a copy or vetoed.
  void compare(Collection<ArticleId> ids) {
    compare(ids, false);
  }

  /// @param differences whether it is kept too that a pair is neither
  private void compare(Collection<ArticleId> ids, boolean differences) {
    for (StoredArticle other : session.articles().find(ids).values()) {
      Decision decision = Decision.of(Copies.compare(edition, Edition.of(other.article())));
      compared.put(other.id(), new Compared(other, decision));
      if (differences || decision != Decision.DIFFERENT) {
        session.copyPairs().put(new Pair(article.id(), other.id(), decision));
      }
    }
  }

  /// The article that stands for the large group which this one belongs to for certain; empty if
  /// all that hang together with it must be grouped to tell.
  Optional<ArticleId> largeGroup() {
    Set<ArticleId> groups = groups(Decision.COPY);
    if (groups.size() != 1) {
      return Optional.empty();
    }
    ArticleId first = groups.iterator().next();
    if (!session.articles().hasCopies(first, LARGE) || isSaidByHand(first)) {
      return Optional.empty();
    }
    compareWithFirsts(first);
    boolean plain =
        groups(Decision.COPY).equals(groups)
            && !groups(Decision.VETO).contains(first)
            && isCopyBehind(first)
            && !session.copyPairs().anyUnlike(first, article);
    return plain ? Optional.of(first) : Optional.empty();
  }

  /// With the first of the group, and of those that hang together with it: all of them were
  /// compared with it.
  private void compareWithFirsts(ArticleId first) {
    Set<ArticleId> firsts = new HashSet<>(session.copyPairs().firstsBeside(first));
    firsts.add(first);
    firsts.removeAll(compared.keySet());
    firsts.remove(article.id());
    compare(firsts, true);
  }

  private Set<ArticleId> groups(Decision decision) {
    return compared.values().stream()
        .filter(one -> one.is(decision))
        .map(one -> one.other().canonical())
        .collect(Collectors.toSet());
  }

  private boolean isCopyBehind(ArticleId first) {
    Compared one = compared.get(first);
    return one != null
        && one.is(Decision.COPY)
        && member(one.other().article()).compareTo(member(article)) < 0;
  }

  private static Member member(Article article) {
    return new Member(article.id(), article.orderedBy());
  }

  private boolean isSaidByHand(ArticleId first) {
    return session.handFolds().isSaid(article.id()) || session.handFolds().isSaidOfGroup(first);
  }
}
