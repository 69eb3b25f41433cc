package dev.assay.analyze.name;

/// Takes the features of one place, each as a kind and then characters: as the text that a model's
/// file holds when one is trained, as a number when it is used.
interface FeatureSink {

  /// A kind of feature, such as `w-1=`: what the word before is.
  record Kind(String name, long hash) {
    static Kind of(String name) {
      return new Kind(name, NameModel.start(name));
    }
  }

  /// Begins a feature.
  FeatureSink start(Kind kind);

  FeatureSink put(char c);

  default FeatureSink put(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
    return this;
  }

  /// The feature is whole.
  void end();
}
