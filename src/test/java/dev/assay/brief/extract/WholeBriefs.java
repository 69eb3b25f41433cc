package dev.assay.brief.extract;

import dev.assay.analyze.claim.ClaimReader;
import dev.assay.analyze.name.TagMatcher;
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
  private final ClaimReader claims = new ClaimReader(Lexicon.shipped(), extractor);
  private final TagMatcher tags = new TagMatcher(names);
  private final KeyFigures figures = new KeyFigures(checker, names);

  Brief of(Article article) {
    Brief brief = numbers.check(ExtractiveBriefs.of(article), article);
    return figures.add(brief, article, claims.read(article, tags.match(article)));
  }
}
