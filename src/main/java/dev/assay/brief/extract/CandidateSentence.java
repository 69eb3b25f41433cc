package dev.assay.brief.extract;

import dev.assay.cite.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence that could stand in a brief on its own.
///
/// @param order place among the article's candidates, from 0
/// @param paragraph its paragraph's number
/// @param section index of the section it stands in, from 0
/// @param span the words taken
/// @param voice who says it, where the sentence itself does not tell; null if nobody is known
/// @param cuts what is left out of it, in order
/// @param text the words as they would be shown, with `…` where words are left out
/// @param tokens the words that are shown
/// @param units its length, in Chinese characters or words
/// @param opensParagraph whether it is its paragraph's first sentence
/// @param fitness how well it stands alone, 0 to 1
/// @param refersTo the noun at its head that a line above must tell (`The loan`); else empty
/// @param longer the same with the sentence behind it, which points to it; null if there is none
record CandidateSentence(
    int order,
    int paragraph,
    int section,
    Span span,
    @Nullable Voice voice,
    List<Span> cuts,
    String text,
    List<Token> tokens,
    int units,
    boolean opensParagraph,
    double fitness,
    String refersTo,
    @Nullable CandidateSentence longer) {

  /// This sentence, which may be told with the one behind it as `longer`.
  CandidateSentence with(CandidateSentence longer) {
    return new CandidateSentence(
        order,
        paragraph,
        section,
        span,
        voice,
        cuts,
        text,
        tokens,
        units,
        opensParagraph,
        fitness,
        refersTo,
        longer);
  }

  /// Whether the words at `offset` of its paragraph are shown.
  boolean shows(int offset) {
    return cuts.stream().noneMatch(cut -> cut.start() <= offset && offset < cut.end());
  }

  /// Whether one of its words is `term`.
  boolean tells(String term) {
    return tokens.stream().anyMatch(token -> token.term().equals(term));
  }
}
