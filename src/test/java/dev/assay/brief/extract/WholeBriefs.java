package dev.assay.brief.extract;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.check.Checker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;

/// Makes briefs as ingest does: with every number checked, and with key figures.
final class WholeBriefs {

  private final Names names = Names.load(Lexicon.shipped());
  private final QuantityExtractor extractor = new QuantityExtractor(Lexicon.shipped());
  private final Checker checker = new Checker(extractor, names);
  private final BriefNumbers numbers = new BriefNumbers(checker);
  private final KeyFigures figures = new KeyFigures(checker, names);

  Brief of(Article article) {
    Analysis analysis = Analyses.of(article);
    return figures.add(numbers.check(ExtractiveBriefs.of(analysis), analysis), analysis);
  }
}
