package dev.assay.brief.extract;

import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Phrases looked for in a sentence, each where a word begins: not in the end of a longer Latin
/// word (`this research` for `his research`).
final class PhraseList {

  private static final char FIRST_HAN = '\u2e80';

  private final Map<Character, List<String>> byFirst;

  private PhraseList(List<String> phrases) {
    byFirst = phrases.stream().collect(Collectors.groupingBy(phrase -> phrase.charAt(0)));
  }

  /// The first cells of a file of the lexicon.
  static PhraseList read(String file) {
    return new PhraseList(
        Lexicon.shipped().table(file).rows().stream().map(row -> row.cell(0)).toList());
  }

  /// Whether one of them stands in `text`, which is simplified and in lower case as they are.
  boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean inWord = i > 0 && isLatin(text.charAt(i)) && isLatin(text.charAt(i - 1));
      if (!inWord && startsAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAt(String text, int index) {
    for (String phrase : byFirst.getOrDefault(text.charAt(index), List.of())) {
      if (text.startsWith(phrase, index)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLatin(char c) {
    return c < FIRST_HAN && Character.isLetter(c);
  }
}
