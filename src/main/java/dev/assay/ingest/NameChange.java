package dev.assay.ingest;

import dev.assay.lexicon.NamedEntity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of a user's word on a name.
public sealed interface NameChange {

  /// It is kept.
  ///
  /// @param thing as it is known since
  record Done(NamedEntity thing) implements NameChange {}

  /// No thing has this name or id.
  record Unknown(String thing) implements NameChange {}

  /// It is not kept.
  ///
  /// @param other the thing that has the name; null where the reason is another
  record Refused(Reason reason, String name, @Nullable NamedEntity other) implements NameChange {}

  /// Why a name is not taken.
  enum Reason {
    /// It must begin with a letter or a digit, and have two to a hundred letters.
    FORM,
    /// Another thing has it.
    TAKEN,
    /// The thing has it already.
    KNOWN,
    /// It is the name under which the thing is shown, which stays.
    LABEL,
    /// The thing does not have it.
    NOT_ITS,
    /// None of the articles is tagged with it.
    NOT_THERE;

    /// The word by which a face says it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
