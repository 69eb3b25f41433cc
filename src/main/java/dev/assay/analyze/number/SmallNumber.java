package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;

/// A whole number of at most four digits, in either script, as dates have it.
///
/// @param value -1 if there is none
/// @param end after its last digit; where it would begin if there is none
public record SmallNumber(int value, int end) {

  private static final int NONE = -1;
  private static final int MOST_DIGITS = 4;

  /// The number at `i` of `text`.
  public static SmallNumber at(FoldedText text, int i, HanNumerals han) {
    return text.isDigit(i) ? arabic(text, i) : chinese(text, i, han);
  }

  private static SmallNumber arabic(FoldedText text, int i) {
    int at = i;
    int value = 0;
    while (text.isDigit(at) && at - i <= MOST_DIGITS) {
      value = 10 * value + text.at(at) - '0';
      at++;
    }
    return new SmallNumber(at - i > MOST_DIGITS || text.isDigit(i - 1) ? NONE : value, at);
  }

  /// 十二, 二十, 三十一, or digits read out: 二〇二五.
  private static SmallNumber chinese(FoldedText text, int i, HanNumerals han) {
    int at = i;
    int value = 0;
    int last = NONE;
    while (at - i < MOST_DIGITS) {
      int digit = han.digit(text.at(at));
      if (digit >= 0) {
        last = last < 0 ? digit : 10 * last + digit;
      } else if (text.at(at) == '十' && last < 10) {
        value += 10 * (last < 0 ? 1 : Math.max(1, last));
        last = NONE;
      } else {
        break;
      }
      at++;
    }
    return new SmallNumber(at == i ? NONE : value + Math.max(0, last), at);
  }

  public boolean isNone() {
    return value < 0;
  }

  /// Whether it lies between `low` and `high`, both included.
  public boolean isIn(int low, int high) {
    return value >= low && value <= high;
  }
}
