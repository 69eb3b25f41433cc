package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long the parts of an article may be, whatever its document says: no later stage, table or
/// index meets more. Lengths are counted in UTF-16 code units.
///
/// The longest reports and laws of the public sets have some 4,000 paragraphs and a million
/// characters; what goes over these bounds is a dump, a log or an attack.
final class Bounds {

  private static final int MOST_TEXT = 4_000_000;
  private static final int MOST_PARAGRAPHS = 20_000;
  private static final int LONGEST_PARAGRAPH = 400_000;

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_NAME = 300;
  private static final int MOST_AUTHORS = 100;
  private static final int LONGEST_ADDRESS = 8_192;

  private Bounds() {}

  /// Why a text is not taken in whole; empty if it is.
  static Optional<String> tooMuch(Article article) {
    List<Paragraph> paragraphs = article.paragraphs();
    if (paragraphs.size() > MOST_PARAGRAPHS) {
      return Optional.of(
          "the text has more than %,d paragraphs; split it and import the parts"
              .formatted(MOST_PARAGRAPHS));
    }
    long text = 0;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.text().length() > LONGEST_PARAGRAPH) {
        return Optional.of(
            "paragraph %d has more than %,d characters; break it into paragraphs and import it again"
                .formatted(paragraph.number(), LONGEST_PARAGRAPH));
      }
      text += paragraph.text().length();
    }
    return text > MOST_TEXT
        ? Optional.of(
            "the text has more than %,d characters; split it and import the parts"
                .formatted(MOST_TEXT))
        : Optional.empty();
  }

  /// The article with no title, name or address longer than is allowed.
  static Article cut(Article article) {
    return new Article(
        article.id(),
        orNone(article.address()),
        cut(article.source(), LONGEST_NAME),
        article.externalId(),
        cut(article.title(), LONGEST_TITLE),
        article.authors().stream()
            .limit(MOST_AUTHORS)
            .map(name -> cut(name, LONGEST_NAME))
            .toList(),
        article.publishedAt(),
        article.updatedAt(),
        article.fetchedAt(),
        article.language(),
        article.kind(),
        article.section() == null ? null : cut(article.section(), LONGEST_NAME),
        orNone(article.image()),
        article.paragraphs());
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }

  /// An address has no meaning in part.
  private static @Nullable URI orNone(@Nullable URI address) {
    return address == null || address.toString().length() > LONGEST_ADDRESS ? null : address;
  }
}
