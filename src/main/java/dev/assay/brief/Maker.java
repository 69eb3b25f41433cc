package dev.assay.brief;

/// Who made a brief.
public sealed interface Maker {

  /// The rules of this program, which take the article's own words.
  ///
  /// @param version goes up when the rules change, so that stored briefs can be made anew
  record Extractive(int version) implements Maker {}

  /// The same rules, in the place of a model that was asked and made no brief. Not stored.
  ///
  /// @param name the model's name as its provider writes it
  record InPlaceOfModel(int version, String name, NoBrief reason) implements Maker {}

  /// A language model.
  ///
  /// @param name the model's name as its provider writes it
  /// @param promptVersion goes up when the question changes
  /// @param withheld how many of its sentences are not shown, since their citations do not carry
  ///   them
  record Model(String name, int promptVersion, int withheld) implements Maker {}
}
