package dev.assay.ledger;

import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;

/// The words on both sides of a figure, nearest first. Where two texts put figures of one kind
/// among the same words, they speak of the same thing, whatever it is called.
///
/// @param before the words before it, the nearest first
/// @param after the words after it, the nearest first
record Surroundings(List<String> before, List<String> after) {

  /// Words on each side: about a clause.
  private static final int REACH = 12;

  /// The word next to a figure weighs three times as much as the seventh.
  private static final int NEAR = 3;

  /// For every figure in any of them one mark stands, so that a text with other figures reads
  /// alike.
  private static final String NUMBER = "#";

  static Surroundings of(String text, Span figure, List<Span> figures) {
    List<Word> words = words(text, figures);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Word word : words) {
      if (word.start() >= figure.end() && after.size() < REACH) {
        after.add(word.text());
      }
    }
    for (int i = words.size() - 1; i >= 0 && before.size() < REACH; i--) {
      if (words.get(i).end() <= figure.start()) {
        before.add(words.get(i).text());
      }
    }
    return new Surroundings(before, after);
  }

  /// A word, or one Chinese character.
  private record Word(int start, int end, String text) {}

  private static List<Word> words(String text, List<Span> figures) {
    char[] folded = Folding.fold(text);
    List<Word> words = new ArrayList<>();
    int next = 0;
    for (Span figure : figures) {
      addWords(folded, next, figure.start(), words);
      if (figure.start() >= next) {
        words.add(new Word(figure.start(), figure.end(), NUMBER));
      }
      next = Math.max(next, figure.end());
    }
    addWords(folded, next, folded.length, words);
    return words;
  }

  private static void addWords(char[] text, int from, int to, List<Word> words) {
    int start = -1;
    for (int i = from; i < to; i++) {
      boolean han = HanScript.isHan(text[i]);
      boolean inside = !han && Character.isLetterOrDigit(text[i]);
      if (inside) {
        start = start < 0 ? i : start;
      } else {
        addWord(text, start, i, words);
        start = -1;
      }
      if (han) {
        words.add(new Word(i, i + 1, String.valueOf(text[i])));
      }
    }
    addWord(text, start, to, words);
  }

  private static void addWord(char[] text, int start, int end, List<Word> words) {
    if (start >= 0 && end > start) {
      words.add(new Word(start, end, new String(text, start, end - start)));
    }
  }

  /// Whether the word next to the figure is the same on one side at least.
  boolean touches(Surroundings other) {
    return touches(before, other.before) || touches(after, other.after);
  }

  private static boolean touches(List<String> one, List<String> other) {
    return !one.isEmpty() && !other.isEmpty() && one.getFirst().equals(other.getFirst());
  }

  /// How far the two are alike, from 0 to 1: the part of the words that stand in the same order on
  /// the same side, the nearer the more: 出生人口 and 死亡人口 are two things though all around is alike.
  double likeness(Surroundings other) {
    double all = weight(before) + weight(after) + weight(other.before) + weight(other.after);
    double shared = common(before, other.before) + common(after, other.after);
    return all == 0 ? 0 : 2 * shared / all;
  }

  private static double weight(List<String> words) {
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      sum += weight(i);
    }
    return sum;
  }

  private static double weight(int place) {
    return 1.0 / (NEAR + place);
  }

  /// Weight of the heaviest common subsequence; a pair weighs as much as the farther of its words.
  private static double common(List<String> one, List<String> other) {
    double[] weights = new double[other.size() + 1];
    for (int i = 0; i < one.size(); i++) {
      double diagonal = 0;
      for (int j = 1; j <= other.size(); j++) {
        double above = weights[j];
        boolean same = one.get(i).equals(other.get(j - 1));
        weights[j] =
            Math.max(
                Math.max(above, weights[j - 1]),
                same ? diagonal + Math.min(weight(i), weight(j - 1)) : 0);
        diagonal = above;
      }
    }
    return weights[other.size()];
  }

  /// How many words stand around the figure.
  int size() {
    return before.size() + after.size();
  }
}
