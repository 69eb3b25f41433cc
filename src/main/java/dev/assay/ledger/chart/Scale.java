package dev.assay.ledger.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// Where numbers stand on a line of length 1, with round numbers marked along it. Numbers of very
/// different size stand by their order of magnitude.
///
/// @param from at 0
/// @param to at 1
/// @param ticks in their order, at least two
public record Scale(double from, double to, boolean logarithmic, List<Tick> ticks) {

  /// A round number and how it is written.
  public record Tick(double at, String label) {}

  /// The largest is more than this many times the smallest: small ones would all stand at one
  /// place.
  private static final double FAR_APART = 40;

  private static final int MOST_TICKS = 5;

  /// What a text says may be a number of any length; one beyond this stands at the end.
  private static final double FARTHEST = 1e100;

  /// Values whose distance is so small a part of them are one: a double has no ticks between them.
  private static final double SAME = 1e-9;

  /// Steps between ticks: these times a power of ten.
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  public Scale {
    ticks = List.copyOf(ticks);
  }

  /// A scale that holds `values`, which are not empty.
  ///
  /// @param most nothing is larger than this, whatever is round
  public static Scale of(List<Double> values, double most, Function<BigDecimal, String> label) {
    double[] near =
        values.stream().mapToDouble(value -> Math.clamp(value, -FARTHEST, FARTHEST)).toArray();
    double low = DoubleStream.of(near).min().orElseThrow();
    double high = DoubleStream.of(near).max().orElseThrow();
    double leastAboveZero = DoubleStream.of(near).filter(value -> value > 0).min().orElse(0);
    boolean far = low >= 0 && leastAboveZero > 0 && high / leastAboveZero > FAR_APART;
    return far ? logarithmic(leastAboveZero, high, label) : linear(low, high, most, label);
  }

  private static Scale linear(
      double low, double high, double most, Function<BigDecimal, String> label) {
    boolean one = high - low <= Math.max(Math.abs(high) * SAME, 1 / FARTHEST);
    double pad = one ? Math.max(Math.abs(high) * 0.1, 0.5) : 0;
    double step = step((high - low + 2 * pad) / (MOST_TICKS - 1));
    double from = Math.floor((low - pad) / step + 1e-9) * step;
    from = low >= 0 ? Math.max(0, from) : from;
    double to = Math.min(most, Math.ceil((high + pad) / step - 1e-9) * step);
    to = to <= from ? from + step : to;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; from + i * step <= to + step * 1e-6; i++) {
      BigDecimal value = round(from + i * step);
      ticks.add(new Tick((value.doubleValue() - from) / (to - from), label.apply(value)));
    }
    return new Scale(from, to, false, ticks);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least - power * 1e-9) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static Scale logarithmic(double low, double high, Function<BigDecimal, String> label) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
    int every = 1 + (last - first) / MOST_TICKS;
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      double at = (double) (power - first) / (last - first);
      ticks.add(new Tick(at, label.apply(BigDecimal.ONE.scaleByPowerOfTen(power))));
    }
    return new Scale(Math.pow(10, first), Math.pow(10, last), true, ticks);
  }

  private static BigDecimal round(double value) {
    return new BigDecimal(value, new MathContext(10)).stripTrailingZeros();
  }

  /// Where `value` stands, from 0 to 1; what lies outside stands at the end.
  public double at(double value) {
    double place =
        logarithmic
            ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
            : (value - from) / (to - from);
    return Math.clamp(place, 0, 1);
  }
}
