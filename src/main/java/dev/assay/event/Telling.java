package dev.assay.event;

import dev.assay.event.TellingSigns.Sign;
import dev.assay.lexicon.Lexicon;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// How much speaks for a sentence's telling what happened on its day: the weights of a logistic
/// model, learned by `TellingTraining` (`lexicon/event-telling.tsv`). Immutable.
final class Telling {

  /// A weight is that of the model in so many parts, rounded: 0 is a chance of one half.
  static final int PARTS = 10;

  /// A sentence with less weight is not kept: it more likely tells no happening.
  static final int LEAST = 0;

  private final Map<Sign, Double> weights = new EnumMap<>(Sign.class);

  Telling(Lexicon lexicon) {
    for (var row : lexicon.table("event-telling.tsv").rows()) {
      weights.put(
          Sign.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), Double.parseDouble(row.cell(1)));
    }
  }

  Telling(Map<Sign, Double> learned) {
    weights.putAll(learned);
  }

  /// @param signs as [TellingSigns#of] gives them
  int weight(double[] signs) {
    double sum = 0;
    Sign[] all = Sign.values();
    for (int i = 0; i < all.length; i++) {
      sum += weights.getOrDefault(all[i], 0.0) * signs[i];
    }
    return (int) Math.round(PARTS * sum);
  }
}
