package dev.assay.index.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Three real OpenSearch nodes in a process of their own, with a class path of their own
/// (`bench/opensearch`), started once for all tests of this process and ended with it. There are
/// none where that module was not built: `.ci/run` builds it.
public final class SearchCluster {

  private static final Path MODULE =
      Path.of(System.getProperty("assay.root", ".")).resolve("bench/opensearch/target");
  private static final int NODES = 3;
  private static final int PORT = 9510;

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

  private static List<URI> start() {
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
                  Integer.toString(PORT),
                  Integer.toString(NODES))
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = said.readLine();
      while (line != null && !line.equals("ready")) {
        line = said.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("the cluster did not start");
      }
      Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
      return IntStream.range(0, NODES)
          .mapToObj(node -> URI.create("http://127.0.0.1:" + (PORT + node)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
