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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sentences of an article, read for a question.
final class ReadSentences {

  private ReadSentences() {}

  /// Those of an English article, for a question without words.
  static List<CandidateSentence> of(Paragraph... paragraphs) {
    return of(AskedKind.OTHER, "", Language.EN, Language.EN, paragraphs);
  }

  /// @param question of which every word says the same
  /// @param asked the language of the question
  /// @param language of the article
  static List<CandidateSentence> of(
      AskedKind kind, String question, Language asked, Language language, Paragraph... paragraphs) {
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
            language,
            ArticleKind.NEWS,
            null,
            null,
            List.of(paragraphs));
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      AskedTerms terms = new Search(index, _ -> Map.of(), () -> Instant.EPOCH).terms(question);
      AskedQuestion read =
          new AskedQuestion(
              question,
              asked.isChinese(),
              kind,
              Set.of(Sought.ANYTHING),
              terms,
              Collections.nCopies(terms.terms().size(), 1.0),
              Set.of(),
              Set.of(),
              List.of(),
              List.of(),
              -1,
              -1,
              -1);
      return ReadArticle.of(read, article, 0).sentences();
    }
  }
}
