package dev.assay.analyze;

import dev.assay.analyze.claim.ClaimReader;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;

/// Analyses articles as the program does, with the names that it ships.
public final class Analyses {

  private static final Analyzer ANALYZER =
      new Analyzer(
          new QuantityExtractor(Lexicon.shipped()),
          new TagMatcher(Names.load(Lexicon.shipped())),
          new ClaimReader(Lexicon.shipped()));

  private Analyses() {}

  public static Analysis of(Article article) {
    return ANALYZER.analyze(article);
  }
}
