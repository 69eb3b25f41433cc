package dev.assay.check;

import org.jspecify.annotations.Nullable;

/// Of what time a number is, as far as its text tells.
///
/// @param year 0 if it is not known
/// @param told a year, quarter or month told from elsewhere (`year -1` for last year), or null
/// @param from its first month, 0 if not told
/// @param to its last month, 0 if not told
/// @param day its day, 0 if not told
/// @param length how many months long it is, 0 if not told
/// @param own whether the time stands with the number itself, and is not that of a number before
record Period(int year, @Nullable String told, int from, int to, int day, int length, boolean own) {

  static final Period NONE = new Period(0, null, 0, 0, 0, 0, false);

  private static final int MONTHS_OF_YEAR = 12;
  private static final String THIS_YEAR = "year 0";

  boolean isTold() {
    return hasYear() || hasPart();
  }

  /// Whether both tell of the same part of a year, and only `other` of which year, from elsewhere:
  /// 三季度 and 去年同期.
  boolean isTheSameOfOther(Period other) {
    boolean elsewhere = other.told != null && !other.told.equals(THIS_YEAR);
    return !hasYear() && elsewhere && hasPart() && isSamePart(other);
  }

  private boolean hasYear() {
    return year > 0 || told != null;
  }

  private boolean hasPart() {
    return from > 0 || length > 0;
  }

  /// Whether both tell their time, and not the same one.
  boolean differs(Period other) {
    return differsInYear(other) || differsInPart(other);
  }

  /// The same, if a year told without a part of it is all of that year.
  boolean differsAsWhole(Period other) {
    return differs(other) || isPartOf(other) || other.isPartOf(this);
  }

  private boolean isPartOf(Period whole) {
    boolean part = hasPart() && months() < MONTHS_OF_YEAR;
    return part && whole.hasYear() && !whole.hasPart();
  }

  /// Whether `other` tells all that this tells, and the same.
  boolean isThatOf(Period other) {
    boolean year = !hasYear() || isSameYear(other);
    boolean part = hasPart() ? isSamePart(other) : !other.isPartOf(this);
    return isTold() && year && part;
  }

  private boolean isSameYear(Period other) {
    return year > 0 && other.year > 0
        ? year == other.year
        : told != null && told.equals(other.told);
  }

  private boolean differsInYear(Period other) {
    if (year > 0 && other.year > 0) {
      return year != other.year;
    }
    return year == 0
        && other.year == 0
        && told != null
        && other.told != null
        && !told.equals(other.told)
        && unit(told).equals(unit(other.told));
  }

  private static String unit(String told) {
    return told.substring(0, told.indexOf(' '));
  }

  private boolean isSamePart(Period other) {
    return other.hasPart() && !differsInPart(other);
  }

  private boolean differsInPart(Period other) {
    if (!hasPart() || !other.hasPart()) {
      return false;
    }
    if (from == 0 || other.from == 0) {
      return months() != other.months();
    }
    boolean days = day > 0 && other.day > 0 && day != other.day;
    return from != other.from || to != other.to || days;
  }

  private int months() {
    return from > 0 ? to - from + 1 : length;
  }
}
