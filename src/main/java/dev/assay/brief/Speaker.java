package dev.assay.brief;

/// The name of who speaks, before a turn of a transcript: `MS. LEE: Good morning.`
final class Speaker {

  /// Longer than any name and title.
  private static final int LONGEST = 60;

  private Speaker() {}

  /// Where the words begin after a speaker's name in capitals or a bullet mark; 0 if there is none.
  static int end(String text) {
    int colon = text.indexOf(':');
    if (colon < 2 || colon > LONGEST || !isInCapitals(text, colon)) {
      return 0;
    }
    return colon + 1;
  }

  private static boolean isInCapitals(String text, int end) {
    boolean letters = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c) || Character.isDigit(c)) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }

  /// Whether the turn belongs to an unnamed questioner, marked `Q` or `问：`.
  static boolean asks(String text) {
    return text.startsWith("Q ")
        || text.startsWith("Q:")
        || text.startsWith("Q\u00a0")
        || text.startsWith("问：")
        || text.startsWith("問：")
        || text.startsWith("记者：")
        || text.startsWith("記者：");
  }
}
