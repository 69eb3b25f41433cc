package dev.assay.analyze.measure;

import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folded sentence in which one sign stands for each number, time and name, so that patterns see
/// what stands between them.
///
/// @param text with the signs
/// @param marks what the signs stand for, in their order
/// @param start where the sentence begins in its paragraph
record SignedSentence(String text, List<Mark> marks, int start) {

  static final char NUMBER = '\uE000';
  static final char TIME = '\uE001';
  static final char NAME = '\uE002';
  static final char MATERIAL = '\uE003';

  private static final Pattern CLAUSE_END = Pattern.compile("[,;:，：；。、（(]");

  /// What a sign stands for.
  ///
  /// @param at where the sign stands in the text with signs
  /// @param what a [Quantity], a [TimeExpression] or a [NamedThing]
  record Mark(char sign, int at, Span span, Object what) {

    /// A mark whose place in a text with signs is not known yet.
    Mark(char sign, Span span, Object what) {
      this(sign, -1, span, what);
    }
  }

  /// A name, by the id of its tag.
  record NamedThing(String id) {}

  SignedSentence {
    marks = List.copyOf(marks);
  }

  /// @param inside of `text` what lies in `sentence`, in order; of two that overlap the first
  ///   counts
  static SignedSentence of(FoldedText text, Span sentence, List<Mark> inside) {
    StringBuilder signed = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    int at = sentence.start();
    for (Mark mark : inside) {
      if (mark.span().start() >= at && mark.span().end() <= sentence.end()) {
        signed.append(text.chars, at, mark.span().start() - at);
        marks.add(new Mark(mark.sign(), signed.length(), mark.span(), mark.what()));
        signed.append(mark.sign());
        at = mark.span().end();
      }
    }
    signed.append(text.chars, at, sentence.end() - at);
    return new SignedSentence(signed.toString(), marks, sentence.start());
  }

  /// The marks of `sign` whose signs stand in `[from, to)`.
  List<Mark> within(char sign, int from, int to) {
    return marks.stream()
        .filter(mark -> mark.sign() == sign && mark.at() >= from && mark.at() < to)
        .toList();
  }

  List<Mark> numbers() {
    return within(NUMBER, 0, text.length());
  }

  /// Where the clause begins in which `at` stands, or what is behind its last number.
  int clause(int at) {
    Matcher sign = CLAUSE_END.matcher(text).region(0, at);
    int from = 0;
    while (sign.find()) {
      from = sign.end();
    }
    List<Mark> numbers = within(NUMBER, from, at);
    return numbers.isEmpty() ? from : numbers.getLast().at() + 1;
  }

  /// Where the clause ends that goes on at `from`.
  int clauseEnd(int from) {
    Matcher end = CLAUSE_END.matcher(text).region(Math.min(from, text.length()), text.length());
    return end.find() ? end.start() : text.length();
  }

  /// The words of `[from, to)` as `original` has them, without its numbers and times.
  String words(int from, int to, String original) {
    StringBuilder words = new StringBuilder();
    int written = start;
    int at = 0;
    for (Mark mark : marks) {
      append(words, original, written, at, from, Math.min(to, mark.at()));
      boolean named = mark.sign() == NAME || mark.sign() == MATERIAL;
      if (named && mark.at() >= from && mark.at() < to) {
        words.append(mark.span().in(original));
      }
      at = mark.at() + 1;
      written = mark.span().end();
    }
    append(words, original, written, at, from, to);
    return words.toString().strip();
  }

  /// What lies in `[from, to)` of a stretch without signs.
  ///
  /// @param written where the stretch begins in `original`
  /// @param at where it begins in the text with signs
  private static void append(
      StringBuilder words, String original, int written, int at, int from, int to) {
    int first = Math.max(at, from);
    if (first < to) {
      words.append(original, written + first - at, written + to - at);
    }
  }
}
