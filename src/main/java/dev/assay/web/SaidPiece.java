package dev.assay.web;

import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a brief's sentence: a number with what its check found, or the words between.
public record SaidPiece(String text, State state) {

  /// What a stretch is.
  public enum State {
    WORDS,
    /// A number that stands where it is cited.
    FOUND,
    /// A number that does not.
    MISSING
  }

  /// The sentence cut where its numbers begin and end; together the pieces are its text. Numbers
  /// that overlap or pass the end are cut to fit.
  public static List<SaidPiece> of(BriefSentence sentence) {
    String text = sentence.text();
    List<SaidPiece> pieces = new ArrayList<>();
    int at = 0;
    for (CheckedNumber number : sentence.numbers()) {
      int start = Math.max(at, number.span().start());
      int end = Math.min(text.length(), number.span().end());
      if (start < end) {
        add(text.substring(at, start), State.WORDS, pieces);
        add(text.substring(start, end), number.found() ? State.FOUND : State.MISSING, pieces);
        at = end;
      }
    }
    add(text.substring(at), State.WORDS, pieces);
    return List.copyOf(pieces);
  }

  private static void add(String text, State state, List<SaidPiece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new SaidPiece(text, state));
    }
  }
}
