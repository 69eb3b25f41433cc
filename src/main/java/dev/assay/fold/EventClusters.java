package dev.assay.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Which texts tell of one event: a cluster for each happening, as far as the words show.
///
/// Texts are compared by the cosine of their terms, rare terms weighing more (the logarithm of the
/// inverse share of the texts that have them); clusters are joined by average similarity as long as
/// it reaches a threshold. A cluster is not a group of copies: its texts are different ones. Not
/// safe for use by several threads.
public final class EventClusters {

  /// Average similarity from which on two clusters tell of one event.
  private static final double ONE_EVENT = 0.2;

  /// Similarities below this are left out of account.
  private static final double LEAST_SIMILARITY = 0.02;

  /// A term of more texts than this share tells nothing of any.
  private static final double MOST_COMMON = 0.5;

  /// Neighbours of a text that are kept, the most similar ones.
  private static final int MOST_NEIGHBOURS = 200;

  private final List<Map<Long, Float>> texts = new ArrayList<>();
  private final Map<Long, Integer> frequencies = new HashMap<>();

  /// Adds a text with its title; texts are numbered 0, 1, 2 ...
  public void add(String text) {
    Map<Long, Float> terms = EventTerms.of(text);
    terms.keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum));
    texts.add(terms);
  }

  /// How much two texts tell of the same, 0 to 1: the root of the cosine, since readers see more
  /// steps at the lower end, where texts of one event in other words lie.
  public double similarity(int first, int second) {
    return Math.sqrt(Math.clamp(cosine(vector(first), vector(second)), 0, 1));
  }

  /// For each text the number of the first text of its cluster.
  public int[] clusters() {
    return new Joining(similarities()).clusters();
  }

  /// The weighted terms of a text, of length 1.
  private Map<Long, Float> vector(int text) {
    Map<Long, Float> vector = new HashMap<>();
    double squares = 0;
    for (Map.Entry<Long, Float> term : texts.get(text).entrySet()) {
      double share = (double) frequencies.getOrDefault(term.getKey(), 1) / (texts.size() + 1);
      double weight =
          share > MOST_COMMON && texts.size() > 10
              ? 0
              : (1 + Math.log(term.getValue())) * Math.max(0.05, -Math.log(share));
      if (weight > 0) {
        vector.put(term.getKey(), (float) weight);
        squares += weight * weight;
      }
    }
    float length = (float) Math.sqrt(squares);
    vector.replaceAll((_, weight) -> weight / length);
    return vector;
  }

  private static double cosine(Map<Long, Float> first, Map<Long, Float> second) {
    Map<Long, Float> shorter = first.size() <= second.size() ? first : second;
    Map<Long, Float> longer = first.size() <= second.size() ? second : first;
    double sum = 0;
    for (Map.Entry<Long, Float> term : shorter.entrySet()) {
      sum += term.getValue() * longer.getOrDefault(term.getKey(), 0f);
    }
    return sum;
  }

  /// For each text its nearest neighbours with their similarities, found by the terms they share.
  private List<Map<Integer, Double>> similarities() {
    Map<Long, List<Posting>> postings = new HashMap<>();
    List<Map<Integer, Double>> nearest = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      Map<Integer, Double> sums = new HashMap<>();
      for (Map.Entry<Long, Float> term : vector(text).entrySet()) {
        List<Posting> known = postings.computeIfAbsent(term.getKey(), _ -> new ArrayList<>());
        for (Posting posting : known) {
          sums.merge(posting.text(), (double) posting.weight() * term.getValue(), Double::sum);
        }
        known.add(new Posting(text, term.getValue()));
      }
      nearest.add(new HashMap<>());
      for (Map.Entry<Integer, Double> neighbour : most(sums)) {
        nearest.get(text).put(neighbour.getKey(), neighbour.getValue());
        nearest.get(neighbour.getKey()).put(text, neighbour.getValue());
      }
    }
    return nearest;
  }

  private record Posting(int text, float weight) {}

  private static List<Map.Entry<Integer, Double>> most(Map<Integer, Double> sums) {
    return sums.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_SIMILARITY)
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_NEIGHBOURS)
        .toList();
  }

  /// Joins the two most similar clusters until no two are similar enough: average linkage.
  private static final class Joining {

    /// Two clusters as they were when they had so many texts.
    private record Pair(int first, int second, int sizes, double average) {}

    private final List<Map<Integer, Double>> sums;
    private final int[] sizes;
    private final int[] joinedTo;
    private final PriorityQueue<Pair> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Pair::average)
                .reversed()
                .thenComparing(Pair::first)
                .thenComparing(Pair::second));

    Joining(List<Map<Integer, Double>> similarities) {
      sums = similarities;
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
      if (average >= ONE_EVENT) {
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
