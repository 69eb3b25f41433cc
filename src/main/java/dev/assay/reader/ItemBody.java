package dev.assay.reader;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.KeyFigure;
import dev.assay.cite.Citation;
import dev.assay.topic.Card;
import java.util.stream.Collectors;

/// The card of an article as HTML that any reading program shows: viewpoint, bullets, key figures,
/// each with links to the paragraphs that it rests on.
final class ItemBody {

  private final String server;
  private final Language reader;
  private final StringBuilder html = new StringBuilder();

  private ItemBody(String server, Language reader) {
    this.server = server;
    this.reader = reader;
  }

  /// Writes a card.
  ///
  /// @param server the address before every path
  /// @param reader the language in which key figures are told
  static String of(Card card, String server, Language reader) {
    ItemBody body = new ItemBody(server, reader);
    if (card.brief() != null) {
      body.brief(card.brief());
    }
    body.foot(card);
    return body.html.toString();
  }

  private void brief(Brief brief) {
    if (!brief.viewpoint().isEmpty()) {
      html.append(
          brief.viewpoint().stream()
              .map(this::sentence)
              .collect(Collectors.joining(" ", "<p>", "</p>")));
    }
    brief.groups().forEach(this::group);
    if (!brief.keyFiguresFor(reader).isEmpty()) {
      html.append(
          brief.keyFiguresFor(reader).stream()
              .map(figure -> figure(brief.article(), figure))
              .collect(Collectors.joining("", "<ul>", "</ul>")));
    }
  }

  private void group(BriefGroup group) {
    if (!group.heading().isEmpty()) {
      html.append("<h4>").append(escape(group.heading())).append("</h4>");
    }
    html.append(
        group.bullets().stream()
            .map(bullet -> "<li>" + sentence(bullet) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>")));
  }

  private String sentence(BriefSentence sentence) {
    String cites =
        sentence.citations().stream()
            .distinct()
            .map(this::cite)
            .distinct()
            .collect(Collectors.joining());
    return escape(sentence.text()) + " " + cites;
  }

  private String cite(Citation citation) {
    return cite(citation.article(), citation.paragraph());
  }

  private String cite(ArticleId article, int paragraph) {
    return "<a href=\"%s#p%d\">[%d]</a>".formatted(page(article), paragraph, paragraph);
  }

  private String figure(ArticleId article, KeyFigure figure) {
    return "<li>%s: %s (%s) %s</li>"
        .formatted(
            escape(figure.about()),
            escape(figure.value()),
            escape(figure.written()),
            cite(article, figure.citation().paragraph()));
  }

  private void foot(Card card) {
    boolean chinese = reader.isChinese();
    html.append("<p><a href=\"%s\">Assay</a>".formatted(page(card.article().id())));
    if (card.article().address() != null) {
      html.append(
          " · <a href=\"%s\">%s</a>"
              .formatted(
                  escape(card.article().address().toString()),
                  escape(
                      card.article().source().isEmpty()
                          ? card.article().address().getHost()
                          : card.article().source())));
    }
    if (!card.copies().isEmpty()) {
      html.append((chinese ? " · 另见 %d 处" : " · also in %d").formatted(card.copies().size()));
    }
    html.append("</p>");
  }

  private String page(ArticleId article) {
    return server + "/articles/" + article;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
