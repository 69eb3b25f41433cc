package dev.assay.brief;

import dev.assay.cite.Span;

/// The name of who speaks, before a turn of a transcript (`MS. LEE: Good morning.`), or another
/// label before a sentence (`Clean Water: The law ...`).
final class Speaker {

  /// Longer than any name and title, and than a label in capitals before a sentence.
  private static final int LONGEST = 160;

  private static final int LONGEST_LABEL = 80;

  private Speaker() {}

  /// `sentence` without the speaker's name or label before it.
  static Span words(String text, Span sentence) {
    int colon = text.indexOf(':', sentence.start());
    if (colon < sentence.start() + 2
        || colon > Math.min(sentence.start() + LONGEST, sentence.end() - 2)
        || !isInCapitals(text, sentence.start(), colon)
            && !isLabel(text, sentence.start(), colon, sentence.end())) {
      return sentence;
    }
    int start = colon + 1;
    while (start < sentence.end() - 1 && isSpace(text.charAt(start))) {
      start++;
    }
    return new Span(start, sentence.end());
  }

  /// A few words, the long ones with capitals, and a sentence after them.
  private static boolean isLabel(String text, int start, int colon, int end) {
    int next = colon + 1;
    while (next < end - 1 && isSpace(text.charAt(next))) {
      next++;
    }
    char head = text.charAt(next);
    boolean sentence = next > colon + 1 && (Character.isUpperCase(head) || head > '\u2e80');
    if (!sentence || colon - start > LONGEST_LABEL) {
      return false;
    }
    for (String word : text.substring(start, colon).split("[ \u00a0]+")) {
      char first = word.isEmpty() ? ' ' : word.charAt(0);
      if (first > '\u2e80' || word.length() > 3 && !Character.isUpperCase(first)) {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(start));
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
