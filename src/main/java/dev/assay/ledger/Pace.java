package dev.assay.ledger;

import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How near in time two figures of a property must be to be set against each other.
/// `lexicon/ledger/times.tsv`.
///
/// @param days for [Kind#SLOW] between the middles of the two times, less than this, and less than
///   half of it if both are stated: who names a year tells it from the next; for [Kind#LEVEL] and
///   [Kind#EVENT] at most this between their nearest ends, and none if two moments of a level are
///   stated; else 0
record Pace(Kind kind, int days) {

  /// What sort of time a property has.
  enum Kind {
    /// Holds for years.
    SLOW,
    /// Adds up over a stretch of time: figures of two stretches are two figures.
    FLOW,
    /// Has a value at every moment, which moves.
    LEVEL,
    /// Is so once and for all, and is told for some time.
    EVENT,
    /// Rises with the calendar, and the text does not say on which day: an age.
    DAY
  }

  /// A longer time is no moment of a [Kind#LEVEL].
  static final int LONGEST_MOMENT = 31;

  private static final int LONGEST_YEAR = 366;

  /// The paces by name, `tariff` or `amount/calendar`.
  static final class Table {

    private final Map<String, Pace> byName;

    private Table(Map<String, Pace> byName) {
      this.byName = byName;
    }

    static Table of(Lexicon lexicon) {
      Map<String, Pace> paces = new HashMap<>();
      for (LexiconFile.Row row : lexicon.table("ledger/times.tsv").rows()) {
        Kind kind = Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
        paces.put(row.cell(0), new Pace(kind, Integer.parseInt(row.cell(2))));
      }
      for (Property property : Property.values()) {
        if (!paces.containsKey(property.word())) {
          throw new IllegalArgumentException(
              "ledger/times.tsv must have a row for " + property.word());
        }
      }
      return new Table(Map.copyOf(paces));
    }

    /// The pace of figures of `property` in units of `family`.
    Pace of(Property property, String family) {
      Pace any = Objects.requireNonNull(byName.get(property.word()));
      return byName.getOrDefault(property.word() + "/" + family, any);
    }
  }

  /// Whether a figure is so at one time and not at another; what is an event stays so.
  boolean isOfSomeTime() {
    return kind != Kind.EVENT;
  }

  /// Whether two figures are of times that fit. A time that is not known fits any: whether it may
  /// be unknown is for the rules to say.
  boolean fits(Period one, Period other) {
    if (!one.isKnown() || !other.isKnown()) {
      return true;
    }
    return switch (kind) {
      case SLOW -> slow(one, other);
      case FLOW -> flows(one, other);
      case LEVEL -> levels(one, other);
      case EVENT -> one.gap(other) <= days;
      case DAY -> one.days() == 1 && isSame(one, other);
    };
  }

  private static boolean bothStated(Period one, Period other) {
    return one.stated() && other.stated();
  }

  /// What is so over several years is not set against what is so in one of them.
  private boolean slow(Period one, Period other) {
    boolean years = one.days() > LONGEST_YEAR || other.days() > LONGEST_YEAR;
    return years
        ? isSame(one, other)
        : one.doubleDistance(other) < (bothStated(one, other) ? 1L : 2L) * days;
  }

  private static boolean isSame(Period one, Period other) {
    return one.doubleDistance(other) == 0 && one.days() == other.days();
  }

  /// A figure without a time is one for the year in which it was published.
  private static boolean flows(Period one, Period other) {
    if (bothStated(one, other)) {
      return isSame(one, other);
    }
    boolean longEnough = isWholeYear(one) && isWholeYear(other);
    return longEnough && one.year() == other.year() && one.year() > 0;
  }

  private static boolean isWholeYear(Period period) {
    return !period.stated() || period.days() >= 365;
  }

  private boolean levels(Period one, Period other) {
    boolean moments = one.days() <= LONGEST_MOMENT && other.days() <= LONGEST_MOMENT;
    return moments ? one.gap(other) <= (bothStated(one, other) ? 0 : days) : isSame(one, other);
  }
}
