package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import org.jspecify.annotations.Nullable;

/// Whom an English clause is about that stands behind a name and leaves it out: "China, which makes
/// 70 % of the magnets", "Australia, with the fifth-largest reserves, lacks plants".
final class Antecedents {

  private final Grammar grammar;

  Antecedents(Grammar grammar) {
    this.grammar = grammar;
  }

  /// The name right before the clause of the figure; null if the clause may be about another.
  @Nullable Thing of(int figure) {
    Stretch clause = grammar.clause(figure);
    int opener = clause.from() - 1;
    if (grammar.dropsSubjects() || opener < 1) {
      return null;
    }
    int name = isRelative(opener) ? beforeComma(opener - 1) : isAside(clause) ? opener - 1 : -1;
    return name >= 0 && grammar.isHolder(name) && isAlone(name) ? grammar.thing(name) : null;
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
