package dev.assay.event;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Weighted terms, of length 1.
///
/// @param keys ascending
public record Vector(long[] keys, float[] weights) {

  static final Vector NONE = new Vector(new long[0], new float[0]);

  /// The `most` heaviest of the given weights, made of length 1. Weights of 0 are left out.
  static Vector of(Map<Long, Double> weights, int most) {
    TreeMap<Long, Double> kept = new TreeMap<>();
    weights.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    double length = Math.sqrt(kept.values().stream().mapToDouble(w -> w * w).sum());
    long[] keys = new long[kept.size()];
    float[] values = new float[kept.size()];
    int i = 0;
    for (Map.Entry<Long, Double> entry : kept.entrySet()) {
      keys[i] = entry.getKey();
      values[i++] = (float) (entry.getValue() / length);
    }
    return new Vector(keys, values);
  }

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
