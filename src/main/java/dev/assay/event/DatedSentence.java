package dev.assay.event;

import dev.assay.cite.Span;
import java.time.LocalDate;

/// A sentence that says on which day something happened, happens or will.
///
/// @param paragraph number of the paragraph in the article, from 1
/// @param span the sentence in that paragraph
/// @param text its words
/// @param first the first day that it is about
/// @param last the last of them: the same for one day
/// @param weight how much speaks for its telling what happened on that day, as [Telling] reckons
public record DatedSentence(
    int paragraph, Span span, String text, LocalDate first, LocalDate last, int weight) {

  DatedSentence weighing(int other) {
    return new DatedSentence(paragraph, span, text, first, last, other);
  }
}
