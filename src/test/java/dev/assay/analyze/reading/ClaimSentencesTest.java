package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimTrust;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences of each kind with what they claim, in `src/test/resources/claims`: a line `#
/// sentence`, then its claims, a line each: whose | what | of what | when | figure | who says so,
/// stance.
///
/// They say what ought to be read, and the weights learn from them; what is weighed is right in
/// most of them and not in each, so the tests count.
class ClaimSentencesTest {

  private static final Path FOLDER = Path.of("src/test/resources/claims");
  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());

  /// Reads what is kept: single sentences, out of their texts, are trusted less than they would be.
  private static final ClaimReader READER =
      new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.CORROBORATED);

  /// One sentence with its claims.
  record Case(String sentence, List<String> claims) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en.txt", "zh.txt"})
  void readsWhoHasWhatInMostSentences(String file) {
    Count claims = Count.of(cases(FOLDER.resolve(file)), ClaimSentencesTest::claim);
    assertThat(claims.precision()).isGreaterThan(0.78);
    assertThat(claims.recall()).isGreaterThan(0.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en.txt", "zh.txt"})
  void tellsOfWhatWhenAndWhoSaysSoOfMostClaims(String file) {
    List<Case> cases = cases(FOLDER.resolve(file));
    Count claims = Count.of(cases, ClaimSentencesTest::claim);
    Count whole = Count.of(cases, line -> line);
    assertThat((double) whole.right() / claims.right())
        .isGreaterThan(
            0.75); // phrases that no label asks for ("producer of nickel") count against it
  }

  /// Whose, what, and the figure.
  private static String claim(String line) {
    String[] cells = line.split(" \\| ");
    return cells[0] + cells[1] + cells[4];
  }

  /// How many lines are right, of those told and of those that ought to be.
  private record Count(int right, int told, int wanted) {

    static Count of(List<Case> cases, UnaryOperator<String> part) {
      int right = 0;
      int told = 0;
      int wanted = 0;
      for (Case one : cases) {
        List<String> read = read(one.sentence()).stream().map(part).toList();
        List<String> left = new ArrayList<>(one.claims().stream().map(part).toList());
        wanted += left.size();
        told += read.size();
        right += (int) read.stream().filter(left::remove).count();
      }
      return new Count(right, told, wanted);
    }

    double precision() {
      return (double) right / told;
    }

    double recall() {
      return (double) right / wanted;
    }
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
            TAGS.read("", List.of(text)))
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
}
