package dev.assay.event.figure;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.event.EventReader;
import dev.assay.event.figure.FigureRow.Side;
import dev.assay.event.figure.SideBySide.Place;
import dev.assay.event.figure.SideBySide.Report;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lays the figures of reports on one happening side by side. Safe for use by many threads; its
/// parts are costly to make, so make one.
public final class EventFigures {

  /// Figures are of the same quantity from this chance on; chosen over the reports that are not
  /// held back (`docs/measurements/time.md`).
  private static final double LIKELY = 0.5;

  /// The same of numbers that are not close: it says of two reports that one is wrong.
  private static final double SURE = 0.7;

  /// Reports give the day, and days begin where they are written.
  private static final Duration DAY = Duration.ofDays(1);

  /// The first reports of a happening are compared, each with each: more take too long.
  public static final int MOST_REPORTS = 8;

  private final QuantityExtractor numbers;
  private final Outlets outlets;
  private final FigureReader reader;
  private final SideBySide sideBySide;

  public EventFigures(
      Lexicon lexicon, EventReader reader, QuantityExtractor numbers, Outlets outlets) {
    this.outlets = outlets;
    this.numbers = numbers;
    this.reader = new FigureReader(lexicon, reader);
    this.sideBySide = sideBySide(lexicon, SURE);
  }

  /// What holds the figures of reports on one happening against each other.
  ///
  /// @param sure how likely numbers that are not close must be of the same quantity
  static SideBySide sideBySide(Lexicon lexicon, double sure) {
    return SideBySide.weighedBy(lexicon, "event-figures.tsv", LIKELY, sure);
  }

  /// What reports of several outlets state, each by its own figure; what differs first, and what is
  /// told first in the earlier report.
  public List<FigureRow> of(List<Article> reports) {
    List<Article> compared = reports.subList(0, Math.min(MOST_REPORTS, reports.size()));
    List<Report> read =
        compared.stream()
            .map(
                report ->
                    new Report(
                        report.language().isChinese(),
                        outlets.owner(report.source()),
                        reader.of(numbers.read(report))))
            .toList();
    return sideBySide.rows(read).stream()
        .map(places -> places.stream().sorted(IN_ORDER).toList())
        .sorted(Comparator.comparing(List::getFirst, IN_ORDER))
        .map(places -> row(compared, places))
        .sorted(Comparator.comparing(row -> !row.differ()))
        .toList();
  }

  private static final Comparator<Place> IN_ORDER =
      Comparator.comparingInt(Place::report)
          .thenComparingInt(place -> place.figure().place())
          .thenComparingInt(place -> place.figure().quantity().span().start());

  private static FigureRow row(List<Article> reports, List<Place> places) {
    List<Place> first = new ArrayList<>();
    for (Place place : places) {
      if (first.isEmpty() || place.report() != first.getLast().report()) {
        first.add(place);
      }
    }
    return new FigureRow(
        first.stream().map(place -> Side.of(reports.get(place.report()), place.figure())).toList(),
        first.stream().anyMatch(one -> first.stream().anyMatch(two -> differ(reports, one, two))));
  }

  /// Whether two figures cannot both be true: what has lasted eleven days has lasted twelve a day
  /// later.
  private static boolean differ(List<Article> reports, Place one, Place other) {
    Duration between =
        Duration.between(
                reports.get(one.report()).orderedBy(), reports.get(other.report()).orderedBy())
            .abs();
    return !one.figure().isLike(other.figure())
        && !one.figure().isSpanWithin(between.plus(DAY), other.figure());
  }
}
