package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.WordTable;
import java.time.LocalDate;

/// Reads the dates that English words make: October 20, 2025, 20 October, March last year, next
/// March, Q3 2025, the third quarter of last year, the first nine months, FY26.
final class EnglishDates {

  private static final String[] ORDINALS = {"first", "second", "third", "fourth"};
  private static final int MAX_CENTURY = 30;
  private static final String[] YEARS = {
    "of the year", "of last year", "of this year", "of next year"
  };

  private final TimePass pass;
  private final FoldedText text;
  private final TimeDraft draft;
  private final ClockReader clocks;
  private final BareYears years;
  private final MonthRuns runs;

  EnglishDates(TimePass pass, ClockReader clocks, MonthRuns runs) {
    this.pass = pass;
    this.text = pass.text;
    this.draft = pass.draft;
    this.clocks = clocks;
    this.years = new BareYears(pass);
    this.runs = runs;
  }

  /// Whether a word may begin at `i`, where a letter stands: Q follows a digit in 3Q25.
  boolean mayBegin(int i) {
    return !text.isLatin(i - 1) && (!text.isDigit(i - 1) || text.at(i) == 'q');
  }

  /// A date whose word begins at `i`.
  int word(int i) {
    int fiscal = fiscal(i);
    if (fiscal > 0) {
      return fiscal;
    }
    int part = partOfYear(i);
    if (part > 0) {
      return part;
    }
    WordTable.Match<Integer> name = pass.monthAt(i);
    if (name != null) {
      return month(i, name);
    }
    int framed = runs.framed(i);
    int run = framed > 0 ? framed : runs.endingIn(pass.counted(i));
    return run > 0 ? tellingYear(yearAfter(run, true)) : monthFromToday(i);
  }

  /// Last March, next March, this March: told from the month of writing.
  private int monthFromToday(int i) {
    LocalDate today = pass.today;
    if (today == null || !isNear(i)) {
      return -1;
    }
    WordTable.Match<Integer> name = pass.monthAt(text.skipSpaces(text.wordEnd(i)));
    if (name == null) {
      return -1;
    }
    draft.month(name.value());
    draft.inYear(today.getYear() + yearsAway(text.at(i), name.value() - today.getMonthValue()));
    return pass.afterPoint(name);
  }

  private boolean isNear(int i) {
    return text.hasWord("last", i) || text.hasWord("next", i) || text.hasWord("this", i);
  }

  /// The year of the nearest month before or after that of writing.
  ///
  /// @param first letter of last, next or this
  /// @param ahead by how many months the month lies ahead in one year
  private static int yearsAway(char first, int ahead) {
    return switch (first) {
      case 'l' -> ahead < 0 ? 0 : -1;
      case 'n' -> ahead > 0 ? 0 : 1;
      default -> 0;
    };
  }

  /// A date whose number begins at `i`: 20 October 2025, 6pm, 1990s, a bare year.
  int number(int i, SmallNumber number) {
    int run = runs.endingIn(number);
    if (run > 0) {
      return tellingYear(yearAfter(run, true));
    }
    if (number.isIn(1, 31) && number.end() - i <= 2) {
      int date = dayFirst(number);
      if (date > 0) {
        return date;
      }
      int century = century(number);
      if (century > 0) {
        return century;
      }
      int first = text.isDigit(i) ? firstOfTwo(number) : -1;
      if (first > 0) {
        return first;
      }
      int clock = clocks.hourOfHalfDay(number);
      if (clock > 0) {
        return clock;
      }
    }
    return years.read(i, number);
  }

  /// The 14th century, 19th-century; 20th Century is a name.
  private int century(SmallNumber number) {
    int ordinal = pass.ordinalEnd(number.end());
    int at = text.at(ordinal) == '-' ? ordinal + 1 : text.skipSpaces(ordinal);
    boolean told =
        ordinal > number.end()
            && number.isIn(1, MAX_CENTURY)
            && text.hasWord("century", at)
            && !text.isUpper(at);
    if (!told) {
      return -1;
    }
    draft.century(100 * (number.value() - 1));
    return at + "century".length();
  }

  /// 20 October, 20th of October 2025.
  private int dayFirst(SmallNumber day) {
    int at = text.skipSpaces(pass.ordinalEnd(day.end()));
    int after = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
    WordTable.Match<Integer> name = after > day.end() ? pass.monthAt(after) : null;
    if (name == null) {
      return -1;
    }
    draft.month(name.value());
    draft.day(day.value());
    return tellingYear(yearAfter(pass.afterPoint(name), false));
  }

  /// The first of two days of one month: 28 in 28 to 31 July, which is read by itself.
  private int firstOfTwo(SmallNumber first) {
    int at = text.skipSpaces(first.end());
    int joint = text.hasWord("to", at) ? at + 2 : text.at(at) == '-' ? at + 1 : -1;
    if (joint < 0) {
      return -1;
    }
    SmallNumber second = pass.number(text.skipSpaces(joint));
    WordTable.Match<Integer> name =
        second.isIn(1, 31) ? pass.monthAt(text.skipSpaces(second.end())) : null;
    if (name == null || first.value() >= second.value()) {
      return -1;
    }
    draft.month(name.value());
    draft.day(first.value());
    return first.end();
  }

  /// October 20, 2025, October 2025, in May.
  private int month(int i, WordTable.Match<Integer> name) {
    draft.month(name.value());
    int end = pass.afterPoint(name);
    int run = runs.to(name.value(), end);
    if (run > 0) {
      return tellingYear(yearAfter(run, true));
    }
    int at = text.skipSpaces(end);
    if (at > end && text.isDigit(at)) {
      SmallNumber number = pass.number(at);
      if (number.isIn(1, 31) && number.end() - at <= 2 && !isAmount(number.end())) {
        draft.day(number.value());
        return oneOrTwoDays(i, pass.ordinalEnd(number.end()));
      }
    }
    int dated = tellingYear(yearAfter(end, true));
    boolean bare =
        dated == end && text.wordEnd(i) - i <= TimePass.SHORT_NAME && !draft.isYearStated();
    boolean pointed = text.at(end - 1) == '.';
    boolean doubtful = name.value() == 5 || name.value() == 3 || !pointed;
    boolean told = pass.words.monthAfter.isBefore(text, text.skipSpacesBack(i)) || isJoined(i);
    return bare && doubtful && !told ? -1 : dated;
  }

  /// Whether nothing but a joint stands between a month that was read and `i`: March and May.
  private boolean isJoined(int i) {
    TimeExpression last = pass.last();
    return last != null
        && last.grain() == TimeExpression.Grain.MONTH
        && last.span().end() < i
        && pass.words.monthJoint.holds(text.folded(last.span().end(), i).strip());
  }

  private boolean isAmount(int end) {
    char c = text.at(end);
    return c == '%' || c == '.' && text.isDigit(end + 1) || c == ',' && text.isGroup(end);
  }

  /// October 20-22, 2025 is two days; the first, which was read, ends at `end`.
  private int oneOrTwoDays(int i, int end) {
    int at = secondDayAt(end);
    SmallNumber second = text.isDigit(at) ? pass.number(at) : new SmallNumber(-1, at);
    boolean two =
        second.isIn(draft.day() + 1, 31)
            && second.end() - at <= 2
            && !isAmount(second.end())
            && !text.isLatin(text.skipSpaces(pass.ordinalEnd(second.end())));
    if (!two) {
      return tellingYear(yearAfter(end, true));
    }
    int dated = yearAfter(pass.ordinalEnd(second.end()), true);
    pass.keep(i, end);
    draft.day(second.value());
    pass.keep(at, dated);
    draft.clear();
    return dated;
  }

  private int secondDayAt(int end) {
    if (text.at(end) == '-') {
      return end + 1;
    }
    return text.startsWith(" to ", end) ? end + 4 : text.startsWith(" and ", end) ? end + 5 : -1;
  }

  /// A year after a month or a day: ", 2025", " 2025", " of 2025".
  private int yearAfter(int end, boolean commaAllowed) {
    boolean comma = commaAllowed && text.at(end) == ',';
    int at = text.skipSpaces(comma ? end + 1 : end);
    at = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
    if (at <= end || !text.isDigit(at)) {
      return end;
    }
    SmallNumber year = pass.number(at);
    int after = year.end();
    boolean amount =
        text.isLatin(after)
            || text.at(after) == '%'
            || text.at(after) == ',' && text.isGroup(after);
    if (after - at != 4
        || !year.isIn(BareYears.MIN, BareYears.MAX)
        || amount
        || years.isCountAhead(after)) {
      return end;
    }
    draft.inStatedYear(year.value());
    return after;
  }

  /// FY26, FY 2024, fiscal 2025, fiscal year 2025.
  private int fiscal(int i) {
    int word = fiscalEnd(i);
    if (word < 0) {
      return -1;
    }
    int at = text.skipSpaces(word);
    at = text.hasWord("year", at) ? text.skipSpaces(at + 4) : at;
    SmallNumber number = pass.number(at);
    int size = number.end() - at;
    if (!text.isDigit(at) || number.isNone() || size != 2 && size != 4) {
      return -1;
    }
    draft.year(size == 2 ? 2000 + number.value() : number.value());
    return years.slashed(number);
  }

  private int fiscalEnd(int i) {
    if (text.hasWord("fiscal", i)) {
      return i + 6;
    }
    return text.startsWith("fy", i) && text.isUpper(i) ? i + 2 : -1;
  }

  /// Q3 2025, 3Q25, the third quarter of 2025, the first half.
  int partOfYear(int i) {
    char c = text.at(i);
    int number = text.at(i + 1) - '0';
    boolean known =
        c == 'q' && number >= 1 && number <= 4 || c == 'h' && number >= 1 && number <= 2;
    if (known && text.isUpper(i) && !text.isDigit(i + 2) && !text.isLatin(i + 2)) {
      part(c == 'q', number);
      return yearAfter(i + 2, true);
    }
    for (int k = 0; k < ORDINALS.length; k++) {
      if (text.hasWord(ORDINALS[k], i)) {
        return spelledPart(k + 1, i + ORDINALS[k].length() + 1);
      }
    }
    return -1;
  }

  /// @param at where "quarter" or "half" is to stand
  private int spelledPart(int number, int at) {
    boolean quarter = text.hasWord("quarter", at);
    boolean half = number <= 2 && text.hasWord("half", at) && isOfYear(at + 4);
    if (!quarter && !half) {
      return number == 1 ? firstMonths(at) : -1;
    }
    part(quarter, number);
    return tellingYear(yearAfter(at + (quarter ? 7 : 4), true));
  }

  /// "nine months" behind "first"; not those of a pregnancy, nor of what they come after.
  private int firstMonths(int at) {
    int end = runs.firstOf(at);
    boolean year =
        end > 0 && isOfYear(end) && !pass.words.noMonthsBefore.isAt(text, text.skipSpaces(end));
    if (!year) {
      draft.clear();
      return -1;
    }
    return tellingYear(yearAfter(end, true));
  }

  private void part(boolean quarter, int number) {
    if (quarter) {
      draft.quarter(number);
    } else {
      draft.half(number);
    }
  }

  /// Whether no other whole is named behind `end` than a year.
  private boolean isOfYear(int end) {
    int at = text.skipSpaces(end);
    if (!text.hasWord("of", at) || text.isDigit(at + 3)) {
      return true;
    }
    for (String year : YEARS) {
      if (text.startsWith(year, at)) {
        return true;
      }
    }
    return false;
  }

  /// The third quarter of last year, March last year.
  private int tellingYear(int end) {
    int at = text.skipSpaces(end);
    at = text.hasWord("of", at) ? text.skipSpaces(at + 2) : at;
    WordTable.Match<TimeWords.Shift> told =
        draft.isYearStated() ? null : pass.words.shifts.at(text.chars, at, text.length);
    if (told == null || pass.today == null || told.value().grain() != TimeExpression.Grain.YEAR) {
      return end;
    }
    draft.inYear(pass.today.getYear() + told.value().by());
    return told.end();
  }
}
