package dev.assay.web;

import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.check.ReadAs;
import dev.assay.topic.Disputes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a brief's sentence: a number with what its check found, or the words between.
///
/// @param dispute what cannot hold together with the number; null if nothing does
/// @param readAs what a number was read as; null for words and what could not be read
public record SaidPiece(
    String text, State state, Disputes.@Nullable Figure dispute, @Nullable ReadAs readAs) {

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
    return of(sentence, null);
  }

  /// As [#of(BriefSentence)], with what is in dispute.
  public static List<SaidPiece> of(BriefSentence sentence, @Nullable DisputeNotes disputes) {
    String text = sentence.text();
    List<SaidPiece> pieces = new ArrayList<>();
    int at = 0;
    for (CheckedNumber number : sentence.numbers()) {
      int start = Math.max(at, number.span().start());
      int end = Math.min(text.length(), number.span().end());
      if (start < end) {
        add(text.substring(at, start), State.WORDS, null, null, pieces);
        add(
            text.substring(start, end),
            number.found() ? State.FOUND : State.MISSING,
            disputes == null ? null : disputes.of(number).orElse(null),
            number.readAs(),
            pieces);
        at = end;
      }
    }
    add(text.substring(at), State.WORDS, null, null, pieces);
    return List.copyOf(pieces);
  }

  private static void add(
      String text,
      State state,
      Disputes.@Nullable Figure dispute,
      @Nullable ReadAs readAs,
      List<SaidPiece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new SaidPiece(text, state, dispute, readAs));
    }
  }
}
