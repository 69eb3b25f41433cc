package dev.assay.brief.vet;

/// A number or time of a text, `[start, end)`.
///
/// @param kind what it measures; numbers of other kinds are never taken for one another
/// @param key the same for the same value of the same kind
/// @param value the same for the same value of any kind
record Figure(int start, int end, String kind, long key, long value) {

  static final String TIME = "time";
  static final String COUNT = "count";

  /// Whether `other` is the same number, of the same kind or of none that is told.
  boolean hasValueOf(Figure other) {
    return kind.equals(other.kind)
        ? key == other.key
        : value == other.value && (kind.equals(COUNT) || other.kind.equals(COUNT));
  }
}
