package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shapes of plots look as their sheet says: no rule for something else of the same name
/// reaches them.
final class PlotStylesTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Pattern SHAPE =
      Pattern.compile(
          "<(?:rect|path|circle|polygon|line)\\b[^>]*?class=\"([^\"$]+|\\$\\{[^}]*})\"");
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  @Test
  void eachClassOfAShapeIsStyledByOneSheet() throws IOException {
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/jte"))) {
      files
          .filter(Files::isRegularFile)
          .map(PlotStylesTest::text)
          .flatMap(text -> SHAPE.matcher(text).results())
          .flatMap(shape -> words(shape.group(1)))
          .forEach(classes::add);
    }

    assertThat(classes).contains("bar");
    assertThat(classes).allSatisfy(name -> assertThat(sheets(name)).as(name).hasSizeLessThan(2));
  }

  /// The classes themselves, or those in the words of an expression.
  private static Stream<String> words(String attribute) {
    return attribute.startsWith("$")
        ? Pattern.compile("\"([^\"]*)\"")
            .matcher(attribute)
            .results()
            .flatMap(literal -> WORD.matcher(literal.group(1)).results())
            .map(word -> word.group())
        : Stream.of(attribute.split(" "));
  }

  /// The sheets with a rule for everything of this class, wherever it stands.
  private static Set<String> sheets(String name) throws IOException {
    Pattern rule =
        Pattern.compile("(?:^|[},])\\s*\\." + name + "(?::[a-z-]+)?\\s*[{,]", Pattern.MULTILINE);
    try (Stream<Path> files = Files.list(ROOT.resolve("src/main/resources/web"))) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .filter(file -> rule.matcher(text(file)).find())
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
