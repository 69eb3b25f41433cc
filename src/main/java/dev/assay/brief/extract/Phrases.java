package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the noun phrases of a text: runs of words that can stand in one, ending in a noun or name.
final class Phrases {

  private static final int MOST_WORDS = 5;
  private static final char FIRST_HAN = '\u2e80';

  private Phrases() {}

  /// The noun phrases among the tokens `[from, to)`, each as long as it goes.
  static List<Phrase> of(ParagraphWords words, int from, int to) {
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

  /// The words `[start, end)` of `phrase`, or null if they are no phrase.
  static @Nullable Phrase part(ParagraphWords words, Phrase phrase, int start, int end) {
    if (start == 0 && end == phrase.tokens().size()) {
      return phrase;
    }
    List<Token> tokens = phrase.tokens().subList(start, end);
    if (!canEnd(words, tokens.getLast()) || !isWhole(words, tokens)) {
      return null;
    }
    String text = words.text().substring(tokens.getFirst().start(), tokens.getLast().end());
    return new Phrase(tokens, text);
  }

  /// Whether a noun phrase may hold it.
  static boolean isPart(Token token) {
    return switch (token.role()) {
      case NOUN, NAME, ACTION, GENERAL, MODIFIER, PIECE -> true;
      case VERB, NUMBER, FUNCTION, BREAK -> false;
    };
  }

  /// Whether nothing but a space or hyphen stands before the token.
  static boolean touches(ParagraphWords words, int index) {
    Token token = words.token(index);
    int gap = token.start() - words.token(index - 1).end();
    return gap == 0 || gap == 1 && words.text().charAt(token.start()) < FIRST_HAN;
  }

  private static void add(ParagraphWords words, int from, int to, List<Phrase> phrases) {
    int end = to;
    while (end > from && !canEnd(words, words.token(end - 1))) {
      end--;
    }
    List<Token> tokens = words.tokens().subList(from, end);
    if (isWhole(words, tokens)) {
      String text = words.text().substring(tokens.getFirst().start(), tokens.getLast().end());
      phrases.add(new Phrase(tokens, text));
    }
  }

  /// In English an action (-ing) leads on to an object.
  private static boolean canEnd(ParagraphWords words, Token token) {
    return token.role() != Role.MODIFIER && (token.role() != Role.ACTION || words.gap().isEmpty());
  }

  /// Whether no piece of a name was cut off or put in, and the words name something.
  private static boolean isWhole(ParagraphWords words, List<Token> tokens) {
    return !tokens.isEmpty()
        && tokens.size() <= MOST_WORDS
        && tokens.stream().noneMatch(token -> token.role() == Role.PIECE)
        && tokens.stream().anyMatch(Token::isContent)
        && (tokens.size() > 1 || tokens.getFirst().role() != Role.ACTION)
        && !leadsToName(tokens)
        && !isCutOff(words, tokens);
  }

  /// An action or quality before a name is the predicate of the words before it.
  private static boolean leadsToName(List<Token> tokens) {
    Role first = tokens.getFirst().role();
    return tokens.size() > 1
        && (first == Role.ACTION || first == Role.MODIFIER)
        && tokens.get(1).role() == Role.NAME;
  }

  /// Begins with the end of a Chinese compound, or ends with an English possessive.
  private static boolean isCutOff(ParagraphWords words, List<Token> tokens) {
    Token first = tokens.getFirst();
    return words.gap().isEmpty()
        ? first.end() - first.start() == 1
            && first.role() != Role.MODIFIER
            && first.role() != Role.NAME
        : words.written(words.indexAt(tokens.getLast().start())).endsWith("'s");
  }
}
