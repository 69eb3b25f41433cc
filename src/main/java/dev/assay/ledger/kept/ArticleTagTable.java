package dev.assay.ledger.kept;

import dev.assay.article.ArticleId;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerTable.Made;
import dev.assay.store.Session;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the articles of a drawer are about, by which its entries are found.
final class ArticleTagTable implements DrawerPast.Tagged {

  /// An entry of several figures is found by what its articles are about, as far as this.
  private static final int MOST_TAGS = 200;

  /// An entry of one figure is found by what its article is about first.
  private static final int TAGS_OF_ONE_FIGURE = 3;

  /// A statement takes only so many values.
  private static final int ARTICLES_AT_ONCE = 500;

  private final List<ArticleId> unread = new ArrayList<>();
  private final Map<ArticleId, List<Tag>> tags = new HashMap<>();
  private final IdentityHashMap<Made, Map<String, Boolean>> found = new IdentityHashMap<>();

  /// What an article was about from one moment until another.
  private record Tag(String entity, double salience, long from, long until) {
    private boolean stoodAt(long at) {
      return from <= at && until > at;
    }
  }

  /// How many articles are about something, and how much the one that is most.
  private record Count(String entity, int articles, double most) {
    private static final Comparator<Count> BY_ARTICLES =
        Comparator.comparingInt(Count::articles)
            .thenComparingDouble(Count::most)
            .reversed()
            .thenComparing(Count::entity);

    private Count and(Count other) {
      return new Count(entity, articles + other.articles, Math.max(most, other.most));
    }
  }

  /// Has the tags of more articles read.
  void of(Collection<ArticleId> articles) {
    unread.addAll(articles);
  }

  /// Reads what was not read yet.
  void read(Session session) {
    for (int from = 0; from < unread.size(); from += ARTICLES_AT_ONCE) {
      read(session, unread.subList(from, Math.min(unread.size(), from + ARTICLES_AT_ONCE)));
    }
    unread.clear();
    found.clear();
  }

  private void read(Session session, List<ArticleId> articles) {
    session
        .handle()
        .createQuery(
            "select article_id, entity_id, salience, seen_from, :always as seen_until from tag"
                + " where article_id in (<ids>) union all"
                + " select article_id, entity_id, salience, seen_from, seen_until from tag_then"
                + " where article_id in (<ids>)")
        .bind("always", ThenTable.STANDING.toEpochMilli())
        .bindList("ids", articles.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                Map.entry(
                    new ArticleId(row.getLong("article_id")),
                    new Tag(
                        row.getString("entity_id").intern(),
                        row.getDouble("salience"),
                        row.getLong("seen_from"),
                        row.getLong("seen_until"))))
        .forEach(
            tag -> tags.computeIfAbsent(tag.getKey(), _ -> new ArrayList<>()).add(tag.getValue()));
  }

  /// What an entry is found by: the things that it is about itself, and those that the articles of
  /// its figures were tagged with at a moment.
  @Override
  public Map<String, Boolean> of(Made made, Instant at) {
    return found.computeIfAbsent(made, _ -> find(made, at.toEpochMilli()));
  }

  private Map<String, Boolean> find(Made made, long at) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    made.entities().forEach(entity -> found.put(entity, false));
    Map<String, Count> counts = new HashMap<>();
    made.claims().stream()
        .map(point -> point.claim().article())
        .distinct()
        .flatMap(article -> tags.getOrDefault(article, List.of()).stream())
        .filter(tag -> tag.stoodAt(at))
        .forEach(
            tag ->
                counts.merge(tag.entity(), new Count(tag.entity(), 1, tag.salience()), Count::and));
    counts.values().stream()
        .sorted(Count.BY_ARTICLES)
        .limit(made.kept().verdict() == Verdict.NONE ? TAGS_OF_ONE_FIGURE : MOST_TAGS)
        .forEach(count -> found.putIfAbsent(count.entity(), true));
    return found;
  }
}
