package dev.assay.ledger;

import dev.assay.analyze.quantity.Clause;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Words that say that a figure was so once, nobody says when: "once", 曾, "years ago".
/// `lexicon/ledger/past-words.tsv`.
///
/// @param words in the order of the table
record PastWords(List<Word> words) {

  private static final int WHEN = 0;
  private static final int WORD = 1;
  private static final int REACH = 2;
  private static final int NOT_AFTER = 3;
  private static final int NOT_BEFORE = 4;

  private static final String START = "START";
  private static final String DIGIT = "#";

  /// A word with what stands next to it where it means something else.
  ///
  /// @param past whether it tells of the past; else of the present
  /// @param far whether it is said for the clauses behind its own too
  record Word(
      String text, boolean past, boolean far, List<String> notAfter, List<String> notBefore) {

    private static Word of(LexiconFile.Row row) {
      return new Word(
          row.cell(WORD),
          row.cell(WHEN).equals("past"),
          row.cell(REACH).equals("sentence"),
          neighbours(row.cell(NOT_AFTER)),
          neighbours(row.cell(NOT_BEFORE)));
    }

    private static List<String> neighbours(String cell) {
      return cell.equals("-") ? List.of() : Arrays.asList(cell.split("\\|"));
    }

    /// Where it stands last in `text`; -1 if it does not.
    private int last(String clause) {
      int at = clause.lastIndexOf(text);
      while (at >= 0 && !isMeantAt(clause, at)) {
        at = at == 0 ? -1 : clause.lastIndexOf(text, at - 1);
      }
      return at;
    }

    private boolean isMeantAt(String clause, int at) {
      String left = clause.substring(0, at).stripTrailing();
      String right = clause.substring(at + text.length()).stripLeading();
      return Clause.standsAt(clause, at, text)
          && notAfter.stream().noneMatch(word -> endsWith(left, word))
          && notBefore.stream().noneMatch(word -> startsWith(right, word));
    }

    private static boolean endsWith(String left, String word) {
      if (word.equals(START)) {
        return left.isEmpty();
      }
      return word.equals(DIGIT)
          ? !left.isEmpty() && Character.isDigit(left.charAt(left.length() - 1))
          : left.endsWith(word) && Clause.standsAt(left, left.length() - word.length(), word);
    }

    private static boolean startsWith(String right, String word) {
      return word.equals(DIGIT)
          ? !right.isEmpty() && Character.isDigit(right.charAt(0))
          : right.startsWith(word) && Clause.standsAt(right, 0, word);
    }
  }

  static PastWords of(Lexicon lexicon) {
    return new PastWords(
        lexicon.table("ledger/past-words.tsv").rows().stream().map(Word::of).toList());
  }

  /// Whether the words around a figure say that it was so once.
  boolean arePast(Clause clause) {
    return nearest(clause.before(), _ -> true)
        .map(Word::past)
        .orElseGet(
            () ->
                isPastBehind(clause.after())
                    || nearest(clause.earlier(), word -> word.far() || !word.past())
                        .map(Word::past)
                        .orElse(false));
  }

  /// The last of the words in `text`.
  private Optional<Word> nearest(String text, Predicate<Word> wanted) {
    return words.stream()
        .filter(wanted)
        .filter(word -> word.last(text) >= 0)
        .max(Comparator.comparingInt(word -> word.last(text)));
  }

  private boolean isPastBehind(String after) {
    return words.stream().anyMatch(word -> word.far() && word.past() && word.last(after) >= 0);
  }
}
