package dev.assay.ledger;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.ledger.Series.LeftOut;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.Series.Stretch;
import dev.assay.ledger.Series.Why;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sets the figures of one entry along the times that they are for. Figures stand in one series if
/// they could be compared but for their times.
final class SeriesMaker {

  /// More figures are not set along one line: the work grows with the square of their number.
  private static final int MOST_POINTS = 400;

  /// Kinds of figures that are told apart, those of most figures: each is held against all others.
  private static final int MOST_LINES = 200;

  /// What goes by the very words that the text has for it, whether anybody knows them or not.
  private static final Set<Property> OWN_WORDS = EnumSet.of(Property.RATE, Property.VOLUME);

  /// What nobody foresees of a time that is over: "expects 4.8 million, after 4.5 million in 2024".
  private static final Set<String> FORESEEN = Set.of("#expected", "#planned", "#goal");

  private static final Comparator<Row> BY_TIME =
      Comparator.comparing(SeriesMaker::middle).thenComparing(Row::evidence, Evidence.BY_TIME);

  private final LedgerEntry entry;
  private final LedgerRules rules;
  private final Pace pace;
  private final Set<Need> needs;
  private final List<LeftOut> leftOut = new ArrayList<>();

  /// Each is held against many others.
  private final IdentityHashMap<Row, FigureSubject> subjects = new IdentityHashMap<>();

  SeriesMaker(LedgerEntry entry, LedgerRules rules) {
    this.entry = entry;
    this.rules = rules;
    this.pace = rules.pace(entry.rows().getFirst().evidence().claim());
    this.needs = rules.needsOverTime(entry);
  }

  /// The rows of one unit and stretch of time, and of one scope and base, or of several that could
  /// be compared.
  ///
  /// @param subjects one for each scope and base
  private record Line(Stretch stretch, String unit, List<FigureSubject> subjects, List<Row> rows) {

    void add(Line other) {
      subjects.addAll(other.subjects);
      rows.addAll(other.rows);
    }
  }

  OverTime overTime() {
    List<Series> moving = new ArrayList<>();
    for (Line line : lines()) {
      Series series = series(line);
      if (series.times() > 1) {
        moving.add(series);
      } else {
        leaveOut(series.points().stream().map(Point::row).toList(), Why.ALONE);
      }
    }
    List<Series> series =
        moving.stream()
            .sorted(
                Comparator.comparingInt(Series::times)
                    .thenComparingInt(one -> one.points().size())
                    .reversed())
            .toList();
    return new OverTime(entry, series, leftOut);
  }

  private List<Line> lines() {
    Map<String, Line> alike = new TreeMap<>();
    for (Row row : entry.rows()) {
      Why why = whyLeftOut(row);
      if (why != null) {
        leftOut.add(new LeftOut(row, why));
      } else {
        Line own = line(row);
        alike.computeIfAbsent(key(own), _ -> own).rows().add(row);
      }
    }
    List<Line> lines = new ArrayList<>();
    List<Line> byRows =
        alike.values().stream()
            .sorted(Comparator.comparingInt((Line line) -> line.rows().size()).reversed())
            .toList();
    int held = Math.min(MOST_LINES, byRows.size());
    byRows.subList(0, held).forEach(line -> join(line, lines));
    byRows.subList(held, byRows.size()).forEach(line -> leaveOut(line.rows(), Why.TOO_MANY));
    return lines;
  }

  private @Nullable Why whyLeftOut(Row row) {
    if (!(row.figure() instanceof Row.Figure.Number)) {
      return Why.NO_NUMBER;
    }
    if (pace.kind() == Pace.Kind.EVENT || pace.kind() == Pace.Kind.DAY) {
      return Why.ONCE;
    }
    if (!row.isTold()
        || row.standing() instanceof RowStanding.NotCompared(Mismatch why) && isUnsure(why)) {
      return Why.UNSURE;
    }
    if (!isSureOfWhat(row)) {
      return Why.UNSURE;
    }
    if (!row.period().isKnown()) {
      return Why.UNTIMED;
    }
    Set<String> status = rules.scopes().status(subject(row).scope().keys(Facet.OTHER));
    if (row.isOver() && status.stream().anyMatch(FORESEEN::contains)) {
      return Why.UNSURE;
    }
    return rules.doubts().of(row.evidence(), row.period(), pace, !status.isEmpty()).orElse(null);
  }

  /// Whether it was read for sure what a figure is of: words that nobody knows may narrow it to
  /// anything.
  private boolean isSureOfWhat(Row row) {
    FigureSubject subject = subject(row);
    boolean known =
        OWN_WORDS.contains(entry.property())
            || row.evidence().claim().of().stream()
                .filter(part -> part.facet() == Facet.OTHER)
                .allMatch(part -> part.id() != null || rules.scopes().isEmpty(part));
    return known && canBeCompared(subject, subject) && saysOfWhat(subject);
  }

  /// What is made, held, shared or ranked is some material or product; trade may be all trade.
  private boolean saysOfWhat(FigureSubject subject) {
    boolean ofSome =
        entry.property() == Property.RANK
            || entry.property() == Property.SHARE
            || needs.contains(Need.MATERIAL) && !needs.contains(Need.PARTNER);
    return !ofSome
        || !subject.scope().keys(Facet.MATERIAL).isEmpty()
        || subject.hasOneMaterial(rules.scopes());
  }

  /// Whether a row is shown apart for what it is, and not for what it would be compared with.
  private static boolean isUnsure(Mismatch why) {
    return why instanceof Mismatch.Denied
        || why instanceof Mismatch.LongPast
        || why instanceof Mismatch.OneSentence;
  }

  private Line line(Row row) {
    String unit = row.figure() instanceof Row.Figure.Number number ? number.unit() : "";
    List<FigureSubject> subjects = new ArrayList<>(List.of(subject(row)));
    return new Line(stretch(row.period()), unit, subjects, new ArrayList<>());
  }

  private FigureSubject subject(Row row) {
    return subjects.computeIfAbsent(
        row, one -> FigureSubject.of(one.evidence(), one.period(), rules));
  }

  private static String key(Line line) {
    FigureSubject subject = line.subjects().getFirst();
    return "%s\t%s\t%s\t%s\t%s"
        .formatted(
            line.stretch(),
            line.unit(),
            subject.scope().key(),
            subject.leavesOut(),
            subject.base());
  }

  /// A level stands at every moment, whatever time the text names; a flow is one of its stretch. A
  /// price of a month is still that of a moment, of a year it is a mean.
  private Stretch stretch(Period period) {
    boolean moment =
        switch (pace.kind()) {
          case SLOW, EVENT, DAY -> true;
          case LEVEL -> period.days() <= Pace.LONGEST_MOMENT;
          case FLOW -> false;
        };
    return moment ? Stretch.MOMENT : stretch(first(period), last(period));
  }

  private static Stretch stretch(LocalDate first, LocalDate last) {
    boolean whole = first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
    return whole
        ? new Stretch((int) ChronoUnit.MONTHS.between(first, last.plusDays(1)), 0)
        : new Stretch(0, (int) ChronoUnit.DAYS.between(first, last) + 1);
  }

  /// To the first line with whose figures all these could be compared, or as one of its own.
  private void join(Line line, List<Line> lines) {
    lines.stream()
        .filter(other -> isOfOne(line, other))
        .findFirst()
        .ifPresentOrElse(other -> other.add(line), () -> lines.add(line));
  }

  private boolean isOfOne(Line line, Line other) {
    return line.stretch().equals(other.stretch())
        && line.unit().equals(other.unit())
        && other.subjects().stream()
            .allMatch(subject -> isOfOne(line.subjects().getFirst(), subject));
  }

  private boolean isOfOne(FigureSubject one, FigureSubject other) {
    return one.scope().difference(other.scope(), rules.scopes()).isEmpty()
        && one.leavesOut() == other.leavesOut()
        && one.base().equals(other.base())
        && canBeCompared(one, other);
  }

  /// Whether both say what the ledger needs, but for the time, which may be that of publication. A
  /// figure that does not say it has nothing in common with its like either: a share of "output"
  /// may be of chips in one text and of magnets in the next.
  private boolean canBeCompared(FigureSubject one, FigureSubject other) {
    return needs.stream()
        .filter(need -> need != Need.TIME)
        .allMatch(need -> need.isMet(one, other, rules.scopes()));
  }

  private Series series(Line line) {
    List<Row> rows = line.rows().stream().sorted(BY_TIME).toList();
    int tooMany = Math.max(0, rows.size() - MOST_POINTS);
    leaveOut(rows.subList(0, tooMany), Why.TOO_MANY);
    List<Row> kept = rows.subList(tooMany, rows.size());
    IdentityHashMap<Row, Row> revised = revisions(kept);
    return new Series(
        line.stretch(), line.unit(), kept.stream().map(row -> point(row, kept, revised)).toList());
  }

  private void leaveOut(List<Row> rows, Why why) {
    rows.forEach(row -> leftOut.add(new LeftOut(row, why)));
  }

  /// What each teller said last of a time, under what it said of it before.
  private IdentityHashMap<Row, Row> revisions(List<Row> rows) {
    IdentityHashMap<Row, Row> revised = new IdentityHashMap<>();
    Map<String, List<Row>> byTeller =
        rows.stream().collect(Collectors.groupingBy(row -> row.evidence().teller()));
    for (List<Row> told : byTeller.values()) {
      for (Row row : told) {
        told.stream()
            .filter(later -> isRevision(row, later))
            .max(Comparator.comparing(Row::evidence, Evidence.BY_TIME))
            .ifPresent(later -> revised.put(row, later));
      }
    }
    return revised;
  }

  private boolean isRevision(Row row, Row later) {
    return isBefore(row.evidence(), later.evidence())
        && isOfSameTime(row.period(), later.period())
        && Comparisons.gap(row, later) > 0;
  }

  private static boolean isBefore(Evidence one, Evidence other) {
    return one.day() != null && other.day() != null && one.day().isBefore(other.day());
  }

  /// Whether two figures are of one time: what one teller says at two times of what moves is no
  /// revision, unless both name the time.
  private boolean isOfSameTime(Period one, Period other) {
    return one.stated() && other.stated()
        ? one.equals(other)
        : !pace.isOfSomeTime() && pace.fits(one, other);
  }

  private Point point(Row row, List<Row> rows, IdentityHashMap<Row, Row> revised) {
    return new Point(
        row,
        row.evidence().teller(),
        middle(row),
        revised.get(row),
        revised.containsKey(row) ? null : against(row, rows, revised));
  }

  private @Nullable Row against(Row row, List<Row> rows, IdentityHashMap<Row, Row> revised) {
    return rows.stream()
        .filter(other -> !revised.containsKey(other))
        .filter(other -> Comparisons.gap(row, other) > 0)
        .filter(other -> row.evidence().isIndependentOf(other.evidence()))
        .filter(other -> canBeHeldAgainst(row.period(), other.period()))
        .max(Comparator.comparingDouble(other -> Comparisons.gap(row, other)))
        .orElse(null);
  }

  /// Two times that the texts name are two points of the line; else the ledger's rule holds.
  private boolean canBeHeldAgainst(Period one, Period other) {
    return one.stated() && other.stated() ? one.gap(other) == 0 : pace.fits(one, other);
  }

  private static LocalDate middle(Row row) {
    long first = first(row.period()).toEpochDay();
    long last = last(row.period()).toEpochDay();
    return LocalDate.ofEpochDay(Math.floorDiv(first + last, 2L));
  }

  private static LocalDate first(Period period) {
    return Objects.requireNonNull(period.first());
  }

  private static LocalDate last(Period period) {
    return Objects.requireNonNull(period.last());
  }
}
