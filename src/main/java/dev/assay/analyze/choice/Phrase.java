package dev.assay.analyze.choice;

import org.jspecify.annotations.Nullable;

/// A name or a noun phrase of a text that may be the subject of a figure.
///
/// @param start where it begins in the text
/// @param end where it ends, exclusive
/// @param first the number of its first word
/// @param last the number of its last word
/// @param head the number of the word that says what it is
/// @param kind how it was found
/// @param id of the thing that a pack knows by it, else null
record Phrase(int start, int end, int first, int last, int head, Kind kind, @Nullable String id) {

  enum Kind {
    /// What a pack knows.
    KNOWN,
    /// A noun phrase as long as it goes.
    WHOLE,
    /// The first words of one.
    OWNER,
    /// The last words of one, or words within.
    PART,
    /// Between quotation marks.
    QUOTED,
    /// A phrase with the "of ..." or the 的 that belongs to it.
    OF,
    /// Several, joined: "Peru, Chile and Brazil".
    LIST
  }

  boolean holds(Phrase other) {
    return first <= other.first && last >= other.last;
  }

  boolean meets(Phrase other) {
    return first <= other.last && last >= other.first;
  }

  boolean isLonger(Phrase other) {
    return end - start > other.end - other.start;
  }
}
