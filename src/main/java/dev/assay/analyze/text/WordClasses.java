package dev.assay.analyze.text;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Map;

/// Which words mean or do similar things, so that what was learned of one holds for a rare other.
/// Immutable; safe for use by many threads.
public final class WordClasses {

  /// The class of words that the table does not have, wide and narrow.
  public static final String UNKNOWN = "?";

  private static final Kind OTHER = new Kind(UNKNOWN, UNKNOWN);

  private final Map<String, Kind> kinds = new HashMap<>();

  /// The classes of a word.
  ///
  /// @param wide one of some dozens
  /// @param narrow one of some hundreds
  public record Kind(String wide, String narrow) {}

  /// @param language the folder of the lexicon, `zh` or `en`
  public WordClasses(Lexicon lexicon, String language) {
    for (LexiconFile.Row row : lexicon.once(language + "/word-classes.tsv").rows()) {
      Kind kind = new Kind(row.cell(0), row.cell(1));
      for (String word : row.cell(2).split(" ")) {
        kinds.put(word, kind);
      }
    }
  }

  /// The classes of a word by its base form.
  public Kind of(String base) {
    return kinds.getOrDefault(base, OTHER);
  }
}
