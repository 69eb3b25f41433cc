package dev.assay.cli.terminal;

import java.util.stream.IntStream;

/// Text of others, made harmless for a terminal: characters that would move its cursor, rename its
/// window, press its keys (ECMA-48, C0 and C1) or turn the direction of what follows (UAX #9) stand
/// as � or are written as codes.
final class TerminalText {

  private static final char HARMLESS = '\uFFFD';

  private TerminalText() {}

  /// For a place in a line: without line breaks and tabs too.
  static String inLine(String text) {
    return isPlain(text) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0
        ? text
        : lines(text.replace('\n', ' ').replace('\t', ' '));
  }

  /// For lines of their own.
  static String lines(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    dangers(text).forEach(at -> plain.setCharAt(at, HARMLESS));
    return plain.toString();
  }

  /// JSON on a terminal: such characters stand in its texts only, where a code says the same.
  static String json(String json) {
    if (isPlain(json)) {
      return json;
    }
    StringBuilder coded = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isDanger(c)) {
        coded.append("\\u%04x".formatted((int) c));
      } else {
        coded.append(c);
      }
    }
    return coded.toString();
  }

  private static boolean isPlain(String text) {
    return dangers(text).findFirst().isEmpty();
  }

  private static IntStream dangers(String text) {
    return IntStream.range(0, text.length()).filter(i -> isDanger(text.charAt(i)));
  }

  private static boolean isDanger(char c) {
    boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c <= 0x9f;
    boolean turning = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    return control || turning;
  }
}
