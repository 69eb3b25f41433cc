package dev.assay.store.source;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.source.FeedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What sources named, and what became of it.
public final class SourceEntryTable {

  /// In one statement.
  private static final int MOST_VALUES = 500;

  private final Handle handle;

  public SourceEntryTable(Handle handle) {
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
  /// @param tries how often its page could not be had
  public record Waiting(int sourceId, FeedEntry entry, Instant firstSeen, int tries) {}

  /// An entry that its source named before.
  ///
  /// @param guid the feed's own name for it
  /// @param twice whether it was named so at two rounds at least
  public record Named(
      String address, String guid, String title, @Nullable Instant published, boolean twice) {}

  private record StateCount(int sourceId, String state, long entries) {}

  /// An entry that was not taken.
  public record NotTaken(String address, String title, String reason, Instant at) {}

  /// The addresses among these that the source named before.
  public Set<String> known(int sourceId, Collection<String> addresses) {
    Set<String> found = new HashSet<>();
    for (List<String> part : parts(addresses)) {
      found.addAll(
          handle
              .createQuery(
                  "select address from source_entry where source_id = :id and address in (<values>)")
              .bind("id", sourceId)
              .bindList("values", part)
              .mapTo(String.class)
              .set());
    }
    return found;
  }

  /// What the source named before by these names of the feed's own.
  public List<Named> named(int sourceId, Collection<String> guids) {
    List<Named> found = new ArrayList<>();
    for (List<String> part : parts(guids)) {
      found.addAll(
          handle
              .createQuery(
                  "select address, guid, title, published_at, first_seen, last_seen from source_entry"
                      + " where source_id = :id and guid in (<values>)")
              .bind("id", sourceId)
              .bindList("values", part)
              .map(
                  (row, _) ->
                      new Named(
                          row.getString("address"),
                          row.getString("guid"),
                          row.getString("title"),
                          SourceTable.time(row, "published_at"),
                          row.getLong("last_seen") > row.getLong("first_seen")))
              .list());
    }
    return found;
  }

  /// The source named these again.
  public void seen(int sourceId, Collection<String> addresses, Instant now) {
    for (List<String> part : parts(addresses)) {
      handle
          .createUpdate(
              "update source_entry set last_seen = :now where source_id = :id and address in (<values>)")
          .bind("now", now.toEpochMilli())
          .bind("id", sourceId)
          .bindList("values", part)
          .execute();
    }
  }

  private static List<List<String>> parts(Collection<String> values) {
    List<String> all = List.copyOf(new HashSet<>(values));
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_VALUES) {
      parts.add(all.subList(from, Math.min(all.size(), from + MOST_VALUES)));
    }
    return parts;
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
                + " state = excluded.state, last_seen = excluded.last_seen, text = excluded.text,"
                + " tries = 0, retry_at = 0")
        .bind("source", sourceId)
        .bind("address", entry.link())
        .bind("guid", entry.id())
        .bind("title", entry.title())
        .bindByType("published", SourceTable.millis(published), Long.class)
        .bindByType("text", first == First.WAITING ? EntryText.write(entry) : null, String.class)
        .bind("now", now.toEpochMilli())
        .bind("state", first.word)
        .execute();
  }

  /// Those whose text is wanted and may be asked for, those first that were seen first.
  public List<Waiting> waiting(int sourceId, Instant now, int limit) {
    return handle
        .createQuery(
            "select * from source_entry where source_id = :id and state = 'waiting'"
                + " and retry_at <= :now order by first_seen, published_at, address limit :limit")
        .bind("id", sourceId)
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map((row, _) -> waiting(row))
        .list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getInt("source_id"),
        EntryText.read(
            row.getString("text"),
            row.getString("address"),
            row.getString("title"),
            SourceTable.time(row, "published_at"),
            row.getString("guid")),
        Instant.ofEpochMilli(row.getLong("first_seen")),
        row.getInt("tries"));
  }

  /// An entry's page could not be had: it is asked for again.
  ///
  /// @param tries so far
  public void later(int sourceId, String address, int tries, Instant retryAt) {
    handle.execute(
        "update source_entry set tries = ?, retry_at = ? where source_id = ? and address = ?",
        tries,
        retryAt.toEpochMilli(),
        sourceId,
        address);
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
    new SourceWeekTable(handle).add(sourceId, refused, completeness, now);
  }

  /// Entries of each source by their state.
  public Map<Integer, Map<String, Long>> counts(int first, int last) {
    Map<Integer, Map<String, Long>> counts = new HashMap<>();
    handle
        .createQuery(
            "select source_id, state, count(*) as entries from source_entry"
                + " where source_id between :first and :last"
                + " group by source_id, state order by source_id, state")
        .bind("first", first)
        .bind("last", last)
        .map(
            (row, _) ->
                new StateCount(
                    row.getInt("source_id"), row.getString("state"), row.getLong("entries")))
        .forEach(
            one ->
                counts
                    .computeIfAbsent(one.sourceId(), _ -> new LinkedHashMap<>())
                    .put(one.state(), one.entries()));
    return counts;
  }

  /// Of the last articles that came, the share of which only a part is shown; 0 if fewer came.
  public double shareOfParts(int sourceId, int last) {
    List<String> completeness =
        handle
            .createQuery(
                "select coalesce(completeness, '') as word from source_entry where source_id = :id"
                    + " and state = 'taken' order by taken_at desc limit :last")
            .bind("id", sourceId)
            .bind("last", last)
            .mapTo(String.class)
            .list();
    return completeness.size() < last
        ? 0
        : completeness.stream().filter("preview"::equals).count() / (double) last;
  }

  /// The median from publication to arrival of the last hundred; what was published long before it
  /// was first seen says nothing. Empty if no entry says when it was published.
  public Optional<Duration> delay(int sourceId) {
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
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(delays.stream().sorted().toList().get(delays.size() / 2)));
  }

  /// The articles that came from a source and from no other.
  public List<ArticleId> articlesOf(int sourceId) {
    return handle
        .createQuery(
            "select distinct e.article_id from source_entry e where e.source_id = :id"
                + " and e.article_id is not null and not exists (select 1 from source_entry o"
                + " where o.article_id = e.article_id and o.source_id <> e.source_id)")
        .bind("id", sourceId)
        .mapTo(Long.class)
        .map(ArticleId::new)
        .list();
  }

  /// The articles that came of any of these, those that came last; at most `most`.
  public Set<ArticleId> articles(Collection<Integer> sourceIds, int most) {
    return handle
        .createQuery(
            "select article_id from source_entry where source_id in (<ids>)"
                + " and article_id is not null order by taken_at desc limit :most")
        .bindList("ids", List.copyOf(sourceIds))
        .bind("most", most)
        .mapTo(Long.class)
        .map(ArticleId::new)
        .set();
  }

  /// The outlets of the articles that came from the sources of a folder, and of its own folders, by
  /// name.
  ///
  /// @param folder such as `Metals/China`, in whatever capitals
  public List<String> outlets(String folder) {
    String path = folder.toLowerCase(Locale.ROOT);
    return handle
        .createQuery(
            "select distinct article.source from source join source_entry on source_entry.source_id ="
                + " source.id join article on article.id = source_entry.article_id"
                + " where source.removed_at is null and article.source <> ''"
                + " and (lower(source.folder) = :path"
                + " or substr(lower(source.folder), 1, :length) = :below) order by article.source")
        .bind("path", path)
        .bind("below", path + "/")
        .bind("length", path.codePointCount(0, path.length()) + 1)
        .mapTo(String.class)
        .list();
  }

  /// Of which followed source each of these texts came, in whatever copy; the first that was
  /// followed of several. What came otherwise is left out.
  public Map<ArticleId, Integer> cameBy(Collection<ArticleId> texts) {
    Map<ArticleId, Integer> sources = new HashMap<>();
    if (!texts.isEmpty()) {
      handle
          .createQuery(
              "select article.canonical_id, min(source_entry.source_id) as source from article"
                  + " join source_entry on source_entry.article_id = article.id"
                  + " join source on source.id = source_entry.source_id"
                  + " where article.canonical_id in (<ids>) and source.removed_at is null"
                  + " group by article.canonical_id")
          .bindList("ids", texts.stream().map(ArticleId::value).toList())
          .map(
              (row, _) ->
                  Map.entry(new ArticleId(row.getLong("canonical_id")), row.getInt("source")))
          .forEach(one -> sources.put(one.getKey(), one.getValue()));
    }
    return sources;
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
