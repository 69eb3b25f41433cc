package dev.assay.event;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  /// them, so a word is tried only where its first character stands, in Latin letters only where a
  /// word begins, and others only where none of these letters stands.
  static String any(Lexicon lexicon, String kind) {
    Map<Boolean, List<String>> byScript =
        lexicon.table("event-days.tsv").rows().stream()
            .filter(row -> row.cell(0).equals(kind))
            .map(row -> row.cell(1))
            .collect(partitioningBy(DayWords::isLatin));
    return Stream.of(
            any("\\b", requireNonNull(byScript.get(true)), "\\b"),
            any("(?![a-z ])", requireNonNull(byScript.get(false)), ""))
        .flatMap(Optional::stream)
        .collect(joining("|", "(?:", ")"));
  }

  private static boolean isLatin(String word) {
    return Character.isLetter(word.charAt(0)) && !HanScript.isHan(word.charAt(0));
  }

  /// Any of some words, or empty if there are none.
  ///
  /// @param before what holds where each begins
  /// @param edge what holds where each ends
  private static Optional<String> any(String before, List<String> words, String edge) {
    Map<String, List<String>> byFirst =
        words.stream()
            .collect(groupingBy(word -> word.substring(0, 1), LinkedHashMap::new, toList()));
    String firsts = Pattern.quote(String.join("", byFirst.keySet()));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            byFirst.entrySet().stream()
                .map(some -> beginning(some.getKey(), some.getValue(), edge))
                .collect(joining("|", before + "(?=[" + firsts + "])(?:", ")")));
  }

  /// Any of some words with one first character.
  private static String beginning(String first, List<String> words, String edge) {
    return words.stream()
        .map(word -> Pattern.quote(word.substring(1)) + edge)
        .collect(joining("|", Pattern.quote(first) + "(?:", ")"));
  }
}
