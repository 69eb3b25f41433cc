package dev.assay.event;

import dev.assay.event.Facts.Kind;
import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How likely it is that two texts tell of one happening, by what was learned from texts of which a
/// person said so: `lexicon/event-weights.tsv`, trained by `OneEventTraining`. Immutable; safe for
/// use by many threads.
public final class OneEvent {

  /// Two texts from here on rather tell of one event than of two.
  public static final double LIKELY = 0.4;

  /// Shorter texts have by chance as much in common as those of so many terms, or facts.
  private static final int FEW_TERMS = 40;

  /// Each two characters are a term: a Chinese text has some three where an English one has one.
  private static final int FEW_HAN_TERMS = 120;

  private static final int FEW_FACTS = 20;

  /// Of a Chinese text some three words, such as a name of four characters.
  private static final int GIST_TERMS = 6;

  /// A figure of two digits tells as much; a day and most names tell more.
  private static final double LEAST_ALIKE = 1.5;

  /// What can be seen of two texts.
  sealed interface Sign permits Within, Across {
    double of(EventText one, EventText other);
  }

  /// What can be seen of two texts of one language.
  enum Within implements Sign {
    /// What their words have in common; the root of it, since texts on one happening in words of
    /// their own have little.
    TERMS,
    /// What their names, figures and days have in common.
    CONCEPTS,
    /// What they begin with.
    HEAD,
    /// How much the figures tell that both have.
    FIGURES,
    /// What share of what their names tell both have.
    NAMES,
    /// How much of the gist of each, the terms that tell most, the other has: notices of one form
    /// on two things have all else in common.
    GIST,
    /// How much of the form of both is filled in otherwise.
    FORM,
    /// How many days lie between them.
    APART,
    /// The length of the longer one: long texts have much in common, whatever they tell.
    LENGTH,
    /// Nothing: what holds of any two.
    ANY;

    @Override
    public double of(EventText one, EventText other) {
      return switch (this) {
        case TERMS -> Math.sqrt(Math.max(0, one.terms().cosine(other.terms())));
        case CONCEPTS -> one.concepts().cosine(other.concepts());
        case HEAD -> one.head().cosine(other.head());
        case FIGURES -> figures(one, other);
        case NAMES -> one.facts().common(other.facts(), Kind.NAME);
        case GIST ->
            Math.min(
                one.terms().shared(other.terms(), GIST_TERMS),
                other.terms().shared(one.terms(), GIST_TERMS));
        case FORM -> Math.sqrt(one.wording().filledAnew(other.wording()));
        case APART -> one.facts().daysApart(other.facts());
        case LENGTH ->
            longer(one.han() ? FEW_HAN_TERMS : FEW_TERMS, one.terms().size(), other.terms().size());
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
        case FIGURES -> figures(one, other);
        case DAY -> one.facts().shared(other.facts(), Kind.DAY) > 0 ? 1 : 0;
        case NAMES -> Math.log1p(one.facts().shared(other.facts(), Kind.NAME));
        case APART -> one.facts().daysApart(other.facts());
        case LENGTH ->
            longer(FEW_FACTS, one.facts().telling().size(), other.facts().telling().size());
        case ANY -> 1;
      };
    }
  }

  private static double figures(EventText one, EventText other) {
    return Math.log1p(one.facts().shared(other.facts(), Kind.FIGURE));
  }

  private static double longer(int few, int one, int other) {
    return Math.log(Math.max(few, Math.max(one, other)));
  }

  /// The languages of two texts: what their words have in common tells more of Chinese texts, which
  /// have more words in common with every other.
  enum Pair {
    EN,
    ZH,
    TWO;

    /// What is looked at in such texts. Of labelled English news fewer are grouped right where
    /// their names are counted by themselves; of Chinese texts concepts and head tell nothing that
    /// the gist does not.
    Sign[] signs() {
      return switch (this) {
        case EN -> without(Within.NAMES, Within.GIST);
        case ZH -> without(Within.CONCEPTS, Within.HEAD);
        case TWO -> Across.values();
      };
    }

    private static Sign[] without(Within one, Within other) {
      return EnumSet.complementOf(EnumSet.of(one, other)).toArray(Sign[]::new);
    }

    static Pair of(EventText one, EventText other) {
      if (one.han() != other.han()) {
        return TWO;
      }
      return one.han() ? ZH : EN;
    }
  }

  private final Map<Pair, Map<Sign, Double>> weights = new EnumMap<>(Pair.class);

  public OneEvent(Lexicon lexicon) {
    for (var row : lexicon.table("event-weights.tsv").rows()) {
      Pair pair = Pair.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
      String name = row.cell(1).toUpperCase(Locale.ROOT);
      Sign sign = pair == Pair.TWO ? Across.valueOf(name) : Within.valueOf(name);
      weights
          .computeIfAbsent(pair, _ -> new LinkedHashMap<>())
          .put(sign, Double.parseDouble(row.cell(2)));
    }
  }

  /// @param learned a weight for each sign that is looked at
  OneEvent(Map<Pair, Map<Sign, Double>> learned) {
    weights.putAll(learned);
  }

  /// 0 to 1. Texts of two languages that state next to nothing alike are not of one event, whatever
  /// they both speak of.
  public double chance(EventText one, EventText other) {
    Pair pair = Pair.of(one, other);
    if (pair == Pair.TWO) {
      double alike =
          Arrays.stream(Kind.values())
              .mapToDouble(kind -> one.facts().shared(other.facts(), kind))
              .sum();
      if (alike < LEAST_ALIKE) {
        return 0;
      }
    }
    double sum =
        weights.getOrDefault(pair, Map.of()).entrySet().stream()
            .mapToDouble(weight -> weight.getValue() * weight.getKey().of(one, other))
            .sum();
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
