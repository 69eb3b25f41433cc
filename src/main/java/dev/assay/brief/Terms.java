package dev.assay.brief;

import dev.assay.article.Article;
import dev.assay.brief.Token.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each word of an article weighs in it.
final class Terms {

  /// A word of the title or of a sub-heading counts as that many more occurrences.
  private static final int HEADLINE_COUNT = 2;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> title = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private double titleRarity;

  static Terms of(Article article, List<Words> paragraphs, Words title) {
    Terms terms = new Terms();
    for (int i = 0; i < paragraphs.size(); i++) {
      int times =
          switch (article.paragraphs().get(i).kind()) {
            case HEADING -> 1 + HEADLINE_COUNT;
            case TEXT, LIST, QUOTE -> 1;
            case TABLE, CAPTION -> 0;
          };
      terms.count(paragraphs.get(i).tokens(), times);
    }
    terms.count(title.tokens(), HEADLINE_COUNT);
    for (Token token : title.tokens()) {
      if (token.isContent() && terms.title.add(token.term())) {
        terms.titleRarity += token.rarity();
      }
    }
    return terms;
  }

  private void count(List<Token> tokens, int times) {
    for (Token token : tokens) {
      if (token.isContent()) {
        counts.merge(token.term(), times, Integer::sum);
      }
      if (token.role() == Role.NAME) {
        names.add(token.term());
      }
    }
  }

  /// How much `token` says of this article: its rarity by the logarithm of its count.
  double weight(Token token) {
    return token.isContent()
        ? token.rarity() * Math.log1p(counts.getOrDefault(token.term(), 0))
        : 0;
  }

  boolean isInTitle(Token token) {
    return title.contains(token.term());
  }

  /// How much the words of the title say together, each once.
  double titleRarity() {
    return titleRarity;
  }

  /// Whether the article writes this word as a name anywhere.
  boolean isName(Token token) {
    return names.contains(token.term());
  }

  int count(String term) {
    return counts.getOrDefault(term, 0);
  }
}
