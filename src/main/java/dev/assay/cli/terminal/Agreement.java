package dev.assay.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that agree with a number: `{article|articles}` behind a place for a whole number is the
/// first if that number is 1, else the second.
final class Agreement {

  /// A place as [java.util.Formatter] knows it, or two forms of a word.
  private static final Pattern PART =
      Pattern.compile(
          "%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])|\\{([^{}|]*)\\|([^{}|]*)}");

  private Agreement() {}

  /// `text`, a pattern of [java.util.Formatter], with the forms that agree with `values`.
  static String agreed(String text, Object... values) {
    Matcher part = PART.matcher(text);
    StringBuilder agreed = new StringBuilder();
    int places = 0;
    boolean one = false;
    while (part.find()) {
      String words = part.group();
      if (part.group(2) == null) {
        words = part.group(one ? 3 : 4);
      } else if (!part.group(2).equals("%")) {
        int at = part.group(1) == null ? places++ : Integer.parseInt(part.group(1)) - 1;
        one = part.group(2).equals("d") ? isOne(values[at]) : one;
      }
      part.appendReplacement(agreed, Matcher.quoteReplacement(words));
    }
    return part.appendTail(agreed).toString();
  }

  private static boolean isOne(Object value) {
    return value instanceof Number number && number.longValue() == 1;
  }
}
