package dev.assay.brief.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A noun phrase of an article.
///
/// @param tokens one or more, all of one paragraph, next to each other
/// @param text as it stands there
record Phrase(List<Token> tokens, String text) {

  /// The phrase as it is counted.
  String key() {
    return key(tokens);
  }

  /// The words `tokens` as they are counted.
  static String key(List<Token> tokens) {
    return tokens.stream().map(Token::term).collect(Collectors.joining(" "));
  }

  /// How much its words say together.
  double rarity() {
    return tokens.stream().mapToDouble(Token::rarity).sum();
  }

  /// The phrase with a capital at its head.
  String asHeading() {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  boolean sharesWordWith(Phrase other) {
    return tokens.stream()
        .anyMatch(token -> other.tokens.stream().anyMatch(own -> own.term().equals(token.term())));
  }
}
