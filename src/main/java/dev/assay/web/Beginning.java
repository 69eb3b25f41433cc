package dev.assay.web;

/// How a text begins.
final class Beginning {

  private Beginning() {}

  /// The text if it is short, else its first letters; a character of two halves stays whole.
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
