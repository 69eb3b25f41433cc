package dev.assay.event;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words beside a date that say what it is to its sentence: `lexicon/event-days.tsv`.
final class DayWords {

  private DayWords() {}

  /// Any word of a kind, between what stands before and behind it in a pattern.
  static Pattern pattern(Lexicon lexicon, String kind, String before, String after) {
    return Pattern.compile(before + any(lexicon, kind) + after, Pattern.CASE_INSENSITIVE);
  }

  /// Words of what was.
  static Pattern past(Lexicon lexicon) {
    return pattern(lexicon, "past", "(?:\\b\\p{L}{2,}ed\\b|", ")");
  }

  /// Words that foretell.
  static Pattern forecast(Lexicon lexicon) {
    String small =
        "(?-i:(?<!\\d[ .-]{0,2})(?:" + any(lexicon, "forecast-small") + ")(?![ .-]{0,2}\\d))";
    return pattern(lexicon, "forecast", "(?:" + small + "|", ")");
  }

  /// Any word of a kind, as a part of a pattern.
  static String any(Lexicon lexicon, String kind) {
    return lexicon.table("event-days.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> quoted(row.cell(1)))
        .collect(Collectors.joining("|"));
  }

  /// A word in Latin letters stands by itself.
  private static String quoted(String word) {
    String quoted = Pattern.quote(word);
    return HanScript.isHan(word.charAt(0)) || !Character.isLetter(word.charAt(0))
        ? quoted
        : "\\b" + quoted + "\\b";
  }
}
