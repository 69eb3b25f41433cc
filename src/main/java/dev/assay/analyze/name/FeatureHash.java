package dev.assay.analyze.name;

/// The numbers by which a model knows its features.
///
/// A feature is written as its kind, its words, each with [#WORD_END] behind it, and its
/// characters: `nw=北京|E`.
final class FeatureHash {

  /// Behind each word of a feature that is written down.
  static final char WORD_END = '|';

  private static final long SEED = 0x9e3779b97f4a7c15L;
  private static final long PRIME = 0x100000001b3L;

  private FeatureHash() {}

  /// Of a word, or of a kind.
  static long of(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = with(hash, word.charAt(i));
    }
    return hash;
  }

  /// `hash`, of what was read so far of a feature, and one more word or character.
  static long with(long hash, long unit) {
    return (hash ^ unit) * PRIME + (hash >>> 47);
  }

  /// The number of the feature that was read so.
  static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return mixed ^ (mixed >>> 29);
  }

  /// The number of a feature that is written down; its kind ends with `=`.
  static long ofWritten(String feature) {
    int start = feature.indexOf('=') + 1;
    long hash = of(feature.substring(0, start));
    for (int end = feature.indexOf(WORD_END, start); end >= 0; ) {
      hash = with(hash, of(feature.substring(start, end)));
      start = end + 1;
      end = feature.indexOf(WORD_END, start);
    }
    for (int i = start; i < feature.length(); i++) {
      hash = with(hash, feature.charAt(i));
    }
    return finish(hash);
  }
}
