package dev.assay.watch;

import java.util.Locale;

/// What a rule looks at.
///
/// @param subject the topic's name, the query, the source's name, the folder's path, the entry's
///   id; empty for everything
public record RuleScope(Kind kind, String subject) {

  /// Which space a rule looks at.
  public enum Kind {
    EVERYTHING,
    /// A topic by any of its names.
    TOPIC,
    /// A query in the language of search.
    QUERY,
    /// An outlet.
    SOURCE,
    /// What is filed in a folder, or in one of its own folders.
    FOLDER,
    /// An entry of the ledger.
    ENTRY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
