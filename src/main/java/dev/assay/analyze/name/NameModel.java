package dev.assay.analyze.name;

import java.util.Arrays;

/// Learned weights that mark the names in a sequence of characters or words.
///
/// A linear model (a conditional random field): each place has features, each feature a weight for
/// each label, each pair of neighbouring labels another, and the labels of a sequence are those
/// with the greatest sum (Viterbi). Trained by `bench/train_names.py`, kept as sorted text.
/// Immutable; safe for use by many threads.
///
/// In memory a feature is two numbers that hold a weight in each 16 bits, found by one number in a
/// table that fits the processor's cache: of the features that a text has most have no weights, and
/// looking them up is what reading names costs.
final class NameModel {

  /// What a place can be: no name, or the first or a further place of a name of one of the kinds.
  static final int LABELS = 1 + 2 * NameKind.values().length;

  static final int NONE = 0;

  /// Weights are kept as whole numbers of this part.
  static final float UNIT = 1 / 16f;

  /// What a label weighs more than none, from -255 to 255, is kept as that and 256 more, so that
  /// [#MAX_FEATURES] of them add up within their 16 bits and never borrow from the next.
  private static final int ZERO = 256;

  private static final int LANE_BITS = 16;
  private static final int LANES = Long.SIZE / LANE_BITS;
  private static final long LANE = (1L << LANE_BITS) - 1;
  private static final int MAX_FEATURES = 64;
  private static final int IMPOSSIBLE = -1_000_000_000;

  /// Of a slot of the table the lower bits are the number of a row, from 1, the others tell one
  /// feature from another in the same place.
  private static final int ROW_BITS = 18;

  private static final int ROW = (1 << ROW_BITS) - 1;

  private final int[] slots;
  private final long[] weights;
  private final int[] always = new int[LABELS];
  private final int[] transitions = new int[LABELS * LABELS];
  private final int mask;
  private int rows;

  private NameModel(int most) {
    if (most > ROW) {
      throw new IllegalArgumentException(
          "a model has at most %d features, got %d".formatted(ROW, most));
    }
    slots = new int[Integer.highestOneBit(Math.max(16, most)) << 2];
    mask = slots.length - 1;
    weights = new long[2 * (most + 1)];
  }

  /// The features of the places of one sequence.
  interface Features {
    /// Gives the features of a place, at most 64.
    void at(int place, FeatureSink sink);
  }

  /// Features as numbers.
  private static final class Keys implements FeatureSink {
    final long[] found = new long[MAX_FEATURES];
    int count;
    private long hash;

    @Override
    public FeatureSink start(Kind kind) {
      hash = kind.hash();
      return this;
    }

    @Override
    public FeatureSink word(Word word) {
      hash = FeatureHash.with(hash, word.hash());
      return this;
    }

    @Override
    public FeatureSink put(char c) {
      hash = FeatureHash.with(hash, c);
      return this;
    }

    @Override
    public void end() {
      found[count++] = FeatureHash.finish(hash);
    }
  }

  /// Reads a model: rows of a feature, a tab, and its weights by label, `1:14 3:-22`, those without
  /// a weight left out. The rows `next:LABEL` hold the weights of what follows a label, the row
  /// `always` those of every place: how much better than none a name must be.
  static NameModel of(String text) {
    NameModel model = new NameModel((int) text.lines().count());
    int[] row = new int[LABELS];
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int tab = text.indexOf('\t', start);
      if (tab > start && tab < end && text.charAt(start) != '#') {
        Arrays.fill(row, 0);
        parse(text, tab + 1, end, row);
        model.add(text.substring(start, tab), row);
      }
      start = end + 1;
    }
    for (int from = 0; from < LABELS; from++) {
      for (int to = 0; to < LABELS; to++) {
        if (!follows(from, to)) {
          model.transitions[from * LABELS + to] = IMPOSSIBLE;
        }
      }
    }
    return model;
  }

  private static void parse(String text, int from, int to, int[] row) {
    int label = 0;
    int value = 0;
    boolean negative = false;
    for (int i = from; i <= to; i++) {
      char c = i == to ? ' ' : text.charAt(i);
      switch (c) {
        case ':' -> {
          label = value;
          value = 0;
        }
        case ' ' -> {
          row[label] = negative ? -value : value;
          value = 0;
          negative = false;
        }
        case '-' -> negative = true;
        default -> value = value * 10 + (c - '0'); // a digit
      }
    }
  }

  private void add(String feature, int[] row) {
    if (feature.equals("always")) {
      System.arraycopy(row, 0, always, 0, LABELS);
    } else if (feature.startsWith("next:")) {
      int from = Integer.parseInt(feature.substring("next:".length()));
      System.arraycopy(row, 0, transitions, from * LABELS, LABELS);
    } else {
      add(FeatureHash.ofWritten(feature), row);
    }
  }

  private void add(long key, int[] row) {
    rows++;
    for (int label = 1; label < LABELS; label++) {
      long more = (long) ZERO + Math.clamp(row[label] - row[NONE], 1 - ZERO, ZERO - 1);
      weights[2 * rows + (label - 1) / LANES] |= more << (label - 1) % LANES * LANE_BITS;
    }
    int at = (int) key & mask;
    while (slots[at] != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = tag(key) | rows;
  }

  private static int tag(long key) {
    return (int) (key >>> 32) & ~ROW;
  }

  /// The number of the row of a feature; 0, an empty one, if it has no weights.
  private int row(long key) {
    int tag = tag(key);
    int at = (int) key & mask;
    for (int slot = slots[at]; slot != 0; slot = slots[at]) {
      if ((slot & ~ROW) == tag) {
        return slot & ROW;
      }
      at = (at + 1) & mask;
    }
    return 0;
  }

  /// Whether a place with label `to` may stand behind one with label `from`: a name goes on only
  /// where one of its kind stands.
  static boolean follows(int from, int to) {
    return to == NONE || to % 2 == 1 || from == to || from == to - 1;
  }

  /// What each label of the places from 0 to `length` weighs more than none: a row of [#LABELS] for
  /// each.
  int[] weigh(int length, Features features) {
    Keys found = new Keys();
    int[] weights = new int[length * LABELS];
    for (int i = 0; i < length; i++) {
      found.count = 0;
      features.at(i, found);
      sum(found, weights, i * LABELS);
    }
    return weights;
  }

  /// The best labels of the places that weigh so.
  ///
  /// @param ease how much more the first place of a name weighs than what was learned
  /// @param back room for the ways to each label, as long as `weighed`; written over
  byte[] label(int[] weighed, int ease, byte[] back) {
    int length = weighed.length / LABELS;
    if (length == 0) {
      return new byte[0];
    }
    int[] best = new int[LABELS];
    int[] next = new int[LABELS];
    Arrays.fill(best, IMPOSSIBLE);
    best[NONE] = 0;
    for (int i = 0; i < length; i++) {
      for (int to = 0; to < LABELS; to++) {
        next[to] =
            step(best, to, back, i * LABELS) + weighed[i * LABELS + to] + (to % 2 == 1 ? ease : 0);
      }
      int[] swap = best;
      best = next;
      next = swap;
    }
    return path(best, back, length);
  }

  /// The greatest sum that leads to a label, and whence.
  private int step(int[] best, int to, byte[] back, int row) {
    boolean further = to > NONE && to % 2 == 0;
    int from = further ? to - 1 : 0;
    int last = further ? to : LABELS - 1;
    int most = best[from] + transitions[from * LABELS + to];
    int came = from;
    for (int f = from + 1; f <= last; f++) {
      int sum = best[f] + transitions[f * LABELS + to];
      if (sum > most) {
        most = sum;
        came = f;
      }
    }
    back[row + to] = (byte) came;
    return Math.max(most, IMPOSSIBLE);
  }

  private static byte[] path(int[] best, byte[] back, int length) {
    int label = 0;
    for (int i = 1; i < LABELS; i++) {
      label = best[i] > best[label] ? i : label;
    }
    byte[] labels = new byte[length];
    for (int i = length - 1; i >= 0; i--) {
      labels[i] = (byte) label;
      label = back[i * LABELS + label];
    }
    return labels;
  }

  private void sum(Keys found, int[] sums, int at) {
    long first = 0;
    long second = 0;
    int known = 0;
    for (int k = 0; k < found.count; k++) {
      int row = row(found.found[k]);
      if (row > 0) {
        first += weights[2 * row];
        second += weights[2 * row + 1];
        known++;
      }
    }
    for (int lane = 0; lane < LANES; lane++) {
      int bits = lane * LANE_BITS;
      int label = 1 + lane;
      sums[at + label] = (int) (first >>> bits & LANE) - known * ZERO + always[label];
      sums[at + label + LANES] =
          (int) (second >>> bits & LANE) - known * ZERO + always[label + LANES];
    }
  }
}
