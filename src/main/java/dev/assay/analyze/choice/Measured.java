package dev.assay.analyze.choice;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the weights think that a figure counts or measures.
///
/// @param candidates the phrases that it may be
/// @param chances the probability of each, and behind them that it is none
/// @param best the likeliest: a number into `chances`
record Measured(List<Phrase> candidates, double[] chances, int best) {

  /// So many of the likeliest are held against each other.
  private static final int MOST = 25;

  private static final double LIKELY = 0.5;

  /// The phrase that shares most with what it may be: many that differ in a word stand for one
  /// another, so the likeliest by itself need not be the best.
  static Measured of(List<Phrase> candidates, double[] chances) {
    int none = candidates.size();
    if (chances[none] > LIKELY || none == 0) {
      return new Measured(candidates, chances, none);
    }
    List<Integer> likeliest =
        IntStream.range(0, none)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -chances[k]))
            .limit(MOST)
            .toList();
    int best = likeliest.getFirst();
    double most = 0;
    for (int k : likeliest) {
      double shared = 0;
      for (int other : likeliest) {
        shared += chances[other] * shared(candidates.get(k), candidates.get(other));
      }
      if (shared > most) {
        most = shared;
        best = k;
      }
    }
    return new Measured(candidates, chances, best);
  }

  /// How much of two phrases is the same place.
  private static double shared(Phrase one, Phrase other) {
    int both = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    int either = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
    return both <= 0 ? 0 : (double) both / either;
  }

  /// The likeliest phrase; null if none is likelier.
  @Nullable Phrase phrase() {
    return best == candidates.size() ? null : candidates.get(best);
  }

  double chance() {
    return chances[best];
  }

  double noneChance() {
    return chances[candidates.size()];
  }

  /// What the phrases with the head of the likeliest have together.
  double headChance() {
    Phrase phrase = phrase();
    if (phrase == null) {
      return chance();
    }
    double sum = 0;
    for (int k = 0; k < candidates.size(); k++) {
      sum += candidates.get(k).head() == phrase.head() ? chances[k] : 0;
    }
    return sum;
  }
}
