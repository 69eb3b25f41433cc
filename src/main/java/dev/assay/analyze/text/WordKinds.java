package dev.assay.analyze.text;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words of two lexicon files, Chinese and English, whose second column says what each is for.
/// Immutable; safe for use by many threads.
///
/// @param <K> the kinds, named as in the files: `LABEL_BEFORE` for label-before
public final class WordKinds<K extends Enum<K>> {

  private final Map<K, List<String>> words;

  /// Reads `zh/NAME` and `en/NAME`.
  public WordKinds(Lexicon lexicon, Class<K> kinds, String name) {
    this.words = new EnumMap<>(kinds);
    add(kinds, lexicon.table("zh/" + name), " ");
    add(kinds, lexicon.table("en/" + name), ", ");
  }

  private void add(Class<K> kinds, LexiconFile file, String between) {
    for (LexiconFile.Row row : file.rows()) {
      K kind = Enum.valueOf(kinds, row.cell(1).toUpperCase(Locale.ROOT).replace('-', '_'));
      for (String word : row.cell(0).split(between)) {
        words.computeIfAbsent(kind, _ -> new ArrayList<>()).add(FoldedText.fold(word));
      }
    }
  }

  /// The words of one kind; an empty list if the files have none.
  public WordList list(K kind) {
    return new WordList(words.getOrDefault(kind, List.of()));
  }
}
