package dev.assay.search;

import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Mends a word that no article has by one that is a letter or two away.
final class Spelling {

  /// Shorter words are near too many others.
  private static final int SHORTEST = 4;

  /// From this length two letters may differ; in shorter words they may where one is written double
  /// for the other, as in tarrif.
  private static final int LONG = 7;

  /// IndexTerms two letters away that are compared.
  private static final int MOST_NEAR = 20;

  /// IndexTerms looked at in one query.
  private static final int MOST_WORDS = 8;

  private Spelling() {}

  /// `query` with its unknown words mended; null if there is nothing to mend.
  ///
  /// @param free the query with spaces for all that is no free word
  static @Nullable String mend(String query, String free, SearchIndex index) {
    StringBuilder mended = new StringBuilder(query);
    boolean changed = false;
    List<Word> words =
        IndexTerms.of(free).stream()
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

  /// Whether no article has `word`.
  static boolean isUnknown(Word word, SearchIndex index) {
    Term term = new Term(TextField.TEXT, word.kind(), word.term());
    return index.frequencies(List.of(term)).getOrDefault(term, 0) == 0;
  }

  private static @Nullable String nearest(String word, SearchIndex index) {
    Map<String, Integer> one = index.similar(word, 1, 1);
    if (!one.isEmpty()) {
      return one.keySet().iterator().next();
    }
    return index.similar(word, 2, MOST_NEAR).keySet().stream()
        .filter(near -> word.length() >= LONG || undoubled(near).equals(undoubled(word)))
        .findFirst()
        .orElse(null);
  }

  /// Without the second of two equal letters.
  private static String undoubled(String word) {
    return word.replaceAll("(.)\\1", "$1");
  }
}
