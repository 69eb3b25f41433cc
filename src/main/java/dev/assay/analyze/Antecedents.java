package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import dev.assay.analyze.PropertyChoice.Chosen;
import org.jspecify.annotations.Nullable;

/// Whom an English clause is about that stands behind a name and leaves it out: "China, which makes
/// 70 % of the magnets", "Australia, with the fifth-largest reserves, lacks plants".
final class Antecedents {

  private final Grammar grammar;
  private final Owners owners;

  Antecedents(Grammar grammar, Owners owners) {
    this.grammar = grammar;
    this.owners = owners;
  }

  /// The name right before the clause of the figure; null if the clause may be about another.
  @Nullable Thing of(int figure) {
    Stretch clause = grammar.clause(figure);
    int opener = clause.from() - 1;
    if (grammar.dropsSubjects() || opener < 1) {
      return null;
    }
    int name = isRelative(opener) ? beforeComma(opener - 1) : isAside(clause) ? opener - 1 : -1;
    if (isSite(name - 2) && grammar.isSign(name - 1, ",") && grammar.isHolder(name)) {
      return grammar.thing(name - 2);
    }
    return name >= 0 && grammar.isHolder(name) && isAlone(name) ? grammar.thing(name) : null;
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
            && grammar.isSign(comma, ",")
            && opensWithRank(clause, setting.figure());
    if (grammar.dropsSubjects() || !ranks) {
      return null;
    }
    int from = comma;
    while (from > 0 && (grammar.isHolder(from - 1) || grammar.isCapital(from - 1))) {
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
        !grammar.dropsSubjects()
            && !setting.own().isEmpty()
            && setting.own().from() == setting.figure() + 1
            && grammar.isSign(name - 1, ",")
            && grammar.isStop(name + 1);
    boolean opens = grammar.clause(setting.figure()).from() == 0;
    return named && !opens && (grammar.isHolder(name) || grammar.isCapital(name))
        ? owners.named(name)
        : null;
  }

  /// "the world's second-largest ...".
  boolean opensWithRank(Stretch clause, int figure) {
    for (int i = clause.from(); i < figure; i++) {
      if (!grammar.is(i, Role.DET) && !grammar.is(i, Role.WORLD)) {
        return false;
      }
    }
    return true;
  }

  /// "Mountain Pass, California, which": the mine, not where it is.
  private boolean isSite(int i) {
    return i >= 0 && grammar.isName(i) && ((Mark.Name) grammar.at(i)).kind().matches("mine|plant");
  }

  private boolean isRelative(int i) {
    return grammar.is(i, Role.REL) && grammar.sentence.folded(i).matches("which|that|who");
  }

  private int beforeComma(int i) {
    return grammar.isSign(i, ",") ? i - 1 : i;
  }

  /// Between two commas, right behind the name that opens the sentence.
  private boolean isAside(Stretch clause) {
    boolean opens =
        grammar
            .sentence
            .folded(clause.from())
            .matches(
                "with|having|despite|holding|home|owning|possessing|controlling|accounting for");
    return clause.from() == 2
        && opens
        && grammar.isSign(1, ",")
        && grammar.isSign(clause.to(), ",");
  }

  /// Not one of several, and not the place of the thing that is meant: "a plant in Malaysia,
  /// which".
  private boolean isAlone(int name) {
    if (grammar.is(name - 1, Role.AND) || grammar.isSign(name - 1, ",")) {
      return false;
    }
    boolean side = grammar.is(name - 1, Role.SIDE);
    return !side || grammar.sentence.folded(name - 1).matches("on|by|to|with|against|than");
  }
}
