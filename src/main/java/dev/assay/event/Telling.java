package dev.assay.event;

import dev.assay.lexicon.Lexicon;
import java.util.Map;
import java.util.stream.Collectors;

/// How much speaks for a sentence's telling what happened on its day: the weights of a logistic
/// model, learned by `TellingTraining` (`lexicon/event-telling.tsv`). Immutable.
final class Telling {

  /// A weight is that of the model in so many parts, rounded: 0 is a chance of one half.
  static final int PARTS = 10;

  /// A sentence with less weight is not kept: it more likely tells no happening.
  static final int LEAST = 0;

  private final Map<String, Double> weights;

  Telling(Lexicon lexicon) {
    this(
        lexicon.table("event-telling.tsv").rows().stream()
            .collect(Collectors.toMap(row -> row.cell(0), row -> Double.parseDouble(row.cell(1)))));
  }

  /// @param learned how much each sign weighs, by its name
  Telling(Map<String, Double> learned) {
    this.weights = Map.copyOf(learned);
  }

  /// @param signs as [TellingSigns#of] gives them
  int weight(Map<String, Double> signs) {
    double sum = 0;
    for (var sign : signs.entrySet()) {
      sum += weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
    }
    return (int) Math.round(PARTS * sum);
  }
}
