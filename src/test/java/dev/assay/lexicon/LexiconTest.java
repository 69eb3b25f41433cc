package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds every table of the lexicon to what its head declares.
final class LexiconTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final Path TABLES = ROOT.resolve("src/main/resources/lexicon");

  /// The last line of a head: the names of the columns, apart by tabs; `?` for one that a row may
  /// leave out.
  private record Head(List<String> columns) {

    static Head of(String table) {
      String last = lines(table).stream().takeWhile(LexiconTest::isComment).toList().getLast();
      return new Head(List.of(last.substring(1).split("\t", -1)));
    }

    long needed() {
      return columns.stream().filter(column -> !column.endsWith("?")).count();
    }
  }

  private static List<String> lines(String table) {
    try {
      return Files.readAllLines(TABLES.resolve(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isComment(String line) {
    return line.startsWith("#");
  }

  /// The words of the comments of a table, and of the table of the same name in English.
  private static Set<String> told(String table) {
    String english = table.replaceFirst("^zh/", "en/");
    return Stream.of(table, Files.exists(TABLES.resolve(english)) ? english : table)
        .flatMap(name -> lines(name).stream())
        .filter(LexiconTest::isComment)
        .flatMap(BETWEEN::splitAsStream)
        .collect(Collectors.toSet());
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(TABLES)) {
      return files
          .filter(file -> file.toString().endsWith(".tsv"))
          .map(file -> TABLES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("tables.tsv"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void listsEveryTableWithThePartThatReadsIt() throws IOException {
    List<LexiconFile.Row> listed = Lexicon.shipped().table("tables.tsv").rows();
    assertThat(listed.stream().map(row -> row.cell(0))).containsExactlyElementsOf(files());
    Set<String> parts =
        Stream.of(Lexicon.Part.values())
            .map(part -> part.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(listed.stream().map(row -> row.cell(1))).isSubsetOf(parts);
  }

  @Test
  void givesEachRowTheColumnsOfItsHead() throws IOException {
    for (String table : files()) {
      Head head = Head.of(table);
      for (LexiconFile.Row row : Lexicon.shipped().once(table).rows()) {
        assertThat((long) row.cells().size())
            .as("%s, line %d, has the columns %s", table, row.line(), head.columns())
            .isBetween(head.needed(), (long) head.columns().size());
        assertThat(row.cell(0)).as("%s, line %d", table, row.line()).isNotEmpty();
      }
    }
  }

  @Test
  void saysNothingTwice() throws IOException {
    for (String table : files()) {
      Map<List<String>, Integer> seen = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().once(table).rows()) {
        Integer before = seen.put(row.cells(), row.line());
        assertThat(before).as("%s, line %d, is line %d again", table, row.line(), before).isNull();
      }
    }
  }

  @Test
  void saysInTheHeadWhatEachKindOfRowDoes() throws IOException {
    Set<String> columns = Set.of("kind", "part", "verdict", "cue", "rule", "role", "when", "place");
    for (String table : files()) {
      Head head = Head.of(table);
      Set<String> told = told(table);
      for (int i = 0; i < head.columns().size(); i++) {
        if (columns.contains(head.columns().get(i))) {
          int column = i;
          Set<String> kinds =
              Lexicon.shipped().once(table).rows().stream()
                  .map(row -> row.cell(column))
                  .filter(kind -> !kind.isEmpty())
                  .collect(Collectors.toCollection(TreeSet::new));
          kinds.removeIf(kind -> told.containsAll(List.of(kind.split(" "))));
          assertThat(kinds).as("kinds that the head of %s does not tell of", table).isEmpty();
        }
      }
    }
  }

  @Test
  void isAskedForEachTable() throws IOException {
    String code;
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/java"))) {
      code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(LexiconTest::read)
              .collect(Collectors.joining());
    }
    for (String table : files()) {
      String name = table.substring(table.lastIndexOf('/') + 1);
      boolean ofPack = table.startsWith("packs/");
      assertThat(ofPack || code.contains(name + "\"")).as("%s is read", table).isTrue();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void knowsAnotherVersionOfEachPart() {
    Lexicon lexicon = Lexicon.shipped();
    assertThat(
            Stream.of(Lexicon.Part.values())
                .filter(part -> part != Lexicon.Part.TRAINED)
                .map(lexicon::version))
        .doesNotHaveDuplicates();
    assertThat(new Lexicon().version(Lexicon.Part.READING))
        .isEqualTo(lexicon.version(Lexicon.Part.READING));
  }

  @Test
  void countsEveryTableThatReadingAsksForToItsVersion() {
    Lexicon fresh = new Lexicon();
    assertThat(new ClaimReader(fresh)).isNotNull();
    assertThat(new QuantityExtractor(fresh)).isNotNull();
    Set<String> counted =
        Lexicon.shipped().table("tables.tsv").rows().stream()
            .filter(row -> row.cell(1).equals("reading"))
            .map(row -> row.cell(0))
            .collect(Collectors.toSet());
    assertThat(counted).containsAll(fresh.asked());
  }
}
