package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import java.util.List;

/// How likely a suspicion is right, by weights that were learned (`lexicon/vetting-weights.tsv`).
/// Immutable; safe for use by many threads.
final class Chance {

  private final Weights weights;

  Chance(Lexicon lexicon) {
    this(
        Weights.read(
            lexicon.table("vetting-weights.tsv").rows().stream()
                .map(row -> row.cell(0) + "\t" + row.cell(1))
                .toList()));
  }

  Chance(Weights weights) {
    this.weights = weights;
  }

  double of(Features features) {
    return 1 / (1 + Math.exp(-weights.score(features)));
  }

  /// Adds `name` with each of `steps` that `value` reaches.
  static void steps(Features features, String name, double value, double... steps) {
    for (double step : steps) {
      if (value >= step) {
        features.add(name, String.valueOf(step));
      }
    }
  }

  /// The right one of the two candidates of a choice that is learned: the suspicion, or nothing.
  static boolean[] right(boolean suspicion) {
    return new boolean[] {suspicion, !suspicion};
  }

  static List<Features> candidates(Features suspicion) {
    return List.of(suspicion, Features.like(suspicion));
  }
}
