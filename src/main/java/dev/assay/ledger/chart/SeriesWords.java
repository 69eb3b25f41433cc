package dev.assay.ledger.chart;

import dev.assay.article.Language;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.Row;
import dev.assay.ledger.Series;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.Series.Stretch;
import dev.assay.ledger.Series.Why;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.PhraseTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Says of figures over time what every face says. The words stand in
/// `lexicon/ledger/series-words.tsv`. Immutable; safe for use by many threads.
public final class SeriesWords {

  private final Wording wording;
  private final PhraseTable phrases;
  private final Language language;

  private SeriesWords(Wording wording, PhraseTable phrases, Language language) {
    this.wording = wording;
    this.phrases = phrases;
    this.language = language;
  }

  /// For readers of `language`: Chinese, or else English.
  public static SeriesWords of(Names names, Language language) {
    return new SeriesWords(
        Wording.of(names, language),
        PhraseTable.of(names.lexicon().table("ledger/series-words.tsv"), language),
        language);
  }

  public Wording wording() {
    return wording;
  }

  Language language() {
    return language;
  }

  /// What the figures are of: what those of the first series state, that of most times.
  public String title(OverTime overTime) {
    return overTime.series().isEmpty()
        ? wording.title(overTime.entry())
        : title(overTime, overTime.series().getFirst());
  }

  /// What the figures of one series are of.
  public String title(OverTime overTime, Series series) {
    List<Row> rows = series.points().stream().map(Point::row).toList();
    return wording.title(overTime.entry(), rows);
  }

  /// What each figure of a series is of, and its unit: `each of a quarter, t`.
  public String each(Series series) {
    String unit = wording.unitAlone(series.unit());
    return every(series.stretch()) + (unit.isEmpty() ? "" : say("list.comma") + unit);
  }

  private String every(Stretch stretch) {
    if (stretch.isMoment()) {
      return say("every.moment");
    }
    return switch (stretch.months()) {
      case 0 ->
          stretch.days() == 1
              ? say("every.day")
              : say("every.days", String.valueOf(stretch.days()));
      case 1 -> say("every.month");
      case 3 -> say("every.quarter");
      case 6 -> say("every.half");
      case 12 -> say("every.year");
      default -> say("every.months", String.valueOf(stretch.months()));
    };
  }

  /// How much a series holds.
  public String counts(Series series) {
    String counts =
        say(
            "counts",
            String.valueOf(series.points().size()),
            String.valueOf(series.times()),
            String.valueOf(series.tellers()));
    return counts
        + some("counts.revised", series.revisions())
        + some("counts.against", series.disputed());
  }

  private String some(String key, int count) {
    return count == 0 ? "" : say("list.comma") + say(key, String.valueOf(count));
  }

  /// The time that a figure is for, and whether it was still to come.
  public String time(Point point) {
    String time = wording.period(point.row().period());
    return point.isAhead() ? time + say("list.comma") + say("ahead") : time;
  }

  /// The figure as written, with the range that its words allow.
  public String range(Point point) {
    return wording.range(point.row().figure());
  }

  /// Who says it, in the reader's words.
  public String teller(Row row) {
    var speaker = row.evidence().claim().speaker();
    return speaker == null ? source(row) : wording.thing(speaker);
  }

  /// Whose text it is.
  public String source(Row row) {
    String source = row.evidence().source();
    return source.isEmpty() ? say("unnamed") : source;
  }

  /// What stands against a figure or took its place; empty for most.
  public String note(Point point) {
    Row revised = point.revised();
    Row against = point.against();
    if (revised != null) {
      return say("revised", revised.evidence().written(), day(revised));
    }
    return against == null
        ? ""
        : say("against", against.evidence().written(), teller(against), day(against));
  }

  /// A figure under its number, with who says it and where it stands.
  ///
  /// @param desk address of the desk; empty for an address within it
  String cited(int number, Point point, String desk) {
    Row row = point.row();
    String note = note(point);
    return "%d. %s · %s (%s) · %s%s · %s · %s/articles/%s#p%d"
        .formatted(
            number,
            time(point),
            row.evidence().written(),
            range(point),
            teller(row) + (note.isEmpty() ? "" : " [" + note + "]"),
            teller(row).equals(source(row)) ? "" : " · " + source(row),
            day(row),
            desk,
            row.evidence().article(),
            row.evidence().claim().paragraph());
  }

  public String day(Row row) {
    LocalDate day = row.evidence().day();
    return day == null ? say("undated") : day.toString();
  }

  /// What was left out of an entry's series, a sentence for each reason.
  public List<String> leftOut(OverTime overTime) {
    List<String> said = new ArrayList<>();
    for (Why why : Why.values()) {
      long count = overTime.leftOut().stream().filter(left -> left.why() == why).count();
      if (count > 0) {
        said.add(say("left." + why.word(), String.valueOf(count)));
      }
    }
    return said;
  }

  /// What the marks of a chart mean, in the order of [Glyph.Shape] as they are used.
  List<String> key() {
    return Arrays.asList(say("key.figure"), say("key.against"), say("key.revised"));
  }

  String byTeller() {
    return say("by-teller");
  }

  String moreTellers(int count) {
    return say("more-tellers", String.valueOf(count));
  }

  String firstDrawn(int count) {
    return say("first-drawn", String.valueOf(count));
  }

  String tick(BigDecimal value, String unit) {
    return wording.tick(value, unit);
  }

  private String say(String key, String... values) {
    return phrases.say(key, values);
  }
}
