package dev.assay.ask;

import dev.assay.ask.Answer.Figure;
import dev.assay.brief.BriefSentence;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is new in the answer to a question that was asked again.
///
/// @param came sentences that were not in it before
/// @param went sentences that were, and are no more
/// @param figuresCame figures of the ledger that were not there
/// @param figuresWent those that are no more
public record AnswerChange(
    Answer before,
    Answer now,
    List<BriefSentence> came,
    List<BriefSentence> went,
    List<Figure> figuresCame,
    List<Figure> figuresWent) {

  public AnswerChange {
    came = List.copyOf(came);
    went = List.copyOf(went);
    figuresCame = List.copyOf(figuresCame);
    figuresWent = List.copyOf(figuresWent);
  }

  public static AnswerChange of(Answer before, Answer now) {
    return new AnswerChange(
        before,
        now,
        without(now.sentences(), before.sentences(), BriefSentence::text),
        without(before.sentences(), now.sentences(), BriefSentence::text),
        without(now.figures(), before.figures(), Figure::evidence),
        without(before.figures(), now.figures(), Figure::evidence));
  }

  private static <T> List<T> without(List<T> all, List<T> others, Function<T, String> key) {
    Set<String> known = others.stream().map(key).collect(Collectors.toSet());
    return all.stream().filter(one -> !known.contains(key.apply(one))).toList();
  }

  /// Whether anything is new: not the order alone.
  public boolean isChange() {
    return before.state() != now.state()
        || !came.isEmpty()
        || !went.isEmpty()
        || !figuresCame.isEmpty()
        || !figuresWent.isEmpty();
  }
}
