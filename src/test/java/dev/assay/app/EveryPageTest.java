package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every page that the project ships, and each cut, doubled, shuffled and with bytes turned, has an
/// outcome when all are imported in one run. `bench/every_page.py` does the same for any folders.
final class EveryPageTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");
  private static final Set<String> PAGES = Set.of("html", "txt", "md", "pdf", "docx");

  @TempDir Path folder;

  private final Random chance = new Random(25);

  @Test
  void everyPageHasAnOutcomeInOneRun() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Set<String> given = new TreeSet<>();
    for (Path sample : samples()) {
      byte[] bytes = Files.readAllBytes(sample);
      for (byte[] version : List.of(bytes, varied(bytes))) {
        String name = "%04d-%s".formatted(given.size(), sample.getFileName());
        Files.write(pages.resolve(name), version);
        given.add(name);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Commands.run(
        new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
        () -> NOW,
        folder,
        new Streams(InputStream.nullInputStream(), out, error, false),
        new String[] {
          "import", pages.toString(), "--json", "--data", folder.resolve("data").toString()
        });

    List<JsonNode> answers = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> answers.add(JsonMapper.shared().readTree(line)));
    Set<String> heard = new TreeSet<>();
    answers.forEach(
        answer -> heard.add(Path.of(answer.path("document").asString()).getFileName().toString()));
    assertThat(heard).isEqualTo(given).hasSizeGreaterThan(50);
    assertThat(answers)
        .noneMatch(answer -> answer.path("reason").asString("").contains("Assay failed"));
    assertThat(error.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("samples"))) {
      return files.filter(Files::isRegularFile).filter(EveryPageTest::isPage).sorted().toList();
    }
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString();
    return PAGES.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.equals("README.md");
  }

  private byte[] varied(byte[] bytes) {
    return switch (chance.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, 1 + chance.nextInt(bytes.length));
      case 1 -> twice(bytes);
      case 2 -> shuffled(bytes);
      default -> turned(bytes);
    };
  }

  private static byte[] twice(byte[] bytes) {
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    return twice;
  }

  private byte[] shuffled(byte[] bytes) {
    List<String> lines =
        new ArrayList<>(new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
    Collections.shuffle(lines, chance);
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] turned(byte[] bytes) {
    byte[] turned = bytes.clone();
    for (int i = 0; i < 1 + turned.length / 500; i++) {
      turned[chance.nextInt(turned.length)] = (byte) chance.nextInt(256);
    }
    return turned;
  }
}
