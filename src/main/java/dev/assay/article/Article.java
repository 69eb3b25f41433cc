package dev.assay.article;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document's text, and nothing else that stood on its page.
///
/// @param address canonical http(s) address, if it has one
/// @param source the outlet's name as a reader knows it; for a file without one, its folder; may be
///   empty
/// @param externalId the id that a batch gave, if it came by one
/// @param title never blank: a text without a title is named by its first words
/// @param updatedAt when the source says it last changed the text
/// @param fetchedAt when Assay got it
/// @param section the source's own heading for it, such as `Markets`
/// @param image address of the lead picture
/// @param paragraphs numbered 1, 2, 3 ...; empty for a document that holds no text
public record Article(
    ArticleId id,
    @Nullable URI address,
    String source,
    @Nullable String externalId,
    String title,
    List<String> authors,
    @Nullable PublicationTime publishedAt,
    @Nullable PublicationTime updatedAt,
    Instant fetchedAt,
    Language language,
    ArticleKind kind,
    @Nullable String section,
    @Nullable URI image,
    List<Paragraph> paragraphs) {

  /// A text that no store has, as an article of one paragraph.
  public static Article ofPassage(String text, Language language) {
    return unstored(List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)), language, null);
  }

  /// A text that no store has, as an article with a paragraph for each line.
  public static Article ofLines(
      String text, Language language, @Nullable PublicationTime published) {
    List<Paragraph> paragraphs = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                paragraphs.add(
                    new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, line.strip())));
    return unstored(paragraphs, language, published);
  }

  private static Article unstored(
      List<Paragraph> paragraphs, Language language, @Nullable PublicationTime published) {
    return new Article(
        new ArticleId(0),
        null,
        "",
        null,
        "-",
        List.of(),
        published,
        null,
        Instant.EPOCH,
        language,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  public Article {
    authors = List.copyOf(authors);
    paragraphs = List.copyOf(paragraphs);
    if (title.isBlank()) {
      throw new IllegalArgumentException("article " + id + " must have a title");
    }
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "paragraphs must be numbered 1, 2, 3 ..., got %d at place %d"
                .formatted(paragraphs.get(i).number(), i + 1));
      }
    }
  }

  /// The same document with another text, numbered 1, 2, 3 ...
  public Article withParagraphs(List<Paragraph> others) {
    return new Article(
        id,
        address,
        source,
        externalId,
        title,
        authors,
        publishedAt,
        updatedAt,
        fetchedAt,
        language,
        kind,
        section,
        image,
        others);
  }

  /// Whether a reader of `reader` reads another language than the article's. One who reads one
  /// script of Chinese reads the other; an article in no known language is foreign to nobody.
  public boolean isForeignTo(Language reader) {
    return !language.equals(Language.UNKNOWN)
        && (reader.isChinese() ? !language.isChinese() : !language.equals(reader));
  }

  /// The paragraph with this number.
  public Paragraph paragraph(int number) {
    return paragraphs.get(number - 1);
  }

  /// The moment by which articles are ordered: publication, or else when it was fetched.
  public Instant orderedBy() {
    return publishedAt == null ? fetchedAt : publishedAt.orderedBy();
  }
}
