package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;

/// Tells which numbers of four digits are years where no word says so: in 2025, 1990s, 自2020以来.
final class BareYears {

  static final int MIN = 1800;
  static final int MAX = 2099;

  /// Without a word before it, only a number from here on that does not end in 00 is a year.
  private static final int MIN_UNTOLD = 1900;

  /// '49 is 2049, '50 is 1950.
  private static final int LAST_OF_THIS_CENTURY = 49;

  private final TimePass pass;
  private final FoldedText text;

  BareYears(TimePass pass) {
    this.pass = pass;
    this.text = pass.text;
  }

  /// The year or decade whose number begins at `i`.
  int read(int i, SmallNumber number) {
    int end = number.end();
    if (end - i == 2 && text.at(i - 1) == '\'') {
      return cutYear(i, number);
    }
    if (end - i != 4 || !number.isIn(MIN, MAX)) {
      return -1;
    }
    if (text.at(end) == 's' && !text.isLatin(end + 1)) {
      return decade(number.value(), end);
    }
    if (isJoined(end) || !isYear(i, number)) {
      return -1;
    }
    pass.draft.year(number.value());
    return isAmongHan(i, end) ? end : slashed(number);
  }

  /// In '26, the '76 team, the '80s: a year without its century, where a word tells that it is one.
  private int cutYear(int i, SmallNumber number) {
    int end = number.end();
    int year = number.value() + (number.value() <= LAST_OF_THIS_CENTURY ? 2000 : 1900);
    int to = text.skipSpacesBack(i - 1);
    boolean told = pass.words.yearAfter.holds(text.folded(text.wordStart(to), to));
    if (!told || isCountAhead(end)) {
      return -1;
    }
    if (text.at(end) == 's' && !text.isLatin(end + 1)) {
      return decade(year, end);
    }
    boolean closed = text.at(end) == '\''; // of '26'
    if (closed || isJoined(end)) {
      return -1;
    }
    pass.draft.year(year);
    return end;
  }

  private int decade(int year, int end) {
    if (year % 10 != 0) {
      return -1;
    }
    pass.draft.decade(year);
    return end + 1;
  }

  /// Whether what follows belongs to the number.
  private boolean isJoined(int end) {
    char c = text.at(end);
    return text.isLatin(end)
        || c == '%'
        || c == '°'
        || c == '+'
        || c == ',' && text.isGroup(end)
        || c == '.' && text.isDigit(end + 1);
  }

  private boolean isYear(int i, SmallNumber number) {
    if (pass.words.noBareYearAfter.isBefore(text, i)) {
      return false;
    }
    return isAmongHan(i, number.end())
        ? pass.words.yearAfter.isBefore(text, i) && pass.words.yearBefore.isAt(text, number.end())
        : isYearInEnglish(i, number);
  }

  private boolean isAmongHan(int i, int end) {
    return text.isHan(text.skipSpacesBack(i) - 1) && text.isHan(text.skipSpaces(end))
        || pass.words.han.isScale(text.at(end));
  }

  private boolean isYearInEnglish(int i, SmallNumber number) {
    int before = text.skipSpacesBack(i);
    char sign = text.at(before - 1);
    if (sign == '$' || sign == '#' || isCountAhead(number.end())) {
      return false;
    }
    int to = sign == '-' ? before - 1 : before;
    boolean told = pass.words.yearAfter.holds(text.folded(text.wordStart(to), to));
    return told || number.value() % 100 != 0 && number.value() >= MIN_UNTOLD;
  }

  /// Whether a unit or a scale follows, so that the number counts something.
  boolean isCountAhead(int end) {
    int at = text.skipSpaces(end);
    return pass.words.han.isScale(text.at(at)) || pass.words.noYearBefore.isAt(text, at);
  }

  /// The end of 2010/11 and 2023-24, or of the year alone.
  int slashed(SmallNumber year) {
    int end = year.end();
    char c = text.at(end);
    if ("/-~—".indexOf(c) < 0
        || !text.isDigit(end + 1)
        || !text.isDigit(end + 2)
        || text.isDigit(end + 3)) {
      return end;
    }
    int second = text.twoDigits(end + 1);
    int first = year.value() % 100;
    return second > first || second == (first + 1) % 100 ? end + 3 : end;
  }
}
