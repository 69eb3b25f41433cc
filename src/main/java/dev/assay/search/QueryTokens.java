package dev.assay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The pieces of a query as written.
final class QueryTokens {

  private static final String OPENING_QUOTES = "\"“「『＂";
  private static final String CLOSING_QUOTES = "\"”」』＂";

  /// Fewest letters before a `*`: fewer would stand for too many words.
  private static final int WILDCARD_STEM = 2;

  private static final Map<String, Kind> OPERATORS =
      Map.of(
          "AND", Kind.AND, "&&", Kind.AND, "与", Kind.AND, "與", Kind.AND, "OR", Kind.OR, "||",
          Kind.OR, "或", Kind.OR, "NOT", Kind.NOT, "非", Kind.NOT);

  private QueryTokens() {}

  enum Kind {
    WORD,
    PHRASE,
    FIELD,
    WILDCARD,
    FUZZY,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE
  }

  /// What may stand before a colon.
  enum FieldName {
    TITLE,
    SOURCE,
    LANGUAGE,
    KIND,
    TAG,
    FROM,
    UNTIL,
    DATE,
    FACT;

    static Optional<FieldName> of(String word) {
      return Optional.ofNullable(
          switch (word.toLowerCase(Locale.ROOT)) {
            case "title", "标题", "標題" -> TITLE;
            case "source", "来源", "來源" -> SOURCE;
            case "lang", "language", "语言", "語言" -> LANGUAGE;
            case "kind", "类型", "類型" -> KIND;
            case "tag", "标签", "標籤" -> TAG;
            case "from", "since", "after", "自" -> FROM;
            case "until", "before", "至" -> UNTIL;
            case "date", "日期" -> DATE;
            case "fact", "数字", "數字" -> FACT;
            default -> null;
          });
    }
  }

  /// @param field what the value belongs to; [FieldName#TITLE] where there is none
  record Token(Kind kind, String text, FieldName field) {
    Token(Kind kind, String text) {
      this(kind, text, FieldName.TITLE);
    }
  }

  static List<Token> of(String query, boolean operators, int most) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < query.length() && tokens.size() < most) {
      at = token(query, at, operators, tokens);
    }
    return tokens;
  }

  /// The words of `query` that are no part of a field, a phrase, a pattern or an operator, each at
  /// its place; spaces for all else.
  static String free(String query) {
    StringBuilder free = new StringBuilder(" ".repeat(query.length()));
    int at = 0;
    while (at < query.length()) {
      List<Token> one = new ArrayList<>();
      int end = token(query, at, true, one);
      if (!one.isEmpty() && one.getFirst().kind() == Kind.WORD) {
        free.replace(at, end, query.substring(at, end));
      }
      at = end;
    }
    return free.toString();
  }

  /// Adds the token that begins at `at`, if it is no gap.
  ///
  /// @return where it ends
  private static int token(String query, int at, boolean operators, List<Token> tokens) {
    char c = query.charAt(at);
    if (Character.isWhitespace(c) || c == '\u3000') {
      return at + 1;
    }
    if (c == '(' || c == '（') {
      tokens.add(new Token(Kind.OPEN, "("));
      return at + 1;
    }
    if (c == ')' || c == '）') {
      tokens.add(new Token(Kind.CLOSE, ")"));
      return at + 1;
    }
    int end = closing(query, at);
    if (end > at + 1) {
      tokens.add(new Token(Kind.PHRASE, query.substring(at + 1, end)));
      return end + 1;
    }
    if (c == '-' && at + 1 < query.length() && startsNegation(query, at)) {
      tokens.add(new Token(Kind.NOT, "-"));
      return at + 1;
    }
    return word(query, at, operators, tokens);
  }

  /// Where the quotation that opens at `at` closes; -1 if none opens or it never closes.
  private static int closing(String query, int at) {
    int quote = OPENING_QUOTES.indexOf(query.charAt(at));
    return quote < 0 ? -1 : query.indexOf(CLOSING_QUOTES.charAt(quote), at + 1);
  }

  private static boolean startsNegation(String query, int at) {
    char after = query.charAt(at + 1);
    boolean opens = at == 0 || " \t\n\u3000(（".indexOf(query.charAt(at - 1)) >= 0;
    return opens
        && (Character.isLetter(after) || OPENING_QUOTES.indexOf(after) >= 0 || after == '(');
  }

  private static int word(String query, int from, boolean operators, List<Token> tokens) {
    int end = from + 1;
    while (end < query.length() && !endsWord(query, end)) {
      end++;
    }
    String word = query.substring(from, end);
    int colon = Math.max(word.indexOf(':'), word.indexOf('：'));
    if (colon > 0 && FieldName.of(word.substring(0, colon)).isPresent()) {
      return field(query, from + colon, FieldName.of(word.substring(0, colon)).get(), tokens);
    }
    Kind operator = operators ? OPERATORS.get(word) : null;
    tokens.add(new Token(operator == null ? kind(word) : operator, withoutTilde(word)));
    return end;
  }

  private static boolean endsWord(String query, int at) {
    char c = query.charAt(at);
    return Character.isWhitespace(c) || "()（）\u3000".indexOf(c) >= 0 || closing(query, at) > at + 1;
  }

  private static int field(String query, int colon, FieldName name, List<Token> tokens) {
    int start = colon + 1;
    if (start >= query.length() || Character.isWhitespace(query.charAt(start))) {
      tokens.add(new Token(Kind.WORD, query.substring(0, colon)));
      return start;
    }
    int close = closing(query, start);
    if (close > start) {
      tokens.add(new Token(Kind.FIELD, query.substring(start + 1, close), name));
      return close + 1;
    }
    int end = start + 1;
    while (end < query.length() && !endsWord(query, end)) {
      end++;
    }
    tokens.add(new Token(Kind.FIELD, query.substring(start, end), name));
    return end;
  }

  private static Kind kind(String word) {
    int letters = 0;
    while (letters < word.length() && isLatin(word.charAt(letters))) {
      letters++;
    }
    if (letters < WILDCARD_STEM || letters == word.length()) {
      return Kind.WORD;
    }
    if (word.charAt(letters) == '~' && word.length() == letters + 1) {
      return Kind.FUZZY;
    }
    boolean pattern =
        word.chars().skip(letters).allMatch(c -> c == '*' || c == '?' || isLatin((char) c));
    boolean onlyAsks = word.indexOf('*') < 0 && word.indexOf('?') == word.length() - 1;
    return pattern && !onlyAsks && word.length() <= 64 ? Kind.WILDCARD : Kind.WORD;
  }

  /// Whether a word of `query` has a `*` that stands for nothing: none or one letter before it, or
  /// a letter that is not Latin.
  static boolean hasLoosePattern(String query) {
    return of(query, true, QueryReader.MOST_PIECES).stream()
        .anyMatch(token -> token.kind() == Kind.WORD && token.text().indexOf('*') >= 0);
  }

  private static boolean isLatin(char c) {
    return Character.isLetterOrDigit(c) && c < 0x250;
  }

  private static String withoutTilde(String word) {
    return word.endsWith("~") ? word.substring(0, word.length() - 1) : word;
  }
}
