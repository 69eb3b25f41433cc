package dev.assay.web;

import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Doubt;
import dev.assay.check.ReadAs;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.topic.ledger.Disputes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A stretch of a brief's sentence: a number with what its check found, or the words between.
///
/// @param dispute what cannot hold together with the number; null if nothing does
/// @param readAs what a number was read as; null for words and what could not be read
/// @param doubted whether it is what a doubt about the sentence is about, or part of it
public record SaidPiece(
    String text,
    State state,
    Disputes.@Nullable Figure dispute,
    @Nullable ReadAs readAs,
    boolean doubted) {

  /// What a stretch is.
  public enum State {
    WORDS,
    /// A number that stands where it is cited.
    FOUND,
    /// A number that does not.
    MISSING
  }

  /// The sentence cut where its numbers and what is doubted begin and end; together the pieces are
  /// its text. Numbers that overlap or pass the end are cut to fit.
  public static List<SaidPiece> of(BriefSentence sentence) {
    return of(sentence, null);
  }

  /// As [#of(BriefSentence)], with what is in dispute.
  public static List<SaidPiece> of(BriefSentence sentence, @Nullable DisputeNotes disputes) {
    String text = sentence.text();
    List<Span> doubted = doubted(sentence);
    List<SaidPiece> pieces = new ArrayList<>();
    int at = 0;
    for (CheckedNumber number : sentence.numbers()) {
      int start = Math.max(at, number.span().start());
      int end = Math.min(text.length(), number.span().end());
      if (start < end) {
        addWords(text, at, start, doubted, pieces);
        pieces.add(
            new SaidPiece(
                text.substring(start, end),
                number.found() ? State.FOUND : State.MISSING,
                disputes == null ? null : disputes.of(number).orElse(null),
                number.readAs(),
                doubted.stream().anyMatch(new Span(start, end)::overlaps)));
        at = end;
      }
    }
    addWords(text, at, text.length(), doubted, pieces);
    return List.copyOf(pieces);
  }

  /// Where the sentence has the words of its doubts that may be its own, and the names that are
  /// open.
  private static List<Span> doubted(BriefSentence sentence) {
    List<Span> doubted = new ArrayList<>();
    Stream.concat(
            sentence.openNames().stream(),
            sentence.doubts().stream()
                .filter(doubt -> doubt.kind().isOfSentence())
                .map(Doubt::words))
        .forEach(words -> place(sentence.text(), words).ifPresent(doubted::add));
    doubted.sort(Comparator.comparingInt(Span::start));
    return doubted;
  }

  /// Where `words` stand by themselves: no part of a longer word in Latin letters.
  private static Optional<Span> place(String text, String words) {
    for (int at = text.indexOf(words); at >= 0 && !words.isEmpty(); ) {
      int end = at + words.length();
      if (!isWithinWord(text, at) && !isWithinWord(text, end)) {
        return Optional.of(new Span(at, end));
      }
      at = text.indexOf(words, at + 1);
    }
    return Optional.empty();
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at < text.length()
        && isLatinOrDigit(text.charAt(at - 1))
        && isLatinOrDigit(text.charAt(at));
  }

  private static boolean isLatinOrDigit(char c) {
    return Character.isLetterOrDigit(c) && !HanScript.isHan(c);
  }

  private static void addWords(
      String text, int from, int to, List<Span> doubted, List<SaidPiece> pieces) {
    int at = from;
    for (Span span : doubted) {
      int start = Math.max(at, span.start());
      int end = Math.min(to, span.end());
      if (start < end) {
        add(text.substring(at, start), false, pieces);
        add(text.substring(start, end), true, pieces);
        at = end;
      }
    }
    add(text.substring(at, to), false, pieces);
  }

  private static void add(String text, boolean doubted, List<SaidPiece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new SaidPiece(text, State.WORDS, null, null, doubted));
    }
  }
}
