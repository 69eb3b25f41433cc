package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.PublicationTime;
import dev.assay.article.RawDocument;
import dev.assay.clean.text.VisibleText;
import java.util.List;
import java.util.Optional;

/// What somebody who knows says of a document goes before what is read from it: the subject of a
/// mail, the title and authors that a library of references has.
final class Stated {

  private static final int MOST_AUTHORS = 50;

  private Stated() {}

  static Article over(Article article, RawDocument document) {
    Optional<String> title = said(document, RawDocument.STATED_TITLE);
    Optional<String> source = said(document, RawDocument.STATED_SOURCE);
    List<String> authors =
        document
            .header(RawDocument.STATED_AUTHORS)
            .orElse("")
            .lines()
            .map(VisibleText::of)
            .filter(name -> !name.isEmpty())
            .limit(MOST_AUTHORS)
            .toList();
    Optional<PublicationTime> published =
        document
            .header(RawDocument.STATED_PUBLISHED)
            .flatMap(
                text ->
                    new PublishedDateFinder(
                            new Signals(),
                            StructuredData.NONE,
                            article.address(),
                            article.language(),
                            document.fetchedAt())
                        .stated(text, "stated"));
    if (title.isEmpty() && source.isEmpty() && authors.isEmpty() && published.isEmpty()) {
      return article;
    }
    return new Article(
        article.id(),
        article.address(),
        source.orElse(article.source()),
        article.externalId(),
        title.orElse(article.title()),
        authors.isEmpty() ? article.authors() : authors,
        published.orElse(article.publishedAt()),
        article.updatedAt(),
        article.fetchedAt(),
        article.language(),
        article.kind(),
        article.section(),
        article.image(),
        article.paragraphs());
  }

  private static Optional<String> said(RawDocument document, String header) {
    return document.header(header).map(VisibleText::of).filter(text -> !text.isBlank());
  }
}
