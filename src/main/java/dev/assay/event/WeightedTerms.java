package dev.assay.event;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// How much each term of a text weighs. Arrays of numbers, since a text is weighed again for each
/// other that it may be like.
///
/// @param terms ascending
record WeightedTerms(long[] terms, double[] weights) {

  /// Without the terms that weigh nothing.
  WeightedTerms telling() {
    return where(i -> weights[i] > 0);
  }

  /// The `most` heaviest, made of length 1; of equally heavy ones the first.
  Vector vector(int most) {
    WeightedTerms kept = terms.length > most ? heaviest(most) : this;
    double length = Math.sqrt(Arrays.stream(kept.weights).map(weight -> weight * weight).sum());
    float[] values = new float[kept.weights.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (kept.weights[i] / length);
    }
    return new Vector(kept.terms, values);
  }

  private WeightedTerms heaviest(int most) {
    return where(areHeaviest(weights, most));
  }

  /// Whether a place is among the `most` of the highest weights; of equally heavy ones the first.
  /// To be asked once of each place, in their order.
  static IntPredicate areHeaviest(double[] weights, int most) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - most];
    int heavier = 0;
    for (double weight : weights) {
      heavier += weight > least ? 1 : 0;
    }
    int[] left = {most - heavier};
    return i -> weights[i] > least || weights[i] == least && left[0]-- > 0;
  }

  private WeightedTerms where(IntPredicate kept) {
    long[] keys = new long[terms.length];
    double[] values = new double[terms.length];
    int count = 0;
    for (int i = 0; i < terms.length; i++) {
      if (kept.test(i)) {
        keys[count] = terms[i];
        values[count++] = weights[i];
      }
    }
    return new WeightedTerms(Arrays.copyOf(keys, count), Arrays.copyOf(values, count));
  }
}
