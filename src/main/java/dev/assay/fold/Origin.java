package dev.assay.fold;

/// Where a text says it comes from.
///
/// @param name the agency or outlet, under one name for all its spellings: `Xinhua`, `Reuters`; as
///   written if it is not in the table
/// @param kind how it came by the text
/// @param mark the words that say so, as they stand in the text
public record Origin(String name, Kind kind, String mark) {

  /// How an outlet came by a text.
  public enum Kind {
    /// Written by a news agency for its subscribers.
    WIRE,
    /// Taken over from another outlet.
    SYNDICATED
  }
}
