package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.SpelledNumbers;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// A number in another form is found; with a changed digit, unit or magnitude it never is.
final class CheckerPropertiesTest {

  private static final Checker CHECKER = Checker.of(Lexicon.shipped());

  private static boolean supported(String sentence, String source) {
    return CHECKER.check(sentence, List.of(source), Language.EN).isSupported();
  }

  @Property(tries = 300)
  void findsANumberInAnotherForm(@ForAll @LongRange(min = 2, max = 999_999_999L) long value) {
    String chinese = "出口" + SpelledNumbers.chinese(value) + "吨。";
    assertThat(supported("It shipped %,d tonnes.".formatted(value), chinese)).isTrue();
    assertThat(supported("It shipped " + SpelledNumbers.english(value) + " tonnes.", chinese))
        .isTrue();
  }

  @Property(tries = 300)
  void catchesAChangedDigit(
      @ForAll @LongRange(min = 2, max = 999_999_999L) long value,
      @ForAll @IntRange(min = 0, max = 8) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    long unit = (long) Math.pow(10, place);
    Assume.that(value >= unit);
    long digit = value / unit % 10;
    long changed = value + ((digit + by) % 10 - digit) * unit;
    Assume.that(changed > 1 && changed != value && !isRounding(changed, value));

    assertThat(supported("It shipped %,d tonnes.".formatted(changed), "出口" + value + "吨。"))
        .as("%d for %d", changed, value)
        .isFalse();
  }

  /// A change that only makes a long number round is a rounding: 10,000 for 10,001.
  private static boolean isRounding(long changed, long value) {
    long step = 1;
    while (changed % (step * 10) == 0) {
      step *= 10;
    }
    return changed >= 10_000 && 2 * Math.abs(changed - value) <= step;
  }

  @Property(tries = 200)
  void catchesAChangedMagnitudeOrUnit(@ForAll @LongRange(min = 2, max = 99_999L) long value) {
    String source = "出口" + value + "万吨。";
    assertThat(supported("It shipped " + value + " million tonnes.", source)).isFalse();
    assertThat(supported("It shipped " + value + " thousand tonnes.", source)).isFalse();
    assertThat(supported("It shipped %,d0000 kilometres.".formatted(value), source)).isFalse();
    assertThat(supported("It shipped $" + value + "0000.", source)).isFalse();
  }
}
