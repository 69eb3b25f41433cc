package dev.assay.export;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.topic.ArticleLine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An article that a pack rests on.
///
/// @param reserved what its site reserves, in its own words; empty if nothing
record PackSource(Article article, String reserved) {

  /// Stands between paragraphs, and behind the title.
  private static final String BETWEEN = "\n\n";

  ArticleId id() {
    return article.id();
  }

  boolean isReserved() {
    return !reserved.isEmpty();
  }

  String outlet() {
    return ArticleLine.of(article).outlet();
  }

  @Nullable URI address() {
    return article.address();
  }

  /// When it was published as its source wrote it; empty if it does not say.
  String published() {
    return article.publishedAt() == null ? "" : article.publishedAt().iso();
  }

  /// The file of the pack that holds it.
  String file() {
    return "sources/%s.txt".formatted(id());
  }

  /// Title and paragraphs, in which places are counted.
  String text() {
    StringBuilder text = new StringBuilder(article.title());
    article.paragraphs().forEach(paragraph -> text.append(BETWEEN).append(paragraph.text()));
    return text.append('\n').toString();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /// The text of a paragraph, or the title as number 0.
  String paragraph(int number) {
    return number == 0 ? article.title() : article.paragraph(number).text();
  }

  /// Where a paragraph, or the title as number 0, begins in [#text].
  int start(int number) {
    int start = 0;
    if (number > 0) {
      start = article.title().length() + BETWEEN.length();
      for (Paragraph before : article.paragraphs().subList(0, number - 1)) {
        start += before.text().length() + BETWEEN.length();
      }
    }
    return start;
  }
}
