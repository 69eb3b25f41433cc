package dev.assay.analyze.name;

import java.util.Arrays;
import java.util.function.UnaryOperator;

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

  /// What no labels weigh, and the surety of what cannot be.
  static final int IMPOSSIBLE = -1_000_000_000;

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
    return path(before(weighed, ease, back), back);
  }

  /// How sure a model is of what it reads, at each place: how much more the likeliest labels of all
  /// weigh that make it so than the likeliest that do not, below 0 where it is not so.
  ///
  /// @param named that a name stands there
  /// @param begun that one begins there
  /// @param goingOn that one goes on there
  record Surety(int[] named, int[] begun, int[] goingOn) {
    private Surety(int places) {
      this(new int[places], new int[places], new int[places]);
    }

    /// The same of other places.
    Surety with(UnaryOperator<int[]> places) {
      return new Surety(places.apply(named), places.apply(begun), places.apply(goingOn));
    }
  }

  /// The best labels of places, and how sure the model is at each.
  record Labelled(byte[] labels, Surety sure) {}

  /// As [#label] with no ease, and how sure the model is of it.
  Labelled labelSurely(int[] weighed, byte[] back) {
    int[] before = before(weighed, 0, back);
    return new Labelled(path(before, back), surety(weighed, before));
  }

  private Surety surety(int[] weighed, int[] before) {
    int[] behind = new int[LABELS];
    Surety sure = new Surety(weighed.length / LABELS);
    for (int i = sure.named().length - 1; i >= 0; i--) {
      int row = i * LABELS;
      int none = before[row + NONE] + behind[NONE];
      int begun = IMPOSSIBLE;
      int goingOn = IMPOSSIBLE;
      for (int label = NONE + 1; label < LABELS; label += 2) {
        begun = Math.max(begun, before[row + label] + behind[label]);
        goingOn = Math.max(goingOn, before[row + label + 1] + behind[label + 1]);
      }
      sure.named()[i] = surety(Math.max(begun, goingOn), none);
      sure.begun()[i] = surety(begun, Math.max(none, goingOn));
      sure.goingOn()[i] = surety(goingOn, Math.max(none, begun));
      behind = behind(weighed, row, behind);
    }
    return sure;
  }

  private static int surety(int so, int otherwise) {
    return Math.max(so - otherwise, IMPOSSIBLE);
  }

  /// The greatest sum that leads to each label of each place.
  private int[] before(int[] weighed, int ease, byte[] back) {
    int[] before = new int[weighed.length];
    int[] best = new int[LABELS];
    Arrays.fill(best, IMPOSSIBLE);
    best[NONE] = 0;
    for (int row = 0; row < weighed.length; row += LABELS) {
      for (int to = 0; to < LABELS; to++) {
        before[row + to] = step(best, to, back, row) + weighed[row + to] + (to % 2 == 1 ? ease : 0);
      }
      System.arraycopy(before, row, best, 0, LABELS);
    }
    return before;
  }

  /// The greatest sum of what may follow each label of the place before that of `row`.
  ///
  /// @param further the same of the place itself
  private int[] behind(int[] weighed, int row, int[] further) {
    int[] behind = new int[LABELS];
    Arrays.fill(behind, IMPOSSIBLE);
    for (int to = 0; to < LABELS; to++) {
      int sum = weighed[row + to] + further[to];
      for (int from = first(to); from <= last(to); from++) {
        behind[from] = Math.max(behind[from], transitions[from * LABELS + to] + sum);
      }
    }
    return behind;
  }

  /// The first of the labels that may stand before `to`.
  private static int first(int to) {
    return goesOn(to) ? to - 1 : 0;
  }

  private static int last(int to) {
    return goesOn(to) ? to : LABELS - 1;
  }

  private static boolean goesOn(int label) {
    return label > NONE && label % 2 == 0;
  }

  /// The greatest sum that leads to a label, and whence.
  private int step(int[] best, int to, byte[] back, int row) {
    int from = first(to);
    int last = last(to);
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

  private static byte[] path(int[] before, byte[] back) {
    int length = before.length / LABELS;
    if (length == 0) {
      return new byte[0];
    }
    int last = (length - 1) * LABELS;
    int label = 0;
    for (int i = 1; i < LABELS; i++) {
      label = before[last + i] > before[last + label] ? i : label;
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
