package dev.assay.lexicon;

import java.math.BigDecimal;

/// What a number counts or measures, in the one spelling that Assay writes.
///
/// @param code such as `t`, `%`, `USD`, `USD/kg`, `count`
/// @param kind units of one kind can be converted into each other: `mass`, `money USD`, `money
///   USD/mass`
/// @param factor how many of the kind's base unit one of this is, more than 0
public record Unit(String code, String kind, BigDecimal factor) {

  public Unit {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException(
          "factor of unit " + code + " must be more than 0, got " + factor);
    }
  }

  /// Whether an amount in this unit can be written in `other`.
  public boolean convertsTo(Unit other) {
    return kind.equals(other.kind);
  }

  /// Whether this is an amount of money, not a price per something.
  public boolean isMoney() {
    return kind.startsWith("money ") && kind.indexOf('/') < 0;
  }

  /// Whether this is a length of time.
  public boolean isDuration() {
    return kind.equals("calendar") || kind.equals("clock");
  }

  @Override
  public String toString() {
    return code;
  }
}
