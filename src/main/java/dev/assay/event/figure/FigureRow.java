package dev.assay.event.figure;

import dev.assay.article.ArticleId;
import dev.assay.cite.Span;
import dev.assay.ledger.Interval;
import java.util.List;

/// One quantity as several reports state it.
///
/// @param sides the figures, at most one of a report, in the order of the reports
/// @param differ whether they cannot all be the number of one thing at one time
public record FigureRow(List<Side> sides, boolean differ) {

  public FigureRow {
    sides = List.copyOf(sides);
  }

  /// The figure of one report.
  ///
  /// @param paragraph its number, from 1
  /// @param sentence where its sentence stands in the paragraph
  /// @param figure where it stands in the paragraph, with its unit and what limits it
  /// @param written the words there
  /// @param range what they allow, in the base unit of its kind
  public record Side(
      ArticleId report, int paragraph, Span sentence, Span figure, String written, Interval range) {

    /// Whether both cannot be one number.
    public boolean isApartFrom(Side other) {
      return range.isApartFrom(other.range);
    }
  }
}
