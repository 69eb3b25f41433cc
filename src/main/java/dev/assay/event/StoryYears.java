package dev.assay.event;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The years of days and months that name none, in a text that is read from its beginning: behind
/// "on 7 September 2010" 24 September is of 2010 too, though the text is of 2023. What belongs to
/// no story is of the year in which it is nearest to the text, was or will be by its words. Where a
/// story goes back by some months it may be of two years, and is of none. Used by one thread, for
/// one text.
final class StoryYears {

  /// A story told by its days goes on for so many sentences without one in the month that it was
  /// in, and for so many in a later month; one told by its months goes on for fewer.
  private static final int MOST_IN_MONTH = 10;

  private static final int MOST_BY_DAYS = 7;
  private static final int MOST_BY_MONTHS = 2;

  /// What is so many days from its text at most is rather news than a part of a story; and what was
  /// longer ago was not to come, what is further ahead was not.
  private static final int RECENT = 31;

  /// A time that says of which year it is, by its number or told from the day of writing.
  private static final Pattern YEAR =
      Pattern.compile(
          "\\d{4}|[〇零一二三四五六七八九]{4}|年|\\byear\\b|^(?:last|next|this)\\b", Pattern.CASE_INSENSITIVE);

  /// A day or month by its own name, and told from no other: neither 上月 nor "yesterday".
  private static final Pattern MONTH =
      Pattern.compile(
          "^[^上下本这這当當同昨今明前]*[\\d一二三四五六七八九十] ?月"
              + "|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
          Pattern.CASE_INSENSITIVE);

  /// Between a year and a month of it: 2019年的7月, "In 2019, in July".
  private static final Pattern OF_IT = Pattern.compile("的|,? (?:in|on) |, |，在?");

  /// Between two times of which the second names the year of both: "in July and August 2022".
  private static final Pattern AND =
      Pattern.compile("\\s*(?:and|or|to|until|through|[-–—、和至到与與及]|以及)\\s*");

  /// Before a year that opens a sentence, and behind one that only says which thing is meant.
  private static final Pattern OPENING = Pattern.compile("\\P{L}*(?:[Ii]n |[Dd]uring )?");

  private static final Pattern WHICH = Pattern.compile("^\\p{IsHan}{0,4}的");

  /// Behind a year of which a figure is told: on the day behind it that is rather made known.
  private static final Pattern FIGURE = Pattern.compile("\\d");

  private static final Pattern SAME_BEFORE = Pattern.compile("[同当當该該那]一?年的?$");
  private static final Pattern SAME_BEHIND =
      Pattern.compile("^,? (?:of |in )?(?:that|the same) year\\b");
  private static final Pattern NEXT_BEFORE = Pattern.compile("(?:次|翌|第二)年的?$");
  private static final Pattern NEXT_BEHIND = Pattern.compile("^,? (?:of )?the following year\\b");

  /// Around a day by which a thing is called that may have been named long before: "the October 7
  /// controls".
  private static final Pattern THE = Pattern.compile("\\b(?:[Tt]he|[Ii]ts|[Tt]heir) $");

  private static final Pattern THING = Pattern.compile("^ \\p{Ll}{4}");

  private final @Nullable LocalDate published;
  private final Pattern ahead;
  private final Pattern past;
  private @Nullable YearMonth story;
  private boolean byDays;
  private int lastYear;
  private int sentence;
  private int since;

  /// @param published when the text was; without it no time is moved
  /// @param ahead words of what is to come
  /// @param past words of what was
  StoryYears(@Nullable LocalDate published, Pattern ahead, Pattern past) {
    this.published = published;
    this.ahead = ahead;
    this.past = past;
  }

  /// The times of the next sentence, each in its year; one of which that is doubtful has no days.
  ///
  /// @param isBackground whether a time only says which document or earlier thing is meant
  List<TimeExpression> next(
      List<TimeExpression> times, String text, Span in, Predicate<TimeExpression> isBackground) {
    sentence++;
    if (published == null) {
      return times;
    }
    List<TimeExpression> resolved = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      TimeExpression time = times.get(i);
      if (isNamed(time, text)) {
        hear(time, isBackground.test(time), published);
        resolved.add(time);
      } else if (time.first() != null
          && time.month() > 0
          && MONTH.matcher(time.span().in(text)).find()) {
        resolved.add(new Place(times, i, text, in, published).inItsYear());
      } else {
        story = isOfNow(time) ? null : story;
        resolved.add(time);
      }
    }
    return resolved;
  }

  private static boolean isNamed(TimeExpression time, String text) {
    return time.yearStated() || YEAR.matcher(time.span().in(text)).find();
  }

  /// Today, yesterday and days of the week are of the text's own time.
  private static boolean isOfNow(TimeExpression time) {
    return time.month() > 0 && TellingSigns.isDay(time);
  }

  private void hear(TimeExpression time, boolean isBackground, LocalDate day) {
    if (time.year() <= 0 || time.grain().compareTo(Grain.YEAR) < 0) {
      return;
    }
    lastYear = time.year();
    boolean over = time.first() != null && !time.first().isAfter(day);
    if (time.month() > 0 && over && !isBackground) {
      tell(time, time.year());
    }
  }

  private void tell(TimeExpression time, int year) {
    lastYear = year;
    story = YearMonth.of(year, time.month());
    byDays = TellingSigns.isDay(time);
    since = sentence;
  }

  /// A day or month without a year, where it stands.
  private final class Place {
    private final List<TimeExpression> times;
    private final int index;
    private final TimeExpression time;
    private final String text;
    private final String before;
    private final String behind;
    private final LocalDate day;

    Place(List<TimeExpression> times, int index, String text, Span in, LocalDate day) {
      this.times = times;
      this.index = index;
      this.time = times.get(index);
      this.text = text;
      this.before = text.substring(in.start(), time.span().start());
      this.behind = text.substring(time.span().end(), in.end());
      this.day = day;
    }

    TimeExpression inItsYear() {
      int stated = stated();
      if (stated > 0) {
        tell(time, stated);
        return moved(time, stated - time.year());
      }
      TimeExpression alone = moved(time, yearsOff());
      YearMonth told = story;
      if (told == null || !isOf(told, alone)) {
        boolean goesOn = told != null && told.getYear() == alone.year();
        story = goesOn ? YearMonth.of(alone.year(), time.month()) : null;
        since = sentence;
        return alone;
      }
      if (time.month() < told.getMonthValue() || isThing() && !isSameMonth(told)) {
        return undated(time);
      }
      tell(time, told.getYear());
      return moved(time, told.getYear() - time.year());
    }

    /// Whether it is of a story of an earlier year than it would be of if it stood alone; one told
    /// by its months does not go back.
    private boolean isOf(YearMonth told, TimeExpression alone) {
      return told.getYear() < alone.year()
          && (byDays || time.month() >= told.getMonthValue())
          && goesOn(told)
          && !isNews(alone, told);
    }

    /// The year that is told beside it; 0 if there is none.
    private int stated() {
      TimeExpression last = index == 0 ? null : times.get(index - 1);
      if (last != null
          && last.grain() == Grain.YEAR
          && OF_IT.matcher(between(last, time)).matches()) {
        return last.year();
      }
      TimeExpression next = index + 1 == times.size() ? null : times.get(index + 1);
      if (next != null
          && next.month() > 0
          && isNamed(next, text)
          && AND.matcher(between(time, next)).matches()) {
        return next.year() - (time.month() > next.month() ? 1 : 0);
      }
      if (isOpenedByAYear()) {
        return times.getFirst().year();
      }
      if (lastYear == 0) {
        return 0;
      }
      boolean same = SAME_BEFORE.matcher(before).find() || SAME_BEHIND.matcher(behind).find();
      boolean following = NEXT_BEFORE.matcher(before).find() || NEXT_BEHIND.matcher(behind).find();
      return same ? lastYear : following ? lastYear + 1 : 0;
    }

    /// Whether a year opens its sentence and no other is named before it: 2003年签约华纳，6月6日发行. Not
    /// where a figure of the year comes first, nor of a day that is news: 2025年营收62亿元，3月28日发布年报.
    private boolean isOpenedByAYear() {
      TimeExpression year = times.getFirst();
      int opens = time.span().start() - before.length();
      return index > 0
          && year.grain() == Grain.YEAR
          && year.yearStated()
          && OPENING.matcher(text.substring(opens, year.span().start())).matches()
          && !WHICH.matcher(between(year, time)).find()
          && !FIGURE.matcher(between(year, time)).find()
          && !isNear(moved(time, yearsOff()))
          && times.subList(1, index).stream().noneMatch(other -> isNamed(other, text));
    }

    private String between(TimeExpression one, TimeExpression other) {
      return text.substring(one.span().end(), Math.max(one.span().end(), other.span().start()));
    }

    private boolean goesOn(YearMonth told) {
      int most = isSameMonth(told) ? MOST_IN_MONTH : MOST_BY_DAYS;
      return sentence - since <= (byDays ? most : MOST_BY_MONTHS) && !isAhead(before);
    }

    private boolean isSameMonth(YearMonth told) {
      return told.getMonthValue() == time.month();
    }

    /// Whether it is so near to the text that it is no part of a story, but for one that was in
    /// this month a sentence before.
    private boolean isNews(TimeExpression alone, YearMonth told) {
      LocalDate first = alone.first();
      boolean isOver = first != null && first.isAfter(day) && isTold();
      return isNear(alone) && !isOver && !(isSameMonth(told) && sentence - since <= 1);
    }

    private boolean isNear(TimeExpression alone) {
      LocalDate first = alone.first();
      LocalDate last = alone.last();
      return first != null
          && last != null
          && !last.isBefore(day.minusDays(RECENT))
          && !first.isAfter(day.plusDays(RECENT));
    }

    /// Whether its sentence tells of what was, and of nothing to come.
    private boolean isTold() {
      return past.matcher(before + behind).find() && !isAhead(before) && !isAhead(behind);
    }

    private boolean isThing() {
      return THE.matcher(before).find() && THING.matcher(behind).find();
    }

    private boolean isAhead(String words) {
      return ahead.matcher(words).find();
    }

    /// How many years it is off if it stands alone, by the words of its sentence: "will open in
    /// March" of a text of November is of the next March, "signed in April" of a text of January of
    /// the last April. A month that begins within a month of the text is to come, whatever was
    /// done: "agreed to open in July", "cut the festival planned for July".
    private int yearsOff() {
      LocalDate first = time.first();
      LocalDate last = time.last();
      if (first == null || last == null) {
        return 0;
      }
      if (last.plusDays(RECENT).isBefore(day)) {
        return isAhead(before) ? 1 : 0;
      }
      boolean isFar = first.isAfter(day.plusDays(RECENT));
      boolean isToCome = isAhead(before) || isAhead(behind);
      return isFar && (TellingSigns.isDay(time) ? isTold() : !isToCome) ? -1 : 0;
    }
  }

  private static TimeExpression moved(TimeExpression time, int years) {
    LocalDate first = time.first();
    LocalDate last = time.last();
    return years == 0
        ? time
        : of(
            time,
            time.year() + years,
            first == null ? null : first.plusYears(years),
            last == null ? null : last.plusYears(years));
  }

  private static TimeExpression undated(TimeExpression time) {
    return of(time, 0, null, null);
  }

  private static TimeExpression of(
      TimeExpression time, int year, @Nullable LocalDate first, @Nullable LocalDate last) {
    return new TimeExpression(
        time.span(),
        year,
        time.part(),
        time.month(),
        time.day(),
        time.minute(),
        time.grain(),
        time.yearStated(),
        first,
        last);
  }
}
