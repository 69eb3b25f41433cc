package dev.assay.fold;

import java.util.HashMap;
import java.util.Map;

/// What a text speaks of, as weighted terms: words without their endings, pairs of Chinese
/// characters, figures. Names, and what stands at the head of the text, weigh more.
final class EventTerms {

  /// The first tokens, where news tells what happened.
  private static final int HEAD = 80;

  private static final float HEAD_WEIGHT = 2;
  private static final float NAME_WEIGHT = 1.5f;

  /// Shorter words tell nothing.
  private static final int LEAST_LETTERS = 3;

  /// A text is known by its first tokens of this number.
  private static final int MOST_TOKENS = 4000;

  private final String text;
  private final ContentTokens tokens;
  private final Map<Long, Float> weights = new HashMap<>();

  private EventTerms(String text) {
    this.text = text;
    this.tokens = ContentTokens.of(text);
  }

  /// The terms of a text, each with how often it stands there, head and names counted more.
  static Map<Long, Float> of(String text) {
    EventTerms terms = new EventTerms(Furniture.blanked(text));
    for (int i = 0; i < Math.min(MOST_TOKENS, terms.tokens.size()); i++) {
      terms.add(i);
    }
    return terms.weights;
  }

  private void add(int i) {
    switch (tokens.kind(i)) {
      case CHARACTER -> addPair(i);
      case WORD -> addWord(i);
      case NUMBER, CODE -> count(tokens.hash(i), i, 1);
    }
  }

  private void addPair(int i) {
    if (i + 1 < tokens.size()
        && tokens.kind(i + 1) == ContentTokens.Kind.CHARACTER
        && tokens.start(i + 1) == tokens.end(i)) {
      count(31 * tokens.hash(i) + tokens.hash(i + 1), i, 1);
    }
  }

  private void addWord(int i) {
    int length = tokens.end(i) - tokens.start(i);
    if (length < LEAST_LETTERS) {
      return;
    }
    boolean name = Character.isUpperCase(text.charAt(tokens.start(i))) && !opensSentence(i);
    count(stem(tokens.start(i), tokens.end(i)), i, name ? NAME_WEIGHT : 1);
  }

  private boolean opensSentence(int i) {
    if (i == 0) {
      return true;
    }
    for (int at = tokens.end(i - 1); at < tokens.start(i); at++) {
      if (".!?\n\"`“".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The hash of a word without the endings of number and time.
  private long stem(int start, int end) {
    int to = end;
    for (String ending : ENDINGS) {
      if (end - start - ending.length() >= LEAST_LETTERS
          && text.regionMatches(true, end - ending.length(), ending, 0, ending.length())) {
        to = end - ending.length();
        break;
      }
    }
    long hash = 7;
    for (int i = start; i < to; i++) {
      hash = 1_000_003 * hash + Character.toLowerCase(text.charAt(i));
    }
    return hash;
  }

  private static final String[] ENDINGS = {"ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"};

  private void count(long term, int i, float weight) {
    weights.merge(term, i < HEAD ? HEAD_WEIGHT * weight : weight, Float::sum);
  }
}
