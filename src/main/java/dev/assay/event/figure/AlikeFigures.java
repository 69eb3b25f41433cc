package dev.assay.event.figure;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.PublicationTime;
import dev.assay.event.EventReader;
import dev.assay.event.figure.FigureRow.Side;
import dev.assay.event.figure.SideBySide.Place;
import dev.assay.event.figure.SideBySide.Report;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds which figures of two texts are of one quantity where both tell of one thing on any days:
/// what a bridge cost, how many live in a town. As [EventFigures] does for reports on one
/// happening, and by weights that were learned from texts of which most have nothing to do with
/// each other. Safe for use by many threads; its parts are costly to make, so make one.
public final class AlikeFigures {

  /// Figures are of the same quantity from this chance on, chosen over things that are not held
  /// back (`docs/measurements/ledger.md`).
  private static final double LIKELY = 0.7;

  private final QuantityExtractor numbers;
  private final Outlets outlets;
  private final FigureReader reader;
  private final SideBySide sideBySide;

  public AlikeFigures(
      Lexicon lexicon, EventReader reader, QuantityExtractor numbers, Outlets outlets) {
    this(
        lexicon,
        reader,
        numbers,
        outlets,
        SideBySide.weighedBy(lexicon, "alike-figures.tsv", LIKELY, LIKELY));
  }

  AlikeFigures(
      Lexicon lexicon,
      EventReader reader,
      QuantityExtractor numbers,
      Outlets outlets,
      SideBySide sideBySide) {
    this.numbers = numbers;
    this.outlets = outlets;
    this.reader = new FigureReader(lexicon, reader);
    this.sideBySide = sideBySide;
  }

  /// Two figures that are likely of one quantity.
  public record Pair(Side one, Side other) {}

  /// What a text and others of other outlets both give figures of, in the order of the others.
  public List<Pair> of(Article text, List<Article> others) {
    Dated own = read(text);
    return own.report().figures().isEmpty()
        ? List.of()
        : others.stream().flatMap(other -> pairs(own, read(other))).toList();
  }

  /// A text that is compared.
  record Dated(Article text, Report report) {

    /// The year of publication, 0 if it is not known.
    private int year() {
      PublicationTime published = text.publishedAt();
      return published == null ? 0 : published.local().getYear();
    }
  }

  Dated read(Article text) {
    return new Dated(
        text,
        new Report(
            text.language().isChinese(),
            outlets.owner(text.source()),
            reader.of(numbers.read(text))));
  }

  Stream<Pair> pairs(Dated one, Dated other) {
    return sideBySide.rows(List.of(one.report(), other.report())).stream()
        .map(row -> List.of(first(row, 0), first(row, 1)))
        .filter(sides -> areOfOne(sides.getFirst(), one.year(), sides.getLast(), other.year()))
        .map(
            sides ->
                new Pair(
                    Side.of(one.text(), sides.getFirst()), Side.of(other.text(), sides.getLast())));
  }

  /// Whether two figures with like words around them are of one quantity by their times, and by
  /// more than a number that many quantities have.
  static boolean areOfOne(StatedFigure one, int year, StatedFigure other, int otherYear) {
    return one.canBeOfTimeOf(year, other, otherYear)
        && (!one.isLike(other) || one.isTelling() && other.isTelling());
  }

  /// Where one of two texts gives the figure first.
  private static StatedFigure first(List<Place> row, int report) {
    return row.stream()
        .filter(place -> place.report() == report)
        .map(Place::figure)
        .min(
            Comparator.comparingInt(StatedFigure::place)
                .thenComparing(figure -> figure.quantity().span().start()))
        .orElseThrow();
  }
}
