package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each line of defence in SECURITY.md names a test, and the test is there.
final class SecurityTableTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everyRowNamesATestThatIsThere() throws IOException {
    Set<String> tests = tests();
    long rows = 0;
    for (String row : Files.readAllLines(ROOT.resolve("SECURITY.md"))) {
      if (row.startsWith("| ") && !row.startsWith("| who ") && !row.startsWith("| --- ")) {
        String named = row.substring(row.lastIndexOf('|', row.length() - 2));
        assertThat(codes(named)).as(row).isNotEmpty().allMatch(name -> isThere(name, tests));
        rows++;
      }
    }
    assertThat(rows).isGreaterThan(15);
  }

  private static boolean isThere(String name, Set<String> tests) {
    return tests.contains(name) || Files.exists(ROOT.resolve(name));
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
      Set<String> names = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher name = Pattern.compile("(\\w+)\\.java$").matcher(file.toString());
        if (name.find()) {
          names.add(name.group(1));
        }
      }
      return names;
    }
  }
}
