package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.event.Spoken;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What texts speak of, and which of them tell of one happening. Used by one thread, within its
/// session.
public final class EventTable {

  private static final String MEMBER =
      "article_id, event_id, ordered_by, like_id, likeness, by_hand, seen_from";

  private final Handle handle;

  public EventTable(Session session) {
    this.handle = session.handle();
  }

  /// A text of an event that has others.
  ///
  /// @param event the number of the event: the id of its first text
  /// @param like the text of the event that it is most like
  /// @param byHand whether a reader said that they belong together
  public record Member(
      ArticleId article,
      ArticleId event,
      Instant orderedBy,
      ArticleId like,
      double likeness,
      boolean byHand,
      Instant seenFrom) {

    boolean says(Member other) {
      return event.equals(other.event)
          && orderedBy.equals(other.orderedBy)
          && like.equals(other.like)
          && byHand == other.byHand;
    }
  }

  /// An event in a list.
  ///
  /// @param texts those that tell of it, copies not counted
  public record Line(ArticleId event, int texts, Instant last) {

    /// Before all others, the newest first.
    public static final Comparator<Line> NEWEST =
        Comparator.comparing(Line::last).reversed().thenComparing(line -> line.event().value());
  }

  /// What stands in such a list behind the event that is bound to it.
  private static final String BEHIND =
      " having max(ordered_by) < :last or max(ordered_by) = :last and event_id > :behind";

  /// The event of this id, as a list has it; empty if there is none.
  public Optional<Line> line(ArticleId event) {
    return handle
        .createQuery(
            "select event_id, count(*) as texts, max(ordered_by) as last from event_member"
                + " where event_id = :id group by event_id")
        .bind("id", event.value())
        .map((row, _) -> line(row))
        .findFirst();
  }

  /// Keeps what an article speaks of, in place of what was kept before.
  public void put(ArticleId id, Spoken spoken) {
    handle.execute(
        "insert into event_text (article_id, spoken) values (?, ?)"
            + " on conflict (article_id) do update set spoken = excluded.spoken",
        id.value(),
        spoken.bytes());
  }

  Map<ArticleId, Spoken> spoken(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery("select article_id, spoken from event_text where article_id in (<ids>)")
            .bindList("ids", values(ids))
            .map(
                (row, _) ->
                    Map.entry(
                        new ArticleId(row.getLong("article_id")),
                        Spoken.read(row.getBytes("spoken"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Articles that were stored before it was read what they speak of, in the order of ids.
  public List<ArticleId> unread(long after, int limit) {
    return handle
        .createQuery(
            "select id from article where id > :after and not exists"
                + " (select 1 from event_text where article_id = article.id)"
                + " order by id limit :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// The copies of a text that still stand in an event, or can be found, as texts of their own. All
  /// copies are looked at, and those that became one before are none of these.
  List<ArticleId> copies(ArticleId canonical) {
    return handle
        .createQuery(
            "select id from article where canonical_id = :id and id <> canonical_id"
                + " and (exists (select 1 from event_key where article_id = article.id)"
                + " or exists (select 1 from event_member where article_id = article.id))"
                + " order by id")
        .bind("id", canonical.value())
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// The rows of those of `ids` that stand in an event with others.
  public Map<ArticleId, Member> of(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery("select " + MEMBER + " from event_member where article_id in (<ids>)")
            .bindList("ids", values(ids))
            .map((row, _) -> member(row))
            .collect(Collectors.toMap(Member::article, Function.identity()));
  }

  /// The numbers of the events of those of `ids` that stand in one with others.
  public Map<ArticleId, ArticleId> events(Collection<ArticleId> ids) {
    return of(ids).values().stream().collect(Collectors.toMap(Member::article, Member::event));
  }

  /// The texts of these events, the first first.
  public List<Member> members(Collection<ArticleId> events) {
    return events.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select "
                    + MEMBER
                    + " from event_member where event_id in (<ids>) order by ordered_by, article_id")
            .bindList("ids", values(events))
            .map((row, _) -> member(row))
            .list();
  }

  /// The number of the event that is called by an article of it, or was by one that is gone; empty
  /// if no event with several texts is.
  public Optional<ArticleId> event(ArticleId any) {
    return handle
        .createQuery(
            "select event_id from event_member where article_id ="
                + " coalesce((select canonical_id from article where id = :id), :id)"
                + " union all select event_id from event_member where event_id = :id limit 1")
        .bind("id", any.value())
        .map((row, _) -> new ArticleId(row.getLong("event_id")))
        .findFirst();
  }

  /// How many texts the event of each of `ids` has; those that stand alone are left out.
  public Map<ArticleId, Line> lines(Collection<ArticleId> ids) {
    Map<ArticleId, Line> lines = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery(
              "select own.article_id, own.event_id, event.texts, event.last"
                  + " from event_member as own join (select event_id, count(*) as texts,"
                  + " max(ordered_by) as last from event_member where event_id in"
                  + " (select event_id from event_member where article_id in (<ids>))"
                  + " group by event_id) as event on event.event_id = own.event_id"
                  + " where own.article_id in (<ids>)")
          .bindList("ids", values(ids))
          .map((row, _) -> Map.entry(new ArticleId(row.getLong("article_id")), line(row)))
          .forEach(entry -> lines.put(entry.getKey(), entry.getValue()));
    }
    return lines;
  }

  /// The newest events among the newest texts about any of these things.
  ///
  /// @param behind only those that come after it; null for the first
  public List<Line> about(
      Collection<String> entities, double about, int texts, @Nullable Line behind, int limit) {
    return behind(
            behind,
            "select event_id, count(*) as texts, max(ordered_by) as last from event_member"
                + " where event_id in (select event_id from event_member where article_id in"
                + " (select article_id from tag where entity_id in (<entities>)"
                + " and salience >= :about order by ordered_by desc limit :texts))"
                + " group by event_id"
                + BEHIND
                + " order by last desc, event_id limit :limit")
        .bindList("entities", List.copyOf(entities))
        .bind("about", about)
        .bind("texts", texts)
        .bind("limit", limit)
        .map((row, _) -> line(row))
        .list();
  }

  /// The newest events of all. Texts are walked through from the newest on, and each event is taken
  /// at its last, so that it costs the same however many events there are.
  ///
  /// @param behind only those that come after it; null for the first
  public List<Line> newestEvents(@Nullable Line behind, int limit) {
    return behind(
            behind,
            "select event_id, ordered_by as last, (select count(*) from event_member as other"
                + " where other.event_id = text.event_id) as texts from event_member as text"
                + " where ordered_by <= :last and (ordered_by < :last or event_id > :behind)"
                + " and not exists (select 1 from event_member as later"
                + " where later.event_id = text.event_id and later.ordered_by >= text.ordered_by"
                + " and (later.ordered_by > text.ordered_by or later.article_id > text.article_id))"
                + " order by ordered_by desc, event_id limit :limit")
        .bind("limit", limit)
        .map((row, _) -> line(row))
        .list();
  }

  private Query behind(@Nullable Line line, String sql) {
    return handle
        .createQuery(sql)
        .bind("last", line == null ? Long.MAX_VALUE : line.last().toEpochMilli())
        .bind("behind", line == null ? 0 : line.event().value());
  }

  /// Puts a text into an event; what was so before is known until now.
  void join(Member member) {
    end(member.article(), member.seenFrom());
    handle.execute(
        "insert into event_member ("
            + MEMBER
            + ") values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (article_id) do update set event_id = excluded.event_id,"
            + " ordered_by = excluded.ordered_by, like_id = excluded.like_id,"
            + " likeness = excluded.likeness, by_hand = excluded.by_hand,"
            + " seen_from = excluded.seen_from",
        member.article().value(),
        member.event().value(),
        member.orderedBy().toEpochMilli(),
        member.like().value(),
        member.likeness(),
        member.byHand() ? 1 : 0,
        member.seenFrom().toEpochMilli());
  }

  /// Takes a text out of its event: it stands alone.
  void leave(ArticleId id, Instant at) {
    end(id, at);
    handle.execute("delete from event_member where article_id = ?", id.value());
  }

  private void end(ArticleId id, Instant at) {
    handle.execute(
        "insert into event_member_then ("
            + MEMBER
            + ", seen_until) select "
            + MEMBER
            + ", ? from event_member where article_id = ? and seen_from < ?"
            + " on conflict (article_id, seen_from) do update set seen_until = excluded.seen_until",
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
  }

  /// When each of `ids` came.
  Map<ArticleId, Instant> arrived(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery("select id, arrived_at from article where id in (<ids>)")
            .bindList("ids", values(ids))
            .map(
                (row, _) ->
                    Map.entry(
                        new ArticleId(row.getLong("id")),
                        Instant.ofEpochMilli(row.getLong("arrived_at"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new ArticleId(row.getLong("event_id")),
        row.getInt("texts"),
        Instant.ofEpochMilli(row.getLong("last")));
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        new ArticleId(row.getLong("article_id")),
        new ArticleId(row.getLong("event_id")),
        Instant.ofEpochMilli(row.getLong("ordered_by")),
        new ArticleId(row.getLong("like_id")),
        row.getDouble("likeness"),
        row.getInt("by_hand") == 1,
        Instant.ofEpochMilli(row.getLong("seen_from")));
  }

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }
}
