package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class IntervalsTest {

  private static final Widths WIDTHS = Widths.of(Lexicon.shipped());
  private static final QuantityExtractor READER = new QuantityExtractor(Lexicon.shipped());

  private static String range(String text, Language language, Property property) {
    Quantity quantity = READER.read(text, language, null).quantities().getFirst();
    Interval range = WIDTHS.of(quantity, quantity.span().in(text), property);
    Interval drawn = WIDTHS.drawn(range);
    String low = range.low() == null ? "" : (range.lowIncluded() ? "" : ">") + plain(range.low());
    String high =
        range.high() == null
            ? "drawn " + plain(drawn.high())
            : (range.highIncluded() ? "" : "<") + plain(range.high());
    return low + ".." + high;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  @TestFactory
  Stream<DynamicTest> readsTheExamplesOfTheTableInBothLanguages() {
    return Lexicon.shipped().table("ledger/intervals.tsv").rows().stream()
        .flatMap(
            row -> {
              Property property = row.cell(0).equals("drawn") ? Property.CHANGE : Property.SHARE;
              return Stream.of(
                  DynamicTest.dynamicTest(
                      row.cell(2),
                      () ->
                          assertThat(range(row.cell(2), Language.EN, property))
                              .isEqualTo(row.cell(4))),
                  DynamicTest.dynamicTest(
                      row.cell(3),
                      () ->
                          assertThat(range(row.cell(3), Language.ZH_HANS, property))
                              .isEqualTo(row.cell(4))));
            });
  }

  @Test
  void countsZerosBehindAPointAndNotThoseOfWholeNumbers() {
    assertThat(range("540,000 t", Language.EN, Property.AMOUNT)).isEqualTo("535000..545000");
    assertThat(range("54万吨", Language.ZH_HANS, Property.AMOUNT)).isEqualTo("535000..545000");
    assertThat(range("$1 billion", Language.EN, Property.AMOUNT))
        .isEqualTo("975000000..1025000000");
    assertThat(range("1.50 million t", Language.EN, Property.AMOUNT)).isEqualTo("1495000..1505000");
    assertThat(range("150万吨", Language.ZH_HANS, Property.AMOUNT)).isEqualTo("1462500..1537500");
  }

  @Test
  void readsVagueWordsAsOneOrderOfMagnitude() {
    assertThat(range("数百亿元", Language.ZH_HANS, Property.AMOUNT))
        .isEqualTo("10000000000..100000000000");
  }
}
