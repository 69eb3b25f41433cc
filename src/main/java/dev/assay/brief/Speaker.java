package dev.assay.brief;

import dev.assay.cite.Span;

/// The name of who speaks, before a turn of a transcript: `MS. LEE: Good morning.`
final class Speaker {

  /// Longer than any name and title, and than a label in capitals before a sentence.
  private static final int LONGEST = 160;

  private Speaker() {}

  /// `sentence` without the speaker's name in capitals before it.
  static Span words(String text, Span sentence) {
    int colon = text.indexOf(':', sentence.start());
    if (colon < sentence.start() + 2
        || colon > Math.min(sentence.start() + LONGEST, sentence.end() - 2)
        || !isInCapitals(text, sentence.start(), colon)) {
      return sentence;
    }
    int start = colon + 1;
    while (start < sentence.end() - 1 && isSpace(text.charAt(start))) {
      start++;
    }
    return new Span(start, sentence.end());
  }

  private static boolean isInCapitals(String text, int start, int end) {
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c) || Character.isDigit(c)) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }

  /// Whether the words at `start` are an unnamed questioner's, marked `Q` or `问：`.
  static boolean asks(String text, int start) {
    boolean latin =
        text.charAt(start) == 'Q'
            && start + 1 < text.length()
            && (text.charAt(start + 1) == ':' || isSpace(text.charAt(start + 1)));
    return latin
        || text.startsWith("问：", start)
        || text.startsWith("問：", start)
        || text.startsWith("记者：", start)
        || text.startsWith("記者：", start);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
