package dev.assay.app;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Where the program starts.
public final class Main {

  /// Held here, since the log manager forgets loggers that nobody holds.
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari.pool.HikariPool");

  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private static final Logger WEB = Logger.getLogger("io.javalin");
  private static final Logger PDF = Logger.getLogger("org.apache.pdfbox");

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command line; its exit code.
  static int run(String[] arguments) {
    Streams streams = Streams.ofProcess();
    return Shortcut.run(streams, arguments).orElseGet(() -> run(streams, arguments));
  }

  private static int run(Streams streams, String[] arguments) {
    quietLibraries();
    LogLines.install(System.getenv());
    Path root = root();
    Path samples = root.resolve("samples/rare-earths");
    return Commands.run(desks(root), InstantSource.system(), samples, streams, arguments);
  }

  /// Opens the data folders of whoever runs this process.
  static Desks desks(Path root) {
    return new Desks(Lexicon.shipped(), InstantSource.system(), () -> Addons.embedder(root));
  }

  /// The folder of the program.
  static Path root() {
    return Path.of(System.getenv().getOrDefault("ASSAY_ROOT", "."));
  }

  /// Libraries speak up when something is wrong; what they do otherwise is not the user's concern.
  private static void quietLibraries() {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    VECTORS.setLevel(Level.SEVERE); // short commands do without the vector module, on purpose
    PDF.setLevel(Level.OFF); // what is wrong with a file is said in its outcome
    WEB.setLevel(Level.OFF); // what goes wrong in a request or at the start is reported by Server
    POOL.setFilter(Main::isFault);
  }

  /// A machine that slept, or had other things to do, is no fault of the store.
  static boolean isFault(LogRecord ofThePool) {
    return !ofThePool.getMessage().contains("clock leap");
  }
}
