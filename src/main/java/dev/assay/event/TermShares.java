package dev.assay.event;

import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/// In what share of the news a term stands, learned from a few thousand articles in both languages:
/// what stands in many tells nothing of any. Safe for use by many threads.
final class TermShares {

  /// Of a term that the table does not hold.
  private static final double RARE = 0.0012;

  /// Ascending, with their shares beside them.
  private final long[] terms;

  private final double[] shares;

  TermShares(Lexicon lexicon) {
    NavigableMap<Long, Double> read = new TreeMap<>();
    for (var row : lexicon.table("event-terms.tsv").rows()) {
      double share = Double.parseDouble(row.cell(0)) / 1000;
      for (String term : row.cell(1).split(" ")) {
        read.put(key(term), share);
      }
    }
    terms = read.keySet().stream().mapToLong(Long::longValue).toArray();
    shares = read.values().stream().mapToDouble(Double::doubleValue).toArray();
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
    int place = Arrays.binarySearch(terms, term);
    return place < 0 ? RARE : shares[place];
  }
}
