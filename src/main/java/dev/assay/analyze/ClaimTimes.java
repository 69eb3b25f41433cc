package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;
import org.jspecify.annotations.Nullable;

/// The time a figure holds for: the one in its own clause, else the one that opens the sentence.
final class ClaimTimes {

  private ClaimTimes() {}

  static @Nullable TimeExpression of(Grammar grammar, Setting setting) {
    int figure = setting.figure();
    Stretch clause = grammar.clause(figure);
    int link = grammar.is(figure - 1, ClaimWord.Role.LINK) ? figure - 2 : figure;
    if (grammar.isMoment(link) && isDated((Mark.Moment) grammar.at(link))) {
      return ((Mark.Moment) grammar.at(link)).time();
    }
    for (int i = figure + 1; i < clause.to() && !grammar.isNumber(i); i++) {
      if (grammar.at(i) instanceof Mark.Moment moment && isDated(moment)) {
        return moment.time();
      }
    }
    for (int i = figure - 1; i >= 0; i--) {
      if (grammar.at(i) instanceof Mark.Moment moment
          && isDated(moment)
          && !isOfSpeech(grammar, i)) {
        return moment.time();
      }
      if (i < clause.from() && grammar.isNumber(i)) {
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
  private static boolean isOfSpeech(Grammar grammar, int moment) {
    return grammar.is(moment + 1, Role.SAY)
        || grammar.is(moment - 1, Role.SAY)
        || grammar.is(moment - 1, Role.COMPARE)
        || moment > 0 && grammar.sentence.folded(moment - 1).equals("与");
  }
}
