package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what a long sentence can do without, where its grammar stays whole: a remark in brackets,
/// and an English relative clause between two commas whose subject goes on with its own verb.
final class Cuts {

  /// A bracket of fewer words holds an abbreviation or a name that is needed further on.
  private static final int FEWEST_IN_BRACKETS = 4;

  private static final int FEWEST_CHARACTERS_IN_BRACKETS = 12;
  private static final int LONGEST_CLAUSE = 30;

  private static final Set<String> RELATIVES = Set.of("which", "who", "whose");

  private final ParagraphWords words;
  private final int from;
  private final int to;
  private final Tongue tongue;

  private Cuts(ParagraphWords words, Span sentence, Tongue tongue) {
    this.words = words;
    this.from = words.indexAt(sentence.start());
    this.to = words.indexAt(sentence.end());
    this.tongue = tongue;
  }

  /// The spans of `sentence` to leave out, in order, never at its head or end; none if it is short.
  static List<Span> of(ParagraphWords words, Span sentence, Tongue tongue) {
    Cuts cuts = new Cuts(words, sentence, tongue);
    if (tongue.units(words, cuts.from, cuts.to) <= tongue.wanted()) {
      return List.of();
    }
    List<Span> found = cuts.brackets();
    return found.isEmpty() && !tongue.isChinese() ? cuts.relativeClause() : found;
  }

  private List<Span> brackets() {
    List<Span> found = new ArrayList<>();
    int open = -1;
    for (int i = from + 1; i < to - 2; i++) {
      char c = mark(i);
      if (c == '(' || c == '（') {
        if (open >= 0) {
          return List.of();
        }
        open = i;
      } else if ((c == ')' || c == '）') && open >= 0) {
        if (isRemark(open, i)) {
          found.add(new Span(words.token(open).start(), words.token(i).end()));
        }
        open = -1;
      }
    }
    return found;
  }

  private boolean isRemark(int open, int close) {
    return tongue.isChinese()
        ? words.token(close).start() - words.token(open).end() >= FEWEST_CHARACTERS_IN_BRACKETS
        : close - open > FEWEST_IN_BRACKETS;
  }

  /// `, which hosts vast reserves,` before `will`: from the first comma to behind the second.
  private List<Span> relativeClause() {
    for (int i = from + 2; i + 3 < to; i++) {
      if (mark(i) == ','
          && RELATIVES.contains(words.written(i + 1))
          && isNoun(i - 1)
          && !opensWithClause(i)) {
        int close = closing(i);
        return close < 0
            ? List.of()
            : List.of(new Span(words.token(i).start(), words.token(close).end()));
      }
    }
    return List.of();
  }

  /// The one comma after which the main clause goes on; -1 if none or two could be it.
  private int closing(int open) {
    int found = -1;
    boolean verb = false;
    for (int i = open + 2; i + 1 < to && i < open + LONGEST_CLAUSE; i++) {
      verb |=
          words.token(i).role() == Role.VERB
              || tongue.openings().is(Openings.Mark.MAIN_VERB, words.written(i));
      if (mark(i) != 0 && mark(i) != ',' && found < 0) {
        return -1;
      }
      if (mark(i) == ','
          && verb
          && tongue.openings().is(Openings.Mark.MAIN_VERB, words.written(i + 1))) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      } else if (mark(i) == ',' && words.token(i + 1).role() == Role.VERB) {
        return -1;
      }
    }
    return found;
  }

  /// Whether a verb stands before the clause: then its noun is no subject.
  private boolean opensWithClause(int comma) {
    for (int i = from; i < comma; i++) {
      if (words.token(i).role() == Role.VERB
          || words.token(i).role() == Role.BREAK
          || tongue.openings().is(Openings.Mark.MAIN_VERB, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNoun(int index) {
    Role role = words.token(index).role();
    return role == Role.NOUN || role == Role.NAME || role == Role.GENERAL;
  }

  /// The mark at a token, 0 if it is a word.
  private char mark(int index) {
    Token token = words.token(index);
    return token.role() == Role.BREAK ? words.text().charAt(token.start()) : 0;
  }
}
