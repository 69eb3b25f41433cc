package dev.assay.brief.model;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.brief.claim.SecondReader;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.llm.LanguageModel;
import java.util.Optional;

/// What has a model write, with the tables that ship.
public final class ShippedWriters {

  static final Names NAMES = Names.load(Lexicon.shipped());
  static final Checker CHECKER = new Checker(new QuantityExtractor(Lexicon.shipped()), NAMES);
  static final NameChecker NAME_CHECKER = new NameChecker(Lexicon.shipped(), new TagMatcher(NAMES));
  static final SecondReader SECOND_READER =
      new SecondReader(Lexicon.shipped(), Analyses.analyzer());

  private ShippedWriters() {}

  public static ModelWriters of(LanguageModel model) {
    return of(model, 32_000);
  }

  static ModelWriters of(LanguageModel model, int contextTokens) {
    return new ModelWriters(
        Lexicon.shipped(),
        model,
        contextTokens,
        CHECKER,
        NAME_CHECKER,
        SECOND_READER,
        Optional::empty);
  }
}
