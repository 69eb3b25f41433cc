package dev.assay.analyze.name;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much an article is about each thing that it names, as it was learned from what a reader said
/// of other articles (`AboutTraining`, among the tests). Immutable; safe for use by many threads.
final class AboutWeights {

  private static final Comparator<Tag> BY_ABOUTNESS =
      Comparator.comparingDouble((Tag tag) -> tag.about().score()).reversed();

  private final AboutWords words;
  private final Weights weights;

  AboutWeights(Lexicon lexicon) {
    this.words = new AboutWords(lexicon);
    this.weights =
        Weights.read(
            lexicon.once("names/about-weights.tsv").rows().stream()
                .map(row -> row.cell(0) + "\t" + row.cell(1))
                .toList());
  }

  /// `tags` of one article with their scores, what it is most about first.
  ///
  /// @param blocks the title and the paragraphs
  List<Tag> scored(List<Tag> tags, List<String> blocks, SentencePlaces sentences) {
    AboutFeatures features = new AboutFeatures(blocks, tags, sentences, words);
    List<Tag> scored = new ArrayList<>();
    for (int number = 0; number < tags.size(); number++) {
      Tag tag = tags.get(number);
      double score = weights.probability(features.of(number, Features.bare()));
      scored.add(tag.with(tag.about().with(features.most(), Math.round(1000 * score) / 1000.0)));
    }
    scored.sort(BY_ABOUTNESS);
    return scored;
  }
}
