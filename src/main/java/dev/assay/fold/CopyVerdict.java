package dev.assay.fold;

import java.util.List;

/// Whether two texts are copies, and why.
public sealed interface CopyVerdict {

  /// One text is the other, perhaps edited, cut or with something put in.
  ///
  /// @param ofFirst share of the first text's tokens that stand in the second, 0 to 1
  /// @param ofSecond share of the second text's tokens that stand in the first, 0 to 1
  record Copy(Relation relation, double ofFirst, double ofSecond) implements CopyVerdict {}

  /// The wording agrees, and yet this is another matter: a template filled in anew, a follow-up
  /// with other figures. Never folded, whatever else the two have in common with third texts.
  ///
  /// @param differences at most three of the places that say so, in order
  record Vetoed(Reason reason, List<Difference> differences) implements CopyVerdict {
    public Vetoed {
      differences = List.copyOf(differences);
    }
  }

  /// Two texts, whatever they may tell of.
  ///
  /// @param ofFirst share of the first text's tokens that stand in the second, 0 to 1
  /// @param ofSecond share of the second text's tokens that stand in the first, 0 to 1
  record Different(double ofFirst, double ofSecond) implements CopyVerdict {}

  /// How one copy stands to the other.
  enum Relation {
    /// The same but for script, width, case, spaces and punctuation.
    SAME,
    /// The same with light changes.
    EDITED,
    /// One is a part of the other.
    EXCERPT
  }

  /// What forbids to fold.
  enum Reason {
    /// The same words stand around other numbers, dates or codes.
    FIGURES,
    /// The same words stand around another person, company, place or day.
    NAMES,
    /// The later text opens with news and repeats the earlier one as background.
    FOLLOW_UP
  }

  /// The words of the first text and those that stand in their place in the second.
  record Difference(String first, String second) {}

  /// Whether the two may be folded into one.
  default boolean isCopy() {
    return switch (this) {
      case Copy _ -> true;
      case Vetoed _, Different _ -> false;
    };
  }

  /// Whether the two must stay apart.
  default boolean isVetoed() {
    return switch (this) {
      case Vetoed _ -> true;
      case Copy _, Different _ -> false;
    };
  }
}
