package dev.assay.search;

import dev.assay.article.Language;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Names;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Another query that may be meant: free words of the query mended, never its fields, phrases and
/// operators.
///
/// @param translator knows names; empty where search knows none
record Suggestions(SearchIndex index, Optional<Translator> translator) {

  /// With fewer hits than this a misspelt Chinese word is looked for.
  private static final int FEW = 3;

  /// A longer query is more than one name.
  private static final int SHORT_QUERY = 8;

  /// Letters that are few enough to be typed by chance.
  private static final int SHORTEST_SOUND = 4;

  /// A mended query, or null.
  ///
  /// @param hits how many articles the query found
  @Nullable String mended(String query, long hits) {
    String free = QueryTokens.free(query);
    String typed = typed(free.strip());
    if (typed != null) {
      return query.replace(free.strip(), typed);
    }
    String spaced = Spelling.mend(query, free, index);
    if (spaced != null) {
      return spaced;
    }
    boolean doubtful = hits < FEW || holdsAnUnknownPair(free);
    return doubtful
        ? translator.map(known -> known.spelling().mend(query, free, index)).orElse(null)
        : null;
  }

  /// The Chinese name that is typed with these letters, where no article has them as a word.
  private @Nullable String typed(String letters) {
    boolean mayBe =
        letters.length() >= SHORTEST_SOUND
            && letters.chars().allMatch(c -> c >= 'a' && c <= 'z')
            && IndexTerms.of(letters).stream().allMatch(word -> Spelling.isUnknown(word, index));
    return mayBe
        ? translator.stream()
            .flatMap(known -> known.names().complete(letters, Language.ZH_HANS, 1).stream())
            .map(Names.Completion::name)
            .filter(name -> name.chars().anyMatch(c -> HanScript.isHan((char) c)))
            .findFirst()
            .orElse(null)
        : null;
  }

  /// Whether a short query has two Chinese characters side by side that stand so in no article: its
  /// single characters may find much all the same.
  private boolean holdsAnUnknownPair(String query) {
    if (query.strip().length() > SHORT_QUERY) {
      return false;
    }
    Set<Term> pairs = new HashSet<>();
    for (Word word : IndexTerms.of(query)) {
      if (word.kind() == Kind.PAIR) {
        pairs.add(new Term(TextField.TEXT, word.kind(), word.term()));
      }
    }
    return index.frequencies(pairs).containsValue(0);
  }
}
