package dev.assay.brief;

import dev.assay.lexicon.HanScript;
import java.util.List;
import java.util.Locale;

/// The words of one paragraph, in order.
///
/// @param text the paragraph
/// @param gap what stands between two words: nothing in Chinese, else a space
record Words(String text, String gap, List<Token> tokens) {

  Token token(int index) {
    return tokens.get(index);
  }

  int size() {
    return tokens.size();
  }

  /// The word as it stands, but simplified and in lower case.
  String written(int index) {
    Token token = tokens.get(index);
    String word = text.substring(token.start(), token.end());
    return gap.isEmpty()
        ? HanScript.simplify(word)
        : word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /// Index of the first token that starts at `offset` or later.
  int indexAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
