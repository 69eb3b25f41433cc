package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/// Every value written in any of our forms reads back as itself, whatever stands around it.
final class QuantityPropertiesTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());

  private static void reads(String text, String unit, BigDecimal value) {
    assertThat(EXTRACTOR.extract(text, Language.UNKNOWN))
        .as(text)
        .singleElement()
        .satisfies(
            quantity -> {
              assertThat(quantity.unit().code()).isEqualTo(unit);
              assertThat(quantity.low()).isEqualByComparingTo(value);
              assertThat(quantity.high()).isEqualByComparingTo(value);
            });
  }

  @Property(tries = 500)
  void readsChineseNumerals(@ForAll @LongRange(min = 2, max = 999_999_999_999L) long value) {
    reads("出口" + SpelledNumbers.chinese(value) + "吨矿石", "t", BigDecimal.valueOf(value));
    reads("出口" + SpelledNumbers.chinese(value) + "美元矿石", "USD", BigDecimal.valueOf(value));
  }

  @Property(tries = 500)
  void readsEnglishWords(@ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long value) {
    reads(
        "It shipped " + SpelledNumbers.english(value) + " tonnes.", "t", BigDecimal.valueOf(value));
  }

  @Property(tries = 500)
  void readsDigitsWithSeparatorsAndMagnitudes(
      @ForAll @LongRange(min = 1, max = 99_999_999) long value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    reads("It shipped " + value + " tonnes.", "t", exact);
    reads("It shipped %,d tonnes.".formatted(value).formatted(Locale.ROOT), "t", exact);
    reads("出口%,d吨".formatted(value), "t", exact);
    reads("出口" + exact.movePointLeft(4).toPlainString() + "万吨", "t", exact);
    reads("投资" + exact.movePointLeft(2).toPlainString() + "亿元", "CNY", exact.movePointRight(6));
    reads(
        "$" + exact.movePointLeft(3).toPlainString() + " billion", "USD", exact.movePointRight(6));
    reads(
        "about $" + exact.movePointLeft(3).toPlainString() + "m more",
        "USD",
        exact.movePointRight(3));
  }

  @Property(tries = 300)
  void readsPercentInEveryForm(@ForAll @IntRange(min = 1, max = 99_999) int thousandths) {
    BigDecimal value = BigDecimal.valueOf(thousandths).movePointLeft(3);
    reads("占比" + value.toPlainString() + "%", "%", value);
    reads("占百分之" + value.toPlainString(), "%", value);
    reads("a share of " + value.toPlainString() + " percent", "%", value);
    reads("rose " + value.toPlainString() + " percentage points", "pp", value);
    reads("上升" + value.toPlainString() + "个百分点", "pp", value);
  }

  @Property(tries = 500)
  void readsAnyTextWithoutFailingAndKeepsSpansInIt(@ForAll @StringLength(max = 60) String text) {
    QuantityExtractor.Reading reading = EXTRACTOR.read(text, Language.UNKNOWN, null);

    assertThat(reading.quantities())
        .allSatisfy(
            quantity -> assertThat(quantity.span().end()).isLessThanOrEqualTo(text.length()));
    assertThat(reading.times())
        .allSatisfy(time -> assertThat(time.span().end()).isLessThanOrEqualTo(text.length()));
  }
}
