package dev.assay.event;

import java.util.HashMap;
import java.util.Map;

/// Turns what a text speaks of into vectors: the less a term is used elsewhere, the more it weighs.
/// What is known beforehand counts as so many texts beside those of a batch. Not safe for use by
/// several threads while texts are added.
public final class Weighing {

  /// As many texts of a batch weigh as much as what is known beforehand.
  private static final double BEFOREHAND = 400;

  /// A term of half of all texts tells nothing of any.
  private static final double LEAST_TOLD = -Math.log(0.5);

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
    count(spoken.terms(), frequencies);
    count(spoken.concepts(), ofConcepts);
    texts++;
  }

  private static void count(Counts counts, Map<Long, Integer> known) {
    for (long key : counts.keys()) {
      known.merge(key, 1, Integer::sum);
    }
  }

  public EventText weigh(Spoken spoken) {
    return new EventText(
        weighted(spoken.terms(), frequencies).vector(MOST_TERMS),
        weighted(spoken.head(), frequencies).vector(MOST_TERMS),
        weighted(spoken.concepts(), ofConcepts).vector(MOST_CONCEPTS),
        spoken.facts(),
        spoken.wording(),
        spoken.han());
  }

  private WeightedTerms weighted(Counts counts, Map<Long, Integer> known) {
    double[] weights = new double[counts.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(counts.keys()[i], counts.values()[i], known);
    }
    return new WeightedTerms(counts.keys(), weights).telling();
  }

  private double weight(long term, float count, Map<Long, Integer> known) {
    double tells = texts == 0 ? shares.telling(term) : -Math.log(share(term, known));
    double often = count < 1 ? count : Math.sqrt(count);
    return tells > LEAST_TOLD ? often * tells : 0;
  }

  private double share(long term, Map<Long, Integer> known) {
    return (known.getOrDefault(term, 0) + BEFOREHAND * shares.of(term)) / (texts + BEFOREHAND);
  }
}
