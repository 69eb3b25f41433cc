package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gives the times of a sentence their verdicts.
final class TimeVerdicts {

  /// How far before a decade stands that its end is meant.
  private static final int BESIDE = 12;

  /// Among so many times the nearest is looked for.
  private static final int MOST_NEAR = 100;

  private static final int MONTHS = 12;
  private static final int QUARTERS = 4;

  private final CheckWords words;
  private final List<TimeExpression> all;
  private final String sentence;
  private final Source source;
  private final Reasons reasons;
  private final List<TimeMark> marks;
  private final MisplacedTimes misplaced;

  /// @param all the times of the sentence
  /// @param marks the same as those of its numbers
  TimeVerdicts(
      List<TimeExpression> all,
      String sentence,
      Source source,
      CheckWords words,
      Reasons reasons,
      List<TimeMark> marks,
      MisplacedTimes misplaced) {
    this.all = all;
    this.words = words;
    this.sentence = sentence;
    this.source = source;
    this.reasons = reasons;
    this.marks = marks;
    this.misplaced = misplaced;
  }

  /// The verdict on a time of the sentence.
  NumberCheck of(TimeExpression said) {
    int at = TimeMatch.find(onItsDay(said), source);
    if (at >= 0) {
      TimeExpression kept = YearSpans.otherEnd(said, all, sentence, source);
      int other = kept == null ? misplaced.find(said) : -1;
      return kept != null
          ? absent(said)
          : other >= 0 ? elsewhere(said, at, other) : exact(said, at);
    }
    int next = isBase(said) ? nextPeriod(said) : -1;
    if (next >= 0) {
      return derived(said, next);
    }
    int decade = decadeEnd(said);
    if (decade >= 0) {
      return exact(said, decade);
    }
    boolean year = said.grain() == TimeExpression.Grain.YEAR && said.yearStated();
    if (year && source.hasYearInName(said.year())) {
      return new NumberCheck(
          said.span(),
          ReadAs.of(said),
          NumberVerdict.EXACT,
          null,
          reasons.exact(said.span().in(sentence)));
    }
    Fact number = yearAsNumber(said);
    return number == null ? absent(said) : exact(said, number.evidence(), source.words(number));
  }

  /// A time of day with the day that the sentence tells beside it, if the source has that day.
  private TimeExpression onItsDay(TimeExpression said) {
    TimeExpression day = ClockDays.of(all, all.indexOf(said), sentence);
    return day == null || TimeMatch.find(day, source) < 0 ? said : ClockDays.on(day, said);
  }

  /// The verdict on a time of a text with too many to be a sentence: only the very time carries it.
  NumberCheck byValue(TimeExpression said) {
    Integer at = source.timeAt(said.iso());
    return at == null ? absent(said) : exact(said, at);
  }

  private NumberCheck exact(TimeExpression said, int at) {
    return exact(
        said,
        new NumberCheck.Evidence(source.timeParagraphs.get(at), source.times.get(at).span()),
        source.words(at));
  }

  private NumberCheck exact(TimeExpression said, NumberCheck.Evidence evidence, String words) {
    return new NumberCheck(
        said.span(), ReadAs.of(said), NumberVerdict.EXACT, evidence, reasons.exact(words));
  }

  /// Not the time of what the sentence tells: that is the one at `other`.
  private NumberCheck elsewhere(TimeExpression said, int at, int other) {
    return new NumberCheck(
        said.span(),
        ReadAs.of(said),
        NumberVerdict.UNSUPPORTED,
        new NumberCheck.Evidence(source.timeParagraphs.get(at), source.times.get(at).span()),
        reasons.otherEvent(source.words(at), source.words(other)));
  }

  private NumberCheck absent(TimeExpression said) {
    int near = nearest(said);
    return new NumberCheck(
        said.span(),
        ReadAs.of(said),
        NumberVerdict.UNSUPPORTED,
        near < 0
            ? null
            : new NumberCheck.Evidence(
                source.timeParagraphs.get(near), source.times.get(near).span()),
        near < 0 ? reasons.absentTime() : reasons.nearestTime(source.words(near)));
  }

  /// The place among the times of the source of the one that is nearest to `said` and tells as
  /// much; -1 if there is none.
  private int nearest(TimeExpression said) {
    return IntStream.range(0, Math.min(source.times.size(), MOST_NEAR))
        .filter(at -> TimeContexts.kind(source.times.get(at)).equals(TimeContexts.kind(said)))
        .boxed()
        .min(
            Comparator.comparingLong(
                at -> Math.abs(inMinutes(source.times.get(at)) - inMinutes(said))))
        .orElse(-1);
  }

  /// About how far it lies from the year 0, as far as it is told.
  private static long inMinutes(TimeExpression time) {
    long months = 12L * time.year() + time.month() + 3L * time.part();
    return 24 * 60 * (31 * months + time.day()) + Math.max(0, time.minute());
  }

  /// Whether a number of the sentence is measured against this time.
  private boolean isBase(TimeExpression said) {
    return marks.stream()
        .anyMatch(mark -> mark.use() == TimeMark.Use.BASE && mark.isAt(said.span()));
  }

  /// The place of the month or quarter behind `said` of which the source measures something against
  /// the one before: 10月…环比 carries from September. -1 if there is none.
  private int nextPeriod(TimeExpression said) {
    if (said.yearStated() || said.day() > 0) {
      return -1;
    }
    for (int i = 0; i < source.times.size(); i++) {
      TimeExpression there = source.times.get(i);
      boolean month = said.month() > 0 && there.month() == said.month() % MONTHS + 1;
      boolean quarter = said.part() > 0 && there.part() == said.part() % QUARTERS + 1;
      if (there.grain() == said.grain() && (month || quarter) && isComparedIn(there)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a number of that month or quarter, or of no told time, is measured against the one
  /// before.
  private boolean isComparedIn(TimeExpression there) {
    TimeMark mark = TimeMark.of(there);
    return source.facts.stream()
        .filter(fact -> fact.basis().isAgainstPeriod())
        .map(Fact::period)
        .anyMatch(
            of ->
                of.from() == 0 || mark != null && of.from() == mark.from() && of.to() == mark.to());
  }

  private NumberCheck derived(TimeExpression said, int at) {
    TimeExpression there = source.times.get(at);
    return new NumberCheck(
        said.span(),
        ReadAs.of(said),
        NumberVerdict.DERIVED,
        new NumberCheck.Evidence(source.timeParagraphs.get(at), there.span()),
        reasons.implied());
  }

  /// The place of a decade of which the source tells the end: "by the end of the 2020s" carries
  /// 2029 and 2030. -1 if there is none.
  private int decadeEnd(TimeExpression said) {
    for (int i = 0; said.grain() == TimeExpression.Grain.YEAR && i < source.times.size(); i++) {
      TimeExpression there = source.times.get(i);
      int after = said.year() - there.year();
      boolean last = there.grain() == TimeExpression.Grain.DECADE && (after == 9 || after == 10);
      String text = source.paragraphs.get(source.timeParagraphs.get(i));
      if (last
          && words.decadeEnd.isIn(
              text,
              Math.max(0, there.span().start() - BESIDE),
              Math.min(text.length(), there.span().end() + 1))) {
        return i;
      }
    }
    return -1;
  }

  /// A year that the source writes without a sign that it is one: 2015赛季.
  private @Nullable Fact yearAsNumber(TimeExpression said) {
    if (said.grain() != TimeExpression.Grain.YEAR) {
      return null;
    }
    BigDecimal year = BigDecimal.valueOf(said.year());
    for (Fact fact : source.facts) {
      BigDecimal value = fact.quantity().value().orElse(BigDecimal.ZERO);
      if (fact.quantity().unit().equals(Units.COUNT) && value.compareTo(year) == 0) {
        return fact;
      }
    }
    return null;
  }
}
