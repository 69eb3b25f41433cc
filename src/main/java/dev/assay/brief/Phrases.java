package dev.assay.brief;

import dev.assay.brief.Token.Role;
import java.util.ArrayList;
import java.util.List;

/// Finds the noun phrases of a text: runs of words that can stand in one, ending in a noun or name.
final class Phrases {

  private static final int MOST_WORDS = 4;

  private Phrases() {}

  /// The noun phrases among the tokens `[from, to)`, each as long as it goes.
  static List<Phrase> of(Words words, int from, int to) {
    List<Phrase> phrases = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean inside = i < to && isPart(words.token(i)) && (i == start || touches(words, i));
      if (!inside) {
        add(words, start, i, phrases);
        start = i < to && isPart(words.token(i)) ? i : i + 1;
      }
    }
    return phrases;
  }

  private static boolean isPart(Token token) {
    return switch (token.role()) {
      case NOUN, NAME, MODIFIER -> true;
      case VERB, NUMBER, FUNCTION, BREAK -> false;
    };
  }

  private static boolean touches(Words words, int index) {
    return words.token(index).start() - words.token(index - 1).end() <= words.gap().length();
  }

  private static void add(Words words, int from, int to, List<Phrase> phrases) {
    int end = to;
    while (end > from && words.token(end - 1).role() == Role.MODIFIER) {
      end--;
    }
    int start = Math.max(from, end - MOST_WORDS);
    if (start < end) {
      List<Token> tokens = words.tokens().subList(start, end);
      String text = words.text().substring(tokens.getFirst().start(), tokens.getLast().end());
      phrases.add(new Phrase(tokens, text));
    }
  }
}
