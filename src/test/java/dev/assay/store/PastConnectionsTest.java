package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// What a past moment is read through, while it is let go.
final class PastConnectionsTest {

  private static final PastStore.Words WORDS = new PastStore.Words("main", "blob", "integer");
  private static final Instant AT = Instant.parse("2025-11-23T00:00:00Z");

  private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();

  private PastConnections connections(Path folder) {
    SqliteStore.openToWrite(folder).close();
    SQLiteDataSource source =
        new SQLiteDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            opened.add(connection);
            return connection;
          }
        };
    source.setUrl("jdbc:sqlite:" + folder.resolve("assay.db"));
    return new PastConnections(source, WORDS, AT);
  }

  private static long articles(Connection connection) throws Exception {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from article")) {
      return rows.getLong(1);
    }
  }

  @Test
  void whoReadsWhenAMomentIsLetGoReadsOnAndTheLastClosesWhatIsLeft(@TempDir Path folder)
      throws Exception {
    PastConnections connections = connections(folder);
    Connection reading = connections.openConnection();

    connections.close();

    assertThat(articles(reading)).isZero();
    Connection again = connections.openConnection();
    assertThat(articles(again)).isZero();
    connections.closeConnection(again);
    connections.closeConnection(reading);
    assertThat(opened).hasSize(2).allMatch(PastConnectionsTest::isClosed);
  }

  @Test
  void noConnectionIsLeftOpenByThoseWhoLeaveWhileItIsLetGo(@TempDir Path folder) throws Exception {
    PastConnections connections = connections(folder);
    CountDownLatch together = new CountDownLatch(1);
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Connection taken = connections.openConnection();
      readers.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  together.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                connections.closeConnection(taken);
              }));
    }

    together.countDown();
    connections.close();
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(opened).hasSize(16).allMatch(PastConnectionsTest::isClosed);
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
