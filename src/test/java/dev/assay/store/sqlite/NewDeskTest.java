package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the script that makes a new desk to the migrations, which make it one by one. Written anew
/// by `./assay test -Dtest=NewDeskTest -Dassay.rewrite=true`.
final class NewDeskTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("assay.root", "."), "src/main/resources/db/new/sqlite.sql");

  /// What stands beside tables: first what is read, what is done on changes at the end.
  private static final List<String> KINDS = List.of("index", "view", "trigger");

  @TempDir private Path folder;

  private Jdbi migrated() {
    Path database = folder.resolve("migrated.db");
    Migrations.run(SqliteStore.source(database, SqliteStore.config(false)));
    return Jdbi.create("jdbc:sqlite:" + database);
  }

  private static List<String> made(Handle handle, String kind) {
    return handle
        .createQuery(
            "select sql from sqlite_master where type = :kind and sql is not null"
                + " and name not like 'sqlite_%' order by rowid")
        .bind("kind", kind)
        .mapTo(String.class)
        .list();
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                + " order by rowid")
        .mapTo(String.class)
        .list();
  }

  /// The rows that a desk begins with, as what puts them in; but for when the schema came.
  private static List<String> rows(Handle handle, String table) {
    String columns =
        handle
            .createQuery("select name from pragma_table_info(:table)")
            .bind("table", table)
            .mapTo(String.class)
            .stream()
            .filter(
                name -> !List.of("installed_on", "execution_time", "installed_by").contains(name))
            .map("\"%s\""::formatted)
            .collect(Collectors.joining(", "));
    boolean history = columns.contains("installed_rank");
    String quoted = columns.replace(", ", ") || ', ' || quote(");
    return handle
        .createQuery("select quote(" + quoted + ") from \"" + table + "\" order by 1")
        .mapTo(String.class)
        .stream()
        .map(
            values ->
                "insert into \"%s\" (%s%s) values (%s%s)"
                    .formatted(
                        table,
                        columns,
                        history ? ", installed_by, execution_time" : "",
                        values,
                        history ? ", '', 0" : ""))
        .toList();
  }

  private static String script(Handle handle) {
    List<String> statements = new ArrayList<>(made(handle, "table"));
    tables(handle).forEach(table -> statements.addAll(rows(handle, table)));
    KINDS.forEach(kind -> statements.addAll(made(handle, kind)));
    return Migrations.head()
        + " What the migrations of db/sqlite come to, written by NewDeskTest.\n"
        + statements.stream().map(one -> one.strip() + ";\n").collect(Collectors.joining());
  }

  @Test
  void theScriptIsWhatTheMigrationsComeTo() throws IOException {
    String script = migrated().withHandle(NewDeskTest::script);
    if (Boolean.getBoolean("assay.rewrite")) {
      Files.createDirectories(SCRIPT.getParent());
      Files.writeString(SCRIPT, script);
    }

    assertThat(SCRIPT)
        .as("after a change of the schema: ./assay test -Dtest=NewDeskTest -Dassay.rewrite=true")
        .hasContent(script);
  }

  @Test
  void aNewDeskIsOneThatWasBroughtUp() {
    SqliteStore.openToWrite(folder).close();
    Jdbi fresh = Jdbi.create("jdbc:sqlite:" + SqliteStore.database(folder));

    assertThat(fresh.withHandle(NewDeskTest::contents))
        .isEqualTo(migrated().withHandle(NewDeskTest::contents));
    assertThat(fresh.withHandle(NewDeskTest::version)).isEqualTo(Store.SCHEMA_VERSION);
  }

  /// Flyway knows what a script has done, and does none of it again.
  @Test
  void nothingIsLeftToBringUpInANewDesk() {
    SqliteStore.openToWrite(folder).close();
    Jdbi fresh = Jdbi.create("jdbc:sqlite:" + SqliteStore.database(folder));
    Map<String, List<String>> before = fresh.withHandle(NewDeskTest::contents);

    Migrations.run(SqliteStore.source(SqliteStore.database(folder), SqliteStore.config(false)));

    assertThat(fresh.withHandle(NewDeskTest::contents)).isEqualTo(before);
  }

  private static Map<String, List<String>> contents(Handle handle) {
    Map<String, List<String>> contents =
        tables(handle).stream()
            .collect(Collectors.toMap(table -> table, table -> rows(handle, table)));
    contents.put("tables", made(handle, "table"));
    KINDS.forEach(kind -> contents.put(kind, made(handle, kind)));
    return contents;
  }

  private static int version(Handle handle) {
    return handle.createQuery("pragma user_version").mapTo(Integer.class).one();
  }
}
