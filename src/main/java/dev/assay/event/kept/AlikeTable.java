package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Texts whose figures are to be held against those of others, and which these are: those of any
/// time that speak of what few do, by the same keys by which the texts of an event find each other.
/// Copies have none. Used by one thread, within its session.
public final class AlikeTable {

  /// What more texts have is not rare, however large the desk is: of each key no more rows are
  /// read.
  private static final int RARE = 8;

  /// Rare keys that two texts must share: one alone is a chance word.
  private static final int SHARED = 2;

  private final Handle handle;

  public AlikeTable(Session session) {
    this.handle = session.handle();
  }

  /// Lets a text wait.
  public void await(ArticleId id) {
    handle.execute(
        "insert into alike_waiting (article_id) values (?) on conflict do nothing", id.value());
  }

  /// Those that wait, the earliest published first: whichever came first, they meet in one order.
  public List<ArticleId> waiting(int limit) {
    return handle
        .createQuery(
            "select article_id from alike_waiting join article on article.id = article_id"
                + " order by ordered_by, article_id limit :limit")
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  public void done(ArticleId id) {
    handle.execute("delete from alike_waiting where article_id = ?", id.value());
  }

  /// The texts that share most rare keys with one that is linked, the nearest first.
  public List<ArticleId> near(ArticleId id, int limit) {
    List<Long> keys =
        handle
            .createQuery("select key from event_key where article_id = :id order by key")
            .bind("id", id.value())
            .mapTo(Long.class)
            .list();
    Map<ArticleId, Integer> shared = new HashMap<>();
    having(keys).values().stream()
        .filter(texts -> texts.size() <= RARE)
        .flatMap(List::stream)
        .filter(other -> !other.equals(id))
        .forEach(other -> shared.merge(other, 1, Integer::sum));
    return shared.entrySet().stream()
        .filter(other -> other.getValue() >= SHARED)
        .sorted(
            Map.Entry.<ArticleId, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(ArticleId::value))))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The first texts that have each of the keys, at most one more than [#RARE].
  private Map<Long, List<ArticleId>> having(List<Long> keys) {
    String ofOne =
        "select * from (select key, article_id from event_key where key = %d limit %d) k%d";
    String ofAll =
        Stream.iterate(0, i -> i < keys.size(), i -> i + 1)
            .map(i -> ofOne.formatted(keys.get(i), RARE + 1, i))
            .collect(Collectors.joining(" union all "));
    return keys.isEmpty()
        ? Map.of()
        : handle
            .createQuery(ofAll)
            .map(
                (row, _) -> Map.entry(row.getLong("key"), new ArticleId(row.getLong("article_id"))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
