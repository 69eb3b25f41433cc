package dev.assay.event;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Weighted terms, of length 1.
///
/// @param keys ascending
record Vector(long[] keys, float[] weights) {

  static final Vector NONE = new Vector(new long[0], new float[0]);

  int size() {
    return keys.length;
  }

  /// The keys that weigh most.
  List<Long> heaviest(int most) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -weights[i]))
        .limit(most)
        .map(i -> keys[i])
        .toList();
  }

  double cosine(Vector other) {
    double sum = 0;
    int i = 0;
    int k = 0;
    while (i < keys.length && k < other.keys.length) {
      int order = Long.compare(keys[i], other.keys[k]);
      if (order == 0) {
        sum += (double) weights[i++] * other.weights[k++];
      } else if (order < 0) {
        i++;
      } else {
        k++;
      }
    }
    return sum;
  }
}
