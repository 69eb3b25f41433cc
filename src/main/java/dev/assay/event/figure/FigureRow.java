package dev.assay.event.figure;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.Article;
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
  /// @param quantity what it says, and where it stands in the paragraph
  /// @param written the words there
  /// @param range what they allow, in the base unit of its kind
  public record Side(
      ArticleId report,
      int paragraph,
      Span sentence,
      Quantity quantity,
      String written,
      Interval range) {

    static Side of(Article report, StatedFigure figure) {
      return new Side(
          report.id(),
          figure.paragraph(),
          figure.sentence(),
          figure.quantity(),
          figure.quantity().span().in(report.paragraph(figure.paragraph()).text()),
          figure.range());
    }

    /// Where it stands in the paragraph, with its unit and what limits it.
    public Span figure() {
      return quantity.span();
    }

    boolean isAt(Side other) {
      return report.equals(other.report)
          && paragraph == other.paragraph
          && figure().equals(other.figure());
    }

    /// Whether both cannot be one number.
    public boolean isApartFrom(Side other) {
      return range.isApartFrom(other.range);
    }
  }
}
