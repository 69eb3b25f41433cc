package dev.assay.api.research;

import dev.assay.api.Shapes;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Span;
import dev.assay.search.Passage;
import dev.assay.search.SearchHit;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Card;
import dev.assay.topic.Name;
import dev.assay.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Articles as these clients read documents.
final class Documents {

  private static final Language READER = Language.EN;

  private final Topics topics;

  Documents(Topics topics) {
    this.topics = topics;
  }

  /// Whether a list shows where the words stand that were looked for.
  enum Highlights {
    WITHOUT,
    WITH
  }

  /// An article with what else is told of it.
  private record Told(SearchHit hit, @Nullable Card card, List<ResearchShapes.Company> companies) {
    Article article() {
      return hit.article();
    }

    @Nullable Brief brief() {
      return card == null ? null : card.brief();
    }

    int copies() {
      return card == null ? hit.copies() : card.copies().size() + 1;
    }

    List<String> names() {
      return card == null ? List.of() : card.names().stream().map(Name::label).toList();
    }
  }

  private List<Told> told(List<SearchHit> hits) {
    List<ArticleId> ids = hits.stream().map(hit -> hit.article().id()).toList();
    Map<ArticleId, Card> cards =
        topics.cards(ids, READER).stream()
            .collect(Collectors.toMap(card -> card.article().id(), Function.identity()));
    Map<ArticleId, List<Name>> companies = topics.companies(ids, READER);
    return hits.stream()
        .map(
            hit ->
                new Told(
                    hit,
                    cards.get(hit.article().id()),
                    companies(companies.getOrDefault(hit.article().id(), List.of()))))
        .toList();
  }

  private static List<ResearchShapes.Company> companies(List<Name> names) {
    return names.stream()
        .map(name -> new ResearchShapes.Company(name.label(), "", List.of()))
        .toList();
  }

  List<ResearchShapes.Found> found(List<SearchHit> hits) {
    return told(hits).stream().map(Documents::found).toList();
  }

  private static ResearchShapes.Found found(Told told) {
    Article article = told.article();
    return new ResearchShapes.Found(
        DocumentIds.of(article),
        DocumentIds.of(article),
        article.title(),
        address(article),
        viewpoint(told.brief()),
        Wanted.category(article.kind()),
        millis(article.publishedAt()),
        told.companies(),
        Map.of("source", article.source(), "names", told.names()),
        told.hit().score(),
        added(told));
  }

  private static ResearchShapes.Added added(Told told) {
    return new ResearchShapes.Added(
        told.article().id().toString(),
        told.article().language().tag(),
        told.copies(),
        told.brief() == null ? null : Shapes.Summary.of(told.brief()),
        told.hit().passages().stream()
            .map(passage -> passage(told.article(), passage.paragraph(), passage.span()))
            .toList());
  }

  private static ResearchShapes.Passage passage(Article article, int paragraph, Span span) {
    return new ResearchShapes.Passage(
        paragraph, span.start(), span.end(), span.in(article.paragraph(paragraph).text()));
  }

  /// Documents that nobody searched for.
  List<ResearchShapes.Document> list(List<ArticleId> ids) {
    return list(
        topics.articles(ids).stream()
            .map(article -> new SearchHit(article, 0, List.of(), List.of(), 1))
            .toList(),
        Highlights.WITHOUT);
  }

  List<ResearchShapes.Document> list(List<SearchHit> hits, Highlights highlights) {
    return told(hits).stream().map(told -> document(told, highlights)).toList();
  }

  private static ResearchShapes.Document document(Told told, Highlights highlights) {
    Article article = told.article();
    return new ResearchShapes.Document(
        DocumentIds.of(article),
        DocumentIds.of(article),
        article.title(),
        address(article),
        article.source(),
        String.join(", ", article.authors()),
        millis(article.publishedAt()),
        Wanted.category(article.kind()),
        told.companies(),
        Map.of("names", told.names()),
        Map.of(),
        article.source(),
        article.source(),
        viewpoint(told.brief()),
        highlights == Highlights.WITHOUT
            ? null
            : told.hit().passages().stream()
                .map(passage -> marked(article.paragraph(passage.paragraph()).text(), passage))
                .toList(),
        null,
        null,
        added(told));
  }

  /// A passage as HTML, with the words that were looked for marked.
  private static String marked(String text, Passage passage) {
    StringBuilder html = new StringBuilder();
    int at = passage.span().start();
    for (Span word : passage.highlights()) {
      html.append(escape(text.substring(at, word.start())))
          .append("<em>")
          .append(escape(word.in(text)))
          .append("</em>");
      at = word.end();
    }
    return html.append(escape(text.substring(at, Math.max(at, passage.span().end())))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// A document with its text.
  ResearchShapes.Document whole(ArticlePage page) {
    Article article = page.article();
    return new ResearchShapes.Document(
        DocumentIds.of(article),
        DocumentIds.of(article),
        article.title(),
        address(article),
        article.source(),
        String.join(", ", article.authors()),
        millis(article.publishedAt()),
        Wanted.category(article.kind()),
        companies(
            topics.companies(List.of(article.id()), READER).getOrDefault(article.id(), List.of())),
        Map.of("names", page.names().stream().map(Name::label).toList()),
        Map.of(),
        article.source(),
        article.source(),
        viewpoint(page.brief()),
        null,
        article.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n\n")),
        article.paragraphs().stream()
            .map(
                paragraph ->
                    chunk(
                        article, paragraph.number(), new Span(0, paragraph.text().length()), null))
            .toList(),
        new ResearchShapes.Added(
            article.id().toString(),
            article.language().tag(),
            page.group().size(),
            page.brief() == null ? null : Shapes.Summary.of(page.brief()),
            null));
  }

  /// A stretch of a paragraph.
  ///
  /// @param doc what is said of its document; null for nothing
  static ResearchShapes.Chunk chunk(
      Article article, int paragraph, Span span, @Nullable Object doc) {
    Paragraph of = article.paragraph(paragraph);
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("paragraph", paragraph);
    place.put("start", span.start());
    place.put("end", span.end());
    return new ResearchShapes.Chunk(
        DocumentIds.of(article) + "-" + paragraph + (span.start() == 0 ? "" : "-" + span.start()),
        of.kind() == Paragraph.Kind.TABLE ? "table" : "text",
        span.in(of.text()),
        "",
        place,
        doc);
  }

  static ResearchShapes.DocName name(Article article) {
    return new ResearchShapes.DocName(DocumentIds.of(article), article.title(), address(article));
  }

  List<ResearchShapes.Dated> dated(List<SearchHit> hits) {
    return told(hits).stream().map(Documents::dated).toList();
  }

  private static ResearchShapes.Dated dated(Told told) {
    Article article = told.article();
    return new ResearchShapes.Dated(
        DocumentIds.of(article),
        DocumentIds.of(article),
        article.title(),
        viewpoint(told.brief()),
        Wanted.category(article.kind()),
        article.publishedAt() == null
            ? article.fetchedAt().toString()
            : article.publishedAt().instant().toString(),
        article.source(),
        article.source(),
        List.of(),
        added(told));
  }

  static String address(Article article) {
    return article.address() == null ? "/articles/" + article.id() : article.address().toString();
  }

  private static String viewpoint(@Nullable Brief brief) {
    return brief == null
        ? ""
        : brief.viewpoint().stream().map(BriefSentence::text).collect(Collectors.joining(" "));
  }

  private static @Nullable Long millis(@Nullable PublicationTime time) {
    return time == null ? null : time.orderedBy().toEpochMilli();
  }

  /// A brief as Markdown.
  static String markdown(Brief brief) {
    StringBuilder text = new StringBuilder(viewpoint(brief)).append("\n");
    brief
        .groups()
        .forEach(
            group -> {
              if (!group.heading().isEmpty()) {
                text.append("\n## ").append(group.heading()).append("\n");
              }
              text.append("\n");
              group
                  .bullets()
                  .forEach(bullet -> text.append("- ").append(bullet.text()).append("\n"));
            });
    return text.toString();
  }
}
