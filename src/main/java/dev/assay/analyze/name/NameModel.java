package dev.assay.analyze.name;

import dev.assay.lexicon.LexiconFile;
import java.util.List;

/// Learned weights that mark the names in a sequence of characters or words.
///
/// A linear model: each place has features, each feature a weight for each label, each pair of
/// neighbouring labels another, and the labels of a sequence are those with the greatest sum
/// (Viterbi). Trained by the `NameTraining` of the tests, kept as sorted text. Immutable; safe for
/// use by many threads.
final class NameModel {

  /// What a place can be: no name, or the first or a further place of a name of one of the kinds.
  static final int LABELS = 1 + 2 * NameKind.values().length;

  static final int NONE = 0;

  /// Weights are kept as whole numbers of this part.
  static final float UNIT = 1 / 8f;

  private static final int MAX_FEATURES = 40;
  private static final int KNOWN_BITS = 20;
  private static final long PRIME = 0x9e3779b97f4a7c15L;
  private static final float IMPOSSIBLE = -1e9f;

  /// One bit for each key, and for few others: most features of a text have no weights, and this
  /// table, which stays near the processor, says so.
  private final long[] known = new long[1 << (KNOWN_BITS - 6)];

  private final long[] keys;
  private final short[] weights;
  private final float[] always = new float[LABELS];
  private final float[] transitions = new float[LABELS * LABELS];
  private final int mask;

  private NameModel(int features) {
    int room = Integer.highestOneBit(Math.max(16, 3 * features)) << 1;
    keys = new long[room];
    weights = new short[room * LABELS];
    mask = room - 1;
    for (int from = 0; from < LABELS; from++) {
      for (int to = 0; to < LABELS; to++) {
        transitions[from * LABELS + to] = follows(from, to) ? 0 : IMPOSSIBLE;
      }
    }
  }

  /// The features of the places of one sequence.
  interface Features {
    /// Gives the features of a place, at most 40.
    void at(int place, FeatureSink sink);
  }

  /// Features as the keys of weights.
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
    public FeatureSink put(char c) {
      hash = with(hash, c);
      return this;
    }

    @Override
    public void end() {
      found[count++] = finish(hash);
    }
  }

  /// Reads a model: rows of a feature, a tab, and its weights by label; the rows `next:LABEL` hold
  /// the weights of what follows a label, the row `always` those of every place: how much better
  /// than none a name must be.
  static NameModel of(LexiconFile file) {
    List<LexiconFile.Row> rows = file.rows();
    NameModel model = new NameModel(rows.size());
    for (LexiconFile.Row row : rows) {
      short[] parsed = parse(row.cell(1));
      if (row.cell(0).equals("always")) {
        for (int label = 0; label < LABELS; label++) {
          model.always[label] = parsed[label];
        }
      } else if (row.cell(0).startsWith("next:")) {
        model.addTransitions(Integer.parseInt(row.cell(0).substring(5)), parsed);
      } else {
        model.add(hash(row.cell(0)), parsed);
      }
    }
    return model;
  }

  /// Reads `1:140 3:-22`: a label and its weight, those without a weight left out.
  private static short[] parse(String cell) {
    short[] weights = new short[LABELS];
    int label = 0;
    int value = 0;
    boolean negative = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case ':' -> {
          label = value;
          value = 0;
        }
        case ' ' -> {
          weights[label] = (short) (negative ? -value : value);
          value = 0;
          negative = false;
        }
        case '-' -> negative = true;
        default -> value = value * 10 + (c - '0'); // a digit
      }
    }
    weights[label] = (short) (negative ? -value : value);
    return weights;
  }

  private void addTransitions(int from, short[] weights) {
    for (int to = 0; to < LABELS; to++) {
      transitions[from * LABELS + to] += weights[to] * UNIT;
    }
  }

  private boolean isKnown(long key) {
    int bit = (int) (key >>> (64 - KNOWN_BITS));
    return (known[bit >>> 6] & 1L << (bit & 63)) != 0;
  }

  private void add(long key, short[] row) {
    int bit = (int) (key >>> (64 - KNOWN_BITS));
    known[bit >>> 6] |= 1L << (bit & 63);
    int slot = slot(key);
    keys[slot] = key;
    System.arraycopy(row, 0, weights, slot * LABELS, LABELS);
  }

  private int slot(long key) {
    int slot = (int) (key >>> 20) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Whether a place with label `to` may stand behind one with label `from`: a name goes on only
  /// where one of its kind stands.
  static boolean follows(int from, int to) {
    return to == NONE || to % 2 == 1 || from == to || from == to - 1;
  }

  /// The best labels of the places from 0 to `length`.
  byte[] label(int length, Features features) {
    if (length == 0) {
      return new byte[0];
    }
    Keys found = new Keys();
    float[] best = new float[LABELS];
    float[] next = new float[LABELS];
    float[] here = new float[LABELS];
    byte[] back = new byte[length * LABELS];
    for (int i = 0; i < length; i++) {
      score(features, i, found, here);
      for (int to = 0; to < LABELS; to++) {
        float most = IMPOSSIBLE;
        int from = 0;
        for (int f = 0; f < LABELS; f++) {
          float sum = i == 0 ? (f == NONE ? 0 : IMPOSSIBLE) : best[f];
          sum += transitions[f * LABELS + to];
          if (sum > most) {
            most = sum;
            from = f;
          }
        }
        next[to] = most + here[to];
        back[i * LABELS + to] = (byte) from;
      }
      float[] swap = best;
      best = next;
      next = swap;
    }
    return path(best, back, length);
  }

  private static byte[] path(float[] best, byte[] back, int length) {
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

  private void score(Features features, int place, Keys keysHere, float[] sums) {
    keysHere.count = 0;
    features.at(place, keysHere);
    System.arraycopy(always, 0, sums, 0, LABELS);
    for (int k = 0; k < keysHere.count; k++) {
      long key = keysHere.found[k];
      int slot = isKnown(key) ? slot(key) : -1;
      if (slot >= 0 && keys[slot] != 0) {
        int row = slot * LABELS;
        for (int label = 0; label < LABELS; label++) {
          sums[label] += weights[row + label];
        }
      }
    }
    for (int label = 0; label < LABELS; label++) {
      sums[label] *= UNIT;
    }
  }

  /// The key of a feature as it stands in the file, such as `w0=said`.
  private static long hash(String feature) {
    return finish(start(feature));
  }

  /// `hash`, of what was read so far of a feature, and one more character.
  private static long with(long hash, char c) {
    return (hash ^ c) * 0x100000001b3L + (hash >>> 47);
  }

  /// The beginning of the features of one kind.
  static long start(String kind) {
    long hash = PRIME;
    for (int i = 0; i < kind.length(); i++) {
      hash = with(hash, kind.charAt(i));
    }
    return hash;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return (mixed ^ (mixed >>> 29)) | 1;
  }
}
