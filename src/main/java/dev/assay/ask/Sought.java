package dev.assay.ask;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.ask.Answer.Reason;
import java.util.Set;

/// What must stand in an answer, as far as a sentence shows that it does: how much is told by no
/// sentence without an amount, however many words of the question it has.
enum Sought {
  /// So much of a thing: tonnes, hectares, or what it is worth.
  AMOUNT(Reason.NO_AMOUNT),
  /// A sum of money.
  SUM(Reason.NO_SUM),
  PRICE(Reason.NO_PRICE),
  /// A part of a whole.
  SHARE(Reason.NO_SHARE),
  /// A length of time.
  SPAN(Reason.NO_SPAN),
  /// Any other number.
  FIGURE(Reason.NO_FIGURE),
  DATE(Reason.NO_DATE),
  /// Somebody, a company, a body, a country.
  NAME(Reason.NO_NAME),
  PLACE(Reason.NO_PLACE),
  /// A reason, a way, a list, what something is: it shows by no sign.
  ANYTHING(Reason.WEAK);

  /// By what a rise or a part of a whole is told, as well as by so much of it.
  static final Set<UnitFamily> PARTS = Set.of(UnitFamily.PART, UnitFamily.POINTS, UnitFamily.TIMES);

  static final Set<UnitFamily> MONEY = Set.of(UnitFamily.MONEY, UnitFamily.RATE);

  private final Reason without;

  Sought(Reason without) {
    this.without = without;
  }

  /// Why there is no answer where it stands nowhere.
  Reason without() {
    return without;
  }

  /// Whether a sentence shows for sure that it has none. A name is not always read as one.
  boolean shows() {
    return this != NAME && this != ANYTHING;
  }

  boolean isFigure() {
    return switch (this) {
      case AMOUNT, SUM, PRICE, SHARE, SPAN, FIGURE -> true;
      case DATE, NAME, PLACE, ANYTHING -> false;
    };
  }

  /// What a question of this kind seeks.
  ///
  /// @param properties what a figure that is asked for measures
  /// @param families the units that it can have; empty if any
  static Sought of(AskedKind kind, Set<Property> properties, Set<UnitFamily> families) {
    return switch (kind) {
      case FIGURE -> figure(properties, families);
      case DATE -> DATE;
      case WHO -> NAME;
      case WHERE -> PLACE;
      case LIST, WHY, HOW, DEFINITION, SUMMARY, COMPARE, WHETHER, OTHER -> ANYTHING;
    };
  }

  private static Sought figure(Set<Property> properties, Set<UnitFamily> families) {
    if (families.isEmpty()) {
      return FIGURE;
    }
    if (PARTS.containsAll(families)) {
      return SHARE;
    }
    if (MONEY.containsAll(families)) {
      return properties.contains(Property.PRICE) ? PRICE : SUM;
    }
    return families.equals(Set.of(UnitFamily.SPAN))
        ? SPAN
        : families.contains(UnitFamily.MASS) ? AMOUNT : FIGURE;
  }
}
