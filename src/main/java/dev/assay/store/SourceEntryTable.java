package dev.assay.store;

import dev.assay.article.Outcome;
import dev.assay.source.FeedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What sources named, and what became of it.
public final class SourceEntryTable {

  private final Handle handle;

  SourceEntryTable(Handle handle) {
    this.handle = handle;
  }

  /// What becomes of an entry when it is first seen.
  public enum First {
    /// Its text is wanted.
    WAITING("waiting"),
    /// Its source's owner does not want such.
    SKIPPED("skipped"),
    /// It stood on a watched page before the page was watched.
    BEFORE("before");

    private final String word;

    First(String word) {
      this.word = word;
    }
  }

  /// An entry whose text is wanted.
  ///
  /// @param entry its link is the canonical address
  public record Waiting(int sourceId, FeedEntry entry) {}

  /// What came of the entries of a source.
  ///
  /// @param counts entries by their state
  /// @param completeness articles by how much of the text there is
  /// @param delay the median from publication to arrival; null if no entry says when it was
  ///   published
  public record Tally(
      Map<String, Long> counts, Map<String, Long> completeness, @Nullable Duration delay) {}

  /// An entry that was not taken.
  public record NotTaken(String address, String title, String reason, Instant at) {}

  /// The addresses among these that the source named before.
  public Set<String> known(int sourceId, Collection<String> addresses) {
    return among(sourceId, "address", addresses);
  }

  /// The feed's own names among these that it used before.
  public Set<String> knownGuids(int sourceId, Collection<String> guids) {
    return among(sourceId, "guid", guids);
  }

  private Set<String> among(int sourceId, String column, Collection<String> values) {
    Set<String> found = new HashSet<>();
    List<String> all = new ArrayList<>(new HashSet<>(values));
    for (int from = 0; from < all.size(); from += 500) {
      List<String> part = all.subList(from, Math.min(all.size(), from + 500));
      found.addAll(
          handle
              .createQuery(
                  "select "
                      + column
                      + " from source_entry where source_id = :id and "
                      + column
                      + " in (<values>)")
              .bind("id", sourceId)
              .bindList("values", part)
              .mapTo(String.class)
              .set());
    }
    return found;
  }

  /// Keeps an entry that was not seen before.
  ///
  /// @param entry its link is the canonical address
  public void add(int sourceId, FeedEntry entry, First first, Instant now) {
    Instant published = entry.published();
    handle
        .createUpdate(
            "insert into source_entry (source_id, address, guid, title, published_at, text, first_seen,"
                + " last_seen, state) values (:source, :address, :guid, :title, :published, :text, :now, :now,"
                + " :state) on conflict (source_id, address) do update set guid = excluded.guid,"
                + " state = excluded.state, last_seen = excluded.last_seen")
        .bind("source", sourceId)
        .bind("address", entry.link())
        .bind("guid", entry.id())
        .bind("title", entry.title())
        .bindByType("published", SourceTable.millis(published), Long.class)
        .bindByType(
            "text",
            first == First.WAITING ? entry.text() + "\u001f" + entry.summary() : null,
            String.class)
        .bind("now", now.toEpochMilli())
        .bind("state", first.word)
        .execute();
  }

  /// Those whose text is wanted, those first that were seen first.
  public List<Waiting> waiting(int sourceId, int limit) {
    return handle
        .createQuery(
            "select * from source_entry where source_id = :id and state = 'waiting'"
                + " order by first_seen, published_at, address limit :limit")
        .bind("id", sourceId)
        .bind("limit", limit)
        .map((row, _) -> waiting(row))
        .list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    String[] texts = Optional.ofNullable(row.getString("text")).orElse("\u001f").split("\u001f", 2);
    return new Waiting(
        row.getInt("source_id"),
        new FeedEntry(
            row.getString("address"),
            row.getString("title"),
            SourceTable.time(row, "published_at"),
            row.getString("guid"),
            texts[0],
            texts.length > 1 ? texts[1] : ""));
  }

  /// Says what became of an entry.
  ///
  /// @param completeness of the article; empty if there is none
  public void settle(
      int sourceId, String address, Outcome outcome, String completeness, Instant now) {
    boolean refused = outcome instanceof Outcome.Refused;
    handle
        .createUpdate(
            "update source_entry set state = :state, reason = :reason, taken_at = :now, text = null,"
                + " article_id = :article, completeness = :completeness"
                + " where source_id = :source and address = :address")
        .bind("state", refused ? "refused" : "taken")
        .bindByType(
            "reason",
            outcome instanceof Outcome.Refused(String reason) ? reason : null,
            String.class)
        .bind("now", now.toEpochMilli())
        .bindByType("article", outcome.article().map(id -> id.value()).orElse(null), Long.class)
        .bindByType("completeness", completeness.isEmpty() ? null : completeness, String.class)
        .bind("source", sourceId)
        .bind("address", address)
        .execute();
  }

  public Tally tally(int sourceId) {
    return new Tally(counts(sourceId, "state"), counts(sourceId, "completeness"), delay(sourceId));
  }

  private Map<String, Long> counts(int sourceId, String column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle
        .createQuery(
            "select "
                + column
                + " as word, count(*) as entries from source_entry where source_id = :id and "
                + column
                + " is not null group by word order by word")
        .bind("id", sourceId)
        .map((row, _) -> Map.entry(row.getString("word"), row.getLong("entries")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /// Of the last hundred; what was published long before it was first seen says nothing.
  private @Nullable Duration delay(int sourceId) {
    List<Long> delays =
        handle
            .createQuery(
                "select taken_at - published_at as delay from source_entry where source_id = :id"
                    + " and state = 'taken' and published_at is not null and taken_at >= published_at"
                    + " and taken_at - published_at < 604800000 order by taken_at desc limit 100")
            .bind("id", sourceId)
            .mapTo(Long.class)
            .list();
    return delays.isEmpty()
        ? null
        : Duration.ofMillis(delays.stream().sorted().toList().get(delays.size() / 2));
  }

  /// What was not taken last, newest first.
  public List<NotTaken> notTaken(int sourceId, int limit) {
    return handle
        .createQuery(
            "select address, title, reason, taken_at from source_entry where source_id = :id"
                + " and state = 'refused' order by taken_at desc limit :limit")
        .bind("id", sourceId)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new NotTaken(
                    row.getString("address"),
                    row.getString("title"),
                    row.getString("reason"),
                    Instant.ofEpochMilli(row.getLong("taken_at"))))
        .list();
  }
}
