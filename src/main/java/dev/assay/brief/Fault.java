package dev.assay.brief;

import java.util.Locale;

/// Why a sentence of a model is not shown. Stored with it: a kind may be added but never renamed.
///
/// @param words the words it is about; may be empty
public record Fault(Kind kind, String words) {

  public enum Kind {
    UNCITED("it cites no line that there is"),
    TOO_LONG("it is too long"),
    TOO_SHORT("it says nothing"),
    LANGUAGE("it is not in the language asked for"),
    HIDDEN("it holds characters that cannot be seen or that imitate others"),
    MARKUP("it holds markup or code"),
    ADDRESS("it holds an address"),
    NUMBER("the cited lines do not carry this number or date"),
    LOST("a number or date of the cited line is missing in its translation"),
    LEFT_OUT("much of the cited line is missing in its translation"),
    NAME("the cited lines do not have this name"),
    QUOTE("this quotation does not stand in the cited lines letter by letter"),
    MISPLACED("the cited lines give this figure to something else"),
    DENIAL("the cited lines deny this and the sentence does not, or the other way round"),
    HEDGE("the cited lines only say that it may be, is planned or depends on something"),
    SPEAKER("the cited lines say who says so, and the sentence does not"),
    UNGROUNDED("most of its words have nothing to do with the cited lines");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /// The word used in JSON and messages.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Fault of(Kind kind) {
    return new Fault(kind, "");
  }

  /// For the model.
  public String reason() {
    return words.isEmpty() ? kind.reason : kind.reason + ": " + words;
  }
}
