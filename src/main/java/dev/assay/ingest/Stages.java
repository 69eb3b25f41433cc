package dev.assay.ingest;

import dev.assay.analyze.claim.ClaimReader;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.clean.Cleaner;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Names;
import dev.assay.store.ClaimTable.Reading;
import java.util.List;

/// The stages that need no other document, with the names they know. Shared by all threads.
public record Stages(
    Cleaner cleaner,
    Names names,
    TagMatcher tagMatcher,
    BriefNumbers briefNumbers,
    ClaimReader claimReader,
    KeyFigures keyFigures,
    Bookkeeping bookkeeping) {

  /// The claims of an article as the store keeps them.
  ///
  /// @param tags the names that it mentions
  Reading claims(Article article, List<Tag> tags) {
    return bookkeeping.filed(article, claimReader.read(article, tags));
  }
}
