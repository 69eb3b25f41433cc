package dev.assay.analyze.claim;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.time.TimeExpression;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The time a figure holds for: the one in its own clause, else the one that opens the sentence. A
/// figure of a span ("from 2014 to 2023", 2014年至2023年) holds for neither of its ends, and has none.
final class ClaimTimes {

  /// What stands between the two ends of a span.
  private static final Set<String> JOINTS =
      Set.of("to", "through", "until", "till", "至", "到", "-", "–", "—", "~");

  private ClaimTimes() {}

  static @Nullable TimeExpression of(Grammar grammar, Setting setting) {
    MarkedSentence sentence = grammar.sentence;
    int moment = moment(grammar, setting);
    return moment < 0 || isEndOfSpan(sentence, moment)
        ? null
        : ((Mark.Moment) sentence.at(moment)).time();
  }

  /// The place of the mark that names the time, or -1.
  private static int moment(Grammar grammar, Setting setting) {
    MarkedSentence sentence = grammar.sentence;
    int figure = setting.figure();
    Stretch clause = grammar.clause(figure);
    int link = sentence.is(figure - 1, Role.LINK) ? figure - 2 : figure;
    if (sentence.isMoment(link) && isDated((Mark.Moment) sentence.at(link))) {
      return link;
    }
    for (int i = figure + 1; i < clause.to() && !sentence.isNumber(i); i++) {
      if (sentence.at(i) instanceof Mark.Moment moment && isDated(moment)) {
        return i;
      }
    }
    for (int i = figure - 1; i >= 0; i--) {
      if (sentence.at(i) instanceof Mark.Moment moment
          && isDated(moment)
          && !isOfSpeech(sentence, i)) {
        return i;
      }
      if (i < clause.from() && sentence.isNumber(i)) {
        break;
      }
    }
    return -1;
  }

  /// Whether another time of the same grain stands before or behind it as the other end.
  private static boolean isEndOfSpan(MarkedSentence sentence, int moment) {
    return isSpan(sentence, moment - 2, moment)
        || isSpan(sentence, moment - 1, moment)
        || isSpan(sentence, moment, moment + 1)
        || isSpan(sentence, moment, moment + 2);
  }

  private static boolean isSpan(MarkedSentence sentence, int first, int last) {
    if (!sentence.isMoment(first) || !sentence.isMoment(last)) {
      return false;
    }
    String joint =
        sentence.text().folded(sentence.at(first).end(), sentence.at(last).start()).strip();
    boolean joined =
        JOINTS.contains(joint) || joint.equals("and") && sentence.isWord(first - 1, "between");
    return joined && grain(sentence, first) == grain(sentence, last);
  }

  private static TimeExpression.Grain grain(MarkedSentence sentence, int moment) {
    return ((Mark.Moment) sentence.at(moment)).time().grain();
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
