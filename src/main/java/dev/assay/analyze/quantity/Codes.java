package dev.assay.analyze.quantity;

import dev.assay.analyze.text.FoldedText;

/// Tells digits that are part of a name or a code (F-35, COVID-19, #12, 1.2.3, an address) from
/// numbers, in one text.
final class Codes {

  /// A point after a word of this many letters ends a sentence; after fewer it may abbreviate.
  private static final int SENTENCE_WORD = 3;

  private final BesideWords beside;
  private final FoldedText text;
  private final NumeralReader numerals;

  Codes(BesideWords beside, FoldedText text, NumeralReader numerals) {
    this.beside = beside;
    this.text = text;
    this.numerals = numerals;
  }

  /// Whether the digits at `i` belong to what stands before them.
  boolean isPartOfCode(int i) {
    char before = text.at(i - 1);
    if (text.isLatin(i - 1)) {
      return numerals.signBefore(i) == null && !text.hasWord("x", i - 1);
    }
    return switch (before) {
      case '#' -> text.isDigit(i - 2) || text.isLatin(i - 2);
      case '_' -> true;
      case '-', '+', '/' ->
          text.isLatin(i - 2) && !isUnitWordBefore(i - 1) || text.isDigit(i - 2) && before != '-';
      case ',' -> text.isDigit(i - 2);
      case '.' ->
          text.isDigit(i - 2)
              || text.isLatin(i - 2)
                  && text.at(i) != '.'
                  && numerals.signBefore(i) == null
                  && !isSentenceEnd(i - 1);
      default -> false;
    };
  }

  private boolean isSentenceEnd(int point) {
    return point - text.wordStart(point) > SENTENCE_WORD;
  }

  /// In "mid-5 percent" the word before the hyphen is no name.
  private boolean isUnitWordBefore(int hyphen) {
    int start = text.wordStart(hyphen);
    return !text.isUpper(start) && hyphen - start > 2 || text.hasWord("to", start);
  }

  /// The end of a time that a watch shows, 30:14.27 or 2:03:51, which begins at `i`; -1 if there is
  /// none.
  int stopwatchEnd(int i) {
    int at = digitsEnd(i, 2);
    int parts = 0;
    while (at > i && text.at(at) == ':' && digitsEnd(at + 1, 2) == at + 3) {
      at += 3;
      parts++;
    }
    boolean decimals = text.at(at) == '.' && text.isDigit(at + 1);
    at = decimals ? digitsEnd(at + 1, 3) : at;
    return (parts == 2 || parts == 1 && decimals) && !text.isDigit(at) ? at : -1;
  }

  /// The end of the hour and minutes of a clock, 7.45 a.m., without their half of the day; -1 if
  /// none begins at `i`.
  int clockEnd(int i) {
    int point = digitsEnd(i, 2);
    int end = point + 3;
    if (text.at(point) != '.' || digitsEnd(point + 1, 3) != end) {
      return -1;
    }
    return beside.halvesOfDay.isAt(text, text.skipSpaces(end)) ? end : -1;
  }

  private int digitsEnd(int from, int most) {
    int at = from;
    while (at - from < most && text.isDigit(at)) {
      at++;
    }
    return at;
  }

  /// Past everything that hangs together with the digits at `i`.
  int pastCode(int i) {
    int at = i;
    while (at < text.length && (text.isDigit(at) || text.isLatin(at) || isJoint(at))) {
      at++;
    }
    return Math.max(at, i + 1);
  }

  private boolean isJoint(int at) {
    char c = text.at(at);
    return "-._/+:,".indexOf(c) >= 0 && (text.isDigit(at + 1) || text.isLatin(at + 1) && c != ',');
  }

  /// The end of the address of a page that begins at `i`, or -1.
  int addressEnd(int i) {
    if (!text.startsWith("http", i) && !text.startsWith("www.", i)) {
      return -1;
    }
    int at = i;
    while (at < text.length && text.chars[at] > ' ' && text.chars[at] < 128) {
      at++;
    }
    return at;
  }
}
