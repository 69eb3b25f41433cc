package dev.assay.analyze.scope;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import org.jspecify.annotations.Nullable;

/// The source's own words for a thing that no pack knows: "the Cerro Blanco mine", 这项计划. A phrase
/// that says too little, or that is a piece of a sentence, is none.
final class Descriptions {

  /// A phrase with more characters is no name of a thing that a reader would recognise.
  private static final int LONGEST = 90;

  private static final int LONGEST_CHINESE = 24;

  /// Characters that no name of a thing holds: what holds one is a piece of a sentence.
  private static final String NO_NAME = "了着们这那很都也就还得把被给让吗呢吧啊么没";

  private final Grammar grammar;
  private final MarkedSentence sentence;

  Descriptions(Grammar grammar) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
  }

  /// The words of a phrase that describes a thing no pack knows; null if it says too little.
  @Nullable Thing of(Stretch phrase) {
    Stretch head = trimmed(grammar.head(withoutNumber(phrase)));
    return isLoneWord(head) ? null : part(phrase);
  }

  /// The same for what only narrows a figure, which may be a word alone: "ore".
  @Nullable Thing part(Stretch phrase) {
    Stretch head = trimmed(grammar.head(withoutNumber(phrase)));
    if (!head.isEmpty() && hasContent(head)) {
      return phrase(new Stretch(head.from(), titleEnd(head, phrase)));
    }
    Stretch whole = trimmed(withoutNumber(phrase));
    return whole.isEmpty() || !hasContent(whole) && !isPlant(whole) ? null : phrase(whole);
  }

  /// "Secretary of Energy": what belongs to a title.
  private int titleEnd(Stretch head, Stretch phrase) {
    int end = head.to();
    boolean title =
        sentence.isCapital(end - 1) && end + 1 < phrase.to() && sentence.folded(end).equals("of");
    int to = end + 1;
    while (title && to < phrase.to() && sentence.startsUpper(to)) {
      to++;
    }
    return to > end + 1 ? to : end;
  }

  private boolean isPlant(Stretch phrase) {
    return sentence.is(phrase.to() - 1, Role.PLANT) && !grammar.isChinese();
  }

  /// What stands behind the last figure in the phrase.
  private Stretch withoutNumber(Stretch phrase) {
    int from = phrase.from();
    for (int i = phrase.from(); i < phrase.to(); i++) {
      from = sentence.isNumber(i) ? i + 1 : from;
    }
    return new Stretch(from, phrase.to());
  }

  private boolean isPiece(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (NO_NAME.indexOf(words.charAt(i)) >= 0) {
        return true;
      }
    }
    return words.length() < 2
        || sentence
            .lexicon()
            .words(Cue.PHRASE_PIECE)
            .isBefore(new FoldedText(words), words.length())
        || words.startsWith("个");
  }

  @Nullable Thing phrase(Stretch stretch) {
    int last = stretch.to() - 1;
    if (isNamed(stretch) && !sentence.isHolder(last)) {
      return sentence.thing(last);
    }
    String words = sentence.words(stretch).strip();
    boolean han = sentence.text().isHan(sentence.at(stretch.from()).start());
    boolean unfit =
        han ? words.length() > LONGEST_CHINESE || isPiece(words) : words.length() > LONGEST;
    return unfit ? null : new Thing(null, words);
  }

  /// "An F-35", 一架F-35: a name with no more than a small word before it.
  private boolean isNamed(Stretch stretch) {
    int last = stretch.to() - 1;
    boolean small =
        stretch.from() == last
            || stretch.from() == last - 1
                && sentence.at(last - 1).end() - sentence.at(last - 1).start() == 1;
    return sentence.isName(last) && small;
  }

  Stretch trimmed(Stretch phrase) {
    int from = phrase.from();
    while (from < phrase.to() && isEdge(from)) {
      from++;
    }
    int to = phrase.to();
    while (to > from && (isEdge(to - 1) || isTail(to - 1))) {
      to--;
    }
    return new Stretch(from, to);
  }

  /// 去年 behind a name, and what stands before a verb.
  private boolean isTail(int i) {
    return sentence.is(i, Role.AUX) || grammar.isChinese() && sentence.is(i, Role.LEAD);
  }

  private boolean isEdge(int i) {
    return sentence.is(i, Role.DET)
        || sentence.isStop(i)
        || sentence.is(i, Role.LINK)
        || sentence.isMoment(i)
        || sentence.is(i, Role.ADVERB)
        || sentence.is(i, Role.AND)
        || sentence.is(i, Role.SIDE) && !sentence.is(i, Role.NOUN);
  }

  /// "the largest", "a new": what they describe was taken for a verb.
  private boolean endsInAdjective(Stretch phrase) {
    String last = sentence.folded(phrase.to() - 1);
    boolean suffix = last.matches("[a-z]+(iest|gest|dest|test|ous|ful|less)");
    return sentence.is(phrase.to() - 1, Role.ADJECTIVE)
        || suffix && sentence.isPlain(phrase.to() - 1);
  }

  /// "how sometimes it", "doing our part", 基本上每天他: a piece of a sentence.
  private boolean isPiece(Stretch phrase) {
    if (opensWithPast(phrase)) {
      return true;
    }
    for (int i = phrase.from(); i < phrase.to(); i++) {
      boolean inside = i > phrase.from();
      boolean pronoun = sentence.is(i, Role.PRONOUN) && !sentence.is(i, Role.ACTOR);
      if (sentence.is(i, Role.PIECE) || inside && (isPossessive(i) || pronoun)) {
        return true;
      }
    }
    return false;
  }

  /// "Terminated wasteful programs": a sentence that leaves its subject out.
  private boolean opensWithPast(Stretch phrase) {
    return phrase.from() == 0
        && phrase.to() > 1
        && !grammar.isChinese()
        && !sentence.isCapital(1)
        && !sentence.isName(0)
        && sentence.folded(0).matches("[a-z]{3,}ed");
  }

  /// "our", "its", "this".
  private boolean isPossessive(int i) {
    boolean determiner = sentence.is(i, Role.DET) && !grammar.isChinese();
    return determiner && !sentence.folded(i).matches("the|an?|any|some|no");
  }

  /// One English word in small letters that no article stands before and that is neither many nor
  /// abstract: "rather", "extend".
  private boolean isLoneWord(Stretch phrase) {
    int only = phrase.from();
    boolean lone =
        phrase.to() == only + 1
            && sentence.isPlain(only)
            && !grammar.isChinese()
            && !sentence.startsUpper(only)
            && !sentence.is(only - 1, Role.DET);
    return lone && !sentence.folded(only).matches("[a-z]+(s|ion|ment|ness|ity|age|ism)");
  }

  /// "attracting", "don’t": a word alone that can only be a piece of a verb.
  private boolean isVerbal(Stretch phrase) {
    int last = phrase.to() - 1;
    return last == phrase.from()
        && sentence.isPlain(last)
        && sentence.folded(last).matches("[a-z]+ing|[a-z]+n['’]t?")
        && (last == 0 || !sentence.startsUpper(last));
  }

  /// Whether a word of its own stands in the phrase, not only pronouns and words for properties.
  private boolean hasContent(Stretch phrase) {
    if (endsInAdjective(phrase) || isVerbal(phrase) || isPiece(phrase)) {
      return false;
    }
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Mark mark = sentence.at(i);
      boolean project =
          mark instanceof Mark.Word word
              && word.meanings().stream()
                  .anyMatch(
                      meaning ->
                          meaning.property() == Property.INVESTMENT
                              || meaning.property() == Property.DURATION);
      boolean content =
          mark instanceof Mark.Plain
              || mark instanceof Mark.Name
              || mark.is(Role.ACTOR)
              || mark.is(Role.THING)
              || project;
      if (content && !mark.is(Role.PRONOUN) && mark.end() - mark.start() > 1) {
        return true;
      }
    }
    return false;
  }
}
