package dev.assay.index.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Three real OpenSearch nodes in a process of their own, with a class path of their own
/// (`bench/opensearch`), started once for all tests of this process and ended with it. There are
/// none where that module was not built: `.ci/run` builds it.
public final class SearchCluster {

  private static final Path MODULE =
      Path.of(System.getProperty("assay.root", ".")).resolve("bench/opensearch/target");
  private static final int NODES = 3;

  /// How far `SearchNode` puts the nodes' own ports above those for HTTP.
  private static final int BETWEEN_NODES = 50;

  private static final int LINES_TOLD = 30;

  private static Optional<List<URI>> started = Optional.empty();

  private SearchCluster() {}

  /// Whether its parts are there.
  public static boolean isBuilt() {
    return Files.isDirectory(MODULE.resolve("lib")) && Files.isDirectory(MODULE.resolve("classes"));
  }

  public static synchronized List<URI> shared() {
    if (started.isEmpty()) {
      started = Optional.of(start());
    }
    return started.get();
  }

  /// A port that was free may be another's a moment later, so there is a second and a third try.
  private static List<URI> start() {
    List<String> said = List.of();
    for (int tries = 0; tries < 3; tries++) {
      int port = freePorts();
      List<String> lines = new ArrayList<>();
      if (started(port, lines)) {
        return IntStream.range(0, NODES)
            .mapToObj(node -> URI.create("http://127.0.0.1:" + (port + node)))
            .toList();
      }
      said = lines;
    }
    throw new IllegalStateException(
        "the cluster did not start; it said at last:\n" + String.join("\n", last(said)));
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
  }

  /// The first of a row of ports for HTTP that nobody listens on, nor on those of the nodes among
  /// themselves.
  private static int freePorts() {
    Random random = new Random();
    int port = 0;
    boolean free = false;
    for (int tries = 0; tries < 100 && !free; tries++) {
      port = 20_000 + 100 * random.nextInt(100);
      free = true;
      for (int node = 0; node < NODES; node++) {
        free &= isFree(port + node) && isFree(port + BETWEEN_NODES + node);
      }
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean started(int port, List<String> lines) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx900m",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--add-modules",
                  "jdk.incubator.vector",
                  "-Djava.awt.headless=true",
                  "-cp",
                  MODULE.resolve("classes") + ":" + MODULE.resolve("lib") + "/*",
                  "dev.assay.bench.opensearch.SearchNode",
                  Files.createTempDirectory("assay-cluster").toString(),
                  Integer.toString(port),
                  Integer.toString(NODES))
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = said.readLine();
      while (line != null && !line.equals("ready")) {
        lines.add(line);
        line = said.readLine();
      }
      if (line == null) {
        return false;
      }
      Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
