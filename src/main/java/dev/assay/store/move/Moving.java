package dev.assay.store.move;

import dev.assay.store.Session;
import dev.assay.store.Store;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Moves a desk from one store to another, table by table, and looks at every row again afterwards.
///
/// What is there already is left as it is, so that a move that was broken off is begun again and
/// goes on; the target is a desk of its own only if [#differences] finds none. Nobody may write to
/// either store meanwhile.
public final class Moving {

  /// Rows to one transaction.
  private static final int STEP = 500;

  private static final String ROUNDS = "ledger_round";

  private final Store from;
  private final Store to;
  private final List<Table> tables;

  /// @param shape the one of the two that is SQLite: what tables there are, and what keys they
  ///   have, is asked of it
  public Moving(Store from, Store to, Store shape) {
    this.from = from;
    this.to = to;
    this.tables = shape.read(Moving::tables);
  }

  /// Hears how many rows of which table were looked at.
  public interface Progress {
    void at(String table, long rows);
  }

  /// A table, by whose key its rows are told apart.
  private record Table(String name, List<String> columns, List<String> key, Set<String> refersTo) {

    String list() {
      return columns.stream().map(Moving::quoted).collect(Collectors.joining(", "));
    }

    String keys() {
      return key.stream().map(Moving::quoted).collect(Collectors.joining(", "));
    }

    Row keyOf(Row row) {
      List<@Nullable Object> values = new ArrayList<>();
      for (String name : key) {
        values.add(row.values().get(columns.indexOf(name)));
      }
      return new Row(values);
    }
  }

  /// The values of a row, or of its key.
  private record Row(List<@Nullable Object> values) {}

  private static String quoted(String column) {
    return '"' + column + '"';
  }

  /// Those that others refer to come first. The numbers that each database keeps itself of its rows
  /// are left out.
  private static List<Table> tables(Session session) {
    Handle handle = session.handle();
    Map<String, Table> open = new LinkedHashMap<>();
    handle
        .createQuery(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                + " and name not like 'flyway%' and name <> 'tally' order by name")
        .mapTo(String.class)
        .forEach(name -> open.put(name, table(handle, name)));
    List<Table> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Table> free =
          open.values().stream()
              .filter(table -> Collections.disjoint(table.refersTo(), open.keySet()))
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + open.keySet());
      }
      ordered.addAll(free);
      free.forEach(table -> open.remove(table.name()));
    }
    return ordered;
  }

  private static Table table(Handle handle, String name) {
    List<String> columns =
        strings(handle, "select name from pragma_table_info(:table) order by cid", name);
    List<String> key =
        strings(
            handle, "select name from pragma_table_info(:table) where pk > 0 order by pk", name);
    Set<String> refersTo =
        new LinkedHashSet<>(
            strings(handle, "select \"table\" from pragma_foreign_key_list(:table)", name));
    refersTo.remove(name);
    return new Table(name, columns, key.isEmpty() ? columns : key, refersTo);
  }

  private static List<String> strings(Handle handle, String sql, String table) {
    return handle.createQuery(sql).bind("table", table).mapTo(String.class).list();
  }

  /// Copies what the target lacks.
  ///
  /// @return how many rows the source has
  public long copy(Progress progress) {
    long all = 0;
    for (Table table : tables) {
      if (table.name().equals(ROUNDS)) {
        to.change(session -> session.handle().execute("delete from " + ROUNDS));
      }
      all +=
          each(
              table, rows -> to.change(session -> insert(session.handle(), table, rows)), progress);
    }
    to.change(session -> tables.forEach(table -> goOn(session.handle(), table)));
    return all;
  }

  /// Has the numbers that the database gives itself go on behind those that came.
  private static void goOn(Handle handle, Table table) {
    if (isSqlite(handle) || table.key().size() != 1) {
      return;
    }
    handle
        .createQuery("select pg_get_serial_sequence(:table, :column)")
        .bind("table", table.name())
        .bind("column", table.key().getFirst())
        .mapTo(String.class)
        .stream()
        .filter(Objects::nonNull)
        .forEach(
            sequence ->
                handle
                    .createQuery(
                        "select setval(cast(:sequence as regclass), coalesce(max(%s), 0) + 1, false) from %s"
                            .formatted(table.keys(), table.name()))
                    .bind("sequence", sequence)
                    .mapTo(Long.class)
                    .one());
  }

  /// Tables in which the two differ, each a line for a person; empty if every row is the same.
  public List<String> differences(Progress progress) {
    List<String> found = new ArrayList<>();
    for (Table table : tables) {
      List<Row> wrong = new ArrayList<>();
      long rows =
          each(
              table,
              some -> {
                Map<Row, Row> there = to.read(session -> rowsOf(session.handle(), table, some));
                some.stream()
                    .filter(row -> !row.equals(there.get(table.keyOf(row))))
                    .forEach(wrong::add);
              },
              progress);
      long there = to.read(session -> count(session.handle(), table));
      if (!wrong.isEmpty() || rows != there) {
        found.add(
            "%s: %d rows here, %d there, %d of them lacking or other than here"
                .formatted(table.name(), rows, there, wrong.size()));
      }
    }
    return found;
  }

  private interface Rows {
    void take(List<Row> rows);
  }

  private long each(Table table, Rows work, Progress progress) {
    long seen = 0;
    Row after = new Row(List.of());
    List<Row> rows;
    do {
      Row last = after;
      rows = from.read(session -> next(session.handle(), table, last));
      if (!rows.isEmpty()) {
        work.take(rows);
        after = table.keyOf(rows.getLast());
        seen += rows.size();
        progress.at(table.name(), seen);
      }
    } while (rows.size() == STEP);
    return seen;
  }

  private static long count(Handle handle, Table table) {
    return handle.createQuery("select count(*) from " + table.name()).mapTo(Long.class).one();
  }

  private static List<Row> next(Handle handle, Table table, Row after) {
    String beyond =
        after.values().isEmpty()
            ? ""
            : " where (%s) > (%s)".formatted(table.keys(), marks(table.key().size()));
    Query query =
        handle.createQuery(
            "select %s from %s%s order by %s limit %d"
                .formatted(table.list(), table.name(), beyond, table.keys(), STEP));
    bind(query, 0, after);
    return rows(query, table);
  }

  private static Map<Row, Row> rowsOf(Handle handle, Table table, List<Row> like) {
    Map<Row, Row> found = new HashMap<>();
    String key = "(" + marks(table.key().size()) + ")";
    Query query =
        handle.createQuery(
            "select %s from %s where (%s) in (values %s)"
                .formatted(
                    table.list(),
                    table.name(),
                    table.keys(),
                    String.join(", ", Collections.nCopies(like.size(), key))));
    int place = 0;
    for (Row row : like) {
      place = bind(query, place, table.keyOf(row));
    }
    rows(query, table).forEach(row -> found.put(table.keyOf(row), row));
    return found;
  }

  /// @return the place behind the last value
  private static int bind(SqlStatement<?> statement, int from, Row row) {
    int place = from;
    for (Object value : row.values()) {
      statement.bind(place++, value instanceof Bytes(byte[] bytes) ? bytes : value);
    }
    return place;
  }

  private static List<Row> rows(Query query, Table table) {
    return query.map((row, _) -> row(row, table.columns().size())).list();
  }

  private static Row row(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      values.add(plain(row.getObject(i)));
    }
    return new Row(values);
  }

  /// One form of what the two drivers give: whole numbers are long, bytes can be compared.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case byte[] bytes -> new Bytes(bytes);
      case null, default -> value;
    };
  }

  private record Bytes(byte[] bytes) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// Rows keep the numbers that they have.
  private static void insert(Handle handle, Table table, List<Row> rows) {
    String own = isSqlite(handle) ? "" : " overriding system value";
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into %s (%s) on conflict do nothing"
                .formatted(
                    table.name(),
                    table.list() + ")" + own + " values (" + marks(table.columns().size())));
    for (Row row : rows) {
      bind(batch, 0, row);
      batch.add();
    }
    batch.execute();
  }

  private static boolean isSqlite(Handle handle) {
    return handle.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("SQLite");
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
