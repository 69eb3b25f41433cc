package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with an installation is said with its remedy, in both languages; a report and the
/// log tell nothing that is secret.
final class DoctorTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  @TempDir Path folder;

  private record Ended(int code, String out, String error) {}

  private Ended assay(String language, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    byte[] in =
        "{\"id\":\"zh\",\"title\":\"镓的出口管制\",\"source\":\"秘密早报\",\"text\":\"中国对镓实行出口管制。\"}"
            .getBytes(StandardCharsets.UTF_8);
    List<String> line =
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--data", folder.resolve("data").toString(), "--lang", language))
            .toList();
    int code =
        Commands.run(
            new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
            () -> NOW,
            folder,
            new Streams(new ByteArrayInputStream(in), out, error, false),
            line.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  @Test
  void findsNothingWrongWithWhatIsInOrder() {
    assay("en", "import", "--batch");

    Ended ended = assay("en", "doctor");
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("well     The database is sound.")
        .contains("well     The index holds 1 article and is at the store's last change.")
        .endsWith("0 faults, 0 things to look at.\n");
    assertThat(assay("zh", "doctor").out()).contains("数据库完好。").endsWith("0 处错误，0 处需要留意。\n");
  }

  @Test
  void namesEachFaultWithItsRemedyInBothLanguages() throws IOException {
    assay("en", "import", "--batch");
    Path data = folder.resolve("data");
    Files.writeString(data.resolve("owners.tsv"), "an outlet without an owner\n");
    Files.writeString(data.resolve("model.properties"), "provider=nobody\n");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.write(data.resolve("assay.db"), new byte[5_000]);

    Ended english = assay("en", "doctor");
    assertThat(english.code()).isEqualTo(5);
    assertThat(english.out())
        .contains("wrong    The file assay.db in")
        .contains("Mend owners.tsv")
        .contains("Mend model.properties")
        .contains("look at  Other users of this machine may look into")
        .contains("chmod 700");
    Ended chinese = assay("zh", "doctor");
    assertThat(chinese.code()).isEqualTo(5);
    assertThat(chinese.out()).contains("请改正数据文件夹中的 owners.tsv").contains("chmod 700");
    assertThat(assay("en", "doctor", "--json").out())
        .contains("\"grade\":\"fault\"", "\"remedy\":");
  }

  @Test
  void saysHowToBeginWhereThereAreNoData() {
    Ended ended = assay("en", "doctor");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("There is no data folder").contains("assay import FILE");
  }

  @Test
  void aReportHoldsNoWordOfTheDocuments() {
    assay("en", "import", "--batch");

    assertThat(assay("en", "report").out())
        .contains("\"articles\" : 1", "\"imported\" : 1", "\"well database\"")
        .doesNotContain("镓", "秘密早报", folder.toString());
  }

  @Test
  void theLogLeavesSecretsOutAndKeepsToALine() {
    LogRecord event =
        new LogRecord(
            Level.WARNING,
            "document 67k2smhef3do5\nfailed: Authorization: Bearer abc.def api_key=sk-0123456789 at https://example.org/?token=xyz");
    event.setLoggerName("dev.assay.ingest.Workers");
    event.setInstant(NOW);

    assertThat(new LogLines(false).format(event))
        .isEqualTo(
            "2025-11-25T06:00:00Z warning ingest: document 67k2smhef3do5 failed: [left out] abc.def [left out] at https://example.org/?[left out]\n");
    assertThat(new LogLines(true).format(event))
        .startsWith("{\"time\":\"2025-11-25T06:00:00Z\",\"level\":\"warning\",\"room\":\"ingest\"")
        .contains("67k2smhef3do5")
        .doesNotContain("sk-0123456789", "xyz");
  }

  @Test
  void theLogSaysNothingOfAMachineThatSlept() {
    String slept =
        "HikariPool-1 - Thread starvation or clock leap detected (housekeeper delta=1m2s501ms).";
    assertThat(Main.isFault(new LogRecord(Level.WARNING, slept))).isFalse();
    String broken = "HikariPool-1 - Failed to validate connection";
    assertThat(Main.isFault(new LogRecord(Level.WARNING, broken))).isTrue();
  }
}
