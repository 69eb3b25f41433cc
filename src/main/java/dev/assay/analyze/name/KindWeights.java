package dev.assay.analyze.name;

import dev.assay.cite.Span;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What speaks for each kind that a name may be of, in the units of a [NameModel]; of the places of
/// one thing it adds up.
final class KindWeights {

  private static final Comparator<Span> BY_START = Comparator.comparingInt(Span::start);

  private static final NameKind[] KINDS = NameKind.values();

  /// By the label of the first place of such a name.
  private final int[] sums = new int[NameModel.LABELS];

  private int places;

  /// What the places of a name were weighed.
  ///
  /// @param places of the text that was weighed, in order; empty if each character is one
  static KindWeights of(ReadName name, List<Span> places, int[] weighed) {
    int from = place(name.start(), places);
    int to = place(name.end() - 1, places) + 1;
    KindWeights weights = new KindWeights();
    weights.places = 1;
    for (NameKind kind : KINDS) {
      int sum = 0;
      for (int place = from; place < to; place++) {
        int label = kind.first() + (place == from ? 0 : 1);
        sum += weighed[place * NameModel.LABELS + label];
      }
      weights.add(kind, sum);
    }
    return weights;
  }

  private static int place(int at, List<Span> places) {
    if (places.isEmpty()) {
      return at;
    }
    int found = Collections.binarySearch(places, new Span(at, at + 1), BY_START);
    return found < 0 ? -found - 2 : found;
  }

  void add(KindWeights others) {
    for (NameKind kind : KINDS) {
      add(kind, others.sums[kind.first()]);
    }
    places += others.places;
  }

  void add(NameKind kind, int weight) {
    sums[kind.first()] += weight;
  }

  /// How many places of a text add up here.
  int places() {
    return places;
  }

  /// The likeliest kind; of two that are as likely the first.
  NameKind most() {
    NameKind most = KINDS[0];
    for (NameKind kind : KINDS) {
      most = sums[kind.first()] > sums[most.first()] ? kind : most;
    }
    return most;
  }
}
