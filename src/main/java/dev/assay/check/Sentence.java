package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The sentence that is checked, read once.
record Sentence(String text, QuantityExtractor.Reading reading) {

  /// A place in a series is checked from the fourth on: before that it is as often a turn of
  /// phrase.
  private static final BigDecimal FIRST_CHECKED_PLACE = BigDecimal.valueOf(4);

  /// What it states, and of what it only uses the places in a series and the results.
  List<Quantity> numbers() {
    List<Quantity> all = new ArrayList<>(reading.quantities());
    reading.weak().stream().filter(Sentence::isChecked).forEach(all::add);
    all.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
    return all;
  }

  private static boolean isChecked(Quantity weak) {
    boolean series =
        weak.unit().equals(Units.ORDINAL)
            && weak.value().orElse(BigDecimal.ZERO).compareTo(FIRST_CHECKED_PLACE) >= 0;
    return series || weak.unit().equals(Units.SCORE);
  }

  /// Its times, a span of years as its two ends.
  List<TimeExpression> times() {
    return YearSpans.apart(reading.times(), text);
  }

  String words(Quantity quantity) {
    return quantity.span().in(text);
  }
}
