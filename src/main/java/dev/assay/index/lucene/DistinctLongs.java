package dev.assay.index.lucene;

/// Counts distinct longs, none of them 0: a hash table with open addressing, several times as fast
/// as a set of boxed values. It grows with what it holds, so that few values stay near the
/// processor.
final class DistinctLongs {

  /// Fibonacci hashing: 2^64 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int FIRST_BITS = 8;

  private long[] slots = new long[1 << FIRST_BITS];
  private int shift = Long.SIZE - FIRST_BITS;
  private int size;

  void add(long value) {
    int at = (int) (value * SPREAD >>> shift);
    while (slots[at] != 0 && slots[at] != value) {
      at = (at + 1) & (slots.length - 1);
    }
    if (slots[at] == 0) {
      slots[at] = value;
      size++;
      if (size > slots.length / 2) {
        grow();
      }
    }
  }

  boolean contains(long value) {
    int at = (int) (value * SPREAD >>> shift);
    while (slots[at] != 0 && slots[at] != value) {
      at = (at + 1) & (slots.length - 1);
    }
    return slots[at] != 0;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    shift--;
    size = 0;
    for (long value : old) {
      if (value != 0) {
        add(value);
      }
    }
  }

  int size() {
    return size;
  }
}
