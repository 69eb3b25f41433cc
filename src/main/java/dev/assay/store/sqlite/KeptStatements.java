package dev.assay.store.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/// The statements of one connection, kept prepared for the next time that the same is asked:
/// preparing one takes longer than most take to run. A statement in use is never given out twice.
///
/// For one connection that stays open, and so for one thread at a time.
final class KeptStatements implements StatementBuilder {

  static final StatementBuilderFactory FACTORY = _ -> new KeptStatements();

  private static final int MOST = 64;

  private final StatementBuilder plain = new DefaultStatementBuilder();

  /// Those that are at rest, the one longest at rest first.
  private final SequencedMap<String, PreparedStatement> kept = new LinkedHashMap<>();

  /// Those in use, with what they were made of: who closes one names it as it was before its
  /// parameters were numbered.
  private final IdentityHashMap<Statement, String> used = new IdentityHashMap<>();

  private KeptStatements() {}

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    if (context.isReturningGeneratedKeys()) {
      return plain.create(connection, sql, context);
    }
    PreparedStatement ready = kept.remove(sql);
    PreparedStatement given = ready == null ? plain.create(connection, sql, context) : ready;
    used.put(given, sql);
    return given;
  }

  @Override
  public void close(Connection connection, String named, Statement statement) throws SQLException {
    String sql = used.remove(statement);
    if (!(statement instanceof PreparedStatement prepared)
        || sql == null
        || kept.containsKey(sql)) {
      statement.close();
      return;
    }
    prepared.clearParameters();
    prepared.clearBatch();
    kept.putLast(sql, prepared);
    if (kept.size() > MOST) {
      Objects.requireNonNull(kept.pollFirstEntry()).getValue().close();
    }
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }
}
