package dev.assay.search;

import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.SearchIndex;
import dev.assay.index.Words;
import dev.assay.index.Words.Kind;
import dev.assay.index.Words.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Mends a word that no article has by one that is a letter or two away.
final class Spelling {

  /// Shorter words are near too many others.
  private static final int SHORTEST = 4;

  /// From this length two letters may differ.
  private static final int LONG = 7;

  /// Words looked at in one query.
  private static final int MOST_WORDS = 8;

  private Spelling() {}

  /// `query` with its unknown words mended; null if there is nothing to mend.
  static @Nullable String mend(String query, SearchIndex index) {
    StringBuilder mended = new StringBuilder(query);
    boolean changed = false;
    List<Word> words =
        Words.of(query).stream()
            .filter(word -> word.kind() == Kind.STEM && isWord(word, query))
            .limit(MOST_WORDS)
            .toList();
    for (Word word : words.reversed()) {
      String near = isUnknown(word, index) ? nearest(surface(word, query), index) : null;
      if (near != null) {
        mended.replace(word.start(), word.end(), near);
        changed = true;
      }
    }
    return changed ? mended.toString() : null;
  }

  private static boolean isWord(Word word, String query) {
    return word.end() - word.start() >= SHORTEST
        && surface(word, query).chars().allMatch(Character::isLetter);
  }

  private static String surface(Word word, String query) {
    return query.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
  }

  private static boolean isUnknown(Word word, SearchIndex index) {
    Term term = new Term(TextField.TEXT, word.kind(), word.term());
    return index.frequencies(List.of(term)).getOrDefault(term, 0) == 0;
  }

  private static @Nullable String nearest(String word, SearchIndex index) {
    Map<String, Integer> one = index.similar(word, 1, 1);
    Map<String, Integer> near =
        one.isEmpty() && word.length() >= LONG ? index.similar(word, 2, 1) : one;
    return near.isEmpty() ? null : near.keySet().iterator().next();
  }
}
