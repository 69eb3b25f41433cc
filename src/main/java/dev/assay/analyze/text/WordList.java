package dev.assay.analyze.text;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A short list of folded words, tried one by one at a place of a text. A Latin word must stand
/// alone; a Chinese one need not. Immutable; safe for use by many threads.
public final class WordList {

  private final List<String> words;
  private final Set<String> all;

  /// The characters that a word begins with: at nearly every place of a text none does.
  private final BitSet firsts = new BitSet();

  public WordList(List<String> words) {
    this.words = new ArrayList<>(words);
    this.all = new HashSet<>(words);
    words.forEach(word -> firsts.set(word.charAt(0)));
  }

  /// Where the word that begins at `start` ends; -1 if none does.
  public int endAt(FoldedText text, int start) {
    if (!firsts.get(text.at(start))) {
      return -1;
    }
    for (String word : words) {
      if (isWordAt(text, word, start)) {
        return start + word.length();
      }
    }
    return -1;
  }

  /// Whether one of the words begins at `start`.
  public boolean isAt(FoldedText text, int start) {
    return endAt(text, start) >= 0;
  }

  /// Whether one of the words ends at `end`.
  public boolean isBefore(FoldedText text, int end) {
    for (String word : words) {
      if (isWordAt(text, word, end - word.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the words lies within `[from, to)`.
  public boolean isWithin(FoldedText text, int from, int to) {
    for (int i = Math.max(0, from); i < to; i++) {
      if (isAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether `word`, itself folded, is one of the words.
  public boolean holds(String word) {
    return all.contains(word);
  }

  private static boolean isWordAt(FoldedText text, String word, int start) {
    return HanScript.isHan(word.charAt(0)) || !Character.isLetter(word.charAt(word.length() - 1))
        ? text.startsWith(word, start)
        : text.hasWord(word, start);
  }
}
