package dev.assay.lexicon;

/// One spelling under which a thing is found in texts.
///
/// @param text as it is written, in any script; its capitals are asked of the text too (`US` is not
///   `us`), its width, hyphens, accents and the script of its Chinese characters are not
public record Alias(String text, Use use) {

  /// When the spelling counts.
  public enum Use {
    /// Wherever it stands.
    SURE,
    /// Wherever it stands, but it gives way to another name of the same length: 对美 in 对美元.
    PHRASE,
    /// Only in a text that has a sure name of the same thing, or one of the things that support it.
    AMBIGUOUS,
    /// A capital that stands for its government: not where the text only says where something was.
    CAPITAL,
    /// One Chinese character for a country: only beside others of its kind, as in 中澳.
    SHORT
  }

  /// Matching looks at most this far ahead, which keeps it linear on any text.
  public static final int MAX_LENGTH = 100;

  public Alias {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an alias must have 1 to %d characters, got %d".formatted(MAX_LENGTH, text.length()));
    }
  }

  /// Whether it counts without support.
  public boolean isSure() {
    return use == Use.SURE || use == Use.PHRASE;
  }

  /// An alias that counts wherever it stands.
  public static Alias sure(String text) {
    return new Alias(text, Use.SURE);
  }

  /// An alias that counts only with support in the text.
  public static Alias ambiguous(String text) {
    return new Alias(text, Use.AMBIGUOUS);
  }
}
