package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import org.jspecify.annotations.Nullable;

/// Reads the dates that Chinese words make: 2025年10月20日, 去年第四季度, 上世纪90年代, 9、10月.
final class ChineseDates {

  private static final int MIN_YEAR = 1000;
  private static final int MAX_YEAR = 2199;

  /// Two digits from here on and 年 are a year of the last century; of this one where the first is
  /// 0.
  private static final int FIRST_SHORT_YEAR = 70;

  /// Two digits from here on and 年代 are a decade of the last century.
  private static final int FIRST_SHORT_DECADE = 20;

  private static final int MAX_CENTURY = 30;

  /// So many characters before a number are enough to cut the word right before it.
  private static final int LONGEST_NAME = 12;

  private static final String BETWEEN = "-至到~—/、";
  private static final String BETWEEN_DAYS = "至到-~—、和";

  private final TimePass pass;
  private final FoldedText text;
  private final TimeDraft draft;
  private final ClockReader clocks;
  private final MonthRuns runs;

  ChineseDates(TimePass pass, ClockReader clocks, MonthRuns runs) {
    this.pass = pass;
    this.text = pass.text;
    this.draft = pass.draft;
    this.clocks = clocks;
    this.runs = runs;
  }

  /// A part of a year without the year: 第三季度, 首季, 上半年.
  int partOfYear(int i) {
    return switch (text.at(i)) {
      case '第' -> quarter(i + 1);
      case '首' -> first(i);
      case '上', '下' -> half(i);
      case '当' -> monthBefore(i);
      case '前', '头' -> runs.soFar(i);
      default -> -1;
    };
  }

  /// A word told from the day of writing, with what follows it: 去年第四季度. Without a day of writing
  /// only what follows is known: a fourth quarter.
  int shifted(TimeWords.Shift shift, int end) {
    if (pass.today != null) {
      draft.shifted(shift, pass.today);
    }
    return switch (shift.grain()) {
      case YEAR -> afterYear(end);
      case MONTH -> afterMonth(end);
      case CENTURY, DECADE, SPAN, SINCE, HALF, QUARTER, MONTHS, WEEK, DAY, MINUTE ->
          draft.isRead() ? end : -1;
    };
  }

  /// A number at `i` with the word behind it, which begins at `at`.
  int counted(int i, SmallNumber number, int at) {
    int run = runs.between(number);
    if (run > 0) {
      return run;
    }
    return switch (text.at(at)) {
      case '年' -> year(i, number, at);
      case '月' -> number.isIn(1, 12) && text.at(at + 1) != '度' ? month(number, at + 1) : -1;
      case '日', '号' -> day(i, number, at);
      case '世' -> text.at(at + 1) == '纪' ? century(number, at + 2) : -1;
      case '季' ->
          pass.words.seasonsAfter.isBefore(text, i) || text.isDigit(i - 1) ? -1 : quarter(i);
      default -> -1;
    };
  }

  /// A part of a year that stands right after the year's digits: 2023一季报, 2023中报, 2026上半年.
  int partAfterDigits(int i) {
    if (text.startsWith("一季报", i)) {
      return quarter(1, i + 2);
    }
    int report = halfReport(i);
    if (report > 0) {
      return report;
    }
    int quarter = quarterOfYear(i);
    return quarter > 0 ? quarter : partOfYear(i);
  }

  /// The first of two that share a word: 2020 in 2020-2023年, 9 in 9、10月.
  int firstOfTwo(int i, SmallNumber first) {
    int end = first.end();
    if (BETWEEN.indexOf(text.at(end)) < 0) {
      return -1;
    }
    SmallNumber second = pass.number(end + 1);
    if (second.isNone()) {
      return -1;
    }
    boolean years = end - i == 4 && second.end() - end == 5 && isYear(first) && isYear(second);
    if (years && text.at(second.end()) == '年') {
      draft.year(first.value());
      return end;
    }
    boolean months = first.isIn(1, 12) && second.value() <= 12 && end - i <= 2;
    if (months && text.at(second.end()) == '月') {
      draft.month(first.value());
      return end;
    }
    return -1;
  }

  /// 当月: the month that was named before.
  private int monthBefore(int i) {
    TimeExpression before = pass.last();
    if (before == null || before.month() == 0 || !text.startsWith("当月", i)) {
      return -1;
    }
    draft.month(before.month());
    if (before.yearStated()) {
      draft.inStatedYear(before.year());
    } else {
      draft.inYear(before.year());
    }
    return i + 2;
  }

  private int half(int i) {
    if (!text.startsWith("半年", i + 1)) {
      return -1;
    }
    draft.half(text.at(i) == '上' ? 1 : 2);
    return i + 3;
  }

  /// 四季度, after 第 or a year; the number begins at `i`. The report of the first is of that quarter
  /// alone (一季报), those of the others of the year so far.
  private int quarter(int i) {
    SmallNumber number = pass.number(i);
    if (number.isIn(1, 1) && text.startsWith("季报", number.end())) {
      return quarter(1, number.end() + 1);
    }
    return number.isIn(1, 4) && text.startsWith("季度", number.end())
        ? quarter(number.value(), number.end() + 2)
        : -1;
  }

  /// 2023中报, 2023年半年报: the report of the first half.
  private int halfReport(int i) {
    if (text.startsWith("中报", i)) {
      draft.half(1);
      return i + 1;
    }
    if (text.startsWith("半年报", i)) {
      draft.half(1);
      return i + 2;
    }
    return -1;
  }

  private int quarter(int number, int end) {
    draft.quarter(number);
    return end;
  }

  /// 首季, 首季度.
  private int firstQuarter(int i) {
    if (text.at(i + 1) != '季' || text.at(i + 2) == '节') {
      return -1;
    }
    return quarter(1, text.at(i + 2) == '度' ? i + 3 : i + 2);
  }

  /// 首季, 首九个月.
  private int first(int i) {
    int quarter = firstQuarter(i);
    return quarter > 0 ? quarter : runs.soFar(i);
  }

  /// After a year 第三季 is a quarter too.
  private int quarterOfYear(int i) {
    if (text.at(i) == '首') {
      return firstQuarter(i);
    }
    boolean ordinal = text.at(i) == '第';
    int whole = quarter(ordinal ? i + 1 : i);
    if (whole > 0 || !ordinal) {
      return whole;
    }
    SmallNumber number = pass.number(i + 1);
    int end = number.end();
    return number.isIn(1, 4)
            && text.at(end) == '季'
            && !pass.words.noQuarterBefore.isAt(text, end + 1)
        ? quarter(number.value(), end + 1)
        : -1;
  }

  private int year(int i, SmallNumber number, int at) {
    if (text.at(at + 1) == '代') {
      return decade(number.value(), number.end() - i, at + 2);
    }
    int year = yearOf(i, number);
    boolean length = number.value() % 500 == 0 && pass.words.lengthBefore.isAt(text, at + 1);
    if (year < 0 || length) {
      return -1;
    }
    draft.year(year);
    return text.at(at + 1) == '度' ? at + 2 : afterYear(at + 1);
  }

  /// Four digits, or two that can only be a year: 98年, 08年.
  private int yearOf(int i, SmallNumber number) {
    int size = number.end() - i;
    if (size == 4 && isYear(number) && text.at(i) != '十' && text.at(i + 1) != '十') {
      return number.value();
    }
    if (size != 2 || !text.isDigit(i)) {
      return -1;
    }
    if (text.at(i) == '0') {
      return 2000 + number.value();
    }
    return number.value() >= FIRST_SHORT_YEAR && !pass.words.noYearAfter.isBefore(text, i)
        ? 1900 + number.value()
        : -1;
  }

  private static boolean isYear(SmallNumber number) {
    return number.isIn(MIN_YEAR, MAX_YEAR);
  }

  private int decade(int number, int size, int end) {
    if (size > 4 || number % 10 != 0) {
      return -1;
    }
    draft.decade(size == 4 ? number : number + (number >= FIRST_SHORT_DECADE ? 1900 : 2000));
    return end;
  }

  /// 20世纪, 20世纪90年代.
  private int century(SmallNumber number, int end) {
    int firstYear = 100 * (number.value() - 1);
    SmallNumber decade = pass.number(text.skipSpaces(end));
    boolean round = decade.isIn(0, 99) && decade.value() % 10 == 0;
    if (round && text.startsWith("年代", decade.end())) {
      draft.decade(firstYear + decade.value());
      return decade.end() + 2;
    }
    if (!number.isIn(1, MAX_CENTURY)) {
      return -1;
    }
    draft.century(firstYear);
    return end;
  }

  /// What may follow a year: a quarter, a half, a month with its day.
  private int afterYear(int end) {
    int at = text.skipSpaces(end);
    int half = text.at(at) == '上' || text.at(at) == '下' ? half(at) : halfReport(at);
    int part = half > 0 ? half : quarterOfYear(at);
    if (part > 0) {
      return part;
    }
    SmallNumber number = pass.number(at);
    boolean soFar = "前头首".indexOf(text.at(at)) >= 0;
    int run = soFar ? runs.soFar(at) : runs.between(number);
    if (run > 0) {
      return run;
    }
    int next = text.skipSpaces(number.end());
    if (number.isIn(1, 12) && text.at(next) == '月') {
      return month(number, next + 1);
    }
    return draft.isRead() ? end : -1;
  }

  private int month(SmallNumber number, int end) {
    draft.month(number.value());
    return afterMonth(text.at(end) == '份' ? end + 1 : end);
  }

  private int afterMonth(int end) {
    SmallNumber number = pass.number(text.skipSpaces(end));
    int next = text.skipSpaces(number.end());
    boolean day = text.at(next) == '日' || text.at(next) == '号';
    if (number.isIn(1, 31) && day && !isNoDay(next)) {
      draft.day(number.value());
      return clocks.afterDay(next + 1);
    }
    return draft.isRead() ? end : -1;
  }

  private boolean isNoDay(int at) {
    return text.at(at) == '日' && pass.words.noDayBefore.isAt(text, at + 1);
  }

  /// A day without its month; 日 or 号 stands at `at`.
  private int day(int i, SmallNumber number, int at) {
    boolean ordinal = text.at(i - 1) == '第';
    boolean written = text.isDigit(i) || "月至到".indexOf(text.at(i - 1)) >= 0;
    boolean counted = pass.words.noDayAfter.isBefore(text, i);
    if (!number.isIn(1, 31) || isNoDay(at) || ordinal || counted || !written) {
      return -1;
    }
    boolean label = text.isLatin(i - 1) || pass.words.noDateBefore.isAt(text, at + 1);
    if (text.at(at) == '号' && (label || isName(i))) {
      return -1;
    }
    draft.day(number.value());
    TimeExpression first = firstOfTwoDays(i);
    if (first != null) {
      draft.inMonthOf(first);
    }
    return clocks.afterDay(at + 1);
  }

  /// Whether a number before 号 is that of a thing whose name stands right before it: 雪龙2号, 轨道交通5号.
  /// Who does something on a day may stand there too: 总统5号宣布.
  private boolean isName(int i) {
    int from = i;
    while (text.isHan(from - 1) && i - from < LONGEST_NAME) {
      from--;
    }
    if (from == i || pass.words.dayAfter.isBefore(text, i)) {
      return false;
    }
    Part last = WordCutter.of(text.original, new Span(from, i)).getLast().part();
    return last == Part.NOUN || last == Part.NAME;
  }

  /// In 2月9日至17日 the 17日 is in February too.
  private @Nullable TimeExpression firstOfTwoDays(int i) {
    TimeExpression before = pass.last();
    if (before == null || before.grain() != TimeExpression.Grain.DAY) {
      return null;
    }
    int between = i - before.span().end();
    boolean joined = between > 0 && between <= 2 && BETWEEN_DAYS.indexOf(text.at(i - 1)) >= 0;
    return joined ? before : null;
  }
}
