package dev.assay.cli.terminal;

/// Places on a terminal: a Chinese character takes two of them, a Latin letter one.
public final class Cells {

  private Cells() {}

  /// The text, filled up with blanks to so many places; as it is if it takes more.
  public static String filled(String text, int places) {
    return text + " ".repeat(Math.max(0, places - taken(text)));
  }

  private static int taken(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  /// Ideographs, their marks (CJK Symbols and Punctuation) and full-width forms, as UAX #11 has it.
  private static boolean isWide(int c) {
    return Character.isIdeographic(c) || c >= 0x3000 && c <= 0x30FF || c >= 0xFF01 && c <= 0xFF60;
  }
}
