package dev.assay.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Weighted terms, of length 1.
///
/// @param keys ascending
public record Vector(long[] keys, float[] weights) {

  static final Vector NONE = new Vector(new long[0], new float[0]);

  /// The `most` heaviest of the given weights, made of length 1. Weights of 0 are left out.
  static Vector of(Map<Long, Double> weights, int most) {
    List<Map.Entry<Long, Double>> kept =
        new ArrayList<>((weights.size() > most ? heaviest(weights, most) : weights).entrySet());
    kept.removeIf(entry -> entry.getValue() <= 0);
    kept.sort(Map.Entry.comparingByKey());
    double length =
        Math.sqrt(kept.stream().mapToDouble(entry -> entry.getValue() * entry.getValue()).sum());
    long[] keys = new long[kept.size()];
    float[] values = new float[kept.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = kept.get(i).getKey();
      values[i] = (float) (kept.get(i).getValue() / length);
    }
    return new Vector(keys, values);
  }

  private static Map<Long, Double> heaviest(Map<Long, Double> weights, int most) {
    Map<Long, Double> kept = new HashMap<>();
    weights.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
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
