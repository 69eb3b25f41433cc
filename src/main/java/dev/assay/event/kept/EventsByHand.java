package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Joins and parts events by a reader's word, which is kept, and holds whatever comes later. Safe
/// for use by many threads.
public final class EventsByHand {

  private final Store store;
  private final EventJoin join;
  private final InstantSource clock;

  public EventsByHand(Store store, EventJoin join, InstantSource clock) {
    this.store = store;
    this.join = join;
    this.clock = clock;
  }

  /// What a reader's word came to.
  public sealed interface Result {

    /// It is kept.
    ///
    /// @param texts those that tell of one happening with the first that was named, it included
    record Done(List<ArticleId> texts) implements Result {
      public Done {
        texts = List.copyOf(texts);
      }
    }

    /// There was nothing to change.
    record AlreadySo() implements Result {}

    /// An article that was named is not there.
    record NoArticle(ArticleId id) implements Result {}
  }

  /// Says that these articles tell of one happening.
  ///
  /// @param articles two or more
  public Result join(List<ArticleId> articles) {
    return change(
        articles,
        session -> {
          Set<ArticleId> texts = canonicals(session, articles);
          if (texts.size() < 2) {
            return new Result.AlreadySo();
          }
          session.handEvents().fold(texts, clock.instant());
          join.regroup(session, texts, clock.instant());
          return new Result.Done(texts(session, texts.iterator().next()));
        });
  }

  /// Says that an article tells of another happening than the others of its event.
  public Result part(ArticleId article) {
    return change(
        List.of(article),
        session -> {
          ArticleId text = session.articles().canonical(article);
          List<ArticleId> others =
              texts(session, text).stream().filter(other -> !other.equals(text)).toList();
          if (others.isEmpty()) {
            return new Result.AlreadySo();
          }
          session.handEvents().part(text, others, clock.instant());
          return regrouped(session, text, others);
        });
  }

  /// Forgets what was said of an article, so that the comparison decides again.
  public Result forget(ArticleId article) {
    return change(
        List.of(article),
        session -> {
          ArticleId text = session.articles().canonical(article);
          Set<ArticleId> others = new LinkedHashSet<>(texts(session, text));
          others.addAll(session.handEvents().partedFrom(text));
          return session.handEvents().forget(text)
              ? regrouped(session, text, others)
              : new Result.AlreadySo();
        });
  }

  private Result regrouped(Session session, ArticleId text, Collection<ArticleId> others) {
    Set<ArticleId> all = new LinkedHashSet<>(List.of(text));
    all.addAll(others);
    join.regroup(session, all, clock.instant());
    return new Result.Done(texts(session, text));
  }

  private Result change(List<ArticleId> named, Function<Session, Result> work) {
    return store.write(
        session -> {
          for (ArticleId id : named) {
            if (session.articles().rawHash(id).isEmpty()) {
              return new Result.NoArticle(id);
            }
          }
          return work.apply(session);
        });
  }

  private static Set<ArticleId> canonicals(Session session, List<ArticleId> articles) {
    Set<ArticleId> texts = new LinkedHashSet<>();
    articles.forEach(id -> texts.add(session.articles().canonical(id)));
    return texts;
  }

  private static List<ArticleId> texts(Session session, ArticleId text) {
    EventTable table = new EventTable(session);
    Optional<ArticleId> event = table.event(text);
    return event.isEmpty()
        ? List.of(text)
        : table.members(List.of(event.get())).stream().map(EventTable.Member::article).toList();
  }
}
