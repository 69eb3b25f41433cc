package dev.assay.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// How often each of some terms stands in a text, or how much each of its facts tells. Arrays of
/// numbers, since a text is read and weighed again for each other that it may be like.
///
/// @param keys ascending, each once
/// @param values beside them
record Counts(long[] keys, float[] values) {

  static final Counts NONE = new Counts(new long[0], new float[0]);

  /// In the order of their keys.
  static Counts of(Map<Long, Float> counts) {
    long[] keys = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    float[] values = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = counts.getOrDefault(keys[i], 0f);
    }
    return new Counts(keys, values);
  }

  int size() {
    return keys.length;
  }

  boolean has(long key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /// The keys of the highest values, the highest first; of equals the lowest.
  List<Long> heaviest(int most) {
    return Arrays.stream(heaviestPlaces(most)).mapToObj(place -> keys[place]).toList();
  }

  /// Where they stand, by a few insertions and not by sorting all, since each two texts ask for it.
  int[] heaviestPlaces(int most) {
    int[] places = new int[Math.min(most, keys.length)];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int at = count;
      while (at > 0 && values[places[at - 1]] < values[i]) {
        at--;
      }
      if (at < places.length) {
        count = Math.min(count + 1, places.length);
        System.arraycopy(places, at, places, at + 1, count - at - 1);
        places[at] = i;
      }
    }
    return places;
  }

  /// Those at the places for which a condition holds.
  Counts where(IntPredicate kept) {
    int[] places = IntStream.range(0, keys.length).filter(kept).toArray();
    Counts some = new Counts(new long[places.length], new float[places.length]);
    for (int i = 0; i < places.length; i++) {
      some.keys[i] = keys[places[i]];
      some.values[i] = values[places[i]];
    }
    return some;
  }

  /// These and others, none of which is among these.
  Counts and(Counts others) {
    Counts all = new Counts(new long[size() + others.size()], new float[size() + others.size()]);
    int own = 0;
    for (int i = 0; i < all.size(); i++) {
      int theirs = i - own;
      boolean isOwn = theirs == others.size() || own < size() && keys[own] < others.keys[theirs];
      all.keys[i] = isOwn ? keys[own] : others.keys[theirs];
      all.values[i] = isOwn ? values[own++] : others.values[theirs];
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts counts
        && Arrays.equals(keys, counts.keys)
        && Arrays.equals(values, counts.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(keys) + Arrays.toString(values);
  }
}
