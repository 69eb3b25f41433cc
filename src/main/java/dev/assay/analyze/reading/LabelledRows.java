package dev.assay.analyze.reading;

import dev.assay.cite.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document with rows of the ledger that a person held against it.
///
/// @param page where it is from: rows of one page are learned from together or not at all
/// @param language `zh` or `en`
/// @param paragraphs its text, in order
public record LabelledRows(
    String page, String language, List<String> paragraphs, List<Verdict> verdicts) {

  /// What a person said of one row.
  ///
  /// @param paragraph the number of the paragraph, from 1 on, that the places are in
  /// @param phrase what is counted or measured; null if the row says it by words of the lexicon or
  ///   not at all
  /// @param right whether all of it is what a reader would say
  public record Verdict(
      int paragraph, Span figure, Span subject, @Nullable Span phrase, boolean right) {}

  public LabelledRows {
    paragraphs = List.copyOf(paragraphs);
    verdicts = List.copyOf(verdicts);
  }
}
