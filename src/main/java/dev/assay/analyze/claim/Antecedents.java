package dev.assay.analyze.claim;

import dev.assay.analyze.claim.PropertyChoice.Chosen;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import org.jspecify.annotations.Nullable;

/// Whom an English clause is about that stands behind a name and leaves it out: "China, which makes
/// 70 % of the magnets", "Australia, with the fifth-largest reserves, lacks plants".
final class Antecedents {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;

  Antecedents(Grammar grammar, Owners owners) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = owners;
  }

  /// The name right before the clause of the figure; null if the clause may be about another.
  @Nullable Thing of(int figure) {
    Stretch clause = grammar.clause(figure);
    int opener = clause.from() - 1;
    if (grammar.isChinese() || opener < 1) {
      return null;
    }
    int name = isRelative(opener) ? beforeComma(opener - 1) : isAside(clause) ? opener - 1 : -1;
    if (isSite(name - 2) && sentence.isSign(name - 1, ",") && sentence.isHolder(name)) {
      return sentence.thing(name - 2);
    }
    return name >= 0 && sentence.isHolder(name) && isAlone(name) ? sentence.thing(name) : null;
  }

  /// "..., over Grasberg, the world's second-largest mine": the name that a rank stands behind.
  @Nullable Thing ranked(Setting setting, Chosen chosen) {
    Thing apposed = chosen.property() == Property.RANK ? behind(setting) : null;
    if (apposed != null) {
      return apposed;
    }
    Stretch clause = grammar.clause(setting.figure());
    int comma = clause.from() - 1;
    boolean ranks =
        chosen.property() == Property.RANK
            && sentence.isSign(comma, ",")
            && opensWithRank(clause, setting.figure());
    if (grammar.isChinese() || !ranks) {
      return null;
    }
    int from = comma;
    while (from > 0 && (sentence.isHolder(from - 1) || sentence.isCapital(from - 1))) {
      from--;
    }
    Stretch name = new Stretch(from, comma);
    Thing holder = owners.holder(name);
    return holder != null || name.isEmpty() ? holder : new Descriptions(grammar).of(name);
  }

  /// "Korea's fifth-largest conglomerate, Lotte, ...": the name that stands behind the rank.
  private @Nullable Thing behind(Setting setting) {
    int name = setting.own().to() + 1;
    boolean named =
        !grammar.isChinese()
            && !setting.own().isEmpty()
            && setting.own().from() == setting.figure() + 1
            && sentence.isSign(name - 1, ",")
            && sentence.isStop(name + 1);
    boolean opens = grammar.clause(setting.figure()).from() == 0;
    return named && !opens && (sentence.isHolder(name) || sentence.isCapital(name))
        ? owners.named(name)
        : null;
  }

  /// "the world's second-largest ...".
  boolean opensWithRank(Stretch clause, int figure) {
    for (int i = clause.from(); i < figure; i++) {
      if (!sentence.is(i, Role.DET) && !sentence.is(i, Role.WORLD)) {
        return false;
      }
    }
    return true;
  }

  /// "Mountain Pass, California, which": the mine, not where it is.
  private boolean isSite(int i) {
    return sentence.kind(i).matches("mine|plant");
  }

  private boolean isRelative(int i) {
    return sentence.is(i, Role.REL) && sentence.folded(i).matches("which|that|who");
  }

  private int beforeComma(int i) {
    return sentence.isSign(i, ",") ? i - 1 : i;
  }

  /// Between two commas, right behind the name that opens the sentence.
  private boolean isAside(Stretch clause) {
    boolean opens = sentence.is(clause.from(), Cue.HOLDING);
    return clause.from() == 2
        && opens
        && sentence.isSign(1, ",")
        && sentence.isSign(clause.to(), ",");
  }

  /// 位居第二的是智利, "the second-largest producer is Chile": the rank comes first, and the one who has it
  /// behind "is"; null if it is told otherwise.
  @Nullable Thing complement(Setting setting) {
    int is = setting.figure() + 1;
    int limit = grammar.clause(setting.figure()).to();
    while (is < limit && !sentence.is(is, Role.AUX) && !sentence.isHolder(is)) {
      is++;
    }
    boolean named = sentence.is(is, Cue.BEING) && sentence.isHolder(is + 1);
    return named && isNobodys(setting.figure()) ? owners.holder(new Stretch(is + 1, limit)) : null;
  }

  /// Whether no name stands before the rank in its clause, or one of which the ranked thing is:
  /// "Japan's second-largest supplier is", 日本的第二大来源是.
  private boolean isNobodys(int figure) {
    int last = sentence.is(figure - 1, Role.LINK) ? figure - 2 : figure - 1;
    boolean possessive =
        sentence.isHolder(last) && (last < figure - 1 || sentence.isPossessive(last));
    Stretch before = new Stretch(grammar.clause(figure).from(), possessive ? last : figure);
    return owners.holder(before) == null;
  }

  /// Not one of several, and not the place of the thing that is meant: "a plant in Malaysia,
  /// which".
  private boolean isAlone(int name) {
    if (sentence.is(name - 1, Role.AND) || sentence.isSign(name - 1, ",")) {
      return false;
    }
    boolean side = sentence.is(name - 1, Role.SIDE);
    return !side || sentence.folded(name - 1).matches("on|by|to|with|against|than");
  }
}
