package dev.assay.analyze.scope;

import dev.assay.analyze.choice.NounPhrases;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Marker;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.cite.Span;
import org.jspecify.annotations.Nullable;

/// Who says a figure by the text's own words, and whether the text says that it is not so.
final class Voices {

  private static final int LONGEST = 60;

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Descriptions descriptions;
  private final NounPhrases phrases;

  /// @param phrases of the same text
  Voices(Grammar grammar, NounPhrases phrases) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.phrases = phrases;
    this.descriptions = new Descriptions(grammar);
  }

  /// The one who says so, null if it is the text itself.
  @Nullable Thing speaker(Setting setting) {
    Thing cited = cited();
    cited = cited != null ? cited : saying(setting);
    return cited != null ? cited : closing(setting);
  }

  Stance stance(Setting setting, @Nullable Thing speaker) {
    if (isDenied(setting)) {
      return Stance.DENIED;
    }
    return speaker == null ? Stance.ASSERTED : Stance.REPORTED;
  }

  /// "according to USGS", 据美国地质调查局(数据).
  private @Nullable Thing cited() {
    for (int i = 0; i < sentence.size(); i++) {
      if (isItem(i)) {
        return null;
      }
      if (sentence.is(i, Role.ACCORDING) && !sentence.isNumber(i + 1)) {
        Thing source = source(i + 1);
        if (source != null) {
          return source;
        }
      }
    }
    return null;
  }

  /// Items of a list have voices of their own.
  private boolean isItem(int i) {
    return sentence.at(i) instanceof Mark.Stop stop && stop.sign() == Marker.ITEM;
  }

  private @Nullable Thing source(int from) {
    if (sentence.is(from, Role.DET) && !sentence.folded(from).matches("the|a|an")) {
      return null;
    }
    int to = from;
    while (to < sentence.size()
        && !sentence.isStop(to)
        && !sentence.is(to, Role.SAY)
        && to - from < 8
        && !sentence.isNumber(to)) {
      to++;
    }
    Stretch cited = new Stretch(from, to);
    if (cited.isEmpty()) {
      return null;
    }
    Thing known = known(cited);
    return known != null || isNoSpeaker(cited) ? known : described(cited);
  }

  /// The first source of the phrase that a pack knows.
  private @Nullable Thing known(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (isSource(i)) {
        return sentence.thing(i);
      }
    }
    return null;
  }

  private @Nullable Thing named(Stretch phrase) {
    Thing known = known(phrase);
    return known == null ? described(phrase) : known;
  }

  /// Whom the words of the phrase describe, of whom no pack knows.
  private @Nullable Thing described(Stretch phrase) {
    Stretch until = untilLink(phrase);
    Thing described = isPlace(until) ? null : descriptions.of(until);
    return described == null || described.id() != null ? described : whole(described, until);
  }

  /// Who is described, in whole noun phrases: 甲局 of 甲局最新发布 and "State records" of "State"; null if
  /// the words name nobody, or too much.
  private @Nullable Thing whole(Thing described, Stretch phrase) {
    String text = sentence.text().original;
    int start = text.indexOf(described.words(), sentence.at(phrase.from()).start());
    Span place =
        start < 0 ? null : phrases.naming(new Span(start, start + described.words().length()));
    return place == null || place.end() - place.start() > LONGEST
        ? null
        : new Thing(null, place.in(text));
  }

  /// 美国 of 据美国《纽约邮报》报道: it tells where the one is who says so.
  private boolean isPlace(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (!sentence.isHolder(i) || isSource(i)) {
        return false;
      }
    }
    return true;
  }

  /// 协议 of 根据甲公司和乙公司的协议: what a figure rests on, and nobody who says it. In English the head tells,
  /// not what stands behind it: "people familiar with the plans".
  private boolean isNoSpeaker(Stretch cited) {
    Stretch head = grammar.head(cited);
    int end = sentence.at((head.isEmpty() ? cited : head).to() - 1).end();
    return sentence.lexicon().noSpeakers().isBefore(sentence.text(), end);
  }

  /// 国际特赦组织 of 国际特赦组织的数字.
  private Stretch untilLink(Stretch phrase) {
    int to = phrase.from();
    while (to < phrase.to() && !sentence.is(to, Role.LINK)) {
      to++;
    }
    return new Stretch(phrase.from(), to);
  }

  private boolean isSource(int i) {
    return sentence.isHolder(i) && !sentence.isPlace(i);
  }

  /// "X said that ...", X表示，...: the verb of saying is not that of the figure itself.
  private @Nullable Thing saying(Setting setting) {
    int from = setting.figure();
    while (from > 0 && !isItem(from - 1)) {
      from--;
    }
    for (int i = from; i < setting.figure(); i++) {
      if (sentence.is(i, Role.SAY)
          && i != setting.verb()
          && grammar.isVerb(i)
          && leads(i, setting)) {
        return sayer(i);
      }
    }
    return null;
  }

  /// "..., customs data showed."
  private @Nullable Thing closing(Setting setting) {
    int last = sentence.size() - 1;
    while (last > 0 && !sentence.is(last, Role.SAY) && last > sentence.size() - 4) {
      last--;
    }
    Stretch clause = grammar.clause(Math.max(0, last));
    boolean closes =
        sentence.is(last, Role.SAY)
            && clause.from() > setting.figure()
            && clause.from() > 0
            && sentence.isStop(clause.from() - 1);
    return closes ? named(new Stretch(clause.from(), last)) : null;
  }

  private boolean leads(int say, Setting setting) {
    boolean far =
        setting.verb() > say || setting.verb() < 0 && grammar.clause(setting.figure()).from() > say;
    boolean alsoNoun = sentence.is(say, Cue.RECKONING);
    return far
        && (!sentence.is(say, Role.ACT) && !alsoNoun
            || sentence.isStop(say + 1)
            || sentence.is(say + 1, Role.REL));
  }

  private @Nullable Thing sayer(int say) {
    Stretch subject = modified(say, grammar.subjectOf(say));
    boolean pronoun =
        sentence.is(subject.from(), Role.PRONOUN) || sentence.is(subject.from(), Cue.POSSESSIVE);
    if (subject.isEmpty() || pronoun) {
      return null;
    }
    return named(subject);
  }

  /// 位于华盛顿的智库 says it, not what stands before the 的.
  private Stretch modified(int say, Stretch subject) {
    for (int i = say - 1; i > Math.max(0, say - 8) && !sentence.isStop(i); i--) {
      if (sentence.is(i, Role.LINK)) {
        return new Stretch(i + 1, say);
      }
    }
    return subject;
  }

  private boolean isDenied(Setting setting) {
    int that = setting.subject().from() - 1;
    if (sentence.is(that, Role.REL) && sentence.is(that - 1, Role.DENY)) {
      return true; // however long a name stands before the verb
    }
    int from =
        setting.verb() < 0
            ? grammar.clause(setting.figure()).from()
            : Math.max(0, setting.verb() - 3);
    for (int i = from; i < setting.figure(); i++) {
      if (sentence.is(i, Role.DENY) && !isEitherWay(i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the denial only names the other case: "whether refined or not", "half, if not 70 %",
  /// 有没有, 是不是.
  private boolean isEitherWay(int denial) {
    return sentence.isWord(denial - 1, "or")
        || sentence.isWord(denial - 1, "if")
        || sentence.folded(denial).equals("没有") && follows(denial, '有')
        || sentence.folded(denial).equals("不是") && follows(denial, '是');
  }

  private boolean follows(int mark, char sign) {
    return sentence.text().at(sentence.at(mark).start() - 1) == sign;
  }
}
