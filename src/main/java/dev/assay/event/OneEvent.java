package dev.assay.event;

import dev.assay.lexicon.Lexicon;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// How likely it is that two texts tell of one happening, by what was learned from texts of which a
/// person said so: `lexicon/event-weights.tsv`, trained by `OneEventTraining`. Immutable; safe for
/// use by many threads.
public final class OneEvent {

  /// Two texts from here on rather tell of one event than of two.
  public static final double LIKELY = 0.4;

  /// Shorter texts have by chance as much in common as those of so many terms.
  private static final int FEW_TERMS = 40;

  /// What can be seen of two texts of one language.
  enum Sign {
    /// What their words have in common.
    TERMS,
    /// What their names, figures and days have in common.
    CONCEPTS,
    /// What they begin with.
    HEAD,
    /// The length of the longer one: long texts have much in common, whatever they tell.
    LENGTH,
    /// Nothing: what holds of any two.
    ANY;

    double of(EventText one, EventText other) {
      return switch (this) {
        case TERMS -> one.terms().cosine(other.terms());
        case CONCEPTS -> one.concepts().cosine(other.concepts());
        case HEAD -> one.head().cosine(other.head());
        case LENGTH ->
            Math.log(Math.max(FEW_TERMS, Math.max(one.terms().size(), other.terms().size())));
        case ANY -> 1;
      };
    }
  }

  private final Map<Sign, Double> weights = new EnumMap<>(Sign.class);

  public OneEvent(Lexicon lexicon) {
    for (var row : lexicon.table("event-weights.tsv").rows()) {
      weights.put(
          Sign.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), Double.parseDouble(row.cell(1)));
    }
  }

  /// @param weights one for each sign
  OneEvent(Map<Sign, Double> weights) {
    this.weights.putAll(weights);
  }

  /// 0 to 1. Texts of two languages have only concepts in common, by whose likeness they are told
  /// apart.
  public double chance(EventText one, EventText other) {
    if (one.han() != other.han()) {
      return Math.clamp(Sign.CONCEPTS.of(one, other), 0, 1);
    }
    double sum = 0;
    for (Map.Entry<Sign, Double> weight : weights.entrySet()) {
      sum += weight.getValue() * weight.getKey().of(one, other);
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
