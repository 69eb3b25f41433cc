package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// Which Chinese words are used as verbs. None changes its form: where a word can be a noun too
/// (出口, 生产, 增长), what stands before and behind it decides.
final class ChineseVerbs extends Verbs {

  ChineseVerbs(MarkedSentence sentence) {
    super(sentence);
  }

  @Override
  boolean isUsedAsVerb(int i) {
    if (!(sentence.at(i) instanceof Mark.Word word)) {
      return false;
    }
    boolean verbal =
        word.is(Role.ACT)
            || word.is(Role.VERB)
            || word.is(Role.CHANGE)
            || word.is(Role.SAY)
            || word.is(Role.LEVEL) && word.end() - word.start() > 1
            || isLink(i);
    if (!verbal
        || sentence.is(i + 1, Role.LINK)
        || sentence.is(i, Role.THING) && sentence.is(i - 1, Role.LINK)) {
      return false;
    }
    if (describesOrigin(i)) {
      return false;
    }
    boolean mayBeNoun =
        word.is(Role.NOUN)
            || word.is(Role.STAGE)
            || word.is(Role.MEASURE)
            || word.is(Role.CHANGE)
            || word.is(Role.AND);
    return !mayBeNoun || !isNominal(i);
  }

  /// 来自澳大利亚的锂: no verb of the clause.
  private boolean describesOrigin(int i) {
    return sentence.value(i, Role.ACT).equals("origin")
        && sentence.isHolder(i + 1)
        && sentence.is(i + 2, Role.LINK)
        && !sentence.isNumber(i - 1);
  }

  /// 是, 为, 达: they link a subject to its figure.
  private boolean isLink(int i) {
    return sentence.is(i, Role.AUX) && sentence.is(i, Role.LEVEL)
        || sentence.is(i, Role.AUX) && sentence.is(i, Cue.LINKING);
  }

  private boolean isNominal(int i) {
    if (sentence.is(i - 1, Role.LINK)) {
      return true;
    }
    if (endsFigurePhrase(i)) {
      return true;
    }
    if (sentence.is(i, Role.CHANGE) && !sentence.is(i, Role.NOUN)) {
      return !sentence.isNumber(i + 1)
          && !sentence.is(i + 1, Role.LEVEL)
          && !sentence.is(i + 1, Role.FROM)
          && !sentence.isStop(i + 1)
          && !sentence.is(i + 1, Role.AUX);
    }
    boolean object =
        sentence.isNumber(i + 1)
            || sentence.isName(i + 1)
            || sentence.ends(i, "了")
            || sentence.is(i + 1, Role.WORLD)
            || sentence.is(i + 1, Role.AUX) && sentence.isNumber(i + 2);
    boolean agentBefore =
        i == 0
            || sentence.isStop(i - 1)
            || sentence.isHolder(i - 1)
            || sentence.is(i - 1, Role.AUX)
            || sentence.isMoment(i - 1)
            || sentence.is(i - 1, Role.PRONOUN)
            || sentence.is(i - 1, Role.SIDE);
    if (object) {
      return !agentBefore && !sentence.is(i, Role.ACT);
    }
    return !sentence.is(i, Role.ACT) || !agentBefore || endsPhrase(i + 1);
  }

  /// 5%的GDP增长: the rise is a noun.
  private boolean endsFigurePhrase(int change) {
    int i = change - 1;
    while (i > change - 3 && (sentence.isPlain(i) || sentence.isName(i))) {
      i--;
    }
    return sentence.is(change, Role.CHANGE)
        && sentence.is(i, Role.LINK)
        && sentence.isNumber(i - 1);
  }

  private boolean endsPhrase(int i) {
    return sentence.isStop(i)
        || sentence.is(i, Role.LINK)
        || sentence.is(i, Role.AUX)
        || sentence.is(i, Role.ACT)
        || sentence.is(i, Role.CHANGE)
        || sentence.is(i, Role.LEVEL)
        || sentence.is(i, Role.NOUN);
  }
}
