package dev.assay.web.reading;

import dev.assay.lexicon.HanScript;

/// How a text begins.
final class Beginning {

  private Beginning() {}

  /// A longer word is cut.
  private static final int LONGEST_WORD = 24;

  /// The text if it is short, else its first letters and whole words; a character of two halves
  /// stays whole.
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    int start = end;
    while (end - start < LONGEST_WORD && isOfWord(text, start - 1) && isOfWord(text, start)) {
      start--;
    }
    return text.substring(0, end - start < LONGEST_WORD ? start : end).stripTrailing() + "…";
  }

  /// Han characters are words of their own; a number is one with what stands between its digits.
  private static boolean isOfWord(String text, int place) {
    if (place < 0) {
      return false;
    }
    char c = text.charAt(place);
    boolean inNumber =
        (c == '.' || c == ',') && isDigit(text, place - 1) && isDigit(text, place + 1);
    return inNumber || Character.isLetterOrDigit(c) && !HanScript.isHan(c);
  }

  private static boolean isDigit(String text, int place) {
    return place >= 0 && place < text.length() && Character.isDigit(text.charAt(place));
  }
}
