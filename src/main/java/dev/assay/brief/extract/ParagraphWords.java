package dev.assay.brief.extract;

import dev.assay.lexicon.HanScript;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The words of one paragraph, in order. Used by one thread.
public final class ParagraphWords {

  private final String text;
  private final String gap;
  private final List<Token> tokens;

  /// Each word as it is compared, once it was asked for.
  private final @Nullable String[] written;

  /// @param text the paragraph
  /// @param gap what stands between two words: nothing in Chinese, else a space
  ParagraphWords(String text, String gap, List<Token> tokens) {
    this.text = text;
    this.gap = gap;
    this.tokens = tokens;
    this.written = new @Nullable String[tokens.size()];
  }

  String text() {
    return text;
  }

  String gap() {
    return gap;
  }

  public List<Token> tokens() {
    return tokens;
  }

  Token token(int index) {
    return tokens.get(index);
  }

  int size() {
    return tokens.size();
  }

  /// The word as it stands, but simplified and in lower case.
  String written(int index) {
    String known = written[index];
    if (known != null) {
      return known;
    }
    Token token = tokens.get(index);
    String word = text.substring(token.start(), token.end());
    String compared =
        gap.isEmpty() ? HanScript.simplify(word) : word.toLowerCase(Locale.ROOT).replace('’', '\'');
    written[index] = compared;
    return compared;
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
