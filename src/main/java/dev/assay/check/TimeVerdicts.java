package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Gives the times of a sentence their verdicts.
final class TimeVerdicts {

  private final Sentence sentence;
  private final Source source;
  private final Reasons reasons;

  TimeVerdicts(Sentence sentence, Source source, Reasons reasons) {
    this.sentence = sentence;
    this.source = source;
    this.reasons = reasons;
  }

  /// The verdict on a time of the sentence.
  NumberCheck of(TimeExpression said) {
    int at = TimeMatch.find(said, source.times);
    if (at >= 0) {
      TimeExpression kept = YearSpans.otherEnd(said, sentence.times(), sentence.text(), source);
      return kept == null ? exact(said, at) : absent(said);
    }
    Fact number = yearAsNumber(said);
    return number == null ? absent(said) : exact(said, number.evidence(), source.words(number));
  }

  private NumberCheck exact(TimeExpression said, int at) {
    TimeExpression there = source.times.get(at);
    int paragraph = source.timeParagraphs.get(at);
    return exact(
        said,
        new NumberCheck.Evidence(paragraph, there.span()),
        there.span().in(source.paragraphs.get(paragraph)));
  }

  private NumberCheck exact(TimeExpression said, NumberCheck.Evidence evidence, String words) {
    return new NumberCheck(
        said.span(), ReadAs.of(said), Verdict.EXACT, evidence, reasons.exact(words));
  }

  private NumberCheck absent(TimeExpression said) {
    return new NumberCheck(
        said.span(), ReadAs.of(said), Verdict.UNSUPPORTED, null, reasons.absentTime());
  }

  /// A year that the source writes without a sign that it is one: 2015赛季.
  private @Nullable Fact yearAsNumber(TimeExpression said) {
    if (said.grain() != TimeExpression.Grain.YEAR) {
      return null;
    }
    BigDecimal year = BigDecimal.valueOf(said.year());
    for (Fact fact : source.facts) {
      BigDecimal value = fact.quantity().value().orElse(BigDecimal.ZERO);
      if (fact.quantity().unit().equals(Units.COUNT) && value.compareTo(year) == 0) {
        return fact;
      }
    }
    return null;
  }
}
