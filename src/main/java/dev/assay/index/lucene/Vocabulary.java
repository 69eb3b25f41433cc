package dev.assay.index.lucene;

import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The words that stand in the index.
///
/// @param terms null if the index holds none
record Vocabulary(@Nullable Terms terms, String field) {

  /// Terms looked at for one completion: bounds the work for a prefix of one letter.
  private static final int MOST_TERMS = 20_000;

  /// The mark of a word as written, and its first letter: they must agree.
  private static final int PREFIX = 2;

  static Vocabulary of(IndexSearcher searcher) throws IOException {
    String field = Fields.spaced(TextField.TEXT);
    return new Vocabulary(MultiTerms.getTerms(searcher.getIndexReader(), field), field);
  }

  /// The values of a field that is not cut into words, up to `most`.
  static Set<String> values(IndexSearcher searcher, KeywordField field, int most)
      throws IOException {
    Set<String> values = new LinkedHashSet<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.of(field));
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef value = each.next(); value != null && values.size() < most; value = each.next()) {
      values.add(value.utf8ToString());
    }
    return values;
  }

  Map<String, Integer> similar(String word, int edits, int limit) throws IOException {
    if (terms == null) {
      return Map.of();
    }
    Map<String, Integer> found = new HashMap<>();
    addSimilar(IndexTerms.EXACT_MARK + word, edits, found);
    Map<String, Integer> first = new LinkedHashMap<>();
    mostFrequent(found).entrySet().stream()
        .limit(limit)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private void addSimilar(String word, int edits, Map<String, Integer> found) throws IOException {
    if (terms == null) {
      return;
    }
    FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(field, word), edits, PREFIX, true);
    @Nullable BytesRef term = near.next();
    for (int i = 0; term != null && i < MOST_TERMS; i++) {
      found.put(word(term), near.docFreq());
      term = near.next();
    }
  }

  private static String word(BytesRef term) {
    return term.utf8ToString().substring(1);
  }

  private static Map<String, Integer> mostFrequent(Map<String, Integer> words) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
