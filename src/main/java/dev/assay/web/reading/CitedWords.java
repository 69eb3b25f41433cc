package dev.assay.web.reading;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.ArticlePage;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.Moment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of an article with where they stand, ready to be put into a memo, in a reader's language.
///
/// @param text as plain text
/// @param markdown with links
public record CitedWords(String text, String markdown) {

  /// Letters of a text that its site reserves.
  private static final int LONGEST_RESERVED = 300;

  /// @param marks the words; none for the whole paragraph
  /// @param desk where this desk is reached, such as `http://127.0.0.1:8420`
  static CitedWords of(
      ArticlePage page, Paragraph paragraph, List<Span> marks, String desk, Messages say) {
    Article article = page.article();
    ArticleLine line = page.line();
    String words = words(page, paragraph, marks);
    String place =
        Stream.of(
                line.outlet(),
                say.text("citation.title", article.title()),
                Moment.of(line, say).inFull(),
                say.text("cite", paragraph.number()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(say.text("citation.and")));
    String kept = desk + Links.paragraph(article.id(), paragraph.number());
    String source = article.address() == null ? "" : article.address().toString();
    return new CitedWords(
        say.text("citation.text", words, place)
            + (source.isEmpty() ? kept : say.text("citation.where", source, kept)),
        say.text("citation.markdown", words.replace("\n", "\n> "), place)
            + (source.isEmpty() ? "" : say.text("citation.link", source))
            + say.text("citation.kept-link", kept));
  }

  private static String words(ArticlePage page, Paragraph paragraph, List<Span> marks) {
    String all =
        marks.isEmpty()
            ? paragraph.text()
            : marks.stream()
                .map(span -> span.in(paragraph.text()))
                .collect(Collectors.joining(" … "));
    return page.arrival().reserved().isBlank() ? all : Beginning.of(all, LONGEST_RESERVED);
  }
}
