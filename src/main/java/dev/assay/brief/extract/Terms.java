package dev.assay.brief.extract;

import dev.assay.analyze.text.Dateline;
import dev.assay.article.Article;
import dev.assay.brief.extract.Token.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What each word of an article weighs in it.
final class Terms {

  /// A word of the title or of a sub-heading counts as that many more occurrences.
  private static final int HEADLINE_COUNT = 2;

  private static final int STEM = 5;
  private static final char FIRST_HAN = '\u2e80';

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> title = new HashSet<>();
  private final Set<String> heard = new HashSet<>();
  private final Set<String> titleVerbs = new HashSet<>();
  private double titleRarity;

  static Terms of(Article article, List<ParagraphWords> paragraphs, ParagraphWords title) {
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
    title.tokens().forEach(token -> terms.heard.add(token.term()));
    if (isHeadOfText(article)) {
      return terms;
    }
    terms.count(title.tokens(), HEADLINE_COUNT);
    for (Token token : title.tokens()) {
      if (token.role() == Role.VERB) {
        terms.titleVerbs.add(stem(token));
      }
      if (token.isContent() && terms.title.add(singular(token.term()))) {
        terms.titleRarity += token.rarity();
      }
    }
    return terms;
  }

  /// Whether the title is no more than the text's first words, cut off: it says nothing then.
  private static boolean isHeadOfText(Article article) {
    if (article.paragraphs().isEmpty() || Dateline.opensWithHeadline(article.title())) {
      return false;
    }
    String title = SPACE.matcher(article.title()).replaceAll("");
    String text = SPACE.matcher(article.paragraphs().getFirst().text()).replaceAll("");
    return text.length() > title.length() && text.startsWith(title);
  }

  private void count(List<Token> tokens, int times) {
    for (Token token : tokens) {
      if (token.isContent()) {
        counts.merge(token.term(), times, Integer::sum);
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
    return title.contains(singular(token.term()))
        || token.role() == Role.VERB && titleVerbs.contains(stem(token));
  }

  /// `approves` and `approved` are one verb.
  private static String stem(Token token) {
    String term = token.term();
    boolean latin = term.charAt(0) < FIRST_HAN;
    return latin && term.length() > STEM ? term.substring(0, STEM) : term;
  }

  /// `smelters` and `smelter` are one word.
  private static String singular(String term) {
    boolean plural = term.length() > 3 && term.endsWith("s") && !term.endsWith("ss");
    return plural ? term.substring(0, term.length() - 1) : term;
  }

  /// Whether a reader of the title has read this word, though the title be but the text's head.
  boolean isReadInTitle(Token token) {
    return heard.contains(token.term());
  }

  /// How much the words of the title say together, each once.
  double titleRarity() {
    return titleRarity;
  }

  int count(String term) {
    return counts.getOrDefault(term, 0);
  }
}
