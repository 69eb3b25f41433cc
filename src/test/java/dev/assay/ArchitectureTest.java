package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the code to the table and the invariants of ARCHITECTURE.md.
final class ArchitectureTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Path CODE = ROOT.resolve("src/main/java/dev/assay");
  private static final Pattern REFERENCE = Pattern.compile("\\bdev\\.assay\\.([a-z]+)\\.");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([a-z]+) \\| ([a-z, -]+) \\|$", Pattern.MULTILINE);

  @Test
  void packagesUseOnlyWhatTheTableAllows() throws IOException {
    Map<String, Set<String>> allowed = table();
    for (SourceFile file : sources()) {
      Set<String> used = new TreeSet<>(file.references());
      used.remove(file.packageName());
      assertThat(allowed)
          .as("packages in the table of ARCHITECTURE.md")
          .containsKey(file.packageName());
      assertThat(allowed.get(file.packageName())).as(file.path().toString()).containsAll(used);
    }
  }

  @Test
  void everyPackageOfTheTableExistsAndHasATour() throws IOException {
    for (String name : table().keySet()) {
      Path tour = CODE.resolve(name).resolve("package-info.java");
      assertThat(tour).exists();
      String text = Files.readString(tour);
      assertThat(text).as(tour.toString()).contains("@NullMarked").contains("///");
    }
  }

  @Test
  void luceneStandsOnlyInItsPackage() throws IOException {
    assertUsedOnlyIn(
        "org.apache.lucene", file -> file.path().toString().contains("/index/lucene/"));
  }

  @Test
  void sqlStandsOnlyInTablesAndTheStore() throws IOException {
    assertUsedOnlyIn(
        "org.jdbi",
        file -> file.name().endsWith("Table.java") || file.packageName().equals("store"));
  }

  @Test
  void statementsOfSqlStandOnlyInTablesAndTheStore() throws IOException {
    Pattern statement = Pattern.compile("\"(select|insert into|update|delete from) ");
    for (SourceFile file : sources()) {
      if (!file.name().endsWith("Table.java") && !file.name().equals("Store.java")) {
        assertThat(file.text()).as(file.path().toString()).doesNotContainPattern(statement);
      }
    }
  }

  @Test
  void pureStagesReadNoClockAndNoFile() throws IOException {
    Set<String> pure = Set.of("article", "cite", "clean", "analyze", "fold", "check", "ledger");
    for (SourceFile file : sources()) {
      if (pure.contains(file.packageName())) {
        assertThat(file.text())
            .as(file.path().toString())
            .doesNotContain(
                "Instant.now(",
                "System.currentTimeMillis",
                "LocalDate.now(",
                "Files.",
                "HttpClient");
      }
    }
  }

  private static void assertUsedOnlyIn(String library, Predicate<SourceFile> place)
      throws IOException {
    for (SourceFile file : sources()) {
      if (!place.test(file)) {
        assertThat(file.text()).as(file.path().toString()).doesNotContain("import " + library);
      }
    }
  }

  private static Map<String, Set<String>> table() throws IOException {
    String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    Map<String, Set<String>> allowed = new TreeMap<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      Set<String> packages =
          Arrays.stream(row.group(2).split(",")).map(String::strip).collect(Collectors.toSet());
      if (!row.group(1).equals("package")) { // the head of the table
        allowed.put(row.group(1), packages);
      }
    }
    return allowed;
  }

  private static List<SourceFile> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      return files.filter(path -> path.toString().endsWith(".java")).map(SourceFile::read).toList();
    }
  }

  private record SourceFile(Path path, String text) {

    static SourceFile read(Path path) {
      try {
        return new SourceFile(path, Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String name() {
      return path.getFileName().toString();
    }

    String packageName() {
      return CODE.relativize(path).getName(0).toString();
    }

    /// Packages of Assay that the code names; links in doc comments do not count.
    Set<String> references() {
      String code =
          text.lines()
              .filter(line -> !line.strip().startsWith("///"))
              .collect(Collectors.joining("\n"));
      Set<String> packages = new TreeSet<>();
      Matcher matcher = REFERENCE.matcher(code);
      while (matcher.find()) {
        packages.add(matcher.group(1));
      }
      return packages;
    }
  }
}
