package dev.assay.brief.model;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.brief.vet.Suspicions;
import dev.assay.check.Checker;
import dev.assay.check.Denials;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Lexicon;

/// What the sentences of a model are held against. Safe for use by many threads.
record Checks(Checker numbers, NameChecker names, Denials denials, Suspicions suspicions) {

  static Checks of(Lexicon lexicon, Checker numbers, NameChecker names) {
    return new Checks(
        numbers,
        names,
        new Denials(lexicon),
        new Suspicions(lexicon, names.matcher(), new QuantityExtractor(lexicon)));
  }
}
