package dev.assay.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.store.PostgresServer;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoreAway;
import dev.assay.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a PostgreSQL database alone.
final class PostgresStoreTest {

  @TempDir private Path folder;

  private final PostgresServer server = PostgresServer.shared();

  @Test
  void saysWhatToDoWhenThereIsNothingToRead() {
    server.run("create database empty_one");

    assertThatThrownBy(() -> PostgresStore.openToRead(server.named("empty_one"), folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("assay import");
  }

  @Test
  void saysThatADatabaseMustBeMade() {
    assertThatThrownBy(() -> PostgresStore.openToWrite(server.named("none"), folder))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessageContaining("createdb");
  }

  @Test
  void saysThatNobodyAnswers() {
    PostgresAddress nobody = PostgresAddress.parse("postgres://who:secret@127.0.0.1:9/desk");

    assertThatThrownBy(() -> PostgresStore.openToWrite(nobody, folder))
        .isInstanceOf(StoreAway.class)
        .hasMessageContaining("postgres://who@127.0.0.1:9/desk cannot be reached")
        .hasMessageNotContaining("secret");
  }

  @Test
  void connectsAnewAfterItsConnectionWasEnded() {
    try (Store store = PostgresStore.openToWrite(server.address(folder), folder)) {
      assertThatThrownBy(
              () ->
                  store.change(
                      session -> {
                        server.run(
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name = 'assay'");
                        dismiss(session, "磁材");
                      }))
          .isInstanceOf(StoreAway.class)
          .hasMessageContaining("What was acknowledged is kept");

      store.change(session -> dismiss(session, "磁材"));
      assertThat(dismissed(store)).isOne();
    }
  }

  private static final String ESTABLISHED = "01";

  /// By the system's own table of connections, which has `02:0000018B` for a timer of keep-alives
  /// (2) and the hundredths of a second until it asks.
  @Test
  void asksASilentServerWithinSecondsWhetherItIsThere() throws Exception {
    try (Connection connection = server.address(folder).primary().getConnection();
        Statement statement = connection.createStatement();
        ResultSet port =
            statement.executeQuery(
                "select upper(lpad(to_hex(client_port), 4, '0')) from pg_stat_activity"
                    + " where pid = pg_backend_pid()")) {
      port.next();
      String own = ":" + port.getString(1);
      List<String[]> timers = new ArrayList<>();
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] parts = line.strip().split("\\s+");
          if (parts[1].endsWith(own) && parts[3].equals(ESTABLISHED)) {
            timers.add(parts[5].split(":"));
          }
        }
      }

      assertThat(timers).as("one connection at port %s", own).hasSize(1);
      assertThat(timers.getFirst()[0]).isEqualTo("02");
      assertThat(Integer.parseInt(timers.getFirst()[1], 16))
          .isLessThanOrEqualTo(100 * WatchedSockets.IDLE_SECONDS);
    }
  }

  private static void dismiss(Session session, String name) {
    session.names().dismiss(name, Instant.EPOCH);
  }

  private static int dismissed(Store store) {
    return store.<Integer>read(session -> session.names().dismissed().size());
  }

  @Test
  void letsWritersDecideOneAfterTheOther() throws Exception {
    try (Store one = PostgresStore.openToWrite(server.address(folder), folder);
        Store other = PostgresStore.openToWrite(server.address(folder), folder);
        var both = Executors.newFixedThreadPool(2)) {
      int times = 20;
      List<Callable<Boolean>> works = new ArrayList<>();
      for (Store store : List.of(one, other)) {
        works.add(
            () -> {
              for (int i = 0; i < times; i++) {
                store.change(
                    session -> dismiss(session, "name " + session.names().dismissed().size()));
              }
              return true;
            });
      }
      for (var done : both.invokeAll(works)) {
        assertThat(done.get()).isTrue();
      }

      assertThat(dismissed(one)).as("each saw what was there before").isEqualTo(2 * times);
    }
  }

  @Test
  void tellsWhoListensThatSomethingWasDecided() {
    try (Store store = PostgresStore.openToWrite(server.address(folder), folder);
        PostgresChanges changes = new PostgresChanges(server.address(folder))) {
      changes.await(Duration.ofMillis(1));
      store.change(session -> dismiss(session, "磁材"));
      long before = System.nanoTime();
      changes.await(Duration.ofMinutes(5));

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(4));
    }
  }

  @Test
  void countsWhatIsWrittenWhileItIsBroughtUp() throws Exception {
    server.run("create database one_before");
    PostgresAddress address = server.named("one_before");
    Flyway.configure()
        .dataSource(address.primary())
        .locations("classpath:db/postgresql")
        .outOfOrder(true)
        .target("196")
        .load()
        .migrate();
    try (Connection writer = address.primary().getConnection();
        Statement statement = writer.createStatement();
        var beside = Executors.newSingleThreadExecutor()) {
      writer.setAutoCommit(false);
      statement.execute(
          "insert into outcome (identity, outcome, recorded_at) values ('one', 'refused', 1)");
      Future<Store> opened = beside.submit(() -> PostgresStore.openToWrite(address, folder));
      awaitSomebodyWhoWaits(statement, opened);
      writer.commit();

      try (Store store = opened.get()) {
        assertThat(store.<Map<String, Long>>read(session -> session.outcomes().counts()))
            .containsExactly(Map.entry("refused", 1L));
      }
    }
  }

  private static void awaitSomebodyWhoWaits(Statement statement, Future<?> opened)
      throws SQLException {
    boolean waits = false;
    while (!waits && !opened.isDone()) {
      try (ResultSet found =
          statement.executeQuery(
              "select exists (select from pg_locks where not granted"
                  + " and relation = 'outcome'::regclass)")) {
        found.next();
        waits = found.getBoolean(1);
      }
    }
  }

  @Test
  void leavesOutWhatNoTextOfPostgresMayHold() {
    try (Store store = PostgresStore.openToWrite(server.address(folder), folder)) {
      store.change(session -> dismiss(session, "mag\0net"));

      assertThat(store.<Set<String>>read(session -> session.names().dismissed()))
          .containsExactly("magnet");
    }
  }

  @Test
  void refusesToWriteWhereItReads() {
    PostgresStore.openToWrite(server.address(folder), folder).close();
    try (Store store = PostgresStore.openToRead(server.address(folder), folder)) {
      assertThatThrownBy(() -> store.read(session -> session.articles().delete(new ArticleId(1))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("takes no writes");
      assertThat(store.integrityProblems()).isEqualTo(List.of());
    }
  }

  @Test
  void readsAddressesAsOthersWriteThem() {
    PostgresAddress address =
        PostgresAddress.parse("postgresql://an%40a:p%3Aw@db1:5432,db2/desk?sslmode=require");

    assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db1:5432,db2/desk?sslmode=require");
    assertThat(address.user()).isEqualTo("an@a");
    assertThat(address.password()).isEqualTo("p:w");
    assertThat(address.shown()).isEqualTo("postgres://an%40a@db1:5432,db2/desk");
    assertThatThrownBy(() -> PostgresAddress.parse("postgres://db1"))
        .hasMessageContaining("postgres://USER@HOST:PORT/DATABASE");
  }
}
