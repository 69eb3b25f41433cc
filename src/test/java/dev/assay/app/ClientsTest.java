package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of docs/clients.md against a desk.
final class ClientsTest {

  private static final String ARTICLES =
      """
      {"id":"one","title":"分离线明年投产","source":"北岸财经","url":"https://north.example/1","published":"2025-11-01T08:00:00Z","text":"南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。"}
      {"id":"two","title":"Lynas opens a plant","source":"Harbour Daily","url":"https://harbour.example/2","published":"2025-11-02T08:00:00Z","text":"Lynas said on Tuesday that its new plant will open in March. It will make 4,200 tonnes of neodymium a year."}
      """;

  private static final Path PEERS = Path.of("target/peers").toAbsolutePath();

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    Commands.run(
        opener,
        InstantSource.system(),
        Path.of("samples"),
        new Streams(
            new ByteArrayInputStream(ARTICLES.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            false),
        new String[] {"import", "--batch", "--data", folder.resolve("data").toString()});
    desk = opener.toWrite(folder.resolve("data"));
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private String root() {
    return "http://127.0.0.1:" + serving.port();
  }

  /// The example in this language.
  private static String example(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/clients.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String run(Path in, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  /// Jackson alone: nothing of the desk may be needed.
  private static String json() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part -> part.contains("jackson"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void aProgramInJavaReadsTheDesk() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Example.java"), example("java"));
    List<String> compile =
        new ArrayList<>(
            List.of(
                java("javac"),
                "-J-Xmx256m",
                "--release",
                "21",
                "-cp",
                json(),
                "-Werror",
                "-d",
                folder.resolve("classes").toString(),
                source.toString()));
    try (Stream<Path> files = Files.walk(Path.of("client/src/main/java"))) {
      files
          .filter(Files::isRegularFile)
          .map(file -> file.toAbsolutePath().toString())
          .forEach(compile::add);
    }
    run(folder, compile);

    assertThat(
            run(
                folder,
                List.of(
                    java("java"),
                    "-Xmx128m",
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    folder.resolve("classes") + File.pathSeparator + json(),
                    "Example",
                    root())))
        .contains("Harbour Daily: Lynas opens a plant")
        .contains("tonnes of neodymium a year. [paragraph 1]")
        .contains("404 not_found: No article is called nothing.");
  }

  @Test
  @Tag("browser")
  void aGeneratedClientInTypeScriptCompiles() throws IOException, InterruptedException {
    Path bin = PEERS.resolve("node_modules/.bin");
    Assumptions.assumeTrue(
        Files.exists(bin.resolve("openapi-typescript")) && Files.exists(bin.resolve("tsc")));
    Path here = Files.createDirectories(PEERS.resolve("client"));
    Files.writeString(here.resolve("package.json"), "{\"type\":\"module\"}");
    Files.writeString(
        here.resolve("example.ts"), "declare const process: { argv: string[] }\n" + example("ts"));
    run(
        here,
        List.of(
            bin.resolve("openapi-typescript").toString(),
            Path.of("src/main/resources/api/openapi.yaml").toAbsolutePath().toString(),
            "-o",
            "schema.d.ts"));
    run(
        here,
        List.of(
            bin.resolve("tsc").toString(),
            "--strict",
            "--target",
            "es2022",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler",
            "--lib",
            "es2022,dom",
            "example.ts"));
    assertThat(run(here, List.of("node", "example.js", root()))).isEqualTo("北岸财经: 分离线明年投产\n");
  }

  @Test
  void theMorningEditionIsNotSentAgainForTheMomentAlone() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI today = URI.create(root() + "/api/v1/today");
      HttpResponse<String> first =
          http.send(HttpRequest.newBuilder(today).build(), BodyHandlers.ofString());
      String mark = first.headers().firstValue("ETag").orElseThrow();
      HttpRequest again = HttpRequest.newBuilder(today).header("If-None-Match", mark).build();
      assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);

      desk.topics().saved().save("钕");
      assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI topics = URI.create(root() + "/api/v1/topics");
      HttpResponse<String> first =
          http.send(HttpRequest.newBuilder(topics).build(), BodyHandlers.ofString());
      String mark = first.headers().firstValue("ETag").orElseThrow();
      HttpRequest again = HttpRequest.newBuilder(topics).header("If-None-Match", mark).build();
      HttpResponse<String> second = http.send(again, BodyHandlers.ofString());
      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();

      desk.topics().saved().save("Lynas");
      HttpResponse<String> third = http.send(again, BodyHandlers.ofString());
      assertThat(third.statusCode()).isEqualTo(200);
      assertThat(third.body()).contains("Lynas");
      assertThat(third.headers().firstValue("ETag")).isNotEqualTo(Optional.of(mark));
    }
  }
}
