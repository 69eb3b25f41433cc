package dev.assay.index.lucene;

/// Counts the distinct values among a bounded number of longs, none of them 0: a hash table with
/// open addressing, several times as fast as a set of boxed values.
final class DistinctLongs {

  /// Fibonacci hashing: 2^64 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] slots;
  private final int shift;
  private int size;

  /// @param most values that may be added
  DistinctLongs(int most) {
    int bits = 65 - Long.numberOfLeadingZeros(2L * most - 1);
    this.slots = new long[1 << bits];
    this.shift = 64 - bits;
  }

  void add(long value) {
    int at = (int) (value * SPREAD >>> shift);
    while (slots[at] != 0 && slots[at] != value) {
      at = (at + 1) & (slots.length - 1);
    }
    if (slots[at] == 0) {
      slots[at] = value;
      size++;
    }
  }

  int size() {
    return size;
  }
}
