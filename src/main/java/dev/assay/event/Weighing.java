package dev.assay.event;

import java.util.HashMap;
import java.util.Map;

/// Turns what a text speaks of into vectors: the less a term is used elsewhere, the more it weighs.
/// What is known beforehand counts as so many texts beside those of a batch. Not safe for use by
/// several threads while texts are added.
public final class Weighing {

  /// As many texts of a batch weigh as much as what is known beforehand.
  private static final double BEFOREHAND = 400;

  /// A term of more texts than this share tells nothing of any.
  private static final double MOST_COMMON = 0.5;

  private static final double LEAST = 0.05;
  private static final int MOST_TERMS = 400;
  private static final int MOST_CONCEPTS = 160;

  private final TermShares shares;
  private final Map<Long, Integer> frequencies = new HashMap<>();
  private final Map<Long, Integer> ofConcepts = new HashMap<>();
  private int texts;

  Weighing(TermShares shares) {
    this.shares = shares;
  }

  /// Counts one more text.
  public void add(Spoken spoken) {
    spoken.terms().keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum));
    spoken.concepts().keySet().forEach(concept -> ofConcepts.merge(concept, 1, Integer::sum));
    texts++;
  }

  public EventText weigh(Spoken spoken) {
    return new EventText(
        vector(spoken.terms(), frequencies, MOST_TERMS),
        vector(head(spoken), frequencies, MOST_TERMS),
        vector(spoken.concepts(), ofConcepts, MOST_CONCEPTS),
        spoken.facts(),
        spoken.han());
  }

  private static Map<Long, Float> head(Spoken spoken) {
    Map<Long, Float> head = new HashMap<>(spoken.terms());
    head.keySet().retainAll(spoken.head());
    return head;
  }

  private Vector vector(Map<Long, Float> counts, Map<Long, Integer> known, int most) {
    Map<Long, Double> weights = new HashMap<>();
    counts.forEach(
        (term, count) -> {
          double share = share(term, known);
          if (share < MOST_COMMON) {
            double often = count < 1 ? count : Math.sqrt(count);
            weights.put(term, often * Math.max(LEAST, -Math.log(share)));
          }
        });
    return Vector.of(weights, most);
  }

  private double share(long term, Map<Long, Integer> known) {
    return (known.getOrDefault(term, 0) + BEFOREHAND * shares.of(term)) / (texts + BEFOREHAND);
  }
}
