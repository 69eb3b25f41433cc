package dev.assay.cli;

import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Output;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.CopyLine;
import dev.assay.topic.Editions;
import dev.assay.topic.Likeness;
import dev.assay.topic.Version;
import java.util.ArrayList;
import java.util.List;

/// Where else a text stands, as lines of plain text.
final class CopiesText {

  private CopiesText() {}

  /// The other articles with the text, those alike that are not folded, and earlier texts; nothing
  /// for an article that stands alone.
  static List<String> of(Editions editions, Output.Words words) {
    List<String> lines = new ArrayList<>();
    head(lines, editions.all(), words.say("article.copies"));
    editions.all().forEach(copy -> lines.add("  " + line(copy, words)));
    head(lines, editions.apart(), words.say("article.apart"));
    editions.apart().forEach(other -> lines.add("  " + line(other, words)));
    head(lines, editions.revisions(), words.say("article.revisions"));
    for (Version version : editions.revisions()) {
      lines.add("  %d  %s  %s".formatted(version.revision(), version.fetchedAt(), version.title()));
    }
    if (editions.byHand()) {
      lines.add("");
      lines.add(words.say("article.hand"));
    }
    return lines;
  }

  private static void head(List<String> lines, List<?> below, String title) {
    if (!below.isEmpty()) {
      lines.add("");
      lines.add(title);
    }
  }

  private static String line(CopyLine copy, Output.Words words) {
    Likeness likeness = copy.likeness();
    String line = line(copy.article(), words);
    return likeness == null ? line : line + "  " + likeness(likeness, words);
  }

  private static String line(ArticleLine article, Output.Words words) {
    return Byline.of(article, words) + "  " + article.title();
  }

  /// How much of a text another has.
  static String likeness(Likeness likeness, Output.Words words) {
    String differences =
        likeness.isSame()
            ? words.say("changes.none")
            : words.say(
                "changes.counts",
                likeness.figures(),
                likeness.changed(),
                likeness.removed(),
                likeness.added());
    return words.say("changes.kept", likeness.percent(), differences);
  }
}
