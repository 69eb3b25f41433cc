package dev.assay.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a beginning that somebody types asks of titles: all its words, the last perhaps not at its
/// end.
final class TitleQuery {

  /// Fewer characters are in too many titles.
  private static final int SHORTEST = 2;

  private static final int MOST_WORDS = 12;

  private TitleQuery() {}

  /// The query for `typed` in the query language; empty if too little was typed.
  static Optional<String> of(String typed) {
    List<String> words = words(plain(typed));
    if (words.stream().mapToInt(String::length).sum() < SHORTEST) {
      return Optional.empty();
    }
    boolean open = Character.isLetterOrDigit(typed.codePointBefore(typed.length()));
    if (open
        && words.size() > 1
        && words.getLast().length() < SHORTEST
        && isAlphabetic(words.getLast())) {
      words = words.subList(0, words.size() - 1);
      open = false;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean begun = open && i == words.size() - 1;
      parts.add(
          "title:"
              + (begun && isAlphabetic(words.get(i)) ? words.get(i) + "*" : quoted(words.get(i))));
    }
    return Optional.of(String.join(" AND ", parts));
  }

  /// In small letters without accents, as titles are in the index.
  private static String plain(String typed) {
    String parted = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return Normalizer.normalize(parted.replaceAll("\\p{Mn}", ""), Normalizer.Form.NFC);
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  private static List<String> words(String typed) {
    return List.of(typed.split("[^\\p{L}\\p{M}\\p{N}]+")).stream()
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /// Whether a word is of letters that go on to a longer one; Han is found by its parts.
  private static boolean isAlphabetic(String word) {
    return word.codePoints().noneMatch(Character::isIdeographic);
  }
}
