package dev.assay.check;

import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.Arrays;
import java.util.List;

/// The words of `lexicon/arithmetic.tsv`, by kind. Immutable; safe for use by many threads.
final class ArithmeticWords {

  final Words total;
  final Words share;
  final Words closing;
  final Words each;
  final Words partial;
  final Words joint;
  final Words change;
  final Words from;
  final Words to;
  final Words rise;
  final Words fall;

  ArithmeticWords(Lexicon lexicon) {
    LexiconFile file = lexicon.table("arithmetic.tsv");
    this.total = words(file, "total");
    this.share = words(file, "share");
    this.closing = words(file, "closing");
    this.each = words(file, "each");
    this.partial = words(file, "partial");
    this.joint = words(file, "joint");
    this.change = words(file, "change");
    this.from = words(file, "from");
    this.to = words(file, "to");
    this.rise = words(file, "rise");
    this.fall = words(file, "fall");
  }

  /// The folded words of one kind of a file.
  static Words words(LexiconFile file, String kind) {
    return new Words(
        file.rows().stream()
            .filter(row -> row.cell(0).equals(kind))
            .flatMap(row -> Arrays.stream(row.cell(1).split(" \\| ")))
            .map(word -> new String(Folding.letters(word)))
            .toList());
  }

  /// One list of folded words; a Latin word must stand alone.
  record Words(List<String> words) {

    /// Whether one of the words lies within `[start, end)`.
    boolean isIn(String text, int start, int end) {
      return isInFolded(new String(Folding.letters(text.substring(start, end))));
    }

    /// The same for a text that [Folding#letters] has folded.
    boolean isInFolded(String part) {
      for (String word : words) {
        int at = part.indexOf(word);
        while (at >= 0) {
          if (stands(part, at, at + word.length())) {
            return true;
          }
          at = part.indexOf(word, at + 1);
        }
      }
      return false;
    }

    /// Whether one of the words stands in `text`.
    boolean isIn(String text) {
      return isIn(text, 0, text.length());
    }

    /// Whether one of the words begins at `start`, or after a space.
    boolean startsAt(String text, int start) {
      int from = skip(text, start);
      String part =
          new String(
              Folding.letters(text.substring(from, Math.min(text.length(), from + LONGEST))));
      return words.stream()
          .anyMatch(word -> part.startsWith(word) && stands(part, 0, word.length()));
    }

    /// Whether one of the words ends at `end`, or before a space.
    boolean endsAt(String text, int end) {
      int to = end;
      while (to > 0 && text.charAt(to - 1) == ' ') {
        to--;
      }
      String part = new String(Folding.letters(text.substring(Math.max(0, to - LONGEST), to)));
      return words.stream()
          .anyMatch(
              word ->
                  part.endsWith(word)
                      && stands(part, part.length() - word.length(), part.length()));
    }

    private static final int LONGEST = 24;

    private static int skip(String text, int start) {
      int from = start;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      return from;
    }

    private static boolean stands(String part, int from, int to) {
      boolean latin = WordTable.isLatin(part.charAt(from));
      return !latin
          || (from == 0 || !WordTable.isLatin(part.charAt(from - 1)))
              && (to == part.length() || !WordTable.isLatin(part.charAt(to)));
    }
  }
}
