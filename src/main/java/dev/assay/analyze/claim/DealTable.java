package dev.assay.analyze.claim;

import dev.assay.analyze.text.WordList;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The agreements that are known, and the words for their parts: `deals.tsv`. Immutable; safe for
/// use by many threads.
///
/// @param words by the part that they tell of
record DealTable(List<Deal> deals, Map<String, WordList> words) {

  /// An agreement, the ids of its sides and of what it is about.
  record Deal(String id, Set<String> parties, Set<String> materials) {}

  private static final WordList NONE = new WordList(List.of());

  DealTable {
    deals = List.copyOf(deals);
    words = Map.copyOf(words);
  }

  static DealTable of(Lexicon lexicon) {
    List<Deal> deals = new ArrayList<>();
    Map<String, WordList> words = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("deals.tsv").rows()) {
      if (row.cell(0).equals("parties")) {
        deals.add(new Deal(row.cell(1), ids(row.cell(2)), ids(row.cell(3))));
      } else {
        words.put(row.cell(0), new WordList(List.of(row.cell(1).split(" \\| "))));
      }
    }
    return new DealTable(deals, words);
  }

  private static Set<String> ids(String cell) {
    return Set.of(cell.split(" "));
  }

  WordList words(String part) {
    return words.getOrDefault(part, NONE);
  }
}
