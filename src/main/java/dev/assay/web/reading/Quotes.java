package dev.assay.web.reading;

import dev.assay.access.ReachedAt;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.topic.ArticlePage;
import dev.assay.web.CitedParagraph;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageHeaders;
import dev.assay.web.PageWriter;
import dev.assay.web.Piece;
import dev.assay.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Words of a paragraph that are cited: beside a card for the scripts of a page, as a page with the
/// text to copy, and as that text alone.
final class Quotes {

  private final PageWriter writer;

  Quotes(PageWriter writer) {
    this.writer = writer;
  }

  void show(Context context, ArticlePage page) {
    Messages say = Reader.words(context);
    Article article = page.article();
    int number = number(context.pathParam("number"));
    if (number < 1 || number > article.paragraphs().size()) {
      throw new NotFoundResponse();
    }
    Paragraph paragraph = article.paragraph(number);
    List<Span> marks = marks(context, paragraph.text().length());
    String desk = ReachedAt.of(context);
    CitedWords cited = CitedWords.of(page, paragraph, marks, desk, say);
    if (String.valueOf(context.header("Accept")).startsWith("text/plain")) {
      PageHeaders.set(context);
      context.contentType("text/plain; charset=utf-8").result(cited.text());
      return;
    }
    boolean beside = context.header("HX-Request") != null;
    Map<String, Object> quote =
        Map.of(
            "say",
            say,
            "article",
            article,
            "paragraph",
            paragraph,
            "pieces",
            Piece.of(paragraph.text(), marks),
            "address",
            Links.quote(new CitedParagraph(article.id(), number, marks)));
    writer.write(
        context,
        beside ? "quote" : "citation",
        beside
            ? quote
            : Map.of(
                "frame", writer.frame(context, say, Frame.Part.ELSEWHERE),
                "article", article,
                "paragraph", paragraph,
                "pieces", Piece.of(paragraph.text(), marks),
                "cited", cited));
  }

  /// The fields `from` and `to`, of which there may be several; those that make no span of a text
  /// of this length are left out.
  private static List<Span> marks(Context context, int length) {
    List<String> from = context.queryParams("from");
    List<String> to = context.queryParams("to");
    return IntStream.range(0, Math.min(from.size(), to.size()))
        .filter(i -> number(from.get(i)) >= 0 && number(to.get(i)) > number(from.get(i)))
        .filter(i -> number(to.get(i)) <= length)
        .mapToObj(i -> new Span(number(from.get(i)), number(to.get(i))))
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /// A whole number, or -1.
  private static int number(@Nullable String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
