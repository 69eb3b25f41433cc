package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a text with spaces into words. Linear in the text.
///
/// Without a tagger a word's role is judged from the stop words, its capital and its ending: enough
/// to count terms and to find noun phrases between function words.
final class LatinWords {

  private static final String INNER = "'’.&";
  private static final String JOINING = "-‐‑";

  private static final Set<String> AUXILIARIES =
      Set.of(
          "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot",
          "we", "they", "i", "you", "he", "she", "who");

  private final StopWords stopWords = new StopWords("en/brief-stop.tsv");

  ParagraphWords of(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 1);
    int i = 0;
    boolean first = true;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        int end = wordEnd(text, i);
        tokens.add(afterAuxiliary(tokens, word(text, i, end, first)));
        first = false;
        i = end;
      } else {
        if (!Character.isWhitespace(c) && !joins(text, i)) {
          first |= ".!?:\"“".indexOf(c) >= 0;
          tokens.add(new Token(i, i + 1, "", Role.BREAK, 0));
        }
        i++;
      }
    }
    return new ParagraphWords(text, " ", tokens);
  }

  /// Whether a hyphen joins two words: a phrase may cross it.
  private static boolean joins(String text, int i) {
    return JOINING.indexOf(text.charAt(i)) >= 0
        && i > 0
        && i + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }

  private static int wordEnd(String text, int from) {
    int i = from + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inner = INNER.indexOf(c) >= 0 || c == ',' && Character.isDigit(text.charAt(i - 1));
      boolean more = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (!Character.isLetterOrDigit(c) && !(inner && more)) {
        break;
      }
      i++;
    }
    // "U.S." keeps its last stop
    boolean initials = i - from == 3 && text.charAt(from + 1) == '.';
    return initials && i < text.length() && text.charAt(i) == '.' ? i + 1 : i;
  }

  /// A word after a modal verb or a personal pronoun is a verb, whatever it looks like.
  private static Token afterAuxiliary(List<Token> before, Token token) {
    return token.role() == Role.NOUN
            && !before.isEmpty()
            && AUXILIARIES.contains(before.getLast().term())
        ? new Token(token.start(), token.end(), token.term(), Role.VERB, token.rarity())
        : token;
  }

  private Token word(String text, int from, int to, boolean first) {
    String written = text.substring(from, to);
    String lower = written.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (Character.isDigit(written.charAt(0))) {
      return new Token(from, to, lower, Role.NUMBER, 0.3);
    }
    boolean capital = Character.isUpperCase(written.charAt(0)) && !first;
    StopWords.Kind stop = stopWords.kind(bare(lower));
    if (stop == StopWords.Kind.VERB && !capital) {
      return new Token(from, to, singular(lower), Role.VERB, 0.3);
    }
    if (stop == StopWords.Kind.SOURCE) {
      return new Token(from, to, lower, Role.PIECE, 0);
    }
    if (stop == StopWords.Kind.EMPTY) {
      return new Token(from, to, singular(lower), capital ? Role.NAME : Role.GENERAL, 0);
    }
    if (stop != null || lower.length() == 1) {
      return new Token(from, to, lower, Role.FUNCTION, 0);
    }
    String term = singular(lower);
    return new Token(from, to, term, capital ? Role.NAME : role(lower), 1);
  }

  private Role role(String lower) {
    if (lower.endsWith("ing") && lower.length() > 5 && !stopWords.isNoun(lower)) {
      return Role.ACTION;
    }
    if (lower.endsWith("ly") && !stopWords.isNoun(lower)) {
      return Role.FUNCTION;
    }
    return lower.endsWith("ed") || lower.endsWith("ize") ? Role.VERB : Role.NOUN;
  }

  /// Without a possessive or a last full stop.
  private static String bare(String lower) {
    String word = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return word.endsWith("'s") && word.length() > 4 ? word.substring(0, word.length() - 2) : word;
  }

  /// Harman's S stemmer (1991), after the possessive is taken off.
  static String singular(String word) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    int length = bare.length();
    if (length < 4 || !bare.endsWith("s")) {
      return bare;
    }
    if (bare.endsWith("ies") && !bare.endsWith("eies") && !bare.endsWith("aies")) {
      return bare.substring(0, length - 3) + "y";
    }
    if (bare.endsWith("us") || bare.endsWith("ss") || bare.endsWith("is")) {
      return bare;
    }
    return bare.substring(0, length - 1);
  }
}
