package dev.assay.ledger;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.time.TimeExpression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// One figure in an entry, with everything that rests on the same text.
///
/// @param evidence the first to print it
/// @param copies the same figure in copies of the same text, by time; they count for nothing more
/// @param figure what the words allow, in the unit of the entry or, if that cannot be, in their own
/// @param period the time the figure holds for, as the ledger reads it
/// @param standing whether it is compared
public record Row(
    Evidence evidence, List<Evidence> copies, Figure figure, Period period, RowStanding standing) {

  public Row {
    copies = List.copyOf(copies);
  }

  Row standing(RowStanding changed) {
    return new Row(evidence, copies, figure, period, changed);
  }

  /// Whether its text, or somebody whom it names, stands behind it, and no reader took it back.
  boolean isTold() {
    return switch (standing) {
      case RowStanding.Withdrawn() -> false;
      case RowStanding.NotCompared(Mismatch why) ->
          !(why instanceof Mismatch.Asked || why instanceof Mismatch.Rumour);
      case RowStanding.Compared _ -> true;
    };
  }

  /// Whether its time was over when it was told.
  boolean isOver() {
    LocalDate day = evidence.day();
    LocalDate last = period.last();
    return day != null && last != null && last.isBefore(day);
  }

  /// What the words of a figure allow.
  public sealed interface Figure {

    /// A number.
    ///
    /// @param unit code of the unit of `interval` and of `mark`
    /// @param drawn the same, with an end for a plot where it has none
    /// @param mark the number as written, where a plot puts its mark; of a stretch its middle
    record Number(
        Interval interval, Interval drawn, BigDecimal mark, String unit, Modifier modifier)
        implements Figure {}

    /// A day, a month, a year; has no width.
    record Moment(TimeExpression time) implements Figure {}
  }
}
