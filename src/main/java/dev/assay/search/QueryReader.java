package dev.assay.search;

import dev.assay.search.Reading.All;
import dev.assay.search.Reading.Either;
import dev.assay.search.Reading.Field;
import dev.assay.search.Reading.Fuzzy;
import dev.assay.search.Reading.Not;
import dev.assay.search.Reading.Phrase;
import dev.assay.search.Reading.Pieces;
import dev.assay.search.Reading.Plain;
import dev.assay.search.Reading.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the query language. Any string is a query: what does not read as the language is words.
/// - words: articles with any of them, those with more and rarer ones first
/// - `"rare earth"` or `“稀土联盟”`: the words side by side
/// - `AND`, `OR`, `NOT`, also `与`, `或`, `非` between spaces; `-word`; round brackets
/// - `title:`, `source:`, `lang:`, `kind:`, `tag:`, `fact:`, `from:`, `until:`, `date:`, in Chinese
///   too
/// - `neodym*`, `neodimium~`
///
/// Linear in the string; at most 256 pieces are read and 16 brackets deep.
final class QueryReader {

  static final int MOST_PIECES = 256;
  private static final int DEEPEST = 16;

  /// In a query of capitals alone and of more words than this, AND, OR and NOT are words.
  private static final int WORDS_OF_A_SHOUT = 6;

  private final List<QueryTokens.Token> tokens;
  private int next;

  private QueryReader(List<QueryTokens.Token> tokens) {
    this.tokens = tokens;
  }

  static Reading read(String query) {
    boolean shout =
        query.chars().noneMatch(Character::isLowerCase)
            && query.split("\\s+", WORDS_OF_A_SHOUT + 2).length > WORDS_OF_A_SHOUT;
    List<QueryTokens.Token> tokens = QueryTokens.of(query, !shout, MOST_PIECES);
    if (tokens.stream().allMatch(token -> token.kind() == QueryTokens.Kind.WORD)) {
      return new Plain(query);
    }
    return new QueryReader(tokens).either(0);
  }

  private Reading either(int depth) {
    List<Reading> parts = new ArrayList<>();
    parts.add(all(depth));
    while (take(QueryTokens.Kind.OR)) {
      parts.add(all(depth));
    }
    List<Reading> said = parts.stream().filter(part -> !isEmpty(part)).toList();
    return said.size() == 1 ? said.getFirst() : new Either(said);
  }

  private Reading all(int depth) {
    List<Reading> parts = new ArrayList<>();
    parts.add(pieces(depth));
    while (take(QueryTokens.Kind.AND)) {
      parts.add(pieces(depth));
    }
    List<Reading> said = parts.stream().filter(part -> !isEmpty(part)).toList();
    return said.size() == 1 ? said.getFirst() : new All(said);
  }

  private static boolean isEmpty(Reading reading) {
    return switch (reading) {
      case Either(var parts) -> parts.isEmpty();
      case All(var parts) -> parts.isEmpty();
      case Pieces(var parts) -> parts.isEmpty();
      case Plain _, Phrase _, Field _, Fuzzy _, Wildcard _, Not _ -> false;
    };
  }

  private Reading pieces(int depth) {
    List<Reading> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Optional<Reading> piece = piece(depth, words);
        next < tokens.size() || piece.isPresent();
        piece = piece(depth, words)) {
      if (piece.isEmpty() && endsPieces(depth)) {
        break;
      }
      piece.ifPresent(parts::add);
    }
    if (!words.isEmpty()) {
      parts.addFirst(new Plain(words.toString().strip()));
    }
    return parts.size() == 1 ? parts.getFirst() : new Pieces(parts);
  }

  private boolean endsPieces(int depth) {
    if (next >= tokens.size()) {
      return true;
    }
    return switch (tokens.get(next).kind()) {
      case AND, OR -> true;
      case CLOSE -> {
        if (depth == 0) {
          next++; // closes nothing
        }
        yield depth > 0;
      }
      case WORD, PHRASE, FIELD, WILDCARD, FUZZY, NOT, OPEN -> false;
    };
  }

  /// The next piece; words are gathered apart, so that neighbours stay one text.
  private Optional<Reading> piece(int depth, StringBuilder words) {
    if (next >= tokens.size()) {
      return Optional.empty();
    }
    QueryTokens.Token token = tokens.get(next);
    return switch (token.kind()) {
      case AND, OR, CLOSE -> Optional.empty();
      case WORD -> {
        next++;
        words.append(token.text()).append(' ');
        yield Optional.empty();
      }
      case NOT -> {
        next++;
        yield negated(depth);
      }
      case OPEN -> {
        next++;
        yield unlessWords(bracket(depth), words);
      }
      case PHRASE, FIELD, WILDCARD, FUZZY -> {
        next++;
        yield Optional.of(single(token));
      }
    };
  }

  /// Brackets around words alone are those of a sentence, as in 中国（上海）: the words join the others.
  private static Optional<Reading> unlessWords(Reading bracket, StringBuilder words) {
    if (bracket instanceof Plain(var text)) {
      words.append(text).append(' ');
      return Optional.empty();
    }
    return isEmpty(bracket) ? Optional.empty() : Optional.of(bracket);
  }

  private Reading bracket(int depth) {
    Reading inside = either(Math.min(depth + 1, DEEPEST));
    take(QueryTokens.Kind.CLOSE);
    return inside;
  }

  private Optional<Reading> negated(int depth) {
    if (next >= tokens.size()) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder();
    Optional<Reading> piece = piece(depth, words);
    return words.isEmpty()
        ? piece.map(Not::new)
        : Optional.of(new Not(new Plain(words.toString().strip())));
  }

  private static Reading single(QueryTokens.Token token) {
    String text = token.text();
    return switch (token.kind()) {
      case PHRASE -> new Phrase(text);
      case FIELD -> new Field(token.field(), text);
      case WILDCARD -> new Wildcard(text.toLowerCase(Locale.ROOT));
      case FUZZY -> new Fuzzy(text);
      case WORD, AND, OR, NOT, OPEN, CLOSE -> new Plain(text);
    };
  }

  private boolean take(QueryTokens.Kind kind) {
    boolean found = next < tokens.size() && tokens.get(next).kind() == kind;
    next += found ? 1 : 0;
    return found;
  }
}
