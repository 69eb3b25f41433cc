package dev.assay.event;

import dev.assay.event.OneEvent.Sign;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Learns the weights of a logistic model by Newton's method. The last sign is that of anything,
/// whose weight costs nothing.
final class Logistic {

  /// What a weight costs, and how often they are made better.
  private static final double PENALTY = 1;

  private static final int STEPS = 40;

  /// When no weight moves by more, they are as good as they get.
  private static final double STILL = 1e-9;

  /// Two texts.
  ///
  /// @param signs what is seen of them
  /// @param same whether they tell of one happening
  /// @param counts as so many pairs
  record Pair(double[] signs, boolean same, double counts) {}

  private Logistic() {}

  static double[] signs(Sign[] signs, EventText one, EventText other) {
    return Arrays.stream(signs).mapToDouble(sign -> sign.of(one, other)).toArray();
  }

  static Map<Sign, Double> learn(Sign[] signs, List<Pair> pairs) {
    double[] weights = learn(pairs, new double[signs.length]);
    Map<Sign, Double> learned = new LinkedHashMap<>();
    for (int i = 0; i < signs.length; i++) {
      learned.put(signs[i], weights[i]);
    }
    return learned;
  }

  /// A weight for each sign.
  ///
  /// @param before what a weight is without pairs that say otherwise
  static double[] learn(List<Pair> pairs, double[] before) {
    double[] weights = new double[before.length];
    double moved = 1;
    for (int step = 0; step < STEPS && moved > STILL; step++) {
      moved = better(weights, pairs, before);
    }
    return weights;
  }

  /// One step of Newton's method, and how far the weight went that went furthest.
  private static double better(double[] weights, List<Pair> pairs, double[] before) {
    int size = weights.length;
    double[][] equations = new double[size][size + 1];
    for (Pair pair : pairs) {
      double[] signs = pair.signs();
      int[] seen = IntStream.range(0, size).filter(i -> signs[i] != 0).toArray();
      double sum = Arrays.stream(seen).mapToDouble(i -> weights[i] * signs[i]).sum();
      double chance = 1 / (1 + StrictMath.exp(-sum));
      for (int i : seen) {
        equations[i][size] += pair.counts() * signs[i] * (chance - (pair.same() ? 1 : 0));
        for (int k : seen) {
          equations[i][k] += pair.counts() * signs[i] * signs[k] * chance * (1 - chance);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      equations[i][i] += PENALTY;
      equations[i][size] += i == size - 1 ? 0 : PENALTY * (weights[i] - before[i]);
    }
    double[] steps = solved(equations);
    for (int i = 0; i < size; i++) {
      weights[i] -= steps[i];
    }
    return Arrays.stream(steps).map(Math::abs).max().orElse(0);
  }

  /// Gauss's elimination; the diagonal is positive.
  private static double[] solved(double[][] equations) {
    int size = equations.length;
    for (int i = 0; i < size; i++) {
      for (int row = 0; row < size; row++) {
        double times = row == i ? 0 : equations[row][i] / equations[i][i];
        for (int k = i; k <= size; k++) {
          equations[row][k] -= times * equations[i][k];
        }
      }
    }
    return IntStream.range(0, size)
        .mapToDouble(i -> equations[i][size] / equations[i][i])
        .toArray();
  }
}
