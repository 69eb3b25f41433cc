package dev.assay.app;

import dev.assay.access.Doors;
import dev.assay.app.handover.Handover;
import dev.assay.article.ExpectedFailure;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Finding;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Gives commands that came over the socket of a data folder the desk that the server has open on
/// it. Who sent them chose the folder by its socket, so they are not asked for it again.
final class GuestDesks implements Desk.Opener, Handover.Runner {

  private final OpenDesk desk;
  private final Lexicon lexicon;
  private final InstantSource clock;

  GuestDesks(OpenDesk desk, Lexicon lexicon, InstantSource clock) {
    this.desk = desk;
    this.lexicon = lexicon;
    this.clock = clock;
  }

  @Override
  public int run(Streams streams, String[] arguments) {
    return Commands.run(this, clock, streams.folder(), streams, arguments);
  }

  /// Who sent the command chose the desk by its folder, wherever it is kept.
  @Override
  public Desk.Opener at(String store) {
    return this;
  }

  /// Whom the desk may ask was said when it was opened.
  @Override
  public Desk.Opener meeting(String place) {
    return this;
  }

  @Override
  public Desk.Sharing sharing(Path data) {
    throw busy();
  }

  @Override
  public List<String> move(Path data, String target, LongConsumer progress) {
    throw busy();
  }

  @Override
  public Lexicon lexicon() {
    return lexicon;
  }

  @Override
  public Desk toRead(Path data) {
    return desk.shared();
  }

  @Override
  public Desk toWrite(Path data) {
    return desk.shared();
  }

  @Override
  public int handOver(Path data, Streams streams, String[] arguments) {
    throw new IllegalStateException("the server hands nothing over to itself");
  }

  @Override
  public long reindex(Path data, LongConsumer progress) {
    throw busy();
  }

  @Override
  public void restore(Path data, Path backup) {
    throw busy();
  }

  @Override
  public Desk.Serving serve(Desk served, Desk.Listening listening) {
    throw busy();
  }

  @Override
  public <T> T doors(Path data, Function<Doors, T> work) {
    throw new IllegalStateException("accounts are kept beside a server, not by it");
  }

  @Override
  public void serveTools(Desk served, InputStream in, OutputStream out) {
    throw new IllegalStateException("tools are served beside a server, not by it");
  }

  @Override
  public List<Finding> examine(Path data) {
    throw new IllegalStateException("an installation is looked over from beside a server");
  }

  @Override
  public Map<String, Object> counts(Path data) {
    return desk.upkeep().counts();
  }

  private static ExpectedFailure busy() {
    return new ExpectedFailure("A server has the data folder open. Stop it first.");
  }
}
