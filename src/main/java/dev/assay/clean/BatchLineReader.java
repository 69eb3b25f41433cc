package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.RawDocument;
import dev.assay.clean.text.Languages;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.LanguageDetector;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one line of a batch: a JSON object with `id`, `title`, `text`, and if known `lang`, `url`,
/// `source` and `published`. The text is taken as it is; each line of it is a paragraph.
final class BatchLineReader {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BatchLineReader() {}

  static CleanResult read(RawDocument document) {
    JsonNode line;
    try {
      line = MAPPER.readTree(document.bytes());
    } catch (JacksonException e) {
      return new CleanResult.Refused("the line is not JSON: " + e.getOriginalMessage());
    }
    if (!line.isObject() || !line.path("text").isString() && !line.path("title").isString()) {
      return new CleanResult.Refused(
          "the line must be a JSON object with the texts \"id\", \"title\" and \"text\"");
    }
    List<Paragraph> paragraphs = paragraphs(line.path("text").asString(""));
    String title = VisibleText.of(line.path("title").asString(""));
    if (paragraphs.isEmpty() && title.isBlank()) {
      return new CleanResult.Refused("the line has neither a \"title\" nor a \"text\" with words");
    }
    return new CleanResult.Cleaned(article(document, line, title, paragraphs));
  }

  private static Article article(
      RawDocument document, JsonNode line, String title, List<Paragraph> paragraphs) {
    Language given = Language.parse(line.path("lang").asString(""));
    Language language = language(title, paragraphs, given);
    URI address = CanonicalAddress.of(line.path("url").asString("")).orElse(null);
    return new Article(
        document.identity().articleId(),
        address,
        VisibleText.of(line.path("source").asString("")),
        externalId(document, line),
        title.isBlank() ? Paragraphs.firstWords(paragraphs, document.identity().shown()) : title,
        List.of(),
        published(document, line, address, language).orElse(null),
        null,
        document.fetchedAt(),
        language,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  /// The text is believed before what the line says, as before what a page says.
  private static Language language(String title, List<Paragraph> paragraphs, Language given) {
    return paragraphs.isEmpty()
        ? LanguageDetector.detect(title, given)
        : Languages.of(paragraphs, given);
  }

  private static @Nullable String externalId(RawDocument document, JsonNode line) {
    if (document.identity() instanceof Identity.OfExternal(String _, String id)) {
      return id;
    }
    JsonNode id = line.path("id");
    return id.isString() || id.isNumber() ? id.asString() : null;
  }

  private static Optional<PublicationTime> published(
      RawDocument document, JsonNode line, @Nullable URI address, Language language) {
    return new PublishedDateFinder(
            new Signals(), StructuredData.NONE, address, language, document.fetchedAt())
        .stated(line.path("published").asString(""), "batch published");
  }

  private static List<Paragraph> paragraphs(String text) {
    Paragraphs paragraphs = new Paragraphs();
    text.lines().forEach(line -> paragraphs.add(Paragraph.Kind.TEXT, VisibleText.of(line)));
    return paragraphs.list();
  }
}
