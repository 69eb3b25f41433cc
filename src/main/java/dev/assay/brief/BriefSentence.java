package dev.assay.brief;

import dev.assay.cite.Citation;
import java.util.List;

/// One sentence of a brief with the places it rests on.
///
/// In an extractive brief the text is the words of its citations in their order, joined by a space
/// where the language has spaces; only the first letter may have become a capital, a full stop may
/// have taken the place of a semicolon, and `…` stands where words of a citation, or those between
/// two, are left out.
///
/// @param citations at least one
/// @param numbers every number of the text with its check, in order; empty if they are not checked
/// @param openNames names of the text, written by a model, of which nobody can say whether the
///   cited lines have them: written there in another script, or only elsewhere in the article
/// @param doubts what else of such a text the cited lines may not say so
public record BriefSentence(
    String text,
    List<Citation> citations,
    List<CheckedNumber> numbers,
    List<String> openNames,
    List<Doubt> doubts) {

  public BriefSentence {
    citations = List.copyOf(citations);
    numbers = List.copyOf(numbers);
    openNames = List.copyOf(openNames);
    doubts = List.copyOf(doubts);
    if (text.isBlank() || citations.isEmpty()) {
      throw new IllegalArgumentException(
          "a sentence must have words and a citation, got \"%s\" and %d citations"
              .formatted(text, citations.size()));
    }
  }

  /// A sentence of which nothing is open.
  public BriefSentence(String text, List<Citation> citations, List<CheckedNumber> numbers) {
    this(text, citations, numbers, List.of(), List.of());
  }

  /// A sentence whose numbers are not checked.
  public BriefSentence(String text, List<Citation> citations) {
    this(text, citations, List.of());
  }
}
