package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
import org.jspecify.annotations.Nullable;

/// Whom a figure is about that its clause leaves out, or names by a pronoun only: the subject of a
/// clause or a sentence before, or what stands before a bracket.
final class Carried {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;
  private final Pronouns pronouns;
  private final Descriptions descriptions;
  private final MeasureWords measureWords;
  private final Discourse discourse;
  private @Nullable Thing last;
  private int lastFigure = -1;

  Carried(Grammar grammar, Owners owners, MeasureWords measureWords, Discourse discourse) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = owners;
    this.pronouns = new Pronouns(grammar, owners);
    this.descriptions = new Descriptions(grammar);
    this.measureWords = measureWords;
    this.discourse = discourse;
  }

  /// Takes whom a figure of this sentence is about.
  void take(Thing subject, int figure) {
    last = subject;
    lastFigure = figure;
  }

  /// Whom the figure before in this sentence is about, null if there is none.
  @Nullable Thing last() {
    return last;
  }

  /// The subject that is left out: that of a clause before, or of what stands before a bracket,
  /// else of the sentence before.
  @Nullable Thing subject(int mark, boolean fromBefore) {
    int end = grammar.clause(mark).from();
    for (int steps = 0; end > 0 && steps < 6; steps++) {
      if (sentence.isSign(end - 1, grammar.isChinese() ? "│" : "│；;")) {
        return null;
      }
      if (sentence.isSign(end - 1, "(（[")) {
        return beforeBracket(end - 1);
      }
      end = sentence.isSign(end - 1, ")）]") ? opening(end - 1) : end;
      Stretch clause = end < 2 ? Stretch.NONE : grammar.clause(end - 2);
      if (last != null && clause.has(lastFigure)) {
        return last;
      }
      Thing subject = clause.isEmpty() ? null : topic(new Stretch(clause.from(), end));
      if (subject != null) {
        return subject;
      }
      end = clause.from();
    }
    return last != null || !fromBefore ? last : discourse.lastSubject();
  }

  /// "Lynas said it would ...": whom the pronoun stands for.
  private @Nullable Thing ofSayer(int pronoun) {
    int verb = grammar.verbBefore(pronoun, grammar.clause(pronoun).from());
    Stretch says = verb < 0 ? Stretch.NONE : grammar.subjectOf(verb);
    Thing sayer = owners.holder(says);
    if (sayer == null && !says.isEmpty() && sentence.isCapital(says.to() - 1)) {
      return descriptions.of(says);
    }
    Thing thing = sayer != null ? sayer : subject(pronoun, true);
    return thing != null && sentence.lexicon().holders().isMaterial(thing.kind()) ? null : thing;
  }

  private int opening(int close) {
    int i = close;
    while (i > 0 && !sentence.isSign(i, "(（[")) {
      i--;
    }
    return i;
  }

  @Nullable Thing beforeBracket(int bracket) {
    Stretch phrase = new Stretch(Math.max(0, bracket - 1), bracket);
    Thing holder = owners.holder(phrase);
    return holder != null ? holder : owners.material(phrase);
  }

  /// Whom a clause is about.
  private @Nullable Thing topic(Stretch clause) {
    if (sentence.is(clause.from(), Role.ACCORDING)) {
      return null;
    }
    int verb = grammar.verbFrom(clause.from(), clause.to());
    Stretch phrase = verb < 0 ? grammar.subjectIn(clause) : grammar.subjectOf(verb);
    String pronoun = pronouns.of(phrase);
    Thing holder = owners.holder(phrase);
    if (holder != null || !pronoun.isEmpty()) {
      return holder != null ? holder : pronoun(pronoun, phrase.from());
    }
    if (grammar.isChinese() && phrase.isEmpty() && verb < 0 && isPlace(clause)) {
      return owners.holder(grammar.withoutPreposition(clause));
    }
    return grammar.isChinese() || phrase.isEmpty() || measureWords.isOnlyProperty(phrase)
        ? null
        : descriptions.of(phrase);
  }

  /// 在格陵兰的稀土矿中.
  private boolean isPlace(Stretch clause) {
    int from = clause.from();
    return sentence.is(from, Role.SIDE) && sentence.folded(from).equals("在");
  }

  @Nullable Thing pronoun(String pronoun, int mark) {
    return switch (pronoun) {
      case "country", "company" ->
          isDescribed(mark) ? null : discourse.only(pronoun, sentence, mark);
      case "self" -> new FirstPersons(grammar, discourse).at(mark);
      default -> ofSayer(mark);
    };
  }

  /// "The country that holds most of it" is not the one spoken of.
  private boolean isDescribed(int pronoun) {
    return sentence.is(pronoun + 1, Role.REL);
  }
}
