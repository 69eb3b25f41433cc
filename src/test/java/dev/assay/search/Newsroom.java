package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.LanguageDetector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Articles of a small newsroom, for tests: in an index, and by id.
final class Newsroom {

  static final Instant DAY = Instant.parse("2025-11-22T00:00:00Z");

  private final SearchIndex index;
  private final Map<ArticleId, Article> articles = new LinkedHashMap<>();

  Newsroom(SearchIndex index) {
    this.index = index;
  }

  /// Files an article from `source`, `hours` after the day began.
  Article file(String source, int hours, String title, String... paragraphs) {
    Article article = article(source, hours, title, paragraphs);
    put(IndexedArticle.of(article));
    return article;
  }

  /// Files a copy of `original`.
  Article copy(Article original, String source, int hours) {
    Article copy =
        article(
            source,
            hours,
            original.title(),
            original.paragraphs().stream().map(Paragraph::text).toArray(String[]::new));
    put(new IndexedArticle(copy, original.id(), Set.of(), List.of(), Set.of()));
    return copy;
  }

  void put(IndexedArticle indexed) {
    articles.put(indexed.article().id(), indexed.article());
    index.put(List.of(indexed));
    index.refresh();
  }

  Map<ArticleId, Article> load(Collection<ArticleId> ids) {
    return ids.stream()
        .filter(articles::containsKey)
        .collect(Collectors.toMap(id -> id, articles::get));
  }

  static Article article(String source, int hours, String title, String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : texts) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, text));
    }
    return new Article(
        new Identity.OfExternal(source, title).articleId(),
        null,
        source,
        null,
        title,
        List.of(),
        null,
        null,
        DAY.plusSeconds(3600L * hours),
        LanguageDetector.detect(title + String.join("", texts), Language.UNKNOWN),
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }
}
