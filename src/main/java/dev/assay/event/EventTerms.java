package dev.assay.event;

import dev.assay.fold.ContentTokens;
import dev.assay.fold.Furniture;
import dev.assay.lexicon.HanScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
  private final Set<Long> head = new HashSet<>();

  private EventTerms(String text) {
    this.text = text;
    this.tokens = ContentTokens.of(text);
  }

  /// The terms of a text.
  ///
  /// @param counts how often each stands there, head and names counted more
  /// @param head those that stand at the head of the text
  /// @param wording of the text
  record Read(Map<Long, Float> counts, Set<Long> head, Wording wording) {}

  static Read of(String text) {
    EventTerms terms = new EventTerms(Furniture.blanked(text));
    for (int i = 0; i < Math.min(MOST_TOKENS, terms.tokens.size()); i++) {
      terms.add(i);
    }
    return new Read(terms.weights, terms.head, Wording.of(terms.tokens, MOST_TOKENS));
  }

  /// The terms of a text as the table of shares writes them; figures are left out.
  static Set<String> written(String text) {
    EventTerms terms = new EventTerms(Furniture.blanked(text));
    Set<String> written = new HashSet<>();
    for (int i = 0; i < Math.min(MOST_TOKENS, terms.tokens.size()); i++) {
      String token = terms.text.substring(terms.tokens.start(i), terms.tokens.end(i));
      if (terms.tokens.kind(i) == ContentTokens.Kind.WORD && token.length() >= LEAST_LETTERS) {
        written.add(stemmed(token.toLowerCase(Locale.ROOT)));
      } else if (terms.opensPair(i)) {
        written.add(HanScript.simplify(token + terms.text.charAt(terms.tokens.start(i + 1))));
      }
    }
    return written;
  }

  private boolean opensPair(int i) {
    return tokens.kind(i) == ContentTokens.Kind.CHARACTER
        && i + 1 < tokens.size()
        && tokens.kind(i + 1) == ContentTokens.Kind.CHARACTER
        && tokens.start(i + 1) == tokens.end(i);
  }

  private void add(int i) {
    switch (tokens.kind(i)) {
      case CHARACTER -> addPair(i);
      case WORD -> addWord(i);
      case NUMBER, CODE -> count(tokens.hash(i), i, 1);
    }
  }

  private void addPair(int i) {
    if (opensPair(i)) {
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

  /// A word in small letters without the endings of number and time.
  static String stemmed(String word) {
    for (String ending : ENDINGS) {
      if (word.length() - ending.length() >= LEAST_LETTERS && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /// The key of a stem, or of two Chinese characters.
  static long key(String term) {
    if (HanScript.isHan(term.charAt(0))) {
      ContentTokens pair = ContentTokens.of(term);
      return 31 * pair.hash(0) + pair.hash(1);
    }
    long hash = 7;
    for (int i = 0; i < term.length(); i++) {
      hash = 1_000_003 * hash + term.charAt(i);
    }
    return hash;
  }

  /// The hash of a word without the endings of number and time.
  private long stem(int start, int end) {
    return key(stemmed(text.substring(start, end).toLowerCase(Locale.ROOT)));
  }

  private static final String[] ENDINGS = {"ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"};

  private void count(long term, int i, float weight) {
    long key = Spoken.key(term);
    if (i < HEAD) {
      head.add(key);
    }
    weights.merge(key, i < HEAD ? HEAD_WEIGHT * weight : weight, Float::sum);
  }
}
