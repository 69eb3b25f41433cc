package dev.assay.event;

import dev.assay.event.Facts.Kind;
import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How likely it is that two texts tell of one happening, by what was learned from texts of which a
/// person said so: `lexicon/event-weights.tsv`, trained by `OneEventTraining` and, for texts of two
/// languages, `AcrossTraining`. Immutable; safe for use by many threads.
public final class OneEvent {

  /// Two texts from here on rather tell of one event than of two.
  public static final double LIKELY = 0.4;

  /// Shorter texts have by chance as much in common as those of so many terms, or facts.
  private static final int FEW_TERMS = 40;

  private static final int FEW_FACTS = 20;

  /// A figure of two digits tells as much; a day and most names tell more.
  private static final double LEAST_ALIKE = 1.5;

  /// What can be seen of two texts.
  sealed interface Sign permits Within, Across {
    double of(EventText one, EventText other);
  }

  /// What can be seen of two texts of one language.
  enum Within implements Sign {
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

    @Override
    public double of(EventText one, EventText other) {
      return switch (this) {
        case TERMS -> one.terms().cosine(other.terms());
        case CONCEPTS -> one.concepts().cosine(other.concepts());
        case HEAD -> one.head().cosine(other.head());
        case LENGTH -> longer(FEW_TERMS, one.terms().size(), other.terms().size());
        case ANY -> 1;
      };
    }
  }

  /// What can be seen of two texts of two languages.
  enum Across implements Sign {
    /// What they speak of.
    CONCEPTS,
    /// How much the figures tell that both have.
    FIGURES,
    /// Whether something happened on one day by both.
    DAY,
    /// How much the names tell that sound alike in both.
    NAMES,
    /// How many days lie between them.
    APART,
    /// How many facts the longer one has.
    LENGTH,
    /// Nothing: what holds of any two.
    ANY;

    @Override
    public double of(EventText one, EventText other) {
      return switch (this) {
        case CONCEPTS -> one.concepts().cosine(other.concepts());
        case FIGURES -> Math.log1p(one.facts().shared(other.facts(), Kind.FIGURE));
        case DAY -> one.facts().shared(other.facts(), Kind.DAY) > 0 ? 1 : 0;
        case NAMES -> Math.log1p(one.facts().shared(other.facts(), Kind.NAME));
        case APART -> one.facts().daysApart(other.facts());
        case LENGTH ->
            longer(FEW_FACTS, one.facts().telling().size(), other.facts().telling().size());
        case ANY -> 1;
      };
    }
  }

  private static double longer(int few, int one, int other) {
    return Math.log(Math.max(few, Math.max(one, other)));
  }

  private final Map<Sign, Double> weights = new LinkedHashMap<>();

  public OneEvent(Lexicon lexicon) {
    for (var row : lexicon.table("event-weights.tsv").rows()) {
      weights.put(sign(row.cell(0), row.cell(1)), Double.parseDouble(row.cell(2)));
    }
  }

  /// @param weights one for each sign that is looked at
  OneEvent(Map<? extends Sign, Double> weights) {
    this.weights.putAll(weights);
  }

  private static Sign sign(String languages, String sign) {
    String name = sign.toUpperCase(Locale.ROOT);
    return switch (languages) {
      case "one" -> Within.valueOf(name);
      case "two" -> Across.valueOf(name);
      default ->
          throw new IllegalArgumentException(
              "event-weights.tsv: texts must be of one or two languages, got " + languages);
    };
  }

  /// 0 to 1. Texts of two languages that state next to nothing alike are not of one event, whatever
  /// they both speak of.
  public double chance(EventText one, EventText other) {
    if (one.han() == other.han()) {
      return chance(Within.values(), one, other);
    }
    double alike =
        Arrays.stream(Kind.values())
            .mapToDouble(kind -> one.facts().shared(other.facts(), kind))
            .sum();
    return alike < LEAST_ALIKE ? 0 : chance(Across.values(), one, other);
  }

  private double chance(Sign[] signs, EventText one, EventText other) {
    double sum =
        Arrays.stream(signs)
            .mapToDouble(sign -> weights.getOrDefault(sign, 0.0) * sign.of(one, other))
            .sum();
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
