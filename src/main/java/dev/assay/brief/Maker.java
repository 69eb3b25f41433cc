package dev.assay.brief;

/// Who made a brief.
public sealed interface Maker {

  /// The rules of this program, which take the article's own words.
  ///
  /// @param version goes up when the rules change, so that stored briefs can be made anew
  record Extractive(int version) implements Maker {}

  /// A language model.
  ///
  /// @param name the model's name as its provider writes it
  /// @param promptVersion goes up when the question changes
  record Model(String name, int promptVersion) implements Maker {}
}
