package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole reading of sentences of each kind, in `src/test/resources/claims`: a line `#
/// sentence`, then its claims, a line each: whose | what | of what | when | figure | who says so,
/// stance.
///
/// `java ... dev.assay.analyze.claim.ClaimSentencesTest` writes the readings of today into the
/// files; read the difference before you keep it.
class ClaimSentencesTest {

  private static final Path FOLDER = Path.of("src/test/resources/claims");
  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final ClaimReader READER = new ClaimReader(Lexicon.shipped());

  /// One sentence with its claims.
  record Case(String sentence, List<String> claims) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  static Stream<Case> cases() {
    return Stream.of("en.txt", "zh.txt").flatMap(name -> cases(FOLDER.resolve(name)).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheWholeSentence(Case one) {
    assertThat(read(one.sentence())).isEqualTo(one.claims());
  }

  private static List<Case> cases(Path file) {
    List<Case> cases = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith("# ")) {
        cases.add(new Case(line.substring(2), new ArrayList<>()));
      } else if (!line.isBlank()) {
        cases.getLast().claims().add(line);
      }
    }
    return cases;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return READER
        .read(
            List.of(NUMBERS.readAlone(1, text, language, null)),
            language,
            TAGS.match("", List.of(text)))
        .stream()
        .map(claim -> told(claim, text))
        .toList();
  }

  private static String told(Claim claim, String text) {
    String scope =
        claim.of().stream()
            .map(part -> part.facet().word() + " " + (part.id() == null ? part.words() : part.id()))
            .sorted()
            .collect(Collectors.joining(", "));
    boolean falls =
        claim.quantity().flatMap(Quantity::value).map(value -> value.signum() < 0).orElse(false);
    return String.join(
        " | ",
        claim.entity().id() == null ? claim.entity().words() : claim.entity().id(),
        claim.property().word(),
        scope.isEmpty() ? "-" : scope,
        claim.time() == null ? "-" : claim.time().iso(),
        (falls ? "minus " : "") + claim.value().span().in(text),
        (claim.speaker() == null ? "" : claim.speaker().words() + ", ") + claim.stance().word());
  }

  public static void main(String[] args) throws IOException {
    for (String name : List.of("en.txt", "zh.txt")) {
      List<String> lines = new ArrayList<>();
      for (Case one : cases(FOLDER.resolve(name))) {
        lines.add("# " + one.sentence());
        lines.addAll(read(one.sentence()));
      }
      Files.write(FOLDER.resolve(name), lines);
    }
  }
}
