package dev.assay.brief.model;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.brief.vet.Suspicions;
import dev.assay.check.Checker;
import dev.assay.check.Denials;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import java.util.Optional;
import java.util.function.Supplier;

/// What the sentences of a model are held against. Safe for use by many threads.
record Checks(Checker numbers, NameChecker names, Denials denials, Suspicions suspicions) {

  /// @param dictionary that is there at each moment
  static Checks of(
      Lexicon lexicon,
      Checker numbers,
      NameChecker names,
      Supplier<Optional<Bilingual>> dictionary) {
    return new Checks(
        numbers,
        names,
        new Denials(lexicon),
        new Suspicions(lexicon, names.matcher(), new QuantityExtractor(lexicon), dictionary));
  }
}
