package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.fold.ByHand;
import dev.assay.fold.ByHand.Apart;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What a reader said of which articles are one, and which are not: one text, or one event. Kept
/// whatever is derived anew; what was said of an article goes with it, and what was said of the
/// others stays.
public final class HandFoldTable {

  private final Handle handle;
  private final String together;
  private final String apart;

  private HandFoldTable(Handle handle, String together, String apart) {
    this.handle = handle;
    this.together = together;
    this.apart = apart;
  }

  /// Of copies.
  static HandFoldTable ofTexts(Handle handle) {
    return new HandFoldTable(handle, "hand_fold", "hand_apart");
  }

  /// Of events.
  static HandFoldTable ofEvents(Handle handle) {
    return new HandFoldTable(handle, "hand_event", "hand_event_apart");
  }

  /// Says that `articles` are one, with all that were said to be one with any of them. What parted
  /// them is forgotten.
  public void fold(Collection<ArticleId> articles, Instant madeAt) {
    Set<ArticleId> all = new HashSet<>(articles);
    all.addAll(withThem(articles));
    long number = all.stream().mapToLong(ArticleId::value).min().orElseThrow();
    for (ArticleId id : all) {
      handle.execute(
          "insert into "
              + together
              + " (article_id, fold_id, made_at) values (?, ?, ?)"
              + " on conflict (article_id) do update set fold_id = excluded.fold_id",
          id.value(),
          number,
          madeAt.toEpochMilli());
    }
    List<Long> values = values(all);
    handle
        .createUpdate(
            "delete from " + apart + " where first_id in (<ids>) and second_id in (<ids>)")
        .bindList("ids", values)
        .execute();
  }

  /// Says that `id` is one with none of `others`.
  public void part(ArticleId id, Collection<ArticleId> others, Instant madeAt) {
    leave(id);
    for (ArticleId other : others) {
      handle.execute(
          "insert into "
              + apart
              + " (first_id, second_id, made_at) values (?, ?, ?)"
              + " on conflict do nothing",
          Math.min(id.value(), other.value()),
          Math.max(id.value(), other.value()),
          madeAt.toEpochMilli());
    }
  }

  /// Forgets all that was said of an article.
  ///
  /// @return whether anything was
  public boolean forget(ArticleId id) {
    int parted =
        handle.execute(
            "delete from " + apart + " where first_id = ? or second_id = ?",
            id.value(),
            id.value());
    boolean left = leave(id);
    return left || parted > 0;
  }

  /// One article alone is one with nothing: what is left of a set of two goes too.
  private boolean leave(ArticleId id) {
    List<ArticleId> others = List.copyOf(withThem(List.of(id)));
    int left = handle.execute("delete from " + together + " where article_id = ?", id.value());
    if (others.size() <= 2) {
      others.forEach(
          other ->
              handle.execute("delete from " + together + " where article_id = ?", other.value()));
    }
    return left > 0;
  }

  /// All articles that were said to be one with any of `articles`, these included if they were.
  public Set<ArticleId> withThem(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "select article_id from "
                    + together
                    + " where fold_id in"
                    + " (select fold_id from "
                    + together
                    + " where article_id in (<ids>))")
            .bindList("ids", values(articles))
            .map((row, _) -> new ArticleId(row.getLong("article_id")))
            .collect(Collectors.toSet());
  }

  /// What was said of `articles` among themselves.
  public ByHand of(Collection<ArticleId> articles) {
    return articles.isEmpty() ? ByHand.NOTHING : new ByHand(together(articles), apart(articles));
  }

  /// The articles that were parted from this one.
  public List<ArticleId> partedFrom(ArticleId id) {
    return handle
        .createQuery(
            "select second_id as other from "
                + apart
                + " where first_id = :id"
                + " union select first_id from "
                + apart
                + " where second_id = :id")
        .bind("id", id.value())
        .map((row, _) -> new ArticleId(row.getLong("other")))
        .list();
  }

  /// Whether anything was said of this article.
  public boolean isSaid(ArticleId id) {
    return handle
        .createQuery(
            "select exists (select 1 from "
                + together
                + " where article_id = :id)"
                + " or exists (select 1 from "
                + apart
                + " where first_id = :id)"
                + " or exists (select 1 from "
                + apart
                + " where second_id = :id)")
        .bind("id", id.value())
        .mapTo(Boolean.class)
        .one();
  }

  /// Whether anything was said of an article of this group of copies.
  public boolean isSaidOfGroup(ArticleId canonical) {
    return handle
        .createQuery(
            "select "
                + Stream.of(together + ".article_id", apart + ".first_id", apart + ".second_id")
                    .map(HandFoldTable::isInGroup)
                    .collect(Collectors.joining(" or ")))
        .bind("id", canonical.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static String isInGroup(String column) {
    String table = column.substring(0, column.indexOf('.'));
    return "exists (select 1 from %s join article on article.id = %s where canonical_id = :id)"
        .formatted(table, column);
  }

  private List<Set<ArticleId>> together(Collection<ArticleId> articles) {
    Map<Long, Set<ArticleId>> sets =
        handle
            .createQuery(
                "select fold_id, article_id from " + together + " where article_id in (<ids>)")
            .bindList("ids", values(articles))
            .map(
                (row, _) ->
                    Map.entry(row.getLong("fold_id"), new ArticleId(row.getLong("article_id"))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    return List.copyOf(sets.values());
  }

  private List<Apart> apart(Collection<ArticleId> articles) {
    return handle
        .createQuery(
            "select first_id, second_id from "
                + apart
                + " where first_id in (<ids>) and second_id in (<ids>)")
        .bindList("ids", values(articles))
        .map(
            (row, _) ->
                new Apart(
                    new ArticleId(row.getLong("first_id")),
                    new ArticleId(row.getLong("second_id"))))
        .list();
  }

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }
}
