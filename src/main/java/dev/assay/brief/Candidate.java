package dev.assay.brief;

import dev.assay.cite.Span;
import java.util.List;

/// A sentence that could stand in a brief on its own.
///
/// @param order place among the article's candidates, from 0
/// @param paragraph its paragraph's number
/// @param section index of the section it stands in, from 0
/// @param span the words taken
/// @param text the words as they would be shown
/// @param tokens its words
/// @param units its length, in Chinese characters or words
/// @param opensParagraph whether it is its paragraph's first sentence
/// @param fitness how well it stands alone, 0 to 1
record Candidate(
    int order,
    int paragraph,
    int section,
    Span span,
    String text,
    List<Token> tokens,
    int units,
    boolean opensParagraph,
    double fitness) {}
