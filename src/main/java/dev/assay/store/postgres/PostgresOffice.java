package dev.assay.store.postgres;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// An office of the desk that one process holds at a time: work that would be done twice for
/// nothing if two did it. Nothing hangs on it: what must be decided once is decided in
/// [PostgresStore#write]. Whoever dies or is cut off loses it. Used by one thread.
public final class PostgresOffice implements AutoCloseable {

  private static final int ANSWER_SECONDS = 5;

  private final PostgresAddress address;
  private final String name;
  private @Nullable Handle holding;

  public PostgresOffice(PostgresAddress address, String name) {
    this.address = address;
    this.name = name;
  }

  /// Whether this process holds the office, which it takes if nobody does.
  ///
  /// @throws dev.assay.store.StoreException if the database cannot be reached
  public boolean isHeld() {
    if (isAlive()) {
      return true;
    }
    close();
    return PostgresFailure.said(address, this::takes);
  }

  private boolean isAlive() {
    try {
      return holding != null && holding.getConnection().isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean takes() {
    Handle open = Jdbi.create(address.primary()).open();
    boolean taken =
        open.createQuery(
                "select pg_try_advisory_lock(hashtextextended(:name || ' ' || current_schema(), 0))")
            .bind("name", "assay office of " + name)
            .mapTo(Boolean.class)
            .one();
    if (taken) {
      holding = open;
    } else {
      open.close();
    }
    return taken;
  }

  @Override
  public void close() {
    Handle open = holding;
    holding = null;
    if (open != null) {
      try (open) {
        open.createQuery("select pg_advisory_unlock_all()").map((_, _) -> true).one();
      } catch (RuntimeException e) {
        return; // it was lost already
      }
    }
  }
}
