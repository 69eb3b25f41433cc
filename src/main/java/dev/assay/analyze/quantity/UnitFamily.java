package dev.assay.analyze.quantity;

import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.util.Locale;

/// Units that name the same sort of thing: what a word like "tariff" or 产量 can be followed by.
public enum UnitFamily {
  /// A part of a whole: percent, a half.
  PART,
  /// Percentage points.
  POINTS,
  TIMES,
  MASS,
  MONEY,
  /// Money for each something: USD/kg, USD/month.
  RATE,
  /// A length of time.
  SPAN,
  COUNT,
  RANK,
  OTHER;

  public static UnitFamily of(Unit unit) {
    return switch (unit.code()) {
      case "%" -> PART;
      case "pp" -> POINTS;
      case "times" -> TIMES;
      case "count" -> COUNT;
      case "rank" -> RANK;
      case String _ -> ofKind(unit);
    };
  }

  private static UnitFamily ofKind(Unit unit) {
    if (unit.isMoney()) {
      return MONEY;
    }
    if (unit.isDuration()) {
      return SPAN;
    }
    if (unit.equals(Units.SCORE) || unit.equals(Units.ORDINAL)) {
      return OTHER;
    }
    boolean rate = unit.kind().startsWith("money ");
    return rate ? RATE : unit.kind().equals("mass") ? MASS : OTHER;
  }

  /// The family that the lexicon calls `word`.
  public static UnitFamily named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
