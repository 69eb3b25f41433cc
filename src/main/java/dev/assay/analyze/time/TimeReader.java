package dev.assay.analyze.time;

import dev.assay.analyze.number.HanNumerals;
import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.WordTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the dates and times of a text, Chinese or English: 2025年10月20日, 去年第四季度, 12时01分, October
/// 20, 2025, Q3 2025, FY26, last week. Words told from the day of writing, and dates without a
/// year, are resolved against that day, if it is given. Linear; safe for use by many threads.
///
/// Here a text is gone through and the figures of a date are read; [ChineseDates], [EnglishDates],
/// [BareYears], [PlanYears] and [ClockReader] each read their own kind, [TimeDraft] knows the
/// calendar.
public final class TimeReader {

  private final TimeWords words;

  public TimeReader(Lexicon lexicon, HanNumerals han) {
    this.words = new TimeWords(lexicon, han);
  }

  /// The times of `text`, in order; `today` is the day of writing.
  public List<TimeExpression> read(FoldedText text, @Nullable LocalDate today) {
    return new Reading(new TimePass(words, text, today)).run();
  }

  private static final class Reading {

    private final TimePass pass;
    private final FoldedText text;
    private final ClockReader clocks;
    private final ChineseDates chinese;
    private final EnglishDates english;
    private final PlanYears plans;

    Reading(TimePass pass) {
      this.pass = pass;
      this.text = pass.text;
      this.clocks = new ClockReader(pass);
      MonthRuns runs = new MonthRuns(pass);
      this.chinese = new ChineseDates(pass, clocks, runs);
      this.english = new EnglishDates(pass, clocks, runs);
      this.plans = new PlanYears(pass);
    }

    List<TimeExpression> run() {
      int i = 0;
      while (i < text.length) {
        if (!pass.words.mayBegin(text.chars[i])) {
          i++;
          continue;
        }
        int end = read(i);
        if (end > i) {
          pass.keep(i, end);
        }
        i = end > i ? end : afterWord(i);
      }
      return pass.found();
    }

    /// The place after the word or number that begins at `i` and is no time.
    private int afterWord(int i) {
      if (text.isDigit(i)) {
        return afterNumber(i);
      }
      WordTable.Match<TimeWords.Shift> told = pass.words.shifts.at(text.chars, i, text.length);
      if (told != null && !text.isLatin(i)) {
        return told.end(); // in 上一季度 stands no 一季度
      }
      return text.isLatin(i) ? text.wordEnd(i) : i + 1;
    }

    private int afterNumber(int i) {
      int at = i;
      while (text.isDigit(at)
          || text.at(at) == '.' && text.isDigit(at + 1)
          || text.at(at) == ',' && text.isGroup(at)) {
        at++;
      }
      return at;
    }

    private int read(int i) {
      pass.draft.clear();
      if (text.isDigit(i)) {
        return number(i);
      }
      boolean latin = text.isLatin(i);
      if (latin && !english.mayBegin(i)) {
        return -1;
      }
      WordTable.Match<TimeWords.Shift> told = pass.words.shifts.at(text.chars, i, text.length);
      if (told != null) {
        if (isOfAnotherWord(i)) {
          return -1;
        }
        return latin && pass.today == null ? -1 : chinese.shifted(told.value(), told.end());
      }
      if (latin) {
        int plan = plans.spelled(i);
        return plan > 0 ? plan : english.word(i);
      }
      boolean numeral = pass.words.han.digit(text.at(i)) >= 0 || text.at(i) == '十';
      if (numeral) {
        int plan = isNumberStart(i) ? plans.shortName(i) : -1;
        return plan > 0 ? plan : number(i);
      }
      int plan = text.at(i) == '第' ? plans.longName(i) : -1;
      return plan > 0 ? plan : chinese.partOfYear(i);
    }

    /// Whether a day told from that of writing only seems to stand at `i`: 目前天然气.
    private boolean isOfAnotherWord(int i) {
      return pass.words.otherWord.isAt(text, i - 1);
    }

    private int number(int i) {
      if (!isNumberStart(i)) {
        return -1;
      }
      SmallNumber number = pass.number(i);
      if (number.isNone()) {
        return -1;
      }
      int iso = iso(i, number);
      int named = iso > 0 ? iso : plans.counted(i, number);
      if (named > 0) {
        return named;
      }
      int at = text.skipSpaces(number.end());
      int read =
          switch (text.at(at)) {
            case '时', '点', ':', '：' -> clocks.read(i, number);
            default -> chinese.counted(i, number, at);
          };
      if (read > 0) {
        return read;
      }
      int part = partAfter(i, number);
      int first = part > 0 ? part : chinese.firstOfTwo(i, number);
      return first > 0 ? first : text.isDigit(i) ? english.number(i, number) : -1;
    }

    /// 2025Q3, 2025 first quarter, 2026上半年: a year in digits and a part of it.
    private int partAfter(int i, SmallNumber year) {
      int at = text.skipSpaces(year.end());
      boolean plain = year.end() - i == 4 && year.isIn(BareYears.MIN, BareYears.MAX);
      if (!plain || at - year.end() > 1) {
        return -1;
      }
      int end = text.isLatin(at) ? english.partOfYear(at) : chinese.partAfterDigits(at);
      if (end < 0 || pass.draft.isYearStated()) {
        pass.draft.clear();
        return -1;
      }
      pass.draft.inStatedYear(year.value());
      return end;
    }

    private boolean isNumberStart(int i) {
      char before = text.at(i - 1);
      if (!text.isDigit(i)) {
        return !pass.words.han.isNumeral(before);
      }
      boolean fraction = (before == '.' || before == ',') && text.isDigit(i - 2);
      return !text.isDigit(i - 1)
          && !text.isLatin(i - 1)
          && !fraction
          && "$€£¥".indexOf(before) < 0;
    }

    /// 2025-10-20, 2025/10/20, 2025.10.20, also with a time of day.
    private int iso(int i, SmallNumber year) {
      int end = year.end();
      char mark = text.at(end);
      boolean marked = mark == '-' || mark == '/' || mark == '.';
      if (!marked || end - i != 4 || !year.isIn(BareYears.MIN, BareYears.MAX)) {
        return -1;
      }
      SmallNumber month = pass.number(end + 1);
      if (!month.isIn(1, 12) || month.end() - end > 3 || text.at(month.end()) != mark) {
        return -1;
      }
      SmallNumber day = pass.number(month.end() + 1);
      if (!day.isIn(1, 31) || day.end() - month.end() > 3 || text.isDigit(day.end())) {
        return -1;
      }
      pass.draft.inStatedYear(year.value());
      pass.draft.month(month.value());
      pass.draft.day(day.value());
      return clocks.afterIsoDay(day.end());
    }
  }
}
