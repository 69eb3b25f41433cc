package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.SearchIndex;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Folds and unfolds by a reader's hand. What a reader said is kept in the store, holds against
/// every comparison, and outlives whatever is derived anew. Safe for use by many threads.
public final class Folds {

  private final Store store;
  private final IndexFollower follower;
  private final Bookkeeping bookkeeping;
  private final EventJoin events;
  private final InstantSource clock;

  public Folds(
      Store store,
      SearchIndex index,
      Supplier<Names> names,
      Bookkeeping bookkeeping,
      EventJoin events,
      InstantSource clock) {
    this.store = store;
    this.bookkeeping = bookkeeping;
    this.events = events;
    this.follower = new IndexFollower(store, index, names);
    this.clock = clock;
  }

  /// What a reader's word came to.
  public sealed interface Result {

    /// What was said is done.
    ///
    /// @param group the articles that are now one text with the one that was spoken of, it
    ///   included; the canonical one first, the others oldest first
    record Done(List<ArticleId> group) implements Result {
      public Done {
        group = List.copyOf(group);
      }
    }

    /// The groups are so already. What was said is kept all the same.
    record AlreadySo() implements Result {}

    /// An article that was named is not there.
    record NoArticle(ArticleId id) implements Result {}
  }

  /// Makes one group of the groups that these articles stand in.
  ///
  /// @param articles two or more
  public Result fold(List<ArticleId> articles) {
    if (Set.copyOf(articles).size() < 2) {
      throw new IllegalArgumentException("two articles or more must be named, got " + articles);
    }
    return change(
        articles,
        session -> {
          Set<ArticleId> all = new LinkedHashSet<>();
          articles.forEach(id -> all.addAll(group(session, id)));
          boolean one = group(session, articles.getFirst()).containsAll(all);
          session.handFolds().fold(all, clock.instant());
          Result done = regrouped(session, all, articles.getFirst());
          return one ? new Result.AlreadySo() : done;
        });
  }

  /// Takes an article out of its group: it stands by itself from now on, as far as these others go.
  public Result unfold(ArticleId article) {
    return change(
        List.of(article),
        session -> {
          Set<ArticleId> others = new LinkedHashSet<>(group(session, article));
          others.remove(article);
          if (others.isEmpty()) {
            return new Result.AlreadySo();
          }
          Set<ArticleId> connected = join(session).connected(List.of(article));
          connected.addAll(others);
          session.handFolds().part(article, others, clock.instant());
          return regrouped(session, connected, article);
        });
  }

  /// Forgets what a reader said of an article, so that the comparison decides again.
  public Result forget(ArticleId article) {
    return change(
        List.of(article),
        session -> {
          Set<ArticleId> connected = join(session).connected(List.of(article));
          return session.handFolds().forget(article)
              ? regrouped(session, connected, article)
              : new Result.AlreadySo();
        });
  }

  private Result change(List<ArticleId> named, Function<Session, Result> work) {
    Result result =
        store.write(
            session -> {
              for (ArticleId id : named) {
                if (session.articles().rawHash(id).isEmpty()) {
                  return new Result.NoArticle(id);
                }
              }
              return work.apply(session);
            });
    if (result instanceof Result.Done) {
      bookkeeping.refresh(store);
      follower.catchUp(_ -> {});
    }
    return result;
  }

  private CopyJoin join(Session session) {
    return new CopyJoin(session, clock.instant());
  }

  private Result regrouped(Session session, Collection<ArticleId> articles, ArticleId spokenOf) {
    join(session).regroup(articles);
    events.follow(session, articles, clock.instant());
    return new Result.Done(group(session, spokenOf));
  }

  /// The group of an article, the canonical one first.
  private static List<ArticleId> group(Session session, ArticleId id) {
    return session.articles().group(session.articles().canonical(id)).stream()
        .map(ArticleHead::id)
        .toList();
  }
}
