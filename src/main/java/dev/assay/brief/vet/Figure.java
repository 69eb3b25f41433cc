package dev.assay.brief.vet;

/// A number, time or name of a text, `[start, end)`.
///
/// @param kind what it measures or names; those of other kinds are never taken for one another
/// @param key the same for the same value of the same kind
/// @param value the same for the same value of any kind
/// @param bound 1 if it is said to be more than that, -1 if less, else 0
/// @param size of one number that counts things, and no lots, points or times; not a number of
///   anything else
record Figure(int start, int end, String kind, long key, long value, int bound, double size) {

  Figure(int start, int end, String kind, long key, long value, int bound) {
    this(start, end, kind, key, value, bound, Double.NaN);
  }

  static final String TIME = "time";
  static final String COUNT = "count";

  /// An hour without its day: no day is taken for it.
  static final String CLOCK = "time of day";

  /// A day whose month stands before another day: the 7 and the 9 of *June 6, 7 and 9*.
  static final String LISTED_DAY = "listed day";

  boolean isTime() {
    return kind.equals(TIME) || kind.equals(CLOCK) || kind.equals(LISTED_DAY);
  }

  /// Whether both are one day, of which one stands in a list.
  boolean isListedDayOf(Figure other) {
    boolean listed = kind.equals(LISTED_DAY) || other.kind.equals(LISTED_DAY);
    return listed && isTime() && other.isTime() && value == other.value;
  }

  /// Whether `other` is the same number, of the same kind or of none that is told.
  boolean hasValueOf(Figure other) {
    return kind.equals(other.kind)
        ? key == other.key
        : value == other.value && (kind.equals(COUNT) || other.kind.equals(COUNT));
  }

  /// Whether one is said to be less than what the other is more than.
  boolean contradicts(Figure other) {
    return bound * other.bound < 0;
  }
}
