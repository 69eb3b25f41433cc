package dev.assay.brief.extract;

import dev.assay.cite.Span;

/// One word of a text, number or mark between words.
///
/// @param start first UTF-16 unit
/// @param end after the last
/// @param term the word as it is counted: simplified, lower case, singular
/// @param role what it can do in a phrase
/// @param rarity how much it says, 0 (a function word) to 1 (a word few texts hold)
public record Token(int start, int end, String term, Role role, double rarity) {

  public enum Role {
    /// Can end a noun phrase.
    NOUN,
    /// A name, by the dictionary or by its capital.
    NAME,
    /// A verb that is often a noun (出口, 加工): can end a noun phrase, but does not make one alone.
    ACTION,
    /// A noun too general to name a subject alone (机构, countries).
    GENERAL,
    /// Can stand in a noun phrase, but not end it.
    MODIFIER,
    /// Spoils a phrase: a character that no word covers, a piece of a name perhaps, or who reports.
    PIECE,
    VERB,
    NUMBER,
    /// Grammar, and words too general to say anything.
    FUNCTION,
    /// Punctuation: no phrase crosses it.
    BREAK
  }

  Span span() {
    return new Span(start, end);
  }

  public boolean isContent() {
    return rarity > 0;
  }
}
