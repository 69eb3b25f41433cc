package dev.assay.brief.model;

import static dev.assay.brief.Fault.Kind.LEFT_OUT;
import static dev.assay.brief.Fault.Kind.NUMBER;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.BriefJson;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import java.util.List;

/// An article in another language, paragraph by paragraph, as a model wrote it.
///
/// Stored: a component may be added but never renamed.
///
/// @param lines one for each paragraph, in its order
public record Translation(String model, Language language, List<Line> lines) {

  public Translation {
    lines = List.copyOf(lines);
  }

  /// One paragraph.
  ///
  /// @param text empty if there is none that can be shown
  /// @param numbers those of the translation, each with its place in the paragraph, or the mark
  ///   that the paragraph does not have it
  /// @param lost the numbers of the paragraph that the translation does not have
  /// @param faults why there is no text, or else what is marked
  /// @param openNames names of which nobody can say whether the paragraph has them
  /// @param doubts what else the paragraph may not say so
  public record Line(
      int paragraph,
      String text,
      List<CheckedNumber> numbers,
      List<Span> lost,
      List<Fault> faults,
      List<String> openNames,
      List<Doubt> doubts) {

    public Line {
      numbers = List.copyOf(numbers);
      lost = List.copyOf(lost);
      faults = List.copyOf(faults);
      openNames = List.copyOf(openNames);
      doubts = List.copyOf(doubts);
    }

    /// As a sentence that rests on its paragraph, with its numbers and what is open of it; only if
    /// it is shown.
    public BriefSentence sentence(Article article) {
      Span whole = new Span(0, article.paragraph(paragraph).text().length());
      return new BriefSentence(
          text, List.of(new Citation(article.id(), paragraph, whole)), numbers, openNames, doubts);
    }

    public boolean isShown() {
      return !text.isEmpty();
    }

    /// Whether its numbers are those of the paragraph, and no more and no fewer.
    boolean hasItsNumbers() {
      return lost.isEmpty() && numbers.stream().allMatch(CheckedNumber::found) && !has(NUMBER);
    }

    /// Whether it has its numbers and leaves nothing out that can be seen.
    boolean isWhole() {
      return hasItsNumbers() && !has(LEFT_OUT);
    }

    private boolean has(Fault.Kind kind) {
      return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }

    /// Whether nothing of it is marked.
    boolean isConfirmed() {
      return isShown()
          && hasItsNumbers()
          && faults.isEmpty()
          && openNames.isEmpty()
          && doubts.isEmpty();
    }
  }

  public static Translation read(String json) {
    return BriefJson.mapper().readValue(json, Translation.class);
  }

  /// The same of another article with the same text.
  public Translation of(ArticleId id) {
    return new Translation(
        model,
        language,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.paragraph(),
                        line.text(),
                        line.numbers().stream().map(number -> OtherArticle.of(number, id)).toList(),
                        line.lost(),
                        line.faults(),
                        line.openNames(),
                        line.doubts()))
            .toList());
  }

  Standing standing() {
    long shown = lines.stream().filter(Line::isShown).count();
    long confirmed = lines.stream().filter(Line::isConfirmed).count();
    return new Standing(confirmed, shown - confirmed, lines.size() - shown);
  }
}
