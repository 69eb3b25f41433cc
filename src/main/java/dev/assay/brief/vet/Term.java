package dev.assay.brief.vet;

/// A word, name or number of a text, by keys that are the same in either language. Where it stands
/// is `[start, end)`.
///
/// @param keys any of which another text may have too; those of a meaning first
/// @param weight how much it tells
record Term(int start, int end, Kind kind, long[] keys, double weight) {

  enum Kind {
    /// A thing of the lexicon.
    NAME,
    /// A number, or a time.
    FIGURE,
    /// A word whose meaning is known in both languages.
    MEANING,
    /// A word known by its letters alone.
    LETTERS,
    /// Two Chinese characters that follow one another.
    PAIR
  }

  static final long LETTERS = 1L << 40;
  static final long PAIR = 1L << 41;
  static final long NAME = 1L << 42;
  static final long FIGURE = 1L << 43;

  /// Of names that no lexicon has, beside [#NAME].
  static final long READ = 1L << 44;

  private static final long LOW = (1L << 40) - 1;

  /// The key of `text` among those of one kind.
  static long key(long kind, String text) {
    long hash = 17;
    for (int i = 0; i < text.length(); i++) {
      hash = 1_000_003 * hash + text.charAt(i);
    }
    return kind | hash & LOW;
  }

  static long pair(char one, char other) {
    return PAIR + ((long) one << 16) + other;
  }
}
