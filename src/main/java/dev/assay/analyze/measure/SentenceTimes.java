package dev.assay.analyze.measure;

import dev.assay.analyze.measure.SignedSentence.Mark;
import dev.assay.analyze.time.TimeExpression;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For what time a figure of a sentence is.
final class SentenceTimes {

  /// An English word of saying stands so near to its time.
  private static final int NEAR = 12;

  private static final Pattern TIME_BEHIND =
      Pattern.compile(
          "^(?: [a-z\uE003]+){0,2}?(?: (?:in|for|during|on))?"
              + "(?: (?:the week to|the week ended|the month to|the|all of))? ?\uE001");

  private static final Pattern TIME_AFTER =
      Pattern.compile("(?:in|on|for|during|at the end of) (?:the )?$");

  private final SignedSentence signed;
  private final String text;
  private final MeasurePatterns patterns;
  private final boolean isChinese;

  SentenceTimes(SignedSentence signed, MeasurePatterns patterns, boolean isChinese) {
    this.signed = signed;
    this.text = signed.text();
    this.patterns = patterns;
    this.isChinese = isChinese;
  }

  /// The time in the clause of a figure, or else the last month, quarter or year before it.
  ///
  /// @param from where what names the measure begins
  /// @param number the figure
  Optional<TimeExpression> of(int from, Mark number) {
    Optional<TimeExpression> told = isChinese ? Optional.empty() : behind(number);
    return told.or(() -> lastTime(signed.clause(from), number.at()))
        .or(() -> isChinese ? Optional.empty() : after(number))
        .or(() -> lastTime(0, from).filter(SentenceTimes::isLong))
        .filter(time -> !isThatOfTheStart(time, from, number));
  }

  /// Right behind the figure: "388,000 boxes in April".
  Optional<TimeExpression> behind(Mark number) {
    Matcher behind = TIME_BEHIND.matcher(text.substring(number.at() + 1));
    return behind.find() ? at(number.at() + behind.end()) : Optional.empty();
  }

  /// Later in the clause, before another figure.
  private Optional<TimeExpression> after(Mark number) {
    int clauseEnd = signed.clauseEnd(number.at() + 1);
    int to =
        signed.within(SignedSentence.NUMBER, number.at() + 1, clauseEnd).stream()
            .findFirst()
            .map(Mark::at)
            .orElse(clauseEnd);
    return signed.within(SignedSentence.TIME, number.at(), to).stream()
        .filter(mark -> TIME_AFTER.matcher(text.substring(0, mark.at())).find())
        .filter(mark -> !isOfSaying(mark))
        .findFirst()
        .flatMap(mark -> dated((TimeExpression) mark.what()));
  }

  private Optional<TimeExpression> lastTime(int from, int to) {
    return signed.within(SignedSentence.TIME, from, to).reversed().stream()
        .filter(mark -> !isOfSaying(mark) && !isOfTheStart(mark, to))
        .findFirst()
        .flatMap(mark -> dated((TimeExpression) mark.what()));
  }

  /// Whether it is the time of the figure from which another came: 由3月的5.1%升至5.3%.
  ///
  /// @param to where the figure stands that is asked for
  private boolean isOfTheStart(Mark time, int to) {
    boolean other = !signed.within(SignedSentence.NUMBER, isChinese ? time.at() : 0, to).isEmpty();
    return other && patterns.start().matcher(text.substring(0, time.at())).find();
  }

  /// Whether the figure from which this one came is for the same time, by an earlier clause.
  private boolean isThatOfTheStart(TimeExpression time, int from, Mark number) {
    return signed.within(SignedSentence.TIME, signed.clause(from), number.at()).stream()
        .filter(mark -> isOfTheStart(mark, number.at()))
        .anyMatch(mark -> ((TimeExpression) mark.what()).iso().equals(time.iso()));
  }

  private Optional<TimeExpression> at(int sign) {
    return signed.within(SignedSentence.TIME, sign, sign + 1).stream()
        .findFirst()
        .flatMap(mark -> dated((TimeExpression) mark.what()));
  }

  /// Whether a word of saying stands in the clause of a time, or all that the next one says is
  /// that.
  private boolean isOfSaying(Mark time) {
    int to = signed.clauseEnd(time.at());
    int clause = signed.clause(time.at());
    int from = isChinese ? clause : Math.max(clause, time.at() - NEAR);
    return patterns.said().matcher(text.substring(from, to)).find() || startsSaying(to);
  }

  /// 4月10日，港务局公布: the clause behind it says that somebody tells it.
  private boolean startsSaying(int clauseEnd) {
    if (!isChinese || clauseEnd >= text.length()) {
      return false;
    }
    int to = signed.clauseEnd(clauseEnd + 1);
    Matcher said = patterns.said().matcher(text).region(clauseEnd, to);
    return said.find() && signed.within(SignedSentence.NUMBER, clauseEnd, to).isEmpty();
  }

  /// A time of day says nothing of the kind.
  private Optional<TimeExpression> dated(TimeExpression time) {
    boolean dated = time.first() != null && time.grain() != TimeExpression.Grain.MINUTE;
    return Optional.of(time).filter(_ -> dated);
  }

  /// A day that another clause names is of what happens there.
  private static boolean isLong(TimeExpression time) {
    return time.grain().compareTo(TimeExpression.Grain.MONTH) <= 0;
  }
}
