package dev.assay.export;

import dev.assay.export.Memo.By;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A memo as Markdown with footnotes, as Pandoc and Obsidian read them.
final class MemoMarkdown {

  private MemoMarkdown() {}

  static String of(Memo memo, List<Quote> quotes, PackWords words) {
    StringBuilder out = new StringBuilder();
    out.append("---\ntitle: ").append(yaml(memo.title())).append("\nlang: ");
    out.append(words.language().tag()).append("\n---\n\n# ");
    out.append(Markup.markdown(memo.title())).append("\n\n");
    memo.lead().forEach(line -> out.append(Markup.markdown(line)).append("\n\n"));
    for (Memo.Part part : memo.parts()) {
      out.append("## ").append(Markup.markdown(part.heading())).append("\n\n");
      if (part.of() != null) {
        out.append(Markup.markdown(words.origin(part.of()))).append("\n\n");
      }
      for (Memo.Line line : part.lines()) {
        out.append(line.by() == By.READER ? "> " : "- ").append(Markup.markdown(line.text()));
        line.quotes().forEach(quote -> out.append("[^").append(quote.number()).append(']'));
        out.append(line.by() == By.READER ? "\n\n" : "\n");
      }
      out.append('\n');
    }
    Set<Quote> cited =
        memo.parts().stream()
            .flatMap(part -> part.lines().stream())
            .flatMap(line -> line.quotes().stream())
            .collect(Collectors.toSet());
    quotes.stream().filter(cited::contains).forEach(quote -> out.append(footnote(quote, words)));
    return out.toString();
  }

  private static String footnote(Quote quote, PackWords words) {
    URI address = quote.source().address();
    String place =
        words.place(quote).stream()
            .map(Markup::markdown)
            .collect(Collectors.joining(words.say("comma")));
    return "[^%d]: %s%s%s\n"
        .formatted(
            quote.number(),
            words.say("quoted", Markup.markdown(quote.exact())),
            place,
            address == null ? "" : " <%s>".formatted(address.toASCIIString()));
  }

  private static String yaml(String text) {
    return '"' + text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
