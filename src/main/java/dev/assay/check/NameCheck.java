package dev.assay.check;

import dev.assay.cite.Span;
import java.util.Locale;

/// The verdict on one name of a sentence that the lexicon knows.
///
/// @param span where it stands in the sentence
/// @param entity id of the [NamedEntity][dev.assay.lexicon.NamedEntity] that it means
/// @param reason one sentence in the reader's language
public record NameCheck(Span span, String entity, Standing standing, String reason) {

  /// How a name stands in the source.
  public enum Standing {
    /// The source has the thing by one of its names.
    NAMED,
    /// It has no name of it, but may mean it by other words (our, the government), for it names no
    /// other thing of the kind that the sentence leaves out.
    UNNAMED,
    /// It has no name of this person or company; or names another country, place or body that the
    /// sentence leaves out.
    MISSING;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
