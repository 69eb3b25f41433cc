package dev.assay.brief.model;

import dev.assay.cite.Span;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Knows months that the lines join by a sign and a sentence by a word: *August and September* of
/// 8月至9月. Stateless.
final class MonthSpans {

  private static final Map<String, Integer> NAMES = new HashMap<>();

  static {
    for (Month month : Month.values()) {
      NAMES.put(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH), month.getValue());
      NAMES.put(month.getValue() + "月", month.getValue());
    }
  }

  private static final String MONTH =
      "(?:"
          + Arrays.stream(Month.values())
              .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
              .collect(Collectors.joining("|"))
          + "|(?<!\\d)\\d{1,2}月)";

  private static final Pattern SPAN =
      Pattern.compile(
          "("
              + MONTH
              + "|(?<!\\d)\\d{1,2})(?: (?:and|to|through|until) (?:early |mid-|late )?|[-–—~～至到和])("
              + MONTH
              + ")");

  private MonthSpans() {}

  /// Whether a month stands at `place` of `text` beside another, and `lines` join the same two.
  static boolean stand(String text, Span place, String lines) {
    Matcher said = SPAN.matcher(text);
    while (said.find()) {
      if (new Span(said.start(), said.end()).overlaps(place) && joins(lines, said)) {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(String lines, Matcher said) {
    Matcher there = SPAN.matcher(lines);
    while (there.find()) {
      if (month(there.group(1)) == month(said.group(1))
          && month(there.group(2)) == month(said.group(2))) {
        return true;
      }
    }
    return false;
  }

  private static int month(String written) {
    return NAMES.getOrDefault(
        Character.isDigit(written.charAt(written.length() - 1)) ? written + "月" : written, 0);
  }
}
