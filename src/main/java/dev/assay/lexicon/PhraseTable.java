package dev.assay.lexicon;

import dev.assay.article.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Phrases of a lexicon file in the language of a reader: key, English, simplified Chinese and,
/// where it differs, traditional Chinese. {0}, {1} ... are filled in. Immutable; safe for use by
/// many threads.
public final class PhraseTable {

  private final String file;
  private final Map<String, String> phrases;

  private PhraseTable(String file, Map<String, String> phrases) {
    this.file = file;
    this.phrases = Map.copyOf(phrases);
  }

  /// The phrases of `file` for readers of `language`; other languages than Chinese read English.
  public static PhraseTable of(LexiconFile file, Language language) {
    int column = !language.isChinese() ? 1 : language.equals(Language.ZH_HANT) ? 3 : 2;
    Map<String, String> phrases = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      int last = Math.min(column, row.cells().size() - 1);
      phrases.put(row.cell(0), row.cells().get(last));
    }
    return new PhraseTable(file.name(), phrases);
  }

  public Optional<String> phrase(String key) {
    return Optional.ofNullable(phrases.get(key));
  }

  /// The phrase of a key that the file is known to hold, filled in.
  public String say(String key, String... values) {
    String said = phrases.get(key);
    if (said == null) {
      throw new IllegalArgumentException(file + " must have a row for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      said = said.replace("{" + i + "}", values[i]);
    }
    return said;
  }
}
