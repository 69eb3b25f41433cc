package dev.assay.analyze.claim;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.PhraseTable;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/// Says a time as far as a text names it: `October 2025`, 2025年第四季度, `20 October`.
final class TimeText {

  private static final String CHINESE_QUARTERS = "一二三四";

  private final PhraseTable phrases;
  private final boolean chinese;

  TimeText(PhraseTable phrases, boolean chinese) {
    this.phrases = phrases;
    this.chinese = chinese;
  }

  String say(TimeExpression time) {
    String year = String.valueOf(time.year());
    return switch (time.grain()) {
      case CENTURY -> phrases.say("time.century", year, String.valueOf(time.year() + 99));
      case DECADE -> phrases.say("time.decade", year);
      case SPAN -> span(time);
      case SINCE -> phrases.say("time.since", beginning(time));
      case YEAR -> phrases.say("time.year", year);
      case HALF -> time.year() == 0 ? "" : phrases.say("time.half." + time.part(), year);
      case QUARTER -> time.year() == 0 ? "" : phrases.say("time.quarter", year, quarter(time));
      case MONTHS ->
          phrases.say(
              "time.span",
              month(chinese ? year(time) : 0, time.month()),
              month(chinese ? 0 : year(time), time.part()));
      case MONTH -> month(year(time), time.month());
      case WEEK -> time.first() == null ? "" : phrases.say("time.week", day(time.first()));
      case DAY, MINUTE -> day(time);
    };
  }

  private String span(TimeExpression time) {
    return time.first() == null || time.last() == null
        ? ""
        : phrases.say("time.span", end(time, time.first()), end(time, time.last()));
  }

  private String beginning(TimeExpression time) {
    return time.month() == 0 ? phrases.say("time.year", String.valueOf(time.year())) : day(time);
  }

  /// One end of a span, as exact as the span is.
  private String end(TimeExpression span, LocalDate day) {
    if (span.isOfYears()) {
      return phrases.say("time.year", String.valueOf(day.getYear()));
    }
    return span.isOfMonths() ? month(day.getYear(), day.getMonthValue()) : day(day);
  }

  private String quarter(TimeExpression time) {
    return chinese
        ? CHINESE_QUARTERS.substring(time.part() - 1, time.part())
        : String.valueOf(time.part());
  }

  private String day(LocalDate day) {
    return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private String day(TimeExpression time) {
    LocalDate named = time.month() == 0 && time.day() > 0 ? time.first() : null;
    if (named != null) {
      return day(0, named.getMonthValue(), named.getDayOfMonth());
    }
    return time.day() > 0 && time.month() > 0
        ? day(year(time), time.month(), time.day())
        : time.month() > 0 ? month(year(time), time.month()) : "";
  }

  /// A month is told with its year only where the text tells it so.
  private static int year(TimeExpression time) {
    return time.yearStated() ? time.year() : 0;
  }

  private String day(int year, int month, int day) {
    return chinese ? month(year, month) + day + "日" : day + " " + month(year, month);
  }

  private String month(int year, int month) {
    if (chinese) {
      return (year > 0 ? year + "年" : "") + month + "月";
    }
    String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return year > 0 ? name + " " + year : name;
  }
}
