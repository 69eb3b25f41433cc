package dev.assay.check;

import java.util.Arrays;

/// The words that stand with one number, as weighted marks that can be compared across languages. A
/// mark is the id of a term of the lexicon, or a hash of a Latin word or of two Han characters.
final class Context {

  static final Context EMPTY = new Context(new long[0], new float[0], 0);

  private final long[] marks;
  private final float[] weights;
  private final int size;

  private Context(long[] marks, float[] weights, int size) {
    this.marks = marks;
    this.weights = weights;
    this.size = size;
  }

  /// Gathers marks; the heavier of two equal ones stays.
  static final class Builder {
    private long[] keys = new long[32];
    private float[] weights = new float[32];
    private int size;

    void add(long mark, float weight) {
      for (int i = 0; i < size; i++) {
        if (keys[i] == mark) {
          weights[i] = Math.max(weights[i], weight);
          return;
        }
      }
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      keys[size] = mark;
      weights[size++] = weight;
    }

    boolean isFull() {
      return size >= MAX_MARKS;
    }

    Context build() {
      return new Context(keys, weights, size);
    }
  }

  /// More marks than this tell nothing more, and would make comparing slow.
  static final int MAX_MARKS = 60;

  private float weight(long mark) {
    for (int i = 0; i < size; i++) {
      if (marks[i] == mark) {
        return weights[i];
      }
    }
    return 0;
  }

  /// How much this shares with `other`, leaving out what all of `rivals` have as well.
  float shared(Context other, Iterable<Context> rivals) {
    float sum = 0;
    for (int i = 0; i < size; i++) {
      float there = other.weight(marks[i]);
      if (there > 0 && !isCommon(marks[i], rivals)) {
        sum += Math.min(weights[i], there);
      }
    }
    return sum;
  }

  private static boolean isCommon(long mark, Iterable<Context> rivals) {
    for (Context rival : rivals) {
      if (rival.weight(mark) == 0) {
        return false;
      }
    }
    return true;
  }
}
