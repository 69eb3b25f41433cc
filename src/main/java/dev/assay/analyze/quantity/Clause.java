package dev.assay.analyze.quantity;

import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Folding;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words around a figure in its sentence, folded: lower case, simplified characters.
///
/// @param earlier what stands before its clause
/// @param before what stands before it in its clause
/// @param after what stands behind it, up to the end of its clause
/// @param later what stands behind its clause, with the sign that ends it
public record Clause(String earlier, String before, String after, String later) {

  private static final Pattern END = Pattern.compile("[" + Ends.OF_LEDGER_CLAUSE + "]");

  /// What a list of figures goes on with.
  private static final Pattern FIGURE = Pattern.compile("[0-9零一二两三四五六七八九十百半]");

  private static final Pattern ASKED = Pattern.compile("(.*)[?？][\"'”’」』)）]*\\s*");

  /// The clause of a figure. Words of the figure that limit its number stand before it: 将 of 将达3亿元
  /// says nothing without 达.
  ///
  /// @param figure where the figure begins
  /// @param length of the figure
  public static Clause of(String sentence, int figure, int length) {
    String folded = new String(Folding.fold(sentence));
    int from = figure;
    while (from > 0 && !isEnd(folded, from - 1)) {
      from--;
    }
    int end = Math.min(folded.length(), figure + length);
    Matcher number = FIGURE.matcher(folded).region(figure, end);
    int start = number.find() ? number.start() : figure;
    int to = end;
    while (to < folded.length() && !isEnd(folded, to)) {
      to++;
    }
    return new Clause(
        folded.substring(0, from),
        folded.substring(from, start),
        folded.substring(end, to),
        folded.substring(to));
  }

  /// Whether the sentence is a question, and the figure stands in what it asks: in its last clause,
  /// or in a list of figures that ends there.
  boolean isAsked() {
    Matcher asked = ASKED.matcher(later);
    return asked.matches() && isList(asked.group(1) + ",");
  }

  /// Whether each clause that ends in `text`, before the last, goes on with a figure: "it is 85, or
  /// nearly 90, or".
  static boolean isList(String text) {
    String[] clauses = END.split(text, -1);
    return Arrays.stream(clauses, 0, clauses.length - 1)
        .filter(clause -> !clause.isBlank())
        .allMatch(clause -> FIGURE.matcher(clause).find());
  }

  /// Whether a clause ends at `i`; a comma between digits ends none.
  private static boolean isEnd(String text, int i) {
    boolean inNumber =
        text.charAt(i) == ','
            && i > 0
            && i + 1 < text.length()
            && Character.isDigit(text.charAt(i - 1))
            && Character.isDigit(text.charAt(i + 1));
    return Ends.OF_LEDGER_CLAUSE.indexOf(text.charAt(i)) >= 0 && !inNumber;
  }

  /// Whether `word` stands at `i` of `text`, not within a longer English word.
  public static boolean standsAt(String text, int i, String word) {
    int end = i + word.length();
    return !(isLatin(word.charAt(0)) && i > 0 && isLatin(text.charAt(i - 1)))
        && !(isLatin(word.charAt(word.length() - 1))
            && end < text.length()
            && isLatin(text.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
