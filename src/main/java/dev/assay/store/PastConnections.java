package dev.assay.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/// Connections that see the store as it was known at a moment: views of `db/as-of.sql` hide its
/// tables from them. They are kept for the next who asks. Safe for use by many threads.
final class PastConnections implements ConnectionFactory, AutoCloseable {

  private static final String VIEWS = text();

  private final DataSource source;
  private final List<String> statements;
  private final ConcurrentLinkedQueue<Connection> free = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  PastConnections(DataSource source, PastStore.Words words, Instant at) {
    this.source = source;
    this.statements =
        Arrays.stream(
                VIEWS
                    .replaceAll("(?m)^--.*$", "")
                    .replace("{live}", words.live())
                    .replace("{bytes}", words.bytes())
                    .replace("{long}", words.wide())
                    .replace("{at}", Long.toString(at.toEpochMilli()))
                    .split(";"))
            .filter(statement -> !statement.isBlank())
            .toList();
  }

  private static String text() {
    try (InputStream in = PastConnections.class.getResourceAsStream("/db/as-of.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = free.poll();
    return kept == null ? made() : kept;
  }

  private Connection made() throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      for (String view : statements) {
        statement.execute(view);
      }
    }
    return connection;
  }

  /// Asked after it is added, whether all is closed is never asked too early: one of the two that
  /// meet here closes the connection.
  @Override
  public void closeConnection(Connection connection) {
    free.add(connection);
    if (closed) {
      closeFree();
    }
  }

  /// Who still reads goes on reading; the last to leave closes the last connection.
  @Override
  public void close() {
    closed = true;
    closeFree();
  }

  private void closeFree() {
    for (Connection kept = free.poll(); kept != null; kept = free.poll()) {
      close(kept);
    }
  }

  private static void close(Connection kept) {
    try {
      kept.close();
    } catch (SQLException e) {
      throw new StoreException("A connection that only read could not be closed.", e);
    }
  }
}
