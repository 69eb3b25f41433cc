package dev.assay.desk;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.ItemQuery.Order;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The marks and moments of one reader. Used by one thread, within its session.
final class MarkTable {

  /// While no more texts than this are unread by the moment, they are looked through for those of a
  /// scope; else the scope's are looked through.
  private static final int FEW = 2_000;

  private static final long NEVER = -1;

  private static final String MARKED =
      " left join reader_mark as mark on mark.reader_id = :reader and mark.article_id = text.id";

  private static final String READ =
      "(case when mark.read is null then text.arrived_at <= :until else mark.read = 1 end)";

  private final Handle handle;
  private final ReaderId reader;
  private final MuteTable mutes;

  MarkTable(Session session, ReaderId reader) {
    this.handle = session.handle();
    this.reader = reader;
    this.mutes = new MuteTable(session, reader);
  }

  long countArrived(Instant since) {
    String muted = mutes.leftOut();
    Query query =
        handle.createQuery(
            "select count(*) from article as text where canonical_id = id and arrived_at > :since"
                + muted);
    if (!muted.isEmpty()) {
      query.bind("reader", reader.value());
    }
    return query.bind("since", since.toEpochMilli()).mapTo(Long.class).one();
  }

  Map<ArticleId, Mark> of(Collection<ArticleId> ids) {
    Map<ArticleId, Mark> marks = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery(
              "select article.id, "
                  + READ
                  + " as read,"
                  + " (select starred_at from reader_mark where reader_id = :reader"
                  + " and article_id = article.id) as starred_at"
                  + " from article join article as text on text.id = article.canonical_id"
                  + MARKED
                  + " where article.id in (<ids>)")
          .bindList("ids", values(ids))
          .bind("reader", reader.value())
          .bind("until", readUntil())
          .map((row, _) -> Map.entry(new ArticleId(row.getLong("id")), mark(row)))
          .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
    }
    return marks;
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(row.getBoolean("read"), row.getObject("starred_at") != null);
  }

  void say(Collection<ArticleId> ids, Mark.Said said, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    switch (said) {
      case READ -> read(ids, 1);
      case UNREAD -> read(ids, 0);
      case STARRED -> star(ids, now);
      case UNSTARRED -> unstar(ids);
    }
  }

  private void read(Collection<ArticleId> ids, int read) {
    haveMoment();
    handle
        .createUpdate(
            "insert into reader_mark (reader_id, article_id, read)"
                + " select distinct :reader, canonical_id, :read from article where id in (<ids>)"
                + " on conflict (reader_id, article_id) do update set read = excluded.read")
        .bindList("ids", values(ids))
        .bind("reader", reader.value())
        .bind("read", read)
        .execute();
  }

  private void star(Collection<ArticleId> ids, Instant now) {
    haveMoment();
    handle
        .createUpdate(
            "insert into reader_mark (reader_id, article_id, starred_at)"
                + " select :reader, id, :now from article where id in (<ids>)"
                + " on conflict (reader_id, article_id)"
                + " do update set starred_at = coalesce(reader_mark.starred_at, excluded.starred_at)")
        .bindList("ids", values(ids))
        .bind("reader", reader.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private void unstar(Collection<ArticleId> ids) {
    handle
        .createUpdate(
            "update reader_mark set starred_at = null"
                + " where reader_id = :reader and article_id in (<ids>)")
        .bindList("ids", values(ids))
        .bind("reader", reader.value())
        .execute();
  }

  /// Raises the moment where everything is meant; of any other scope each unread text gets a mark.
  void readAll(ReadingScope scope, Instant until) {
    haveMoment();
    if (scope instanceof ReadingScope.Everything) {
      raise(until);
      return;
    }
    bound(
            handle.createUpdate(
                "insert into reader_mark (reader_id, article_id, read)"
                    + " select distinct :reader, text.id, 1 "
                    + from(scope)
                    + MARKED
                    + " where text.canonical_id = text.id and text.arrived_at <= :before"
                    + " and not "
                    + READ
                    + within(scope)
                    + " on conflict (reader_id, article_id) do update set read = 1"),
            scope)
        .bind("before", until.toEpochMilli())
        .execute();
  }

  private void raise(Instant until) {
    handle.execute(
        "update reader_moment set read_until = ? where reader_id = ? and read_until < ?",
        until.toEpochMilli(),
        reader.value(),
        until.toEpochMilli());
    handle
        .createUpdate(
            "update reader_mark set read = null where reader_id = :reader and article_id in"
                + " (select id from article where article.id = reader_mark.article_id"
                + " and arrived_at <= :until)")
        .bind("reader", reader.value())
        .bind("until", until.toEpochMilli())
        .execute();
    handle.execute(
        "delete from reader_mark where reader_id = ? and read is null and starred_at is null",
        reader.value());
  }

  /// @param before texts that arrived later do not count
  /// @param most counting ends there
  long countUnread(ReadingScope scope, Instant before, long most) {
    String muted = mutes.leftOut();
    String newer =
        " where text.canonical_id = text.id and text.arrived_at > :until"
            + " and text.arrived_at <= :before and coalesce(mark.read, 0) = 0"
            + muted;
    long unmarked =
        areFew()
            ? count(scope, "from article as text" + MARKED + newer + reached(scope), before, most)
            : count(scope, from(scope) + MARKED + newer + within(scope), before, most);
    String kept =
        "from reader_mark as mark join article as text on text.id = mark.article_id"
            + " where mark.reader_id = :reader and mark.read = 0 and text.canonical_id = text.id"
            + " and text.arrived_at <= :until and text.arrived_at <= :before"
            + muted;
    return Math.min(most, unmarked + count(scope, kept + reached(scope), before, most));
  }

  private long count(ReadingScope scope, String fromWhere, Instant before, long most) {
    return bound(
            handle.createQuery(
                "select count(*) from (select distinct text.id " + fromWhere + " limit :most)"),
            scope)
        .bind("before", millis(before))
        .bind("most", most)
        .mapTo(Long.class)
        .one();
  }

  /// Whether few texts arrived after the moment, so that looking through them is quick.
  private boolean areFew() {
    return handle
            .createQuery(
                "select count(*) from (select 1 from article where canonical_id = id"
                    + " and arrived_at > :until limit :few)")
            .bind("until", readUntil())
            .bind("few", FEW)
            .mapTo(Integer.class)
            .one()
        < FEW;
  }

  List<Item> items(ReadingScope scope, ItemQuery asked) {
    boolean down = asked.order() == Order.NEWEST_FIRST;
    Item.Place after = asked.after();
    Query query =
        bound(
                handle.createQuery(
                    "select distinct text.id, text.arrived_at "
                        + chosen(scope, asked.only())
                        + (asked.from() == null ? "" : " and text.arrived_at >= :from")
                        + (asked.until() == null ? "" : " and text.arrived_at < :end")
                        + (after == null ? "" : beyond(down))
                        + (down
                            ? " order by text.arrived_at desc, text.id desc"
                            : " order by text.arrived_at, text.id")
                        + " limit :limit"),
                scope)
            .bind("limit", asked.limit());
    bind(query, "from", asked.from());
    bind(query, "end", asked.until());
    if (after != null) {
      query.bind("at", millis(after.at())).bind("id", after.id().value());
    }
    Map<ArticleId, Instant> arrivals = new LinkedHashMap<>();
    query
        .map((row, _) -> Map.entry(row.getLong("id"), row.getLong("arrived_at")))
        .forEach(
            row -> arrivals.put(new ArticleId(row.getKey()), Instant.ofEpochMilli(row.getValue())));
    Map<ArticleId, Mark> marks = of(arrivals.keySet());
    return arrivals.entrySet().stream()
        .map(
            row ->
                new Item(row.getKey(), row.getValue(), marks.getOrDefault(row.getKey(), Mark.NONE)))
        .toList();
  }

  /// A star stands on any article, all else on those that stand for their group.
  private String chosen(ReadingScope scope, Only only) {
    String texts = from(scope) + MARKED + " where text.canonical_id = text.id" + within(scope);
    return switch (only) {
      case ALL -> texts;
      case UNREAD -> texts + " and not " + READ + mutes.leftOut();
      case READ -> texts + " and " + READ;
      case STARRED ->
          "from reader_mark as star join article as text on text.id = star.article_id"
              + " where star.reader_id = :reader and star.starred_at is not null"
              + reached(scope);
    };
  }

  private static String beyond(boolean down) {
    return " and (text.arrived_at, text.id) " + (down ? "<" : ">") + " (:at, :id)";
  }

  /// Where the articles of a scope are found, and with [#within] which of them.
  private static String from(ReadingScope scope) {
    return switch (scope) {
      case ReadingScope.About _ -> "from tag join article as text on text.id = tag.article_id";
      case ReadingScope.Listed _ ->
          "from source_entry as entry join article as own on own.id = entry.article_id"
              + " join article as text on text.id = own.canonical_id";
      case ReadingScope.Everything _, ReadingScope.From _, ReadingScope.Among _ ->
          "from article as text";
    };
  }

  private static String within(ReadingScope scope) {
    return switch (scope) {
      case ReadingScope.About _ -> " and tag.entity_id in (<entities>) and tag.salience >= :least";
      case ReadingScope.Listed _ -> " and entry.source_id = :listed";
      case ReadingScope.Everything _, ReadingScope.From _, ReadingScope.Among _ -> reached(scope);
    };
  }

  /// Whether an article that was found otherwise is of the scope.
  private static String reached(ReadingScope scope) {
    return switch (scope) {
      case ReadingScope.Everything _ -> "";
      case ReadingScope.About _ ->
          " and exists (select 1 from tag where tag.article_id = text.id"
              + " and tag.entity_id in (<entities>) and tag.salience >= :least)";
      case ReadingScope.From _ -> " and text.source = :source";
      case ReadingScope.Listed _ ->
          " and exists (select 1 from source_entry as entry"
              + " join article as own on own.id = entry.article_id"
              + " where own.canonical_id = text.id and entry.source_id = :listed)";
      case ReadingScope.Among(List<ArticleId> articles) ->
          articles.isEmpty() ? " and false" : " and text.id in (<articles>)";
    };
  }

  private <S extends SqlStatement<S>> S bound(S statement, ReadingScope scope) {
    statement.bind("reader", reader.value()).bind("until", readUntil());
    switch (scope) {
      case ReadingScope.Everything _ -> {}
      case ReadingScope.About(List<String> entities, double least) ->
          statement.bindList("entities", entities).bind("least", least);
      case ReadingScope.From(String source) -> statement.bind("source", source);
      case ReadingScope.Listed(int source) -> statement.bind("listed", source);
      case ReadingScope.Among(List<ArticleId> articles) -> {
        if (!articles.isEmpty()) {
          statement.bindList("articles", values(articles));
        }
      }
    }
    return statement;
  }

  private static void bind(Query query, String name, @Nullable Instant moment) {
    if (moment != null) {
      query.bind(name, millis(moment));
    }
  }

  Visit visit() {
    return handle
        .createQuery("select looked_at, news_since from reader_moment where reader_id = :reader")
        .bind("reader", reader.value())
        .map((row, _) -> new Visit(moment(row, "looked_at"), moment(row, "news_since")))
        .findOne()
        .orElse(Visit.NONE);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  void keep(Visit visit) {
    haveMoment();
    handle
        .createUpdate(
            "update reader_moment set looked_at = :lookedAt, news_since = :since"
                + " where reader_id = :reader")
        .bind("reader", reader.value())
        .bindByType("lookedAt", orNull(visit.lookedAt()), Long.class)
        .bindByType("since", orNull(visit.since()), Long.class)
        .execute();
  }

  private static @Nullable Long orNull(@Nullable Instant moment) {
    return moment == null ? null : millis(moment);
  }

  private long readUntil() {
    return handle
        .createQuery("select read_until from reader_moment where reader_id = :reader")
        .bind("reader", reader.value())
        .mapTo(Long.class)
        .findOne()
        .orElse(NEVER);
  }

  /// Marks rest on the reader's moment, so that there is one before the first mark.
  private void haveMoment() {
    handle.execute(
        "insert into reader_moment (reader_id) values (?) on conflict (reader_id) do nothing",
        reader.value());
  }

  /// The far future is the last moment that milliseconds can tell.
  private static long millis(Instant moment) {
    return moment.equals(Instant.MAX) ? Long.MAX_VALUE : moment.toEpochMilli();
  }

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }
}
