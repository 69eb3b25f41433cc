package dev.assay.brief;

import java.util.Locale;

/// Something of a sentence that a model wrote and that the cited lines may not say so; shown with
/// the sentence.
///
/// @param words that it is about, of the sentence or of the lines
public record Doubt(Kind kind, String words) {

  public enum Kind {
    /// The lines may give this figure to something else.
    MISPLACED,
    /// The lines may tell this of another than the one named.
    ANOTHER,
    /// The lines may say the contrary of this word.
    CONTRARY,
    /// The lines may have somebody else say so.
    OTHER_SPEAKER,
    /// The lines may deny this, or the sentence may deny what they do not.
    DENIAL,
    /// The lines may stand less behind it: *may*, *plans to*, *if*.
    HEDGE,
    /// The lines date this after the day on which they were published, and the sentence tells it as
    /// done.
    AHEAD,
    /// The lines name who says so, and the sentence may not.
    SPEAKER,
    /// The lines have words in quotation marks, in another language.
    QUOTE,
    /// It was withheld, and a reader let it pass; the words are their name.
    LET_PASS;

    /// Whether the words may be those of the sentence; else they are of the lines, or a name.
    public boolean isOfSentence() {
      return switch (this) {
        case HEDGE, AHEAD, SPEAKER, LET_PASS -> false;
        case MISPLACED, ANOTHER, CONTRARY, OTHER_SPEAKER, DENIAL, QUOTE -> true;
      };
    }

    /// The word used in JSON and messages.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
