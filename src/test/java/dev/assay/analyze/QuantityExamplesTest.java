package dev.assay.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.LexiconFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every rule of the lexicon carries an example; here each is read.
final class QuantityExamplesTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor();
  private static final PublicationTime WRITTEN =
      new PublicationTime(
          Instant.parse("2025-11-22T04:00:00Z"),
          PublicationTime.Precision.MINUTE,
          ZoneOffset.ofHours(8),
          true,
          PublicationTime.Certainty.STATED,
          "test");

  @TestFactory
  Stream<DynamicTest> readsTheExampleOfEachRule() {
    return Stream.of(
            "zh/units.tsv",
            "zh/unit-limits.tsv",
            "en/unit-limits.tsv",
            "zh/beside-numbers.tsv",
            "en/beside-numbers.tsv",
            "zh/modifier-limits.tsv",
            "table-scales.tsv",
            "en/units.tsv",
            "zh/currencies.tsv",
            "en/currencies.tsv",
            "currency-signs.tsv",
            "zh/modifiers.tsv",
            "en/modifiers.tsv",
            "en/ordinals.tsv",
            "en/multiples.tsv",
            "zh/multiples.tsv",
            "zh/times.tsv",
            "en/times.tsv")
        .flatMap(
            name ->
                LexiconFile.read(name).rows().stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                name + ":" + row.line(),
                                () -> check(name, row.cells().getLast()))));
  }

  private static void check(String file, String example) {
    int equals = example.lastIndexOf(" = ");
    String text = example.substring(0, equals).replace(" / ", "\n");
    String expected = example.substring(equals + 3);
    if (file.endsWith("times.tsv")) {
      assertThat(EXTRACTOR.read(text, Language.EN, WRITTEN).times())
          .extracting(TimeExpression::iso)
          .containsExactly(expected);
      return;
    }
    Language language = file.startsWith("zh") ? Language.ZH_HANS : Language.EN;
    List<Quantity> read = EXTRACTOR.extract(text, language);
    assertThat(read.stream().map(QuantityExamplesTest::shown).collect(Collectors.joining("; ")))
        .isEqualTo(expected.equals("nothing") ? "" : expected);
  }

  static String shown(Quantity quantity) {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    String value =
        low != null && high != null && low.compareTo(high) == 0
            ? plain(low)
            : (low == null ? "" : plain(low)) + ".." + (high == null ? "" : plain(high));
    String modifier = quantity.modifier() == Modifier.EXACT ? "" : " " + quantity.modifier().word();
    return value + " " + quantity.unit() + modifier;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
