package dev.assay.brief;

import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words that carry no subject, each with the reason.
final class StopWords {

  enum Kind {
    /// Grammar.
    FUNCTION,
    /// A common verb: may not stand in a heading.
    VERB,
    /// A noun or adjective too general to name a subject.
    EMPTY
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  StopWords(String file) {
    for (LexiconFile.Row row : LexiconFile.read(file).rows()) {
      Kind kind = Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
      for (String word : row.cell(1).split(" ")) {
        kinds.putIfAbsent(word, kind);
      }
    }
  }

  /// The kind of `word` (lower case or simplified), or null if it may name a subject.
  @Nullable Kind kind(String word) {
    return kinds.get(word);
  }
}
