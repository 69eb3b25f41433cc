package dev.assay.analyze.name;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import java.util.List;

/// Whether what was read in an article is a name at all, as it was learned from what readers took
/// for names in others (`TrustTraining`, among the tests). Immutable; safe for use by many threads.
final class NameTrust {

  /// From this probability on a thing is taken for a name.
  static final double NAME = 0.55;

  private final Weights weights;

  NameTrust(Lexicon lexicon) {
    this.weights =
        Weights.read(
            lexicon.once("names/trust-weights.tsv").rows().stream()
                .map(row -> row.cell(0) + "\t" + row.cell(1))
                .toList());
  }

  /// Those of `things` that are known, or likely to be names.
  List<NameJoins.Thing> names(List<NameJoins.Thing> things, NameSigns signs) {
    return things.stream()
        .filter(thing -> thing.entity().isPresent() || isName(thing, signs))
        .toList();
  }

  private boolean isName(NameJoins.Thing thing, NameSigns signs) {
    return weights.probability(signs.of(thing.names(), thing.kind(), Features.bare())) >= NAME;
  }
}
