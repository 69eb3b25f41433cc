package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
import org.jspecify.annotations.Nullable;

/// The pronouns that open a phrase, and what the phrase names of its own beside one: "its Elk Creek
/// mine", 该精炼厂. Whom a pronoun stands for is told by [Carried].
final class Pronouns {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;
  private final Descriptions descriptions;

  Pronouns(Grammar grammar, Owners owners) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = owners;
    this.descriptions = new Descriptions(grammar);
  }

  /// The pronoun at the head of `phrase`: `country`, `company`, `thing`; empty if there is none.
  String of(Stretch phrase) {
    for (int i = phrase.from(); i < Math.min(phrase.to(), phrase.from() + 2); i++) {
      if (sentence.is(i, Role.PRONOUN)) {
        return sentence.value(i, Role.PRONOUN);
      }
      boolean named = sentence.isPlain(i) || sentence.isName(i);
      if (named && grammar.isChinese()) {
        return "";
      }
      if (sentence.is(i, Cue.POSSESSIVE)) {
        return "thing";
      }
    }
    return "";
  }

  /// "The company's Elk Creek mine": the thing of its own that a pronoun's phrase names, null if it
  /// only names a property.
  @Nullable Thing owned(Stretch phrase) {
    int from = phrase.from();
    boolean its = sentence.is(from, Cue.POSSESSIVE);
    Stretch rest = grammar.head(new Stretch(from + 1, phrase.to()));
    boolean owned = (its || sentence.is(from, Role.PRONOUN) && sentence.isPossessive(from));
    return owned && !rest.isEmpty() && owners.isOwn(rest) && sentence.isCapital(rest.from())
        ? descriptions.of(rest)
        : null;
  }

  /// 该精炼厂, 这项计划: a thing of its own that the text points at, null if it is a pronoun alone.
  @Nullable Thing pointedAt(Stretch phrase) {
    int last = phrase.to() - 1;
    if (last <= phrase.from()) {
      return null;
    }
    if (!grammar.isChinese()) {
      boolean points = sentence.folded(phrase.from()).matches("th(is|at|ese|ose)");
      Stretch head = grammar.head(new Stretch(phrase.from() + 1, phrase.to()));
      return points && !head.isEmpty() && isCommonNoun(head) ? descriptions.of(head) : null;
    }
    String words = sentence.words(new Stretch(phrase.from() + 1, phrase.to()));
    boolean thing =
        sentence.is(last, Role.PLANT)
            || sentence.is(last, Role.THING)
            || sentence.ends(last, Cue.PLANT_END);
    if (!thing) {
      return null;
    }
    return new Thing(null, words.length() > 1 ? words : sentence.words(phrase));
  }

  private boolean isCommonNoun(Stretch head) {
    int last = head.to() - 1;
    boolean time = sentence.is(last, Cue.SPAN);
    return sentence.isPlain(last) && !time
        || sentence.is(last, Role.ACTOR)
        || sentence.is(last, Role.PLANT);
  }
}
