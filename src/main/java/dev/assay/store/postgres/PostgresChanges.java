package dev.assay.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Hears from the database, over a connection of its own, that a process decided something. Used by
/// one thread.
public final class PostgresChanges implements AutoCloseable {

  /// Everybody who listens hears of it when the transaction is on the disk.
  static final String CHANNEL = "assay";

  private final PostgresAddress address;
  private @Nullable Handle listening;

  public PostgresChanges(PostgresAddress address) {
    this.address = address;
  }

  /// Waits until somebody decided something since the last call, or so long.
  ///
  /// @throws dev.assay.store.StoreException if the database cannot be reached; the next call tries
  ///   again
  public void await(Duration most) {
    try {
      PostgresFailure.said(
          address,
          () -> {
            try {
              return handle()
                  .getConnection()
                  .unwrap(PGConnection.class)
                  .getNotifications(Math.toIntExact(Math.max(1, most.toMillis())));
            } catch (SQLException e) {
              throw new ConnectionException(e);
            }
          });
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Handle handle() {
    Handle open = listening;
    if (open == null) {
      open = Jdbi.create(address.primary()).open();
      listening = open;
      open.execute("listen " + CHANNEL);
    }
    return open;
  }

  @Override
  public void close() {
    Handle open = listening;
    listening = null;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException e) {
        return; // it was lost already
      }
    }
  }
}
