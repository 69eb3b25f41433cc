package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;

/// Reads times of day in either script: 12时01分, 8点半, 8:30, 6 p.m.
final class ClockReader {

  private static final int HOURS = 24;
  private static final int MINUTES = 60;
  private static final int NOON = 12 * MINUTES;

  private final TimePass pass;
  private final FoldedText text;

  ClockReader(TimePass pass) {
    this.pass = pass;
    this.text = pass.text;
  }

  /// The time of day after a day that ends at `end`, or the day alone.
  int afterDay(int end) {
    int part = pass.words.dayParts.endAt(text, end);
    int at = text.skipSpaces(part < 0 ? end : part);
    return certain(at, pass.number(at), end);
  }

  /// The time of day after a day as in 2025-11-20 or 2025-11-20T09:30, or the day alone.
  int afterIsoDay(int end) {
    int at = text.at(end) == 't' ? end + 1 : text.skipSpaces(end);
    SmallNumber hour = pass.number(at);
    return text.at(hour.end()) == ':' ? certain(at, hour, end) : end;
  }

  private int certain(int i, SmallNumber hour, int otherwise) {
    int read = hour.isIn(0, HOURS) ? clock(ofDay(i, hour), true) : -1;
    return read > 0 ? read : otherwise;
  }

  /// The time of day whose hour begins at `i`, where 时, 点 or a colon follows it.
  int read(int i, SmallNumber hour) {
    if (hour.value() > HOURS) {
      return -1;
    }
    char mark = text.at(text.skipSpaces(hour.end()));
    boolean told = pass.words.clockAfter.isBefore(text, text.skipSpacesBack(i));
    boolean colon = mark == ':' || mark == '：';
    boolean digital = told || mark == ':' && hour.end() - i == 2;
    int end = colon && !digital ? -1 : clock(ofDay(i, hour), colon || told);
    return end < 0 ? -1 : Math.max(end, halfDay(pass.draft.minute(), end));
  }

  /// 6 p.m., 11am.
  int hourOfHalfDay(SmallNumber hour) {
    return hour.value() > 12 ? -1 : halfDay(MINUTES * hour.value(), hour.end());
  }

  /// 晚上8点 is the twentieth hour; the number begins at `i`.
  private SmallNumber ofDay(int i, SmallNumber hour) {
    boolean late = pass.words.afternoon.isBefore(text, text.skipSpacesBack(i));
    return late && hour.isIn(1, 11) ? new SmallNumber(hour.value() + 12, hour.end()) : hour;
  }

  /// @param certain whether it is known that a time of day follows
  private int clock(SmallNumber hour, boolean certain) {
    int at = text.skipSpaces(hour.end());
    return switch (text.at(at)) {
      case ':', '：' -> certain ? digital(hour, at) : -1;
      case '时' -> pass.words.noHourBefore.isAt(text, at + 1) ? -1 : spoken(hour, at + 1, true);
      case '点' -> text.at(at + 1) == '点' ? -1 : spoken(hour, at + 1, certain);
      default -> -1;
    };
  }

  /// 8:30, 08:30:15; the colon stands at `colon`.
  private int digital(SmallNumber hour, int colon) {
    boolean two = text.isDigit(colon + 1) && text.isDigit(colon + 2);
    boolean closed = !text.isDigit(colon + 3) && text.at(colon + 3) != '.';
    int minutes = two && closed ? text.twoDigits(colon + 1) : MINUTES;
    if (minutes >= MINUTES) {
      return -1;
    }
    boolean seconds =
        text.at(colon + 3) == ':' && text.isDigit(colon + 4) && text.isDigit(colon + 5);
    return set(hour, minutes, seconds ? colon + 6 : colon + 3);
  }

  /// 8点半, 8点整, 8时30分; the minutes stand at `next`.
  private int spoken(SmallNumber hour, int next, boolean certain) {
    switch (text.at(next)) {
      case '半' -> {
        return set(hour, MINUTES / 2, next + 1);
      }
      case '钟', '整' -> {
        return set(hour, 0, next + 1);
      }
      default -> {}
    }
    SmallNumber minutes = pass.number(text.skipSpaces(next));
    if (minutes.isIn(0, MINUTES - 1)
        && text.at(minutes.end()) == '分'
        && text.at(minutes.end() + 1) != '之') {
      SmallNumber seconds = pass.number(text.skipSpaces(minutes.end() + 1));
      boolean exact = seconds.isIn(0, MINUTES - 1) && text.at(seconds.end()) == '秒';
      return set(hour, minutes.value(), exact ? seconds.end() + 1 : minutes.end() + 1);
    }
    return certain ? set(hour, 0, next) : -1;
  }

  private int set(SmallNumber hour, int minutes, int end) {
    pass.draft.time(MINUTES * hour.value() + minutes);
    return end;
  }

  /// a.m. or p.m. after a time of day that ends at `end`.
  private int halfDay(int minute, int end) {
    int at = text.skipSpaces(end);
    boolean pm = text.hasWord("pm", at) || text.startsWith("p.m", at);
    boolean am = text.hasWord("am", at) || text.startsWith("a.m", at);
    if (!am && !pm) {
      return -1;
    }
    int shift = pm && minute < NOON ? NOON : am && minute >= NOON ? -NOON : 0;
    pass.draft.time(minute + shift);
    return text.at(at + 1) != '.' ? at + 2 : text.at(at + 3) == '.' ? at + 4 : at + 3;
  }
}
