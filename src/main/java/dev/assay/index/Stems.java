package dev.assay.index;

import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Stems of English words (Porter 2).
///
/// The last stem of each slot of a table is kept, since few words make most of a text; what is kept
/// changes no stem. Safe for use by many threads: a slot is replaced as a whole, and one that
/// another thread has not seen yet is made again.
final class Stems {

  /// Shorter words are their own stems.
  private static final int SHORTEST = 3;

  private static final int SLOT_BITS = 13;

  /// Fibonacci hashing: 2^32 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
  private static final int SPREAD = 0x9E3779B9;

  private record Stem(String word, String stem) {}

  private static final @Nullable Stem[] LAST = new Stem[1 << SLOT_BITS];

  private Stems() {}

  /// The stem of a folded word; words with other letters than a to z stay as they are.
  static String of(String word) {
    if (word.length() < SHORTEST) {
      return word;
    }
    int slot = word.hashCode() * SPREAD >>> (Integer.SIZE - SLOT_BITS);
    Stem last = LAST[slot];
    if (last == null || !last.word.equals(word)) {
      last = new Stem(word, isPlain(word) ? stem(word) : word);
      LAST[slot] = last;
    }
    return last.stem;
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
