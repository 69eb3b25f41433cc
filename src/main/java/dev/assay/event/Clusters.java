package dev.assay.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Groups texts by how much they tell of the same: clusters are joined by average similarity as
/// long as it reaches a threshold, then each text moves to the cluster that it is most similar to.
public final class Clusters {

  /// A text stays in its cluster down to this.
  private static final double LEAVE = 0.1;

  /// By so much another cluster must be better.
  private static final double BETTER = 0.01;

  /// Texts are moved to better clusters so often at most.
  private static final int ROUNDS = 3;

  private Clusters() {}

  /// For each text the number of the first text of its cluster.
  ///
  /// @param least average similarity from which on two clusters tell of one event
  /// @param similarities for each text those with the others, both ways; one that is missing is 0.
  ///   What must stand together has a very high one, what must not a very low one
  public static int[] of(double least, List<Map<Integer, Double>> similarities) {
    List<Map<Integer, Double>> sums = new ArrayList<>();
    similarities.forEach(of -> sums.add(new HashMap<>(of)));
    int[] clusters = new Joining(least, sums).clusters();
    for (int round = 0; round < ROUNDS; round++) {
      settle(least, clusters, similarities);
    }
    return first(clusters);
  }

  /// Puts each text into the cluster that it is most similar to.
  private static void settle(
      double least, int[] clusters, List<Map<Integer, Double>> similarities) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int cluster : clusters) {
      sizes.merge(cluster, 1, Integer::sum);
    }
    for (int text = 0; text < clusters.length; text++) {
      Map<Integer, Double> sums = new HashMap<>();
      for (Map.Entry<Integer, Double> other : similarities.get(text).entrySet()) {
        sums.merge(clusters[other.getKey()], other.getValue(), Double::sum);
      }
      int own = clusters[text];
      int best = own;
      int others = sizes.getOrDefault(own, 1) - 1;
      double most = others == 0 ? least : Math.max(LEAVE, sums.getOrDefault(own, 0.0) / others);
      for (Map.Entry<Integer, Double> sum : sums.entrySet()) {
        double average = sum.getValue() / sizes.getOrDefault(sum.getKey(), 1);
        if (sum.getKey() != own && average > most + BETTER) {
          best = sum.getKey();
          most = average;
        }
      }
      if (best != own) {
        sizes.merge(own, -1, Integer::sum);
        sizes.merge(best, 1, Integer::sum);
        clusters[text] = best;
      }
    }
  }

  /// Each cluster is called by its first text.
  private static int[] first(int[] clusters) {
    Map<Integer, Integer> first = new HashMap<>();
    int[] named = new int[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      first.putIfAbsent(clusters[i], i);
      named[i] = first.get(clusters[i]);
    }
    return named;
  }

  /// Joins the two most similar clusters until no two are similar enough: average linkage.
  private static final class Joining {

    /// Two clusters as they were when they had so many texts.
    private record Pair(int first, int second, int sizes, double average) {}

    private final double least;
    private final List<Map<Integer, Double>> sums;
    private final int[] sizes;
    private final int[] joinedTo;
    private final PriorityQueue<Pair> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Pair::average)
                .reversed()
                .thenComparing(Pair::first)
                .thenComparing(Pair::second));

    /// @param sums for each text those with the others; changed while clusters are joined
    Joining(double least, List<Map<Integer, Double>> sums) {
      this.least = least;
      this.sums = sums;
      sizes = new int[sums.size()];
      joinedTo = new int[sums.size()];
      Arrays.fill(sizes, 1);
      Arrays.setAll(joinedTo, i -> i);
      for (int i = 0; i < sums.size(); i++) {
        for (int neighbour : sums.get(i).keySet()) {
          if (neighbour < i) {
            offer(neighbour, i);
          }
        }
      }
    }

    private void offer(int one, int other) {
      int first = Math.min(one, other);
      int second = Math.max(one, other);
      double average =
          sums.get(first).getOrDefault(second, 0.0) / ((double) sizes[first] * sizes[second]);
      if (average >= least) {
        queue.add(new Pair(first, second, sizes[first] + sizes[second], average));
      }
    }

    int[] clusters() {
      for (Pair pair = queue.poll(); pair != null; pair = queue.poll()) {
        boolean standing =
            joinedTo[pair.first()] == pair.first()
                && joinedTo[pair.second()] == pair.second()
                && sizes[pair.first()] + sizes[pair.second()] == pair.sizes();
        if (standing) {
          join(pair.first(), pair.second());
        }
      }
      int[] clusters = new int[joinedTo.length];
      Arrays.setAll(clusters, this::root);
      return clusters;
    }

    private void join(int first, int second) {
      joinedTo[second] = first;
      sizes[first] += sizes[second];
      Map<Integer, Double> into = sums.get(first);
      into.remove(second);
      for (Map.Entry<Integer, Double> neighbour : sums.get(second).entrySet()) {
        Map<Integer, Double> theirs = sums.get(neighbour.getKey());
        theirs.remove(second);
        if (neighbour.getKey() != first) {
          double sum = into.merge(neighbour.getKey(), neighbour.getValue(), Double::sum);
          theirs.put(first, sum);
        }
      }
      sums.set(second, Map.of());
      into.keySet().forEach(neighbour -> offer(first, neighbour));
    }

    private int root(int text) {
      int at = text;
      while (joinedTo[at] != at) {
        at = joinedTo[at];
      }
      return at;
    }
  }
}
