package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever state a data folder is in, a command ends in words that say what to do.
final class DamagedFolderTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  @TempDir Path folder;

  private Path data;

  private record Ended(int code, String out, String error) {
    String said() {
      return out + error;
    }
  }

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    assertThat(
            importing(
                    "{\"id\":\"zh\",\"title\":\"镓的出口管制\",\"text\":\"中国对镓实行出口管制。\"}",
                    "{\"id\":\"en\",\"title\":\"Gallium\",\"text\":\"Exporters of gallium need a licence.\"}")
                .code())
        .isZero();
  }

  private Ended importing(String... lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return assay(new ByteArrayInputStream(text), "import", "--batch");
  }

  private Ended assay(String... arguments) {
    return assay(InputStream.nullInputStream(), arguments);
  }

  private Ended assay(InputStream in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    List<String> line =
        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString(), "--lang", "en"))
            .toList();
    int code =
        Commands.run(
            new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
            () -> NOW,
            folder,
            new Streams(in, out, error, false),
            line.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  private static final List<List<String>> READING =
      List.of(
          List.of("search", "gallium"),
          List.of("status"),
          List.of("topic", "gallium"),
          List.of("article", "en"),
          List.of("verify"));

  private void endInWords(String state, List<List<String>> commands) {
    for (List<String> command : commands) {
      assertThat(assay(command.toArray(String[]::new)).said())
          .as("%s, %s", state, command)
          .doesNotContain("\tat ", "something went wrong that should not", "Exception:");
    }
    assertThat(importing("{\"id\":\"more\",\"title\":\"锗\",\"text\":\"锗价上涨。\"}").said())
        .as("%s, import", state)
        .doesNotContain("\tat ", "something went wrong that should not", "Exception:");
  }

  private static final Map<String, UnaryOperator<byte[]>> DAMAGE =
      new TreeMap<>(
          Map.of(
              "empty", _ -> new byte[0],
              "half", bytes -> Arrays.copyOf(bytes, bytes.length / 2),
              "one byte turned", bytes -> turned(bytes, bytes.length / 2),
              "its head turned", bytes -> turned(bytes, 0)));

  private static byte[] turned(byte[] bytes, int at) {
    byte[] turned = bytes.clone();
    if (turned.length > 0) {
      turned[at] ^= 0x55;
    }
    return turned;
  }

  @Test
  void aDamagedIndexIsMadeAnewByTheNextWriter() throws IOException {
    Path whole = folder.resolve("whole");
    copy(data, whole);
    for (Path file : files(whole.resolve("index"))) {
      for (Map.Entry<String, UnaryOperator<byte[]>> damage : DAMAGE.entrySet()) {
        copy(whole, data);
        Path damaged = data.resolve(whole.relativize(file));
        Files.write(damaged, damage.getValue().apply(Files.readAllBytes(damaged)));
        String state = damaged.getFileName() + " " + damage.getKey();

        endInWords(state, READING.subList(0, 2));
        if (!assay("verify").said().contains("agree")) {
          assertThat(assay("reindex").code()).as(state).isZero();
          assertThat(assay("verify").said()).as(state).contains("agree");
        }
      }
    }
  }

  @Test
  void aDamagedDatabaseIsSaidAndTheBackupRestored() throws IOException {
    Path backup = folder.resolve("kept.assay");
    assertThat(assay("backup", backup.toString()).code()).isZero();
    byte[] whole = Files.readAllBytes(data.resolve("assay.db"));
    for (Map.Entry<String, UnaryOperator<byte[]>> damage : DAMAGE.entrySet()) {
      Files.write(data.resolve("assay.db"), damage.getValue().apply(whole));
      endInWords("assay.db " + damage.getKey(), READING);
    }
    Path before = data;
    data = folder.resolve("restored");
    assertThat(assay("restore", backup.toString()).code()).isZero();
    assertThat(assay("verify").said()).contains("2 articles looked at").contains("agree");
    data = before;
  }

  @Test
  void aDatabaseOfNoBytesIsNotTakenForANewOne() throws IOException {
    Files.write(data.resolve("assay.db"), new byte[0]);
    Ended ended = importing("{\"id\":\"more\",\"title\":\"锗\",\"text\":\"锗价上涨。\"}");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.error())
        .contains("its file has no bytes")
        .contains("restore your last backup");
    assertThat(data.resolve("assay.db")).isEmptyFile();
  }

  @Test
  void aDamagedBlobIsSaidWithItsArticleAndVerifyGoesOn() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("assay.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update raw_document set bytes = x'00ff00ff' where content_hash ="
              + " (select raw_hash from article where external_id = 'zh')");
      statement.executeUpdate("update article set body = x'00ff' where external_id = 'en'");
    }

    Ended ended = assay("verify");
    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.out())
        .contains("its raw bytes are missing or damaged; import it again")
        .contains("is damaged in the store. Take it away with assay delete");
  }

  @Test
  void anOlderProgramLeavesANewerDatabaseAlone() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("assay.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("pragma user_version = 9999");
    }

    for (Ended ended :
        List.of(assay("status"), assay("reindex"), importing("{\"id\":\"x\",\"title\":\"x\"}"))) {
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.error())
          .startsWith("assay: The data in")
          .contains("are of version 9999")
          .contains("Use the newer program");
    }
  }

  @Test
  void whatIsNoBackupLeavesNothingBehind() throws IOException {
    Path backup = folder.resolve("kept.assay");
    assay("backup", backup.toString());
    byte[] whole = Files.readAllBytes(backup);
    Path before = data;
    data = folder.resolve("restored");
    List<byte[]> bad =
        List.of(
            Arrays.copyOf(whole, 16),
            Arrays.copyOf(whole, 5_000),
            Arrays.copyOf(whole, whole.length / 2),
            new byte[0],
            "not a database".getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : bad) {
      Path file = Files.write(folder.resolve("bad.assay"), bytes);
      Ended ended = assay("restore", file.toString());
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.error()).startsWith("assay: ").doesNotContain("\tat ");
      assertThat(data).doesNotExist();
    }
    assertThat(assay("restore", backup.toString()).code()).isZero();
    assertThat(assay("verify").said()).contains("agree");
    data = before;
  }

  @Test
  void aRestoreThatWasKilledIsBegunAnew() throws IOException {
    Path backup = folder.resolve("kept.assay");
    assay("backup", backup.toString());
    Path before = data;
    data = folder.resolve("restored");
    Files.createDirectories(data.resolve("restoring/index/1"));
    Files.write(data.resolve("restoring/assay.db"), new byte[100]);
    Files.createDirectories(data.resolve("index/7"));

    assertThat(assay("restore", backup.toString()).code()).isZero();
    assertThat(assay("verify").said()).contains("2 articles looked at").contains("agree");
    assertThat(data.resolve("restoring")).doesNotExist();
    data = before;
  }

  @Test
  void anIndexOfAnotherStoreIsMadeAnew() throws IOException {
    Path backup = folder.resolve("kept.assay");
    assay("backup", backup.toString());
    importing(
        "{\"id\":\"more\",\"title\":\"Germanium\",\"text\":\"Germanium rose in Rotterdam.\"}");
    Files.delete(data.resolve("assay.db"));
    Files.copy(backup, data.resolve("assay.db"));

    assertThat(assay("search", "Rotterdam").error()).contains("may lack the last changes");
    importing("{\"id\":\"zh2\",\"title\":\"锗\",\"text\":\"锗价上涨。\"}");
    assertThat(assay("search", "Rotterdam").code()).isEqualTo(3);
    assertThat(assay("verify").said()).contains("agree");
  }

  @Test
  void onlyItsOwnerMayLookIntoADataFolderOrABackup() throws IOException {
    Path backup = folder.resolve("kept.assay");
    assay("backup", backup.toString());

    assertThat(rights(data)).isEqualTo("rwx------");
    assertThat(rights(data.resolve("assay.db"))).isEqualTo("rw-------");
    assertThat(rights(backup)).isEqualTo("rw-------");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<Path> files(Path tree) throws IOException {
    try (Stream<Path> walk = Files.walk(tree)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> walk = Files.walk(to)) {
        for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.sorted().toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
