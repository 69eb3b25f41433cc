package dev.assay.analyze.quantity;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a text does with a figure behind which it does not stand as a fact.
public enum Mood {
  /// It asks for it.
  ASKS(false),
  /// It repeats it of others whom it does not name.
  RUMOUR(false),
  /// It is to be.
  PLANNED(true),
  /// It should be.
  GOAL(true),
  /// It may be at most.
  LIMIT(true),
  /// It is thought to be.
  EXPECTED(true),
  /// It would be, if something were.
  IF(true),
  /// It is of several together.
  TOGETHER(true);

  /// Whether figures of it are of a kind of their own, and held against each other.
  private final boolean ofItsOwn;

  Mood(boolean ofItsOwn) {
    this.ofItsOwn = ofItsOwn;
  }

  public boolean isOfItsOwn() {
    return ofItsOwn;
  }

  /// Whether it tells of what is not so yet.
  boolean isAhead() {
    return switch (this) {
      case PLANNED, GOAL, EXPECTED, IF -> true;
      case ASKS, RUMOUR, LIMIT, TOGETHER -> false;
    };
  }

  /// Whether a part of a scope with this id tells that a figure is of a kind of its own.
  public static boolean isTold(@Nullable String id) {
    return Arrays.stream(values()).anyMatch(mood -> mood.isOfItsOwn() && mood.id().equals(id));
  }

  /// The id that it has as a part of a scope.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
