package dev.assay.event.figure;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.cite.Span;
import dev.assay.ledger.Interval;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// A figure of a report, with what tells of what it is.
///
/// @param paragraph its number, from 1
/// @param sentence where its sentence stands in the paragraph
/// @param place the number of its sentence in the report, from 0
/// @param range what its words allow, in the base unit of its kind
/// @param measure the sign by which Chinese counts, 列 of 36列; empty if it has none
/// @param years the years that its sentence names
/// @param words what stands around it
/// @param beside the other figures of its sentence, as they compare
record StatedFigure(
    int paragraph,
    Span sentence,
    int place,
    Quantity quantity,
    Interval range,
    String measure,
    Basis basis,
    Set<Integer> years,
    Map<Window, Set<String>> words,
    Set<String> beside) {

  /// How far what is open may be from a number that is meant, as a part of the larger.
  private static final double FAR = 0.5;

  /// A stretch around a figure. Its words are in their base forms, with their classes and with keys
  /// that are the same in Chinese and English.
  enum Window {
    BEFORE,
    BEHIND,
    NEAR,
    CLAUSE,
    SENTENCE
  }

  Set<String> words(Window window) {
    return words.getOrDefault(window, Set.of());
  }

  /// Whether both can be one number.
  boolean isLike(StatedFigure other) {
    return !range.isApartFrom(other.range);
  }

  /// Whether both can be one number, and not only because one is open: "at least 11" can be 212.
  boolean isClose(StatedFigure other) {
    double here = end(range);
    double there = end(other.range);
    return isLike(other)
        && (!isOpen(range) && !isOpen(other.range)
            || Math.abs(here - there) <= FAR * Math.max(Math.abs(here), Math.abs(there)));
  }

  private static boolean isOpen(Interval range) {
    return range.low() == null || range.high() == null;
  }

  /// What a range begins with, or ends with if it has no beginning.
  private static double end(Interval range) {
    BigDecimal end = range.low() == null ? range.high() : range.low();
    return end == null ? 0 : end.doubleValue();
  }

  /// Whether both are the same number of the same unit, with the same bounds.
  boolean isSame(StatedFigure other) {
    return isOfKind(other) && range.equals(other.range);
  }

  boolean isOfKind(StatedFigure other) {
    return quantity.unit().convertsTo(other.quantity.unit());
  }
}
