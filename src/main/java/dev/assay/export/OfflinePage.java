package dev.assay.export;

import dev.assay.export.Memo.By;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A pack as one page that reads without a server: no scripts, nothing from elsewhere.
final class OfflinePage {

  private static final Set<String> WEB = Set.of("http", "https");

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c1a17;--soft:#5d574e;--line:#d9d3c7;--paper:#fdfcf9;--accent:#7a2e1d}
      @media(prefers-color-scheme:dark){:root{--ink:#e9e4da;--soft:#a8a092;--line:#3c3831;--paper:#191714;--accent:#e39a80}}
      body{margin:0 auto;padding:2rem 1rem 4rem;max-width:44rem;background:var(--paper);color:var(--ink);font:1.05rem/1.65 Georgia,"Noto Serif",serif}
      :lang(zh){font-family:Georgia,"Noto Serif CJK SC","Songti SC",SimSun,serif;line-height:1.75}
      h1{font-size:1.8rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.2rem;border-top:1px solid var(--line);padding-top:1rem}
      a{color:var(--accent)}p.lead,small,.place{color:var(--soft)}.place{font-size:.85rem}sup{line-height:0}sup a{text-decoration:none;padding:0 .15em}
      ul{padding-left:1.1rem}blockquote{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--line)}
      .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.88rem;font-variant-numeric:tabular-nums}
      th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line)}
      ol.quotes li{margin-bottom:.7rem;overflow-wrap:anywhere}:target{background:color-mix(in srgb,var(--accent) 12%,transparent)}
      @media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit}}
      """;

  private final PackWords words;
  private final StringBuilder out = new StringBuilder();

  private OfflinePage(PackWords words) {
    this.words = words;
  }

  static String of(
      Memo memo,
      List<Quote> quotes,
      List<PackFigure> figures,
      List<PackSource> sources,
      PackWords words) {
    OfflinePage page = new OfflinePage(words);
    page.head(memo);
    memo.parts().forEach(page::part);
    page.figures(figures);
    page.quotes(quotes);
    page.sources(sources);
    return page.out.append("</body></html>\n").toString();
  }

  private void head(Memo memo) {
    out.append(
            "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                .formatted(words.language().tag()))
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append(
            "<title>%s</title><style>%s</style></head><body>\n"
                .formatted(Markup.xml(memo.title()), STYLE))
        .append("<h1>%s</h1>\n".formatted(Markup.xml(memo.title())));
    memo.lead()
        .forEach(line -> out.append("<p class=\"lead\">%s</p>\n".formatted(Markup.xml(line))));
    out.append(
        "<p class=\"lead\">%s</p>\n"
            .formatted(
                List.of(
                        "memo.md",
                        "memo.docx",
                        "figures.csv",
                        "figures.xlsx",
                        "citations.ris",
                        "citations.bib",
                        "citations.csl.json",
                        "annotations.jsonld",
                        "ro-crate-metadata.json",
                        "manifest-sha256.txt")
                    .stream()
                    .map("<a href=\"%1$s\" lang=\"en\">%1$s</a>"::formatted)
                    .collect(Collectors.joining(" · "))));
  }

  private void part(Memo.Part part) {
    out.append("<h2%s>%s</h2>\n".formatted(lang(part.of()), Markup.xml(part.heading())));
    if (part.of() != null) {
      out.append("<p class=\"place\">%s</p>\n".formatted(origin(part.of())));
    }
    for (Memo.Line line : part.lines()) {
      String marks =
          line.quotes().stream()
              .map(quote -> "<sup><a href=\"#q%1$d\">[%1$d]</a></sup>".formatted(quote.number()))
              .collect(Collectors.joining());
      PackSource of =
          line.quotes().isEmpty() || line.by() != By.SOURCE
              ? null
              : line.quotes().getFirst().source();
      String tag = line.by() == By.READER ? "blockquote" : "p";
      out.append(
          "<%1$s%2$s>%3$s%4$s</%1$s>\n".formatted(tag, lang(of), Markup.xml(line.text()), marks));
    }
  }

  private static String lang(@Nullable PackSource source) {
    return source == null ? "" : " lang=\"%s\"".formatted(source.article().language().tag());
  }

  private String origin(PackSource source) {
    String outlet = source.outlet().isEmpty() ? "" : Markup.xml(source.outlet()) + " · ";
    String time = source.published().isEmpty() ? words.say("undated") : source.published();
    return outlet + Markup.xml(time) + links(source);
  }

  private String links(PackSource source) {
    String file =
        source.isReserved()
            ? ""
            : " · <a href=\"%s\">%s</a>".formatted(source.file(), words.say("page.text"));
    return link(source.address(), words.say("page.original")) + file;
  }

  private static String link(@Nullable URI address, String text) {
    if (address == null || !WEB.contains(String.valueOf(address.getScheme()))) {
      return "";
    }
    return " · <a rel=\"noreferrer\" href=\"%s\">%s</a>"
        .formatted(Markup.xml(address.toASCIIString()), text);
  }

  private void figures(List<PackFigure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    out.append(
        "<h2>%s</h2>\n<div class=\"wide\"><table><thead><tr>".formatted(words.say("page.figures")));
    for (String column : List.of("what", "figure", "time", "who", "verdict")) {
      out.append("<th scope=\"col\">%s</th>".formatted(words.say("page." + column)));
    }
    out.append("</tr></thead><tbody>\n");
    for (PackFigure figure : figures) {
      PackSource source = figure.quote().source();
      out.append("<tr><td>%s".formatted(Markup.xml(figure.title())))
          .append(
              figure.scope().isEmpty()
                  ? ""
                  : "<br><small>%s</small>".formatted(Markup.xml(figure.scope())))
          .append(
              "</td><td%s>%s"
                  .formatted(lang(source), Markup.xml(figure.row().evidence().written())))
          .append(
              "<sup><a href=\"#q%1$d\">[%1$d]</a></sup></td>".formatted(figure.quote().number()))
          .append(
              "<td>%s</td><td>%s</td>"
                  .formatted(Markup.xml(figure.period()), Markup.xml(source.outlet())))
          .append(
              "<td>%s</td></tr>\n"
                  .formatted(
                      Markup.xml(
                          figure.standing().isEmpty() ? figure.verdict() : figure.standing())));
    }
    out.append("</tbody></table></div>\n");
  }

  private void quotes(List<Quote> quotes) {
    if (quotes.isEmpty()) {
      return;
    }
    out.append("<h2>%s</h2>\n<ol class=\"quotes\">\n".formatted(words.say("page.quotes")));
    for (Quote quote : quotes) {
      String fragment = Markup.fragment(quote);
      out.append(
              "<li id=\"q%d\"><span%s>%s</span>"
                  .formatted(quote.number(), lang(quote.source()), Markup.xml(quote.exact())))
          .append(
              "<br><span class=\"place\">%s"
                  .formatted(Markup.xml(String.join(" · ", words.place(quote)))))
          .append(
              fragment.isEmpty()
                  ? ""
                  : " · <a rel=\"noreferrer\" href=\"%s\">%s</a>"
                      .formatted(Markup.xml(fragment), words.say("page.passage")))
          .append("</span></li>\n");
    }
    out.append("</ol>\n");
  }

  private void sources(List<PackSource> sources) {
    out.append("<h2>%s</h2>\n<ul>\n".formatted(words.say("page.sources")));
    for (PackSource source : sources) {
      out.append(
              "<li><span%s>%s</span><br><span class=\"place\">%s"
                  .formatted(lang(source), Markup.xml(source.article().title()), origin(source)))
          .append(
              source.isReserved()
                  ? " · " + Markup.xml(words.say("reserved", source.reserved()))
                  : "")
          .append("</span></li>\n");
    }
    out.append("</ul>\n");
  }
}
