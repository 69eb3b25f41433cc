package dev.assay.analyze.claim;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.time.TimeExpression;
import org.jspecify.annotations.Nullable;

/// The time a figure holds for: the one in its own clause, else the one that opens the sentence.
final class ClaimTimes {

  private ClaimTimes() {}

  static @Nullable TimeExpression of(Grammar grammar, Setting setting) {
    MarkedSentence sentence = grammar.sentence;
    int figure = setting.figure();
    Stretch clause = grammar.clause(figure);
    int link = sentence.is(figure - 1, Role.LINK) ? figure - 2 : figure;
    if (sentence.isMoment(link) && isDated((Mark.Moment) sentence.at(link))) {
      return ((Mark.Moment) sentence.at(link)).time();
    }
    for (int i = figure + 1; i < clause.to() && !sentence.isNumber(i); i++) {
      if (sentence.at(i) instanceof Mark.Moment moment && isDated(moment)) {
        return moment.time();
      }
    }
    for (int i = figure - 1; i >= 0; i--) {
      if (sentence.at(i) instanceof Mark.Moment moment
          && isDated(moment)
          && !isOfSpeech(sentence, i)) {
        return moment.time();
      }
      if (i < clause.from() && sentence.isNumber(i)) {
        break;
      }
    }
    return null;
  }

  /// A time of day or a bare day says too little.
  private static boolean isDated(Mark.Moment moment) {
    return moment.time().year() > 0 || moment.time().month() > 0;
  }

  /// When something was said, or what it is compared with, is not when it holds.
  private static boolean isOfSpeech(MarkedSentence sentence, int moment) {
    return sentence.is(moment + 1, Role.SAY)
        || sentence.is(moment - 1, Role.SAY)
        || sentence.is(moment - 1, Role.COMPARE)
        || sentence.isWord(moment - 1, "与");
  }
}
