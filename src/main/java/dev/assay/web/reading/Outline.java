package dev.assay.web.reading;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.extract.HeadingLines;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Where the parts of a long document begin.
///
/// @param entries none for a short one
public record Outline(List<Entry> entries) {

  /// A document of fewer paragraphs is read from one end to the other.
  private static final int LONG = 40;

  /// Fewer headings than this say nothing of a long document.
  private static final int FEW_HEADINGS = 3;

  /// Paragraphs apart, where a document has no headings.
  private static final int STEP = 25;

  private static final int MOST_LETTERS = 80;

  public Outline {
    entries = List.copyOf(entries);
  }

  /// One part.
  ///
  /// @param text the heading, or how the paragraph begins
  public record Entry(int paragraph, String text) {}

  /// The headings of an article, marked or not, or where it has none every twenty-fifth paragraph.
  public static Outline of(Article article) {
    List<Paragraph> all = article.paragraphs();
    if (all.size() < LONG) {
      return new Outline(List.of());
    }
    Set<Integer> numbers = HeadingLines.of(article);
    List<Paragraph> headings =
        all.stream().filter(paragraph -> numbers.contains(paragraph.number())).toList();
    List<Paragraph> shown =
        headings.size() >= FEW_HEADINGS
            ? headings
            : IntStream.range(0, all.size()).filter(i -> i % STEP == 0).mapToObj(all::get).toList();
    return new Outline(
        shown.stream()
            .map(found -> new Entry(found.number(), Beginning.of(found.text(), MOST_LETTERS)))
            .toList());
  }
}
