package dev.assay.store;

import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// A real PostgreSQL 18, started once for all tests of this process that ask for it and ended with
/// it. Each folder has a database of its own, made from a template in which the tables stand.
public final class PostgresServer {

  private static final String TEMPLATE = "desk";

  private static PostgresServer started;

  private final EmbeddedPostgres server;
  private final Map<Path, String> databases = new HashMap<>();
  private int last;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  public static synchronized PostgresServer shared() {
    if (started == null) {
      try {
        started =
            new PostgresServer(
                EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("jit", "off")
                    .start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      started.run("create database " + TEMPLATE);
      Path nowhere = Path.of("template");
      PostgresStore.openToWrite(started.named(TEMPLATE), nowhere).close();
    }
    return started;
  }

  /// The database of a folder; made if it has none. Those of folders that are gone are dropped.
  public synchronized PostgresAddress address(Path folder) {
    if (!databases.containsKey(folder)) {
      databases.entrySet().removeIf(entry -> dropIfGone(entry.getKey(), entry.getValue()));
      String name = "desk" + ++last;
      run("create database " + name + " template " + TEMPLATE);
      databases.put(folder, name);
    }
    return named(databases.get(folder));
  }

  /// An address of a database of this server, which need not be there.
  public PostgresAddress named(String database) {
    return PostgresAddress.parse(
        "postgres://postgres@127.0.0.1:" + server.getPort() + "/" + database);
  }

  private boolean dropIfGone(Path folder, String database) {
    boolean gone = !Files.exists(folder);
    if (gone) {
      run("drop database " + database + " with (force)");
    }
    return gone;
  }

  /// Runs one statement as the server's owner.
  public void run(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
