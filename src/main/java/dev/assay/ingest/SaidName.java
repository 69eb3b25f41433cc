package dev.assay.ingest;

import dev.assay.article.Language;
import java.time.Instant;
import java.util.Locale;

/// What the user said of a spelling.
///
/// @param thing id of what it is or is not a name of
public record SaidName(String thing, String name, Language language, How how, Instant at) {

  /// Whether and when the spelling counts.
  public enum How {
    SURE,
    /// Only in an article that has a sure name of the thing.
    AMBIGUOUS,
    /// It is no name of the thing, whatever a pack says.
    NOT;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
