package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the two folders of migrations to each other.
final class MigrationsTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));

  /// What `db/postgresql/V1__desk.sql` stands for.
  private static final Set<Integer> IN_THE_BASE =
      Set.of(1, 2, 5, 6, 7, 8, 9, 10, 11, 15, 18, 19, 20, 25, 26, 30, 60);

  @TempDir private Path folder;

  private static Set<Integer> numbers(String database) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("src/main/resources/db/" + database))) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void bothFoldersHoldTheSameNumbers() throws IOException {
    Set<Integer> sqlite = numbers("sqlite");
    int highest = sqlite.stream().max(Integer::compare).orElseThrow();
    sqlite.removeAll(IN_THE_BASE);
    Set<Integer> postgres = numbers("postgresql");
    postgres.remove(1);

    assertThat(postgres)
        .as("a file of db/sqlite has a twin of its number in db/postgresql")
        .isEqualTo(sqlite);
    assertThat(Store.SCHEMA_VERSION).isEqualTo(highest);
  }

  /// As a process leaves it that was ended while it made the desk.
  @Test
  void aDeskWhoseMakingWasBrokenOffIsMadeAnew() throws IOException {
    Files.writeString(folder.resolve("assay.db.new"), "half of a database");
    Files.writeString(folder.resolve("assay.db.new-wal"), "and what was to come into it");

    try (Store store = SqliteStore.openToWrite(folder)) {
      long articles = store.read(session -> session.articles().count().articles());
      assertThat(articles).isZero();
      assertThat(store.integrityProblems()).isEmpty();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("assay.db", "writer.lock");
    }
  }

  /// As a process leaves it that was killed, whose database was deleted then.
  @Test
  void aNewDeskTakesNothingFromTheLogOfADeletedOne() throws IOException {
    byte[] log;
    try (Store store = SqliteStore.openToWrite(folder)) {
      store.write(
          session -> {
            session.names().dismiss("Norvik", Instant.EPOCH);
            return true;
          });
      log = Files.readAllBytes(folder.resolve("assay.db-wal"));
    }
    assertThat(log).isNotEmpty();
    Files.delete(folder.resolve("assay.db"));
    Files.write(folder.resolve("assay.db-wal"), log);

    try (Store store = SqliteStore.openToWrite(folder)) {
      Set<String> dismissed = store.read(session -> session.names().dismissed());
      assertThat(dismissed).isEmpty();
      assertThat(store.integrityProblems()).isEmpty();
    }
  }

  @Test
  void bothComeToTheSameTablesAndColumns() {
    PostgresServer server = PostgresServer.shared();
    server.run("create database migrated");
    PostgresAddress address = server.named("migrated");
    Set<String> sqlite;
    Set<String> postgres;
    try (Store store = SqliteStore.openToWrite(folder)) {
      sqlite =
          columns(
              store,
              "select m.name || '.' || c.name || ' ' || lower(c.type) from sqlite_master m,"
                  + " pragma_table_info(m.name) c where m.type = 'table'"
                  + " and m.name not like 'sqlite%' and m.name not like 'flyway%'");
    }
    try (Store store = PostgresStore.openToWrite(address, folder)) {
      postgres =
          columns(
              store,
              "select table_name || '.' || column_name || ' ' || case data_type"
                  + " when 'bigint' then 'integer' when 'double precision' then 'real'"
                  + " when 'bytea' then 'blob' else data_type end from information_schema.columns"
                  + " where table_schema = current_schema() and table_name not like 'flyway%'"
                  + " and table_name <> 'scheduled_tasks'");
    }

    assertThat(postgres).isEqualTo(sqlite);
  }

  /// Else a test says nothing of PostgreSQL.
  @Test
  void testsOpenTheirStoreOnWhicheverDatabaseRuns() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java/dev/assay"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        if (!file.toString().contains("/store/")
            && !file.toString().contains("/app/")
            && !file.toString().endsWith("CrashPointsTest.java")) {
          assertThat(Files.readString(file))
              .as("%s opens its store by Stores", file)
              .doesNotContain("SqliteStore.open", "PostgresStore.open");
        }
      }
    }
  }

  private static Set<String> columns(Store store, String sql) {
    List<String> found =
        store.read(session -> session.handle().createQuery(sql).mapTo(String.class).list());
    return new TreeSet<>(found);
  }
}
