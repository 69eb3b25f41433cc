package dev.assay.ask;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.search.AskedTerms;
import dev.assay.search.Search;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sentences of an English article, read for a question without words.
final class ReadSentences {

  private ReadSentences() {}

  static List<CandidateSentence> of(Paragraph... paragraphs) {
    Article article =
        new Article(
            new ArticleId(1),
            null,
            "Port Ellery Post",
            null,
            "Where tin is refined",
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(paragraphs));
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      AskedTerms none = new Search(index, _ -> Map.of(), () -> Instant.EPOCH).terms("");
      AskedQuestion question =
          new AskedQuestion(
              "",
              false,
              AskedKind.OTHER,
              Set.of(Sought.ANYTHING),
              none,
              List.of(),
              Set.of(),
              Set.of(),
              List.of(),
              List.of(),
              -1,
              -1,
              -1);
      return ReadArticle.of(question, article, 0).sentences();
    }
  }
}
