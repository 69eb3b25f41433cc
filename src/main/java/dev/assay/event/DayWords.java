package dev.assay.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words beside a date that say what it is to its sentence: `lexicon/event-days.tsv`.
final class DayWords {

  private DayWords() {}

  /// Any word of a kind, between what stands before and behind it in a pattern.
  static Pattern pattern(Lexicon lexicon, String kind, String before, String after) {
    return Pattern.compile(before + any(lexicon, kind) + after, Pattern.CASE_INSENSITIVE);
  }

  /// The words of a kind.
  static Set<String> words(Lexicon lexicon, String kind) {
    return lexicon.table("event-days.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .collect(toSet());
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

  /// Any word of a kind, as a part of a pattern. All sentences with a day are looked through for
  /// them, so a word is tried only where its first character stands.
  static String any(Lexicon lexicon, String kind) {
    Map<String, List<String>> byFirst =
        lexicon.table("event-days.tsv").rows().stream()
            .filter(row -> row.cell(0).equals(kind))
            .map(row -> row.cell(1))
            .collect(groupingBy(word -> word.substring(0, 1), LinkedHashMap::new, toList()));
    String firsts = Pattern.quote(String.join("", byFirst.keySet()));
    return byFirst.entrySet().stream()
        .map(words -> beginning(words.getKey(), words.getValue()))
        .collect(joining("|", "(?=[" + firsts + "])(?:", ")"));
  }

  /// Any of some words with one first character. A word in Latin letters stands by itself.
  private static String beginning(String first, List<String> words) {
    boolean isLatin = Character.isLetter(first.charAt(0)) && !HanScript.isHan(first.charAt(0));
    String edge = isLatin ? "\\b" : "";
    return words.stream()
        .map(word -> Pattern.quote(word.substring(1)) + edge)
        .collect(joining("|", edge + Pattern.quote(first) + "(?:", ")"));
  }
}
