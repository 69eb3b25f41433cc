package dev.assay.search;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What may stand after `kind:` and `fact:`, in Chinese and English, and what it stands for in the
/// index.
///
/// @param words by field and word, as `field-values.tsv` has them, simplified and in small letters
record FieldValues(Map<String, Map<String, String>> words) {

  static FieldValues load() {
    Map<String, Map<String, String>> words = new HashMap<>();
    for (LexiconFile.Row row : Lexicon.shipped().table("field-values.tsv").rows()) {
      Map<String, String> of = words.computeIfAbsent(row.cell(0), _ -> new HashMap<>());
      of.put(folded(row.cell(1)), row.cell(1));
      for (String word : row.cell(2).split("\\|", -1)) {
        of.put(folded(word), row.cell(1));
      }
    }
    return new FieldValues(words);
  }

  /// One kind of article, or none.
  List<String> kinds(String word) {
    return value("kind", word);
  }

  /// One fact, or none.
  List<String> facts(String word) {
    return value("fact", word);
  }

  private List<String> value(String field, String word) {
    String value = words.getOrDefault(field, Map.of()).get(folded(word));
    return value == null ? List.of() : List.of(value);
  }

  private static String folded(String word) {
    return HanScript.simplify(word.strip().toLowerCase(Locale.ROOT));
  }
}
