package dev.assay.store.postgres;

import dev.assay.store.StoreAway;
import dev.assay.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL says of its state, in words for a person with what to do. Its codes:
/// postgresql.org/docs/current/errcodes-appendix.html; a prefix stands for a class of them.
enum PostgresFailure {
  FULL(
      "53100",
      "The disk of the database %s is full: nothing more is written, reading goes on. Free some space there and run the same command again; it goes on where it stopped."),
  CROWDED(
      "53300",
      "The database %s takes no more connections. Raise max_connections there, or stop a process.",
      true),
  READ_ONLY(
      "25006",
      "The database %s takes no writes: it is a replica, or was set to be read only. Name the primary."),
  NOBODY(
      "28",
      "The database %s does not let this user in. Look at the name, at the password in .pgpass or PGPASSWORD, and at pg_hba.conf."),
  NO_DATABASE("3D000", "There is no database %s yet. Make it there: createdb NAME"),
  FORBIDDEN(
      "42501", "The user of the database %s may not do this. Let it own the database's schema."),
  OFF(
      "57P",
      "The database %s is being stopped or started. What was acknowledged is kept; try again in a moment.",
      true),
  UNREACHABLE(
      "08",
      "The database %s cannot be reached. What was acknowledged is kept; look whether it runs, then try again.",
      true);

  private static final Set<String> CLASHES = Set.of("23505", "40P01", "40001");

  private final String code;
  private final String words;
  private final boolean away;

  PostgresFailure(String code, String words) {
    this(code, words, false);
  }

  /// @param away whether it passes by itself
  PostgresFailure(String code, String words, boolean away) {
    this.code = code;
    this.words = words;
    this.away = away;
  }

  /// Runs `work`; what the database cannot do for a reason outside the program is said in words.
  ///
  /// @throws StoreException instead of such an exception
  static <T> T said(PostgresAddress address, Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw of(e).<RuntimeException>map(failure -> failure.told(address, e)).orElse(e);
    }
  }

  private StoreException told(PostgresAddress address, RuntimeException thrown) {
    String told = words.formatted(address.shown());
    return away ? new StoreAway(told, thrown) : new StoreException(told, thrown);
  }

  /// Whether a transaction clashed with one beside it, and will not if it is run again: the same
  /// key twice, a circle of locks, a view that is no longer true.
  static boolean isClash(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && CLASHES.contains(String.valueOf(e.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /// The innermost says most: a pool that has no connection to give has it from the driver.
  private static Optional<PostgresFailure> of(Throwable thrown) {
    Optional<PostgresFailure> found = Optional.empty();
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        found = of(e).isPresent() ? of(e) : found;
      }
    }
    return found;
  }

  private static Optional<PostgresFailure> of(SQLException e) {
    if (e instanceof SQLTransientConnectionException) {
      return Optional.of(UNREACHABLE);
    }
    String state = String.valueOf(e.getSQLState());
    return Arrays.stream(values()).filter(failure -> state.startsWith(failure.code)).findFirst();
  }
}
