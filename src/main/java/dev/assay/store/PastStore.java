package dev.assay.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// A store as it was known at a moment: the same statements, on views of what was known then.
public final class PastStore implements Store {

  private final Store present;
  private final Instant at;
  private final PastConnections connections;
  private final Jdbi reading;

  /// What one database calls what another calls otherwise.
  ///
  /// @param live the schema that the tables stand in
  /// @param bytes the type of a string of bytes
  /// @param wide the type of a whole number of 64 bits
  public record Words(String live, String bytes, String wide) {}

  /// @param source of connections to the database of `present`
  public PastStore(Store present, DataSource source, Words words, Instant at) {
    this.present = present;
    this.at = at;
    this.connections = new PastConnections(source, words, at);
    this.reading = Jdbi.create(connections);
  }

  @Override
  public Path folder() {
    return present.folder();
  }

  @Override
  public <T> T read(Function<Session, T> work) {
    return reading.inTransaction(handle -> work.apply(new Session(handle, Optional.of(at))));
  }

  @Override
  public <T> T readOnce(Function<Session, T> work) {
    return reading.withHandle(handle -> work.apply(new Session(handle, Optional.of(at))));
  }

  @Override
  public Store asOf(Instant earlier) {
    return present.asOf(earlier.isBefore(at) ? earlier : at);
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    throw past();
  }

  @Override
  public <T> T writeBeside(Function<Session, T> work) {
    throw past();
  }

  private static IllegalStateException past() {
    return new IllegalStateException("the past is only read");
  }

  @Override
  public void copyTo(Path target) {
    present.copyTo(target);
  }

  @Override
  public List<String> integrityProblems() {
    return present.integrityProblems();
  }

  @Override
  public void close() {
    connections.close();
  }
}
