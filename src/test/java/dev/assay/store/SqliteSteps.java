package dev.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.ProgressHandler;

/// Counts what SQLite does, so that a test can hold a cost that must not grow: the same in every
/// run, where time is not.
public final class SqliteSteps {

  private static final int STEP = 100;

  private final AtomicLong steps = new AtomicLong();

  private SqliteSteps() {}

  /// Counts from now on what the connection of this session does, in hundreds of the instructions
  /// that SQLite carries out.
  public static SqliteSteps counting(Session session) {
    SqliteSteps counted = new SqliteSteps();
    Connection connection = session.handle().getConnection();
    try {
      ProgressHandler.setHandler(connection, STEP, counted.handler());
    } catch (SQLException e) {
      throw new IllegalStateException("what SQLite does cannot be counted", e);
    }
    return counted;
  }

  private ProgressHandler handler() {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        steps.incrementAndGet();
        return 0;
      }
    };
  }

  public long hundreds() {
    return steps.get();
  }
}
