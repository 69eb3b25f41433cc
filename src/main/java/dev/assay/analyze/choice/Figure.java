package dev.assay.analyze.choice;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.lexicon.Unit;
import java.math.BigDecimal;

/// A figure of a text that is read for claims.
///
/// @param word the number of the word that it is, in its [WordedText]
record Figure(int word, Quantity quantity) {

  /// What kind of figure it is: its unit's kind, as features tell it apart.
  String family() {
    Unit unit = quantity.unit();
    return switch (unit.code()) {
      case "%", "pp", "count", "times", "rank", "points" -> unit.code();
      case String _ when unit.isMoney() -> "money";
      case String _ when unit.isDuration() -> "span";
      case String _ when unit.kind().startsWith("money ") -> "rate";
      case String _ ->
          unit.kind().equals("mass") || unit.kind().equals("length") ? unit.kind() : "other";
    };
  }

  String unit() {
    return quantity.unit().code();
  }

  /// A number that stands for its size: the least it can be, else the most.
  double size() {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    return low != null ? low.doubleValue() : high == null ? 0 : high.doubleValue();
  }
}
