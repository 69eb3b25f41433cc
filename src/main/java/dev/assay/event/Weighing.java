package dev.assay.event;

import java.util.Arrays;
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
    WeightedTerms terms = weighted(spoken.terms(), frequencies);
    return new EventText(
        terms.vector(MOST_TERMS),
        terms.only(spoken.head()).vector(MOST_TERMS),
        weighted(spoken.concepts(), ofConcepts).vector(MOST_CONCEPTS),
        spoken.facts(),
        spoken.han());
  }

  private WeightedTerms weighted(Map<Long, Float> counts, Map<Long, Integer> known) {
    long[] terms = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    double[] weights =
        Arrays.stream(terms)
            .mapToDouble(term -> weight(term, counts.getOrDefault(term, 0f), known))
            .toArray();
    return new WeightedTerms(terms, weights).telling();
  }

  private double weight(long term, float count, Map<Long, Integer> known) {
    double share = share(term, known);
    double often = count < 1 ? count : Math.sqrt(count);
    return share < MOST_COMMON ? often * Math.max(LEAST, -Math.log(share)) : 0;
  }

  private double share(long term, Map<Long, Integer> known) {
    int here = known.isEmpty() ? 0 : known.getOrDefault(term, 0);
    return (here + BEFOREHAND * shares.of(term)) / (texts + BEFOREHAND);
  }
}
