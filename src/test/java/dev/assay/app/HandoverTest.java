package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Interruption;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that write while a server has the data folder open.
final class HandoverTest {

  private static final Interruption NEVER = _ -> () -> {};

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  private void serve(Path data) {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(data);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    if (serving != null) {
      serving.close();
      desk.close();
    }
  }

  private record Ended(int code, String out, String error) {}

  private Ended assay(Path data, String in, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    InputStream input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    int code =
        Commands.run(
            new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty),
            InstantSource.system(),
            folder,
            new Streams(input, out, error, false, folder, environment, NEVER),
            Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  private Ended assay(Path data, String... arguments) {
    return assay(data, "", Map.of(), arguments);
  }

  private static String line(int number) {
    return "{\"id\":\"n%d\",\"title\":\"镓的产量 %d\",\"text\":\"第%d家工厂去年生产了%d吨镓。\"}\n"
        .formatted(number, number, number, number + 10);
  }

  @Test
  void aServerTakesInWhatItsFolderIsGiven() throws IOException {
    serve(folder.resolve("data"));
    Files.writeString(folder.resolve("note.md"), "# Gallium\n\nThe plant made 12 tonnes in May.\n");

    Ended file = assay(folder.resolve("data"), "import", "note.md", "missing.md");
    Ended lines =
        assay(
            folder.resolve("data"),
            IntStream.range(0, 300).mapToObj(HandoverTest::line).reduce("", String::concat),
            Map.of("LANG", "zh_CN.UTF-8"),
            "import",
            "--batch");

    assertThat(file.out()).startsWith("2 documents: 1 imported, 1 refused;");
    assertThat(file.error())
        .contains(folder.resolve("missing.md") + ": There is no such file. Check the path.");
    assertThat(file.code()).isEqualTo(4);
    assertThat(lines.out()).startsWith("共 300 篇：");
    assertThat(desk.upkeep().indexState().indexed()).isEqualTo(301);
    assertThat(desk.upkeep().verify(_ -> {})).isEmpty();
  }

  @Test
  void namesAndDeletionsReachTheRunningServer() {
    Path data = folder.resolve("data");
    serve(data);
    assay(data, line(1), Map.of(), "import", "--batch");

    assertThat(assay(data, "alias", "new", "松岭工厂", "--type", "company").code()).isZero();
    assertThat(desk.names().find("松岭工厂")).isPresent();
    assertThat(assay(data, "delete", "n1").out()).contains("n1");
    assertThat(desk.upkeep().indexState().stored()).isZero();
    assertThat(assay(data, "delete", "n1").code()).isEqualTo(3);
  }

  @Test
  void aServerAnswersQuestionsAsTheCommandDoesAlone() {
    Path data = folder.resolve("data");
    assay(data, line(1) + line(2), Map.of(), "import", "--batch");
    List<List<String>> questions =
        List.of(
            List.of("search", "镓"),
            List.of("search", "gallium", "--lang", "en"),
            List.of("topic", "镓", "--json"),
            List.of("article", "no such article"));
    List<Ended> alone =
        questions.stream().map(asked -> assay(data, asked.toArray(String[]::new))).toList();

    serve(data);

    for (int i = 0; i < questions.size(); i++) {
      assertThat(answered(data, Map.of(), questions.get(i)))
          .as(questions.get(i).toString())
          .contains(alone.get(i));
    }
    assertThat(answered(data, Map.of(), List.of("search", "--batch", "queries.tsv"))).isEmpty();
    assertThat(answered(data, Map.of("TZ", "Pacific/Apia"), List.of("today"))).isEmpty();
    assertThat(answered(folder.resolve("other"), Map.of(), List.of("today"))).isEmpty();
  }

  @Test
  void saysThatARunningServerBrokeOff() {
    Path data = folder.resolve("data");
    serve(data);

    Optional<Ended> longest = answered(data, Map.of(), List.of("article", "x".repeat(2_000_000)));
    Optional<Ended> tooLong = answered(data, Map.of(), List.of("article", "x".repeat(9_000_000)));

    assertThat(longest.orElseThrow().error()).contains("xxx").doesNotContain("broke off");
    assertThat(tooLong.orElseThrow().code()).isEqualTo(1);
    assertThat(tooLong.orElseThrow().error())
        .contains("The server that runs this command broke off");
  }

  /// What the running server answers; none if it leaves the command to the process itself.
  private Optional<Ended> answered(
      Path data, Map<String, String> environment, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Streams streams =
        new Streams(InputStream.nullInputStream(), out, error, false, folder, environment, NEVER);
    OptionalInt code =
        Shortcut.run(
            streams,
            Stream.concat(arguments.stream(), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Ended(
                code.getAsInt(),
                out.toString(StandardCharsets.UTF_8),
                error.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void twoImportsAtOnceLoseNothing() throws Exception {
    Path data = folder.resolve("data");
    serve(data);
    List<Thread> commands =
        Stream.of(0, 500)
            .map(
                from ->
                    Thread.startVirtualThread(
                        () ->
                            assay(
                                data,
                                IntStream.range(from, from + 300)
                                    .mapToObj(HandoverTest::line)
                                    .reduce("", String::concat),
                                Map.of(),
                                "import",
                                "--batch")))
            .toList();
    for (Thread command : commands) {
      command.join();
    }

    assertThat(desk.upkeep().indexState().stored()).isEqualTo(600);
    assertThat(desk.upkeep().verify(_ -> {})).isEmpty();
  }

  @Test
  void commandsThatNeedTheFolderForThemselvesSayWhatToDo() {
    Path data = folder.resolve("data");
    serve(data);

    assertThat(assay(data, "serve").error())
        .contains("a server is running on " + data)
        .contains("Stop the server");
    assertThat(assay(data, "", Map.of("LC_ALL", "zh_CN"), "reindex").error()).contains("请先停止服务器");
  }

  @Test
  void onlyTheUserMayOpenTheSocket() throws IOException {
    Path data = folder.resolve("data");
    serve(data);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("server.sock"))))
        .isEqualTo("rw-------");
    serving.close();
    assertThat(data.resolve("server.sock")).doesNotExist();
  }

  @Test
  void aSocketLeftBehindByAKilledServerIsInNobodysWay() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("server.sock"), "left");
    serve(data);
    assertThat(assay(data, line(2), Map.of(), "import", "--batch").code()).isZero();
  }

  @Test
  void aFolderWithALongPathIsServedToo() throws IOException {
    Path data = Files.createDirectories(folder.resolve("很长的名字".repeat(9)).resolve("data"));
    serve(data);
    assertThat(assay(data, line(3), Map.of(), "import", "--batch").code()).isZero();
  }
}
