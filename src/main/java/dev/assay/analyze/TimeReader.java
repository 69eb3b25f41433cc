package dev.assay.analyze;

import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the dates and times of a text, Chinese or English: 2025年10月20日, 去年第四季度, 12时01分, October
/// 20, 2025, Q3 2025, FY26, last week. Words told from the day of writing, and dates without a
/// year, are resolved against the publication time, if it is given. Linear; safe for use by many
/// threads.
public final class TimeReader {

  private static final int MIN_YEAR = 1000;
  private static final int MAX_YEAR = 2199;

  /// Without 年 or a word before it, only these numbers are taken for years.
  private static final int MIN_BARE_YEAR = 1800;

  private static final int MAX_BARE_YEAR = 2099;

  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private record Shift(TimeExpression.Grain grain, int by) {}

  private final WordTable<Shift> shifts;
  private final WordTable<Integer> months;
  private final HanNumerals numerals;
  private final boolean[] triggers = new boolean[Character.MAX_VALUE + 1];

  /// A reader with the lexicon that Assay ships.
  public TimeReader() {
    this(new HanNumerals());
  }

  TimeReader(HanNumerals numerals) {
    this.numerals = numerals;
    Map<String, Shift> words = new HashMap<>();
    addShifts(LexiconFile.read("zh/times.tsv"), " ", words);
    addShifts(LexiconFile.read("en/times.tsv"), ", ", words);
    this.shifts = WordTable.forwards(words);
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < MONTHS.length; i++) {
      names.put(MONTHS[i], i + 1);
      names.put(MONTHS[i].substring(0, 3), i + 1);
    }
    names.put("sept", 9);
    this.months = WordTable.forwards(names);
    for (String word : words.keySet()) {
      triggers[word.charAt(0)] = true;
    }
    for (String word : names.keySet()) {
      triggers[word.charAt(0)] = true;
    }
    for (char c : "0123456789fqh第上下首二三四五六七八九十一〇零周星".toCharArray()) {
      triggers[c] = true;
    }
    for (char c : "sfte".toCharArray()) {
      triggers[c] = true;
    }
  }

  private static void addShifts(LexiconFile file, String between, Map<String, Shift> words) {
    for (LexiconFile.Row row : file.rows()) {
      Shift shift =
          new Shift(
              TimeExpression.Grain.valueOf(row.cell(1).toUpperCase(Locale.ROOT)),
              Integer.parseInt(row.cell(2)));
      for (String word : row.cell(0).split(between)) {
        words.put(FoldedText.fold(word), shift);
      }
    }
  }

  /// The times of `text`, in order; `published` resolves what is told from the day of writing.
  public List<TimeExpression> read(String text, @Nullable PublicationTime published) {
    return read(new FoldedText(text), published == null ? null : published.local().toLocalDate());
  }

  List<TimeExpression> read(FoldedText text, @Nullable LocalDate today) {
    Pass pass = new Pass(text, today);
    return pass.run();
  }

  /// One pass over one text.
  private final class Pass {

    private final FoldedText text;
    private final @Nullable LocalDate today;
    private final List<TimeExpression> found = new ArrayList<>();

    // the date being read
    private int year;
    private int part;
    private int month;
    private int day;
    private int minute;
    private boolean stated;
    private TimeExpression.@Nullable Grain grain;

    Pass(FoldedText text, @Nullable LocalDate today) {
      this.text = text;
      this.today = today;
    }

    List<TimeExpression> run() {
      int i = 0;
      while (i < text.length) {
        char c = text.chars[i];
        if (!triggers[c]) {
          i++;
          continue;
        }
        clear();
        int end = WordTable.isLatin(c) ? latin(i) : c >= '0' && c <= '9' ? digits(i) : han(i);
        if (end > i) {
          emit(i, end);
          i = end;
        } else {
          i = c >= '0' && c <= '9' ? pastNumber(i) : WordTable.isLatin(c) ? text.wordEnd(i) : i + 1;
        }
      }
      return found;
    }

    private int pastNumber(int i) {
      int at = i;
      while (text.isDigit(at)
          || text.at(at) == '.' && text.isDigit(at + 1)
          || text.at(at) == ',' && text.isDigit(at + 1) && isGroup(at)) {
        at++;
      }
      return at;
    }

    private boolean isGroup(int comma) {
      return text.isDigit(comma + 3) && !text.isDigit(comma + 4);
    }

    private void clear() {
      year = 0;
      part = 0;
      month = 0;
      day = 0;
      minute = -1;
      stated = false;
      grain = null;
    }

    private void emit(int start, int end) {
      TimeExpression.Grain stated = grain;
      if (stated == null) {
        return;
      }
      if (year == 0 && today != null) {
        year = likelyYear(today);
      }
      LocalDate first = null;
      LocalDate last = null;
      if (stated == TimeExpression.Grain.WEEK) {
        first = weekStart;
        last = weekStart == null ? null : weekStart.plusDays(6);
      } else if (year > 0) {
        first = first();
        last = last();
      }
      if (stated == TimeExpression.Grain.WEEK && first == null) {
        return;
      }
      found.add(
          new TimeExpression(
              new Span(start, end),
              year,
              part,
              month,
              day,
              minute,
              stated,
              this.stated,
              first,
              last));
    }

    private @Nullable LocalDate weekStart;

    /// A month and day without a year is the nearest one to the day of writing.
    private int likelyYear(LocalDate now) {
      if (month == 0) {
        return now.getYear();
      }
      int away = month - now.getMonthValue();
      return away > 6 ? now.getYear() - 1 : away < -6 ? now.getYear() + 1 : now.getYear();
    }

    private @Nullable LocalDate first() {
      try {
        return LocalDate.of(year, firstMonth(), day > 0 && month > 0 ? day : 1);
      } catch (DateTimeException e) {
        return null; // 31 February is no day
      }
    }

    private int firstMonth() {
      if (month > 0) {
        return month;
      }
      if (grain == TimeExpression.Grain.QUARTER) {
        return 3 * part - 2;
      }
      return grain == TimeExpression.Grain.HALF ? 6 * part - 5 : 1;
    }

    private @Nullable LocalDate last() {
      if (day > 0 && month > 0) {
        return first();
      }
      TimeExpression.Grain stated = grain;
      if (stated == null) {
        return null;
      }
      return switch (stated) {
        case CENTURY -> LocalDate.of(year + 99, 12, 31);
        case DECADE -> LocalDate.of(year + 9, 12, 31);
        case HALF, QUARTER -> {
          int months = stated == TimeExpression.Grain.HALF ? 6 : 3;
          yield YearMonth.of(year, part * months).atEndOfMonth();
        }
        case MONTH -> YearMonth.of(year, month).atEndOfMonth();
        case YEAR -> LocalDate.of(year, 12, 31);
        case WEEK, DAY, MINUTE -> first();
      };
    }

    // ---- numbers -------------------------------------------------------------------------------

    private int numberEnd;

    /// A number of at most four digits in either script; -1 if there is none.
    private int number(int i) {
      if (text.isDigit(i)) {
        int at = i;
        int value = 0;
        while (text.isDigit(at) && at - i < 5) {
          value = 10 * value + text.at(at) - '0';
          at++;
        }
        numberEnd = at;
        return at - i > 4 || text.isDigit(i - 1) ? -1 : value;
      }
      return hanNumber(i);
    }

    /// 十二, 二十, 三十一, or digits read out: 二〇二五.
    private int hanNumber(int i) {
      int at = i;
      int value = 0;
      int last = -1;
      while (at - i < 4) {
        int digit = numerals.digit(text.at(at));
        if (digit >= 0) {
          last = last < 0 ? digit : 10 * last + digit;
        } else if (text.at(at) == '十' && (last < 10)) {
          value += 10 * Math.max(1, last < 0 ? 1 : last);
          last = -1;
        } else {
          break;
        }
        at++;
      }
      numberEnd = at;
      return at == i ? -1 : value + Math.max(0, last);
    }

    // ---- Chinese -------------------------------------------------------------------------------

    private int han(int i) {
      WordTable.Match<Shift> shift = shifts.at(text.chars, i, text.length);
      if (shift != null) {
        return afterShift(shift.value(), shift.end());
      }
      char c = text.at(i);
      if (c == '第') {
        return quarter(i + 1);
      }
      if (c == '首') {
        return firstQuarter(i);
      }
      if (text.startsWith("上半年", i) || text.startsWith("下半年", i)) {
        return half(i);
      }
      if (c == '周' || c == '星') {
        return -1;
      }
      return numerals.digit(c) >= 0 || c == '十' ? digits(i) : -1;
    }

    private int half(int i) {
      part = text.at(i) == '上' ? 1 : 2;
      grain = TimeExpression.Grain.HALF;
      return i + 3;
    }

    /// 四季度, after 第 or a year; the number begins at `i`.
    private int quarter(int i) {
      int value = number(i);
      int end = numberEnd;
      if (value < 1 || value > 4 || !text.startsWith("季度", end)) {
        return -1;
      }
      part = value;
      grain = TimeExpression.Grain.QUARTER;
      return end + 2;
    }

    /// 首季, 首季度.
    private int firstQuarter(int i) {
      if (text.at(i + 1) != '季' || text.at(i + 2) == '节') {
        return -1;
      }
      part = 1;
      grain = TimeExpression.Grain.QUARTER;
      return text.at(i + 2) == '度' ? i + 3 : i + 2;
    }

    /// After a year 第三季 is a quarter too.
    private int quarterOfYear(int i) {
      int from = text.at(i) == '第' ? i + 1 : i;
      int whole = text.at(i) == '首' ? firstQuarter(i) : quarter(from);
      if (whole > 0 || from == i) {
        return whole;
      }
      int value = number(from);
      boolean season = text.at(numberEnd) == '季' && "节后赛".indexOf(text.at(numberEnd + 1)) < 0;
      if (value < 1 || value > 4 || !season) {
        return -1;
      }
      part = value;
      grain = TimeExpression.Grain.QUARTER;
      return numberEnd + 1;
    }

    private int afterShift(Shift shift, int end) {
      if (today == null) {
        return unresolved(shift, end);
      }
      return switch (shift.grain()) {
        case YEAR -> {
          year = today.getYear() + shift.by();
          grain = TimeExpression.Grain.YEAR;
          yield afterYear(end);
        }
        case MONTH -> {
          LocalDate moved = today.plusMonths(shift.by());
          year = moved.getYear();
          month = moved.getMonthValue();
          grain = TimeExpression.Grain.MONTH;
          yield dayAfterMonth(end);
        }
        case DAY -> {
          setDay(today.plusDays(shift.by()));
          yield end;
        }
        case WEEK -> {
          weekStart =
              today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift.by());
          grain = TimeExpression.Grain.WEEK;
          yield end;
        }
        case QUARTER -> {
          LocalDate moved = today.plusMonths(3L * shift.by());
          year = moved.getYear();
          part = (moved.getMonthValue() + 2) / 3;
          grain = TimeExpression.Grain.QUARTER;
          yield end;
        }
        case CENTURY, DECADE, HALF, MINUTE -> -1;
      };
    }

    /// Without a publication time only what follows the word is known: 去年第四季度 is a fourth quarter.
    private int unresolved(Shift shift, int end) {
      return switch (shift.grain()) {
        case YEAR -> afterYear(end);
        case MONTH -> dayAfterMonth(end);
        case DAY, WEEK, QUARTER, CENTURY, DECADE, HALF, MINUTE -> -1;
      };
    }

    private void setDay(LocalDate date) {
      year = date.getYear();
      month = date.getMonthValue();
      day = date.getDayOfMonth();
      grain = TimeExpression.Grain.DAY;
    }

    /// What may follow a year: a quarter, a half, a month with its day.
    private int afterYear(int end) {
      int at = text.skipSpaces(end);
      if (text.startsWith("上半年", at) || text.startsWith("下半年", at)) {
        return half(at);
      }
      int quarter = quarterOfYear(at);
      if (quarter > 0) {
        return quarter;
      }
      int value = number(at);
      int next = text.skipSpaces(numberEnd);
      if (value >= 1 && value <= 12 && text.at(next) == '月') {
        return month(value, next + 1);
      }
      return grain == null ? -1 : end;
    }

    private int month(int value, int end) {
      month = value;
      grain = TimeExpression.Grain.MONTH;
      return dayAfterMonth(text.at(end) == '份' ? end + 1 : end);
    }

    private int dayAfterMonth(int end) {
      int at = text.skipSpaces(end);
      int value = number(at);
      int next = text.skipSpaces(numberEnd);
      char c = text.at(next);
      if (value >= 1 && value <= 31 && (c == '日' || c == '号') && !isYen(next)) {
        day = value;
        grain = TimeExpression.Grain.DAY;
        return clockAfter(next + 1);
      }
      return grain == null ? -1 : end;
    }

    private boolean isYen(int sun) {
      char after = text.at(sun + 1);
      return text.at(sun) == '日' && (after == '元' || after == '圆' || after == '内' || after == '均');
    }

    private int clockAfter(int end) {
      int at = end;
      for (String word : new String[] {"上午", "下午", "凌晨", "晚上", "晚间", "中午", "早上", "晚", "早"}) {
        if (text.startsWith(word, at)) {
          at += word.length();
          break;
        }
      }
      int value = number(text.skipSpaces(at));
      int clock = value < 0 || value > 24 ? -1 : clock(value, numberEnd, true);
      return clock > 0 ? clock : end;
    }

    /// 12时01分, 8点半, 8:30; the hour ends at `end`.
    private int clock(int hour, int end, boolean certain) {
      int at = text.skipSpaces(end);
      char c = text.at(at);
      if (c == ':' || c == '：') {
        boolean two =
            text.isDigit(at + 1)
                && text.isDigit(at + 2)
                && !text.isDigit(at + 3)
                && text.at(at + 3) != '.';
        int minutes = two ? 10 * (text.at(at + 1) - '0') + text.at(at + 2) - '0' : 60;
        if (minutes > 59 || !certain) {
          return -1;
        }
        boolean seconds = text.at(at + 3) == ':' && text.isDigit(at + 4) && text.isDigit(at + 5);
        return setClock(hour, minutes, seconds ? at + 6 : at + 3);
      }
      boolean hourWord =
          c == '时' && "代期间常任有".indexOf(text.at(at + 1)) < 0 || c == '点' && text.at(at + 1) != '点';
      if (!hourWord) {
        return -1;
      }
      int next = at + 1;
      if (text.at(next) == '半') {
        return setClock(hour, 30, next + 1);
      }
      if (text.at(next) == '钟' || text.at(next) == '整') {
        return setClock(hour, 0, next + 1);
      }
      int minutes = number(text.skipSpaces(next));
      if (minutes >= 0
          && minutes < 60
          && text.at(numberEnd) == '分'
          && text.at(numberEnd + 1) != '之') {
        return setClock(hour, minutes, numberEnd + 1);
      }
      return certain || c == '时' ? setClock(hour, 0, next) : -1;
    }

    private int setClock(int hour, int minutes, int end) {
      minute = 60 * hour + minutes;
      grain = TimeExpression.Grain.MINUTE;
      return end;
    }

    // ---- digits first --------------------------------------------------------------------------

    private int digits(int i) {
      if (!isNumberStart(i)) {
        return -1;
      }
      int value = number(i);
      int end = numberEnd;
      if (value < 0) {
        return -1;
      }
      int iso = iso(i, value, end);
      if (iso > 0) {
        return iso;
      }
      int at = text.skipSpaces(end);
      char c = text.at(at);
      int read =
          switch (c) {
            case '年' -> yearWord(i, value, end, at);
            case '月' ->
                value >= 1 && value <= 12 && text.at(at + 1) != '度' ? month(value, at + 1) : -1;
            case '日', '号' -> dayWord(i, value, at);
            case '世' -> text.at(at + 1) == '纪' ? century(value, at + 2) : -1;
            case '季' ->
                "连近去前续多".indexOf(text.at(i - 1)) >= 0 || text.isDigit(i - 1) ? -1 : quarter(i);
            case '时', '点', ':', '：' -> clockWord(i, value, end, c);
            default -> -1;
          };
      if (read > 0) {
        return read;
      }
      int first = firstOfTwo(i, value, end);
      return first > 0 ? first : text.isDigit(i) ? latinDate(i, value, end) : -1;
    }

    private boolean isNumberStart(int i) {
      char before = text.at(i - 1);
      if (text.isDigit(i)) {
        return !(before >= '0' && before <= '9')
            && !WordTable.isLatin(before)
            && (before != '.' && before != ',' || !text.isDigit(i - 2))
            && "$€£¥".indexOf(before) < 0;
      }
      return !numerals.isNumeral(before);
    }

    /// 2025-10-20, 2025/10/20, 2025.10.20; the year ends at `end`.
    private int iso(int i, int value, int end) {
      char c = text.at(end);
      if (end - i != 4
          || value < MIN_BARE_YEAR
          || value > MAX_BARE_YEAR
          || c != '-' && c != '/' && c != '.') {
        return -1;
      }
      int months = number(end + 1);
      int next = numberEnd;
      if (months < 1 || months > 12 || text.at(next) != c || next - end > 3) {
        return -1;
      }
      int days = number(next + 1);
      if (days < 1 || days > 31 || numberEnd - next > 3 || text.isDigit(numberEnd)) {
        return -1;
      }
      year = value;
      month = months;
      day = days;
      stated = true;
      grain = TimeExpression.Grain.DAY;
      return isoClock(numberEnd);
    }

    private int isoClock(int end) {
      int at = text.at(end) == 't' ? end + 1 : text.skipSpaces(end);
      int hour = number(at);
      int clock =
          hour < 0 || hour > 24 || text.at(numberEnd) != ':' ? -1 : clock(hour, numberEnd, true);
      return clock > 0 ? clock : end;
    }

    private int yearWord(int i, int value, int end, int at) {
      if (text.at(at + 1) == '代') {
        return decade(value, end - i, at + 2);
      }
      int read = yearOf(i, value, end);
      if (read < 0 || isSpanOfYears(value, at + 1)) {
        return -1;
      }
      year = read;
      stated = true;
      grain = TimeExpression.Grain.YEAR;
      if (text.at(at + 1) == '度') {
        return at + 2;
      }
      return afterYear(at + 1);
    }

    /// 1000年前 and 2000年历史 are lengths.
    private boolean isSpanOfYears(int value, int after) {
      return value % 500 == 0
          && (text.startsWith("前", after)
              || text.startsWith("历史", after)
              || text.startsWith("的历史", after)
              || text.startsWith("来", after)
              || text.startsWith("间", after));
    }

    /// Four digits, or two that can only be a year: 98年, 08年.
    private int yearOf(int i, int value, int end) {
      int size = end - i;
      if (size == 4
          && value >= MIN_YEAR
          && value <= MAX_YEAR
          && text.at(i) != '十'
          && text.at(i + 1) != '十') {
        return value;
      }
      boolean two = size == 2 && text.isDigit(i);
      if (two && text.at(i) == '0') {
        return 2000 + value;
      }
      return two
              && value >= 70
              && !text.endsWith("近", i)
              && !text.endsWith("约", i)
              && !text.endsWith("共", i)
          ? 1900 + value
          : -1;
    }

    private int decade(int value, int size, int end) {
      year = size == 4 ? value : value >= 20 ? 1900 + value : 2000 + value;
      stated = true;
      grain = TimeExpression.Grain.DECADE;
      return size > 4 || value % 10 != 0 ? -1 : end;
    }

    private int century(int value, int end) {
      int next = text.skipSpaces(end);
      int decade = number(next);
      if (decade >= 0 && decade < 100 && decade % 10 == 0 && text.startsWith("年代", numberEnd)) {
        year = 100 * (value - 1) + decade;
        stated = true;
        grain = TimeExpression.Grain.DECADE;
        return numberEnd + 2;
      }
      year = 100 * (value - 1);
      stated = true;
      grain = TimeExpression.Grain.CENTURY;
      return value < 1 || value > 30 ? -1 : end;
    }

    private int dayWord(int i, int value, int at) {
      if (value < 1
          || value > 31
          || isYen(at)
          || text.at(i - 1) == '第'
          || !text.isDigit(i) && !isAfterDate(i)) {
        return -1;
      }
      if (text.at(at) == '号'
          && (WordTable.isLatin(text.at(i - 1)) || "楼线码机令文院".indexOf(text.at(at + 1)) >= 0)) {
        return -1;
      }
      day = value;
      grain = TimeExpression.Grain.DAY;
      takeMonthBefore(i);
      return clockAfter(at + 1);
    }

    private boolean isAfterDate(int i) {
      char before = text.at(i - 1);
      return before == '月' || before == '至' || before == '到';
    }

    /// In 2月9日至17日 the 17日 is in February too.
    private void takeMonthBefore(int i) {
      if (found.isEmpty()) {
        return;
      }
      TimeExpression before = found.getLast();
      boolean joined = i - before.span().end() <= 2 && i > before.span().end();
      if (joined
          && before.grain() == TimeExpression.Grain.DAY
          && "至到-~—、和".indexOf(text.at(i - 1)) >= 0) {
        month = before.month();
        year = before.year();
      }
    }

    private int clockWord(int i, int value, int end, char c) {
      if (value > 24) {
        return -1;
      }
      boolean colon = c == ':' || c == '：';
      boolean told = isToldHour(i);
      int clock =
          colon
              ? (told || c == ':' && end - i == 2 ? clock(value, end, true) : -1)
              : clock(value, end, told);
      int after = clock < 0 ? -1 : latinHalfDay(clock);
      return Math.max(clock, after);
    }

    /// Whether the words before say that a time of day follows.
    private boolean isToldHour(int i) {
      return text.endsWith("上午", i)
          || text.endsWith("下午", i)
          || text.endsWith("凌晨", i)
          || text.endsWith("晚", i)
          || text.endsWith("晚上", i)
          || text.endsWith("早上", i)
          || text.endsWith("中午", i)
          || text.endsWith("日", i)
          || text.endsWith("at ", i)
          || text.endsWith("by ", i)
          || text.endsWith("until ", i)
          || text.endsWith("日 ", i)
          || text.endsWith("号", i);
    }

    /// The first of two: 2020 in 2020-2023年, 9 in 9-10月, 2014 in 2014–2022.
    private int firstOfTwo(int i, int value, int end) {
      char c = text.at(end);
      if (c != '-' && c != '至' && c != '到' && c != '~' && c != '—' && c != '/' && c != '、') {
        return -1;
      }
      int second = number(end + 1);
      int next = numberEnd;
      if (second < 0) {
        return -1;
      }
      if (text.at(next) == '年'
          && end - i == 4
          && next - end == 5
          && isYear(value)
          && isYear(second)) {
        return setYear(value, end);
      }
      if (text.at(next) == '月' && value >= 1 && value <= 12 && second <= 12 && end - i <= 2) {
        month = value;
        grain = TimeExpression.Grain.MONTH;
        return end;
      }
      return -1;
    }

    private boolean isYear(int value) {
      return value >= MIN_YEAR && value <= MAX_YEAR;
    }

    private int setYear(int value, int end) {
      year = value;
      stated = true;
      grain = TimeExpression.Grain.YEAR;
      return end;
    }

    // ---- English -------------------------------------------------------------------------------

    /// 20 October 2025, 6pm, 1990s, a bare year.
    private int latinDate(int i, int value, int end) {
      if (value >= 1 && value <= 31 && end - i <= 2) {
        int at = text.skipSpaces(ordinalEnd(end));
        int of = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
        WordTable.Match<Integer> name = at > end || at < of ? monthAt(of) : null;
        if (name != null) {
          day = value;
          month = name.value();
          grain = TimeExpression.Grain.DAY;
          return yearAfter(afterPoint(name), false);
        }
        int clock = value <= 12 ? hourOnly(value, end) : -1;
        if (clock > 0) {
          return clock;
        }
      }
      if (end - i == 4 && value >= MIN_BARE_YEAR && value <= MAX_BARE_YEAR) {
        return bareYear(i, value, end);
      }
      return -1;
    }

    private int hourOnly(int value, int end) {
      minute = 60 * value;
      int after = latinHalfDay(end);
      if (after > 0) {
        grain = TimeExpression.Grain.MINUTE;
      } else {
        minute = -1;
      }
      return after;
    }

    /// a.m. or p.m. after an hour; moves the time to the afternoon.
    private int latinHalfDay(int end) {
      int at = text.skipSpaces(end);
      boolean pm = text.hasWord("pm", at) || text.startsWith("p.m", at);
      boolean am = text.hasWord("am", at) || text.startsWith("a.m", at);
      if (!am && !pm) {
        return -1;
      }
      if (pm && minute < 12 * 60) {
        minute += 12 * 60;
      } else if (am && minute >= 12 * 60) {
        minute -= 12 * 60;
      }
      return text.at(at + 1) == '.' ? at + (text.at(at + 3) == '.' ? 4 : 3) : at + 2;
    }

    private int bareYear(int i, int value, int end) {
      char c = text.at(end);
      if (c == 's' && !text.isLatin(end + 1)) {
        year = value;
        stated = true;
        grain = TimeExpression.Grain.DECADE;
        return value % 10 == 0 ? end + 1 : -1;
      }
      if (text.isLatin(end)
          || c == '%'
          || c == ',' && isGroup(end)
          || c == '.' && text.isDigit(end + 1)
          || c == '°'
          || c == '+') {
        return -1;
      }
      if (text.isHan(text.skipSpacesBack(i) - 1) && text.isHan(text.skipSpaces(end))
          || numerals.isScale(c)) {
        return isYearInHan(i, end) ? setYear(value, end) : -1;
      }
      if (!isYearInContext(i, value, end)) {
        return -1;
      }
      int after = slashedYear(value, end);
      return setYear(value, after);
    }

    /// 2010/11, 2023-24.
    private int slashedYear(int value, int end) {
      char c = text.at(end);
      if (c != '/' && c != '-'
          || !text.isDigit(end + 1)
          || !text.isDigit(end + 2)
          || text.isDigit(end + 3)) {
        return end;
      }
      int second = 10 * (text.at(end + 1) - '0') + text.at(end + 2) - '0';
      return second == (value + 1) % 100 || second > value % 100 ? end + 3 : end;
    }

    private boolean isYearInHan(int i, int end) {
      return (text.endsWith("自", i)
              || text.endsWith("到", i)
              || text.endsWith("在", i)
              || text.endsWith("至", i))
          && (text.startsWith("以来", end)
              || text.startsWith("以后", end)
              || text.startsWith("之前", end));
    }

    private static final String[] BEFORE_YEAR = {
      "in", "since", "from", "by", "until", "till", "of", "to", "early", "mid", "late", "after",
      "before", "through", "during", "fiscal", "and", "between", "year", "spring", "summer",
      "autumn", "fall", "winter", "end", "for", "than", "the", "around", "beyond"
    };

    private boolean isYearInContext(int i, int value, int end) {
      int before = text.skipSpacesBack(i);
      if (text.at(before - 1) == '$' || text.at(before - 1) == '#') {
        return false;
      }
      boolean told = false;
      int from = text.wordStart(text.at(before - 1) == '-' ? before - 1 : before);
      String word = text.folded(from, text.at(before - 1) == '-' ? before - 1 : before);
      for (String each : BEFORE_YEAR) {
        told |= each.equals(word);
      }
      if (isUnitAhead(end)) {
        return false;
      }
      return told && !word.equals("than") && !word.equals("around") && !word.equals("for")
          || value % 100 != 0 && value >= 1900;
    }

    private static final String[] UNITS_AHEAD = {
      "million",
      "billion",
      "trillion",
      "percent",
      "per cent",
      "tons",
      "tonnes",
      "metric",
      "kg",
      "km",
      "people",
      "jobs",
      "dollars",
      "yuan",
      "euros",
      "points",
      "times",
      "miles",
      "metres",
      "meters",
      "feet",
      "workers",
      "employees",
      "mw",
      "gw",
      "kwh",
      "hours",
      "days",
      "years",
      "barrels",
      "ounces",
      "pounds",
      "units",
      "vehicles",
      "homes",
      "acres",
      "hectares"
    };

    private boolean isUnitAhead(int end) {
      int at = text.skipSpaces(end);
      if (numerals.isScale(text.at(at))) {
        return true;
      }
      for (String unit : UNITS_AHEAD) {
        if (text.hasWord(unit, at)) {
          return true;
        }
      }
      return false;
    }

    private int latin(int i) {
      if (text.isLatin(i - 1) || text.isDigit(i - 1) && text.at(i) != 'q') {
        return -1;
      }
      WordTable.Match<Shift> shift = shifts.at(text.chars, i, text.length);
      if (shift != null) {
        return today == null ? -1 : afterShift(shift.value(), shift.end());
      }
      int fiscal = fiscal(i);
      if (fiscal > 0) {
        return fiscal;
      }
      int quarter = latinQuarter(i);
      if (quarter > 0) {
        return quarter;
      }
      WordTable.Match<Integer> name = monthAt(i);
      return name == null ? -1 : monthFirst(i, name);
    }

    /// A month's name with a capital, so that "may" and "march" stay verbs.
    private WordTable.@Nullable Match<Integer> monthAt(int i) {
      WordTable.Match<Integer> name = months.at(text.chars, i, text.length);
      boolean upper = name != null && text.isUpper(i) && !text.isLatin(i - 1);
      return upper ? name : null;
    }

    private int afterPoint(WordTable.Match<Integer> name) {
      int start = text.wordStart(name.end());
      return text.at(name.end()) == '.' && name.end() - start <= 4 ? name.end() + 1 : name.end();
    }

    private int monthFirst(int i, WordTable.Match<Integer> name) {
      month = name.value();
      grain = TimeExpression.Grain.MONTH;
      int end = afterPoint(name);
      int at = text.skipSpaces(end);
      int value = text.isDigit(at) ? number(at) : -1;
      int after = numberEnd;
      if (at > end && value >= 1 && value <= 31 && after - at <= 2 && !isAmount(after)) {
        day = value;
        grain = TimeExpression.Grain.DAY;
        return secondDay(i, ordinalEnd(after));
      }
      int dated = yearAfter(end, true);
      boolean bare = dated == end && text.wordEnd(i) - i <= 3 && !stated;
      if (bare
          && (month == 5 || month == 3 || text.wordEnd(i) - i == 3 && text.at(end - 1) != '.')
          && !isInMonth(i)) {
        return -1;
      }
      return dated;
    }

    private boolean isInMonth(int i) {
      return text.endsWith("in ", i)
          || text.endsWith("last ", i)
          || text.endsWith("this ", i)
          || text.endsWith("since ", i)
          || text.endsWith("by ", i)
          || text.endsWith("of ", i)
          || text.endsWith("until ", i)
          || text.endsWith("from ", i);
    }

    private boolean isAmount(int after) {
      return text.at(after) == '%'
          || text.at(after) == '.' && text.isDigit(after + 1)
          || text.at(after) == ',' && isGroup(after);
    }

    private int ordinalEnd(int end) {
      for (String suffix : new String[] {"st", "nd", "rd", "th"}) {
        if (text.hasSuffix(suffix, end)) {
          return end + 2;
        }
      }
      return end;
    }

    /// October 20-22, 2025 is two days.
    private int secondDay(int i, int end) {
      char c = text.at(end);
      int to =
          c == '-'
              ? end + 1
              : text.startsWith(" to ", end)
                  ? end + 4
                  : text.startsWith(" and ", end) ? end + 5 : -1;
      int value = to > 0 && text.isDigit(to) ? number(to) : -1;
      int after = numberEnd;
      boolean day2 =
          value > day
              && value <= 31
              && after - to <= 2
              && !isAmount(after)
              && !text.isLatin(text.skipSpaces(ordinalEnd(after)));
      if (!day2) {
        return yearAfter(end, true);
      }
      int dated = yearAfter(ordinalEnd(after), true);
      emit(i, end);
      day = value;
      emit(to, dated);
      grain = null;
      return dated;
    }

    /// A year after a month or a day: ", 2025", " 2025", " of 2025".
    private int yearAfter(int end, boolean commaAllowed) {
      int at =
          commaAllowed && text.at(end) == ',' ? text.skipSpaces(end + 1) : text.skipSpaces(end);
      at = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
      int value = at > end && text.isDigit(at) ? number(at) : -1;
      int after = numberEnd;
      if (after - at == 4
          && value >= MIN_BARE_YEAR
          && value <= MAX_BARE_YEAR
          && !text.isLatin(after)
          && !(text.at(after) == ',' && isGroup(after))
          && text.at(after) != '%'
          && !isUnitAhead(after)) {
        year = value;
        stated = true;
        return after;
      }
      return end;
    }

    /// FY26, FY 2024, fiscal 2025, fiscal year 2025.
    private int fiscal(int i) {
      int at =
          text.hasWord("fiscal", i)
              ? i + 6
              : text.startsWith("fy", i) && text.isUpper(i) ? i + 2 : -1;
      if (at < 0) {
        return -1;
      }
      at = text.skipSpaces(at);
      at = text.hasWord("year", at) ? text.skipSpaces(at + 4) : at;
      int value = text.isDigit(at) ? number(at) : -1;
      int size = numberEnd - at;
      if (value < 0 || size != 2 && size != 4) {
        return -1;
      }
      return setYear(size == 2 ? 2000 + value : value, slashedYear(value, numberEnd));
    }

    private static final String[] ORDINALS = {"first", "second", "third", "fourth"};

    /// Q3 2025, 3Q25, the third quarter of 2025, the first half.
    private int latinQuarter(int i) {
      char c = text.at(i);
      int value = text.at(i + 1) - '0';
      if ((c == 'q' && value >= 1 && value <= 4 || c == 'h' && value >= 1 && value <= 2)
          && text.isUpper(i)
          && !text.isDigit(i + 2)
          && !text.isLatin(i + 2)) {
        part = value;
        grain = c == 'q' ? TimeExpression.Grain.QUARTER : TimeExpression.Grain.HALF;
        return yearAfter(i + 2, true);
      }
      if (c != 'f' && c != 's' && c != 't') {
        return -1;
      }
      for (int k = 0; k < ORDINALS.length; k++) {
        if (text.hasWord(ORDINALS[k], i)) {
          int at = i + ORDINALS[k].length() + 1;
          boolean quarter = text.hasWord("quarter", at);
          boolean half = k < 2 && text.hasWord("half", at);
          if (quarter || half && isHalfOfYear(at + 4)) {
            part = k + 1;
            grain = quarter ? TimeExpression.Grain.QUARTER : TimeExpression.Grain.HALF;
            return relativeYear(yearAfter(at + (quarter ? 7 : 4), true));
          }
        }
      }
      return -1;
    }

    private boolean isHalfOfYear(int end) {
      int at = text.skipSpaces(end);
      return !text.hasWord("of", at)
          || text.isDigit(at + 3)
          || text.startsWith("of the year", at)
          || text.startsWith("of last year", at)
          || text.startsWith("of this year", at)
          || text.startsWith("of next year", at);
    }

    /// The third quarter of last year.
    private int relativeYear(int end) {
      int at = text.skipSpaces(end);
      at = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
      WordTable.Match<Shift> shift = stated ? null : shifts.at(text.chars, at, text.length);
      if (shift == null || today == null || shift.value().grain() != TimeExpression.Grain.YEAR) {
        return end;
      }
      year = today.getYear() + shift.value().by();
      return shift.end();
    }
  }
}
