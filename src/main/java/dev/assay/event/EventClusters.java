package dev.assay.event;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which texts tell of one event: a cluster for each happening, as far as the words show.
///
/// Texts are compared by the cosine of their terms, rare terms weighing more (the logarithm of the
/// inverse share of the texts that have them); clusters are joined by average similarity as long as
/// it reaches a threshold. A cluster is not a group of copies: its texts are different ones. Not
/// safe for use by several threads.
public final class EventClusters {

  /// Average similarity from which on two clusters tell of one event.
  private static final double ONE_EVENT = 0.22;

  /// Similarities below this are left out of account.
  private static final double LEAST_SIMILARITY = 0.02;

  /// Neighbours of a text that are kept, the most similar ones.
  private static final int MOST_NEIGHBOURS = 200;

  private final Weighing weighing;
  private final EventReader reader;
  private final List<Spoken> spoken = new ArrayList<>();
  private List<EventText> texts = List.of();

  /// @param names of things, found in either language
  public EventClusters(Lexicon lexicon, TagMatcher names) {
    this.reader = new EventReader(lexicon, () -> names);
    this.weighing = new Weighing(reader.shares());
  }

  /// Adds a text with its title; texts are numbered 0, 1, 2 ...
  public void add(String text) {
    Spoken one = reader.read(text);
    weighing.add(one);
    spoken.add(one);
    texts = List.of();
  }

  private List<EventText> texts() {
    if (texts.size() < spoken.size()) {
      texts = spoken.stream().map(weighing::weigh).toList();
    }
    return texts;
  }

  /// How much two texts tell of the same, 0 to 1: the root of the cosine, since readers see more
  /// steps at the lower end, where texts of one event in other words lie.
  public double similarity(int first, int second) {
    return Math.sqrt(Math.clamp(texts().get(first).likeness(texts().get(second)), 0, 1));
  }

  /// For each text the number of the first text of its cluster.
  public int[] clusters() {
    return Clusters.of(ONE_EVENT, similarities());
  }

  /// For each text its nearest neighbours with their similarities, found by the terms they share.
  private List<Map<Integer, Double>> similarities() {
    List<Map<Integer, Double>> nearest = new ArrayList<>();
    Postings terms = new Postings();
    Postings beyond = new Postings();
    for (int text = 0; text < texts().size(); text++) {
      EventText one = texts().get(text);
      Map<Integer, Double> sums = terms.sums(one.terms());
      int at = text;
      sums.keySet().removeIf(other -> texts().get(other).han() != one.han());
      sums.replaceAll((other, _) -> texts().get(other).likeness(one));
      beyond.sums(one.concepts()).keySet().stream()
          .filter(other -> texts().get(other).han() != one.han())
          .forEach(other -> sums.put(other, texts().get(other).likeness(texts().get(at))));
      terms.add(text, one.terms());
      beyond.add(text, one.concepts());
      nearest.add(new HashMap<>());
      for (Map.Entry<Integer, Double> neighbour : most(sums)) {
        nearest.get(text).put(neighbour.getKey(), neighbour.getValue());
        nearest.get(neighbour.getKey()).put(text, neighbour.getValue());
      }
    }
    return nearest;
  }

  /// Which texts have which terms.
  private static final class Postings {
    private final Map<Long, List<Posting>> postings = new HashMap<>();

    /// The cosine of each text that shares a term.
    Map<Integer, Double> sums(Vector vector) {
      Map<Integer, Double> sums = new HashMap<>();
      for (int i = 0; i < vector.size(); i++) {
        double weight = vector.weights()[i];
        for (Posting posting : postings.getOrDefault(vector.keys()[i], List.of())) {
          sums.merge(posting.text(), posting.weight() * weight, Double::sum);
        }
      }
      return sums;
    }

    void add(int text, Vector vector) {
      for (int i = 0; i < vector.size(); i++) {
        postings
            .computeIfAbsent(vector.keys()[i], _ -> new ArrayList<>())
            .add(new Posting(text, vector.weights()[i]));
      }
    }
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
}
