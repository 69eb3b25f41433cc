package dev.assay.lexicon;

import java.util.List;

/// What a user said of names, on top of CLDR and the packs.
///
/// @param added things of the user's own, and known things with more spellings
/// @param taken spellings that are no name of a thing after all
/// @param dismissed spellings that are no name of anything
public record OwnNames(List<NamedEntity> added, List<Taken> taken, List<String> dismissed) {

  /// A spelling that a known thing no longer has. Its labels cannot be taken.
  public record Taken(String entityId, String spelling) {}

  public OwnNames {
    added = List.copyOf(added);
    taken = List.copyOf(taken);
    dismissed = List.copyOf(dismissed);
  }
}
