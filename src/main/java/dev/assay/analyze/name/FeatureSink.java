package dev.assay.analyze.name;

/// Takes the features of one place, each as a kind and then words and characters: as the text that
/// a model's file holds when one is trained, as a number when it is used.
interface FeatureSink {

  /// A kind of feature, such as `w-1=`: what the word before is.
  record Kind(String name, long hash) {
    static Kind of(String name) {
      return new Kind(name, FeatureHash.of(name));
    }
  }

  /// A word with its number, which is found once for the many features that hold it.
  record Word(String text, long hash) {
    static final Word OUTSIDE = of("^");

    static Word of(String text) {
      return new Word(text, FeatureHash.of(text));
    }
  }

  /// Begins a feature.
  FeatureSink start(Kind kind);

  /// A whole word; those of a feature come before its characters.
  FeatureSink word(Word word);

  FeatureSink put(char c);

  /// The feature is whole.
  void end();
}
