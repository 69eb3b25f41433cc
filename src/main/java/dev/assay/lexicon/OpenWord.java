package dev.assay.lexicon;

/// A word of a table that may stand for all words that begin so: `requir-` is requires and
/// requirement.
///
/// @param text in small letters and simplified characters
/// @param open whether all words that begin so are meant
public record OpenWord(String text, boolean open) {

  private static final String OPEN = "-";

  /// Reads a word as a table writes it: an open one ends in a hyphen.
  public static OpenWord of(String written) {
    return written.endsWith(OPEN)
        ? new OpenWord(written.substring(0, written.length() - 1), true)
        : new OpenWord(written, false);
  }

  /// Where the word ends in `text` if it begins at `at`, else 0.
  public int end(String text, int at) {
    if (!text.startsWith(this.text, at)) {
      return 0;
    }
    int end = at + this.text.length();
    if (!goesOn(text, end)) {
      return end;
    }
    while (open && goesOn(text, end)) {
      end++;
    }
    return open ? end : 0;
  }

  private static boolean goesOn(String text, int at) {
    return at < text.length()
        && WordTable.isLatin(text.charAt(at - 1))
        && WordTable.isLatin(text.charAt(at));
  }

  /// Whether a word may begin at `at`: not within one in Latin letters.
  public static boolean mayBegin(String text, int at) {
    return at == 0
        || !WordTable.isLatin(text.charAt(at - 1))
        || !WordTable.isLatin(text.charAt(at));
  }
}
