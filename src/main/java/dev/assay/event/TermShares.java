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

  private static final double RARE_TELLING = -Math.log(RARE);

  /// Spreads terms over the places: the golden ratio in 64 bits.
  private static final long MIXED = 0x9e3779b97f4a7c15L;

  /// Twice as many places as there are terms, and more: a term stands at the first free one from
  /// its own on.
  private final long[] terms;

  /// 0 where a place is free.
  private final double[] shares;

  private final double[] telling;

  TermShares(Lexicon lexicon) {
    Map<Long, Double> read = new HashMap<>();
    for (var row : lexicon.table("event-terms.tsv").rows()) {
      double share = Double.parseDouble(row.cell(0)) / 1000;
      for (String term : row.cell(1).split(" ")) {
        read.put(key(term), share);
      }
    }
    int places = Integer.highestOneBit(Math.max(1, read.size())) * 4;
    terms = new long[places];
    shares = new double[places];
    telling = new double[places];
    read.forEach(this::put);
  }

  private void put(long term, double share) {
    int place = place(term);
    terms[place] = term;
    shares[place] = share;
    telling[place] = -Math.log(share);
  }

  /// Where a term stands, or would.
  private int place(long term) {
    int place = Long.hashCode(term * MIXED) & terms.length - 1;
    while (shares[place] > 0 && terms[place] != term) {
      place = place + 1 & terms.length - 1;
    }
    return place;
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
    double share = shares[place(term)];
    return share > 0 ? share : RARE;
  }

  /// How much a term tells by that: the less, the more texts have it.
  double telling(long term) {
    int place = place(term);
    return shares[place] > 0 ? telling[place] : RARE_TELLING;
  }
}
