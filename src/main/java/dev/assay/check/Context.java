package dev.assay.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The words that stand with one number, as weighted marks that can be compared across languages. A
/// mark is the id of a term of the lexicon, or a hash of a Latin word or of two Han characters.
/// Comparing two is linear in their marks. Immutable.
final class Context {

  /// Marks of the old and the new number of a change.
  static final long FROM = -1;

  static final long TO = -2;

  static final Context EMPTY = new Context(new long[0], new float[0], 0, 0, 0);

  /// More marks than this tell nothing more, and would make comparing slow.
  static final int MAX_MARKS = 60;

  /// In rising order.
  private final long[] marks;

  private final float[] weights;

  /// The word that touches the number and tells what it counts, 0 if none does.
  private final long head;

  /// The word that its clause begins with, 0 if that tells nothing.
  private final long lead;

  /// The word behind the number that tells where or by what, 0 if none does.
  private final long tail;

  private Context(long[] marks, float[] weights, long head, long lead, long tail) {
    this.marks = marks;
    this.weights = weights;
    this.head = head;
    this.lead = lead;
    this.tail = tail;
  }

  /// Gathers marks; the heavier of two equal ones stays.
  static final class Builder {
    private long[] keys = new long[32];
    private float[] weights = new float[32];
    private int size;
    private long head;
    private long lead;
    private long tail;

    /// What touches the number.
    void head(long mark) {
      head = mark;
    }

    /// What its clause begins with.
    void lead(long mark) {
      lead = mark;
    }

    /// Where it is so, or by what.
    void tail(long mark) {
      tail = mark;
    }

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
      long[] sorted = Arrays.copyOf(keys, size);
      Arrays.sort(sorted);
      float[] ordered = new float[size];
      for (int i = 0; i < size; i++) {
        ordered[Arrays.binarySearch(sorted, keys[i])] = weights[i];
      }
      return new Context(sorted, ordered, head, lead, tail);
    }
  }

  /// The marks of `contexts` by how little each tells one of them from the others: 0 for a mark of
  /// one alone, 1 for one of all.
  static Context common(List<Context> contexts) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (Context each : contexts) {
      for (long mark : each.marks) {
        counts.merge(mark, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < 2);
    long[] marks = new long[counts.size()];
    float[] weights = new float[marks.length];
    int size = 0;
    for (Map.Entry<Long, Integer> count : counts.entrySet()) {
      marks[size] = count.getKey();
      weights[size++] = (count.getValue() - 1) / (float) (contexts.size() - 1);
    }
    return new Context(marks, weights, 0, 0, 0);
  }

  private boolean has(long mark) {
    return Arrays.binarySearch(marks, mark) >= 0;
  }

  private float weight(long mark) {
    int i = Arrays.binarySearch(marks, mark);
    return i < 0 ? 0 : weights[i];
  }

  /// Whether one is the old number of a change and the other the new one.
  boolean isOtherEndThan(Context other) {
    return has(FROM) && other.has(TO) || has(TO) && other.has(FROM);
  }

  /// Whether the same word touches both numbers.
  boolean hasHeadOf(Context other) {
    return head != 0 && head == other.head;
  }

  /// Whether the word that touches the number of `other` stands with this one.
  boolean hasHead(Context other) {
    return other.head == 0 || has(other.head);
  }

  /// Whether the clauses of this and of `rival` begin with the same word, which does not stand with
  /// `own`, whose clause begins with another that does not stand here: 农村占27%，同城占14%.
  boolean beginsAs(Context rival, Context own) {
    return lead == rival.lead && isLedAway(rival, own);
  }

  /// Whether what this begins with stands with `rival` and not with `own`, which begins with
  /// something else.
  boolean beginsWith(Context rival, Context own) {
    return rival.has(lead) && isLedAway(rival, own);
  }

  private boolean isLedAway(Context rival, Context own) {
    return lead != 0 && own.lead != 0 && !has(own.lead) && !own.has(lead) && !rival.has(own.lead);
  }

  /// Whether what leads `own` leads this too, or stands here and not with `rival`, which is led by
  /// another word.
  boolean isLedAs(Context own, Context rival) {
    boolean led = lead == own.lead || has(own.lead) && !rival.has(own.lead);
    return own.lead != 0 && led && rival.lead != 0 && rival.lead != own.lead;
  }

  /// Whether this tells of the place or means of `rival` and not of that of `own`: 74 in the north
  /// and 38 in the south.
  boolean isWhere(Context rival, Context own) {
    return own.tail != 0
        && rival.tail != 0
        && has(rival.tail)
        && !has(own.tail)
        && !own.has(rival.tail)
        && !rival.has(own.tail);
  }

  /// How much this shares with `other`; a mark counts for less the more it is one of `common`.
  float shared(Context other, Context common) {
    float sum = 0;
    int at = 0;
    for (int i = 0; i < marks.length; i++) {
      while (at < other.marks.length && other.marks[at] < marks[i]) {
        at++;
      }
      boolean both = at < other.marks.length && other.marks[at] == marks[i];
      if (both) {
        sum += Math.min(weights[i], other.weights[at]) * (1 - common.weight(marks[i]));
      }
    }
    return sum;
  }
}
