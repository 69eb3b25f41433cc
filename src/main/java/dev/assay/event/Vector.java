package dev.assay.event;

import java.util.Arrays;
import java.util.List;

/// Weighted terms, of length 1.
///
/// @param keys ascending
record Vector(long[] keys, float[] weights) {

  static final Vector NONE = new Vector(new long[0], new float[0]);

  int size() {
    return keys.length;
  }

  /// The keys that weigh most.
  List<Long> heaviest(int most) {
    return new Counts(keys, weights).heaviest(most);
  }

  /// What share of the weight of its `most` heaviest terms is of terms that the other has too.
  double shared(Vector other, int most) {
    double all = 0;
    double both = 0;
    for (int place : new Counts(keys, weights).heaviestPlaces(most)) {
      all += weights[place];
      both += Arrays.binarySearch(other.keys, keys[place]) >= 0 ? weights[place] : 0;
    }
    return all == 0 ? 0 : both / all;
  }

  double cosine(Vector other) {
    double sum = 0;
    int i = 0;
    int k = 0;
    while (i < keys.length && k < other.keys.length) {
      int order = Long.compare(keys[i], other.keys[k]);
      if (order == 0) {
        sum += (double) weights[i++] * other.weights[k++];
      } else if (order < 0) {
        i++;
      } else {
        k++;
      }
    }
    return sum;
  }
}
