package dev.assay.brief.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// LexRank with a threshold (Erkan and Radev 2004), the peer of the bench: the sentences most like
/// all others, by the stationary distribution of a walk over their likeness.
final class LexRank {

  private static final double THRESHOLD = 0.1;
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 60;

  private LexRank() {}

  /// Indexes of the sentences, given as their terms, the best first.
  static List<Integer> ranked(List<List<String>> sentences) {
    double[] rank = rank(likeness(sentences));
    return IntStream.range(0, rank.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -rank[i]))
        .toList();
  }

  private static double[][] likeness(List<List<String>> sentences) {
    Map<String, Integer> documents = new HashMap<>();
    sentences.forEach(
        terms -> terms.stream().distinct().forEach(term -> documents.merge(term, 1, Integer::sum)));
    List<Map<String, Double>> vectors = new ArrayList<>();
    for (List<String> terms : sentences) {
      Map<String, Double> vector = new HashMap<>();
      for (String term : terms) {
        vector.merge(term, Math.log((double) sentences.size() / documents.get(term)), Double::sum);
      }
      vectors.add(vector);
    }
    double[] norms = vectors.stream().mapToDouble(LexRank::norm).toArray();
    double[][] likeness = new double[sentences.size()][sentences.size()];
    for (int i = 0; i < likeness.length; i++) {
      for (int j = 0; j <= i; j++) {
        double cosine = product(vectors.get(i), vectors.get(j)) / (norms[i] * norms[j] + 1e-12);
        likeness[i][j] = cosine > THRESHOLD ? 1 : 0;
        likeness[j][i] = likeness[i][j];
      }
    }
    return likeness;
  }

  private static double product(Map<String, Double> one, Map<String, Double> other) {
    return one.entrySet().stream()
        .mapToDouble(term -> term.getValue() * other.getOrDefault(term.getKey(), 0.0))
        .sum();
  }

  private static double norm(Map<String, Double> vector) {
    return Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
  }

  private static double[] rank(double[][] likeness) {
    int size = likeness.length;
    double[] degrees =
        Arrays.stream(likeness).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] rank = new double[size];
    Arrays.fill(rank, 1.0 / size);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[size];
      Arrays.fill(next, (1 - DAMPING) / size);
      for (int i = 0; i < size; i++) {
        double degree = Math.max(1, degrees[i]);
        for (int j = 0; j < size; j++) {
          next[j] += DAMPING * rank[i] * likeness[i][j] / degree;
        }
      }
      rank = next;
    }
    return rank;
  }
}
