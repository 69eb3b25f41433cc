package dev.assay.brief.claim;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the figure that a model tells is the one that the reader of quantities finds there.
final class FigureMatch {

  /// Two values that differ by less than this part are one, written with other digits.
  private static final BigDecimal SAME = new BigDecimal("0.005");

  /// The quantity that stands where the figure is quoted, of several places the one that is these
  /// words and no more, the first of equals; null if none does.
  @Nullable Quantity in(TextReading text, Span quote, SaidClaim said) {
    Quantity best = null;
    double closest = 0;
    int at = text.text().indexOf(said.figure(), quote.start());
    while (at >= 0 && at + said.figure().length() <= quote.end()) {
      Span figure = new Span(at, at + said.figure().length());
      for (Quantity quantity : text.numbers().quantities()) {
        double close = close(quantity.span(), figure);
        if (close > closest) {
          closest = close;
          best = quantity;
        }
      }
      at = text.text().indexOf(said.figure(), at + 1);
    }
    return best;
  }

  /// How much of the two together both have, 0 to 1; 0 or less if they stand apart.
  private static double close(Span one, Span other) {
    double whole = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
    return shared(one, other) / whole;
  }

  private static int shared(Span one, Span other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }

  /// Why the figure is another than was said; empty if it is the same.
  Optional<Refusal> refusal(SaidClaim said, Quantity figure) {
    BigDecimal times = times(said.unit(), figure.unit());
    if (times == null) {
      return Optional.of(Refusal.UNIT);
    }
    if (side(said.bound()) != side(figure.modifier())) {
      return Optional.of(Refusal.BOUND);
    }
    boolean same =
        isSame(said.low(), figure.low(), times) && isSame(said.high(), figure.high(), times)
            || isSame(said.low(), figure.high(), times) && isSame(said.high(), figure.low(), times);
    return same ? Optional.empty() : Optional.of(Refusal.VALUE);
  }

  /// How many of `unit` one of the unit called `code` is; null if they measure different things.
  private static @Nullable BigDecimal times(String code, Unit unit) {
    if (code.equals(unit.code()) || isPer(unit.code(), code) || isPer(code, unit.code())) {
      return BigDecimal.ONE; // what it is per may be told by the property: a price, a capacity
    }
    return Units.of(code)
        .filter(told -> told.convertsTo(unit))
        .map(told -> told.factor().divide(unit.factor(), MathContext.DECIMAL64))
        .orElse(null);
  }

  private static boolean isPer(String code, String unit) {
    return code.startsWith(unit + "/");
  }

  /// A minus may stand in the figure or in the word for the fall.
  private static boolean isSame(
      @Nullable BigDecimal said, @Nullable BigDecimal read, BigDecimal times) {
    if (said == null || read == null) {
      return said == null && read == null;
    }
    BigDecimal apart = said.multiply(times).abs().subtract(read.abs()).abs();
    return apart.compareTo(read.abs().multiply(SAME)) <= 0;
  }

  private enum Side {
    NEITHER,
    ABOVE,
    BELOW
  }

  private static Side side(Modifier modifier) {
    return switch (modifier) {
      case EXACT, ABOUT, NEARLY, RANGE -> Side.NEITHER;
      case AT_LEAST, MORE_THAN -> Side.ABOVE;
      case AT_MOST, LESS_THAN -> Side.BELOW;
    };
  }

  /// Whether what is said goes down.
  static boolean falls(SaidClaim said) {
    return said.low() != null && said.low().signum() < 0
        || said.high() != null && said.high().signum() < 0;
  }
}
