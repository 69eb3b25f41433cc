package dev.assay.analyze;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One meaning of a word in a sentence with a figure, by `properties.tsv` and `claim-words.tsv`.
///
/// @param value what the role is about, such as the stage; empty if nothing
/// @param property what the word measures, null if nothing
/// @param sign -1 for a fall, 1 for a rise, else 0
/// @param families the units of the figures that the property can have; empty if there is none
record ClaimWord(
    Role role, String value, @Nullable Property property, int sign, Set<UnitFamily> families) {

  /// What a word does in the sentence.
  enum Role {
    /// Names a property and stands before or after the figure.
    NOUN,
    /// Names a property and stands before the figure; its subject has it.
    VERB,
    /// A rise or fall, right beside the figure.
    CHANGE,
    /// Any other verb: the subject stands before it.
    ACT,
    LEVEL,
    FROM,
    SIDE,
    BY,
    WORLD,
    STAGE,
    GOVERNMENT,
    ACTOR,
    WINDOW,
    PRONOUN,
    SAY,
    ACCORDING,
    DENY,
    PLAN,
    LEAD;

    static Role named(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  ClaimWord {
    families = Set.copyOf(families);
  }

  /// Whether the word can name what a figure with such a unit measures.
  boolean measures(UnitFamily family) {
    return property != null && families.contains(family);
  }
}
