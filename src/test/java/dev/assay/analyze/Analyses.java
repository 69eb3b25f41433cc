package dev.assay.analyze;

import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.Article;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;

/// Analyses articles as the program does, with the names that it ships.
public final class Analyses {

  private static final Analyzer ANALYZER = analyzer(ClaimTrust.Use.LEDGER);
  private static final Analyzer TRUSTING = analyzer(ClaimTrust.Use.RAW);

  private Analyses() {}

  private static Analyzer analyzer(ClaimTrust.Use use) {
    return new Analyzer(
        new QuantityExtractor(Lexicon.shipped()),
        new TagMatcher(Names.load(Lexicon.shipped())),
        new ClaimReader(Lexicon.shipped(), use),
        new MeasureReader(Lexicon.shipped()));
  }

  /// The same with claims that nobody would be shown, for tests of what is done with claims.
  public static Analysis trusting(Article article) {
    return TRUSTING.analyze(article);
  }

  /// What analyses as the program does.
  public static Analyzer analyzer() {
    return ANALYZER;
  }

  public static Analysis of(Article article) {
    return ANALYZER.analyze(article);
  }
}
