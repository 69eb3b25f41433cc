package dev.assay.clean.date;

import dev.assay.clean.text.VisibleText;
import java.util.List;

/// The characters of a text, as readers of dates go over them. A place is an index into the text
/// and may lie at its end; each method looks at a bounded stretch from there.
record DateCharacters(String text) {

  /// Whether a capital follows a small letter: pages set a name and a date side by side with no
  /// space between them, as in "Jane RoeDec 5, 2023".
  boolean isGluedOn(int at) {
    return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
  }

  /// Past spaces, commas, dots, hyphens, and the small words `of`, `de`, `del`.
  int skipJoiners(int from) {
    int at = from;
    while (at < text.length() && at - from < 4 && " ,.-\u2009/'’".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (String word : List.of("of ", "de ", "del ", "d'")) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return at + word.length();
      }
    }
    return at;
  }

  /// Past up to three spaces.
  int skipSpaces(int from) {
    int at = from;
    while (at < text.length() && at - from < 3 && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /// How many digits stand at `at`, 20 at most.
  int digits(int at) {
    int end = at;
    while (end < text.length() && end - at < 20 && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  /// The value of `length` digits that stand at `at`.
  int number(int at, int length) {
    int value = 0;
    for (int i = at; i < at + length; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  /// The end of the letters of an alphabet at `from`, 24 at most.
  int wordEnd(int from) {
    int end = from;
    while (end < text.length()
        && end - from < 24
        && Character.isLetter(text.charAt(end))
        && !VisibleText.isWide(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
