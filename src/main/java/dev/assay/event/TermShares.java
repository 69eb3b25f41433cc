package dev.assay.event;

import dev.assay.lexicon.Lexicon;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// In what share of the news a term stands, learned from a few thousand articles in both languages:
/// what stands in many tells nothing of any. Safe for use by many threads.
final class TermShares {

  /// Of a term that the table does not hold.
  private static final double RARE = 0.0012;

  private final Map<Long, Double> shares = new HashMap<>();

  TermShares(Lexicon lexicon) {
    for (var row : lexicon.table("event-terms.tsv").rows()) {
      double share = Double.parseDouble(row.cell(0)) / 1000;
      for (String term : row.cell(1).split(" ")) {
        shares.put(key(term), share);
      }
    }
  }

  /// A term as the table writes it: a stem in small letters, two Chinese characters, or the key of
  /// a concept.
  private static long key(String term) {
    return Spoken.key(
        term.startsWith("*")
            ? Long.parseUnsignedLong(term.substring(1), 36)
            : EventTerms.key(term.toLowerCase(Locale.ROOT)));
  }

  double of(long term) {
    return shares.getOrDefault(term, RARE);
  }
}
