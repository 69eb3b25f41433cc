package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import dev.assay.analyze.PropertyChoice.Chosen;
import org.jspecify.annotations.Nullable;

/// A share that one buys from another is how far it relies on it: "Japan imports 60 % of its rare
/// earths from China", 美国进口的稀土中有70%来自中国. It is the buyer's figure, not the seller's.
final class Reliance {

  private final Grammar grammar;

  Reliance(Grammar grammar) {
    this.grammar = grammar;
  }

  /// The one who relies on others by this figure, null if the figure is none of reliance.
  ///
  /// @param previous the claim before in the same sentence
  @Nullable Thing buyer(Setting setting, Chosen chosen, @Nullable Claim previous) {
    if (chosen.property() != Property.SHARE
        || chosen.word() >= 0
            && grammar.is(chosen.word(), Role.NOUN)
            && !grammar.is(chosen.word(), Role.VERB)) {
      return null;
    }
    Stretch clause = grammar.clause(setting.figure());
    if (relies(previous) && isItem(setting, clause)) {
      return entity(previous);
    }
    int source = source(setting, clause);
    Thing owner = source < 0 ? null : owner(setting, clause, source);
    return owner == null && source >= 0 && relies(previous) ? entity(previous) : owner;
  }

  private static boolean relies(@Nullable Claim claim) {
    return claim != null && claim.property() == Property.IMPORT_RELIANCE;
  }

  private static @Nullable Thing entity(@Nullable Claim claim) {
    return claim == null ? null : claim.entity();
  }

  /// "..., 12 % from Peru", 12%来自秘鲁.
  private boolean isItem(Setting setting, Stretch clause) {
    int next = setting.figure() + 1;
    boolean from = grammar.is(next, Role.FROM) || isFrom(next) || "source".equals(value(next));
    return from && next + 1 < clause.to() && isSeller(next + 1);
  }

  private boolean isFrom(int i) {
    return i < grammar.marks.size() && grammar.sentence.folded(i).equals("from");
  }

  /// Where the clause says from whom it is bought, -1 if it does not.
  private int source(Setting setting, Stretch clause) {
    boolean imports =
        has(clause, "import") || setting.verb() >= 0 && !value(setting.verb()).isEmpty();
    boolean list = imports || grammar.dropsSubjects();
    int to = list ? listEnd(grammar, setting.figure()) : clause.to();
    for (int i = setting.figure() + 1; i + 1 < to; i++) {
      boolean from = grammar.is(i, Role.FROM) || isFrom(i) || "source".equals(value(i));
      if (from
          && (imports || "source".equals(value(i)) || "source".equals(value(i - 1)))
          && isSeller(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  /// Where a list ends whose items stand without verbs ("46 % of its gas and 15 % of its coal from
  /// Russia"), else where the clause of the figure ends.
  static int listEnd(Grammar grammar, int figure) {
    int i = figure + 1;
    int limit = Math.min(grammar.marks.size(), figure + Grammar.REACH / 2);
    while (i < limit && isListed(grammar, i)) {
      i++;
    }
    boolean source = i < limit && isSource(grammar, i);
    int end = grammar.clause(figure).to();
    return source ? Math.max(end, Math.min(grammar.marks.size(), i + 3)) : end;
  }

  private static boolean isListed(Grammar grammar, int i) {
    boolean ends = grammar.isStop(i) && !grammar.sentence.folded(i).matches("[,，、]");
    return !ends && !grammar.isVerb(i) && !isSource(grammar, i);
  }

  private static boolean isSource(Grammar grammar, int i) {
    return grammar.is(i, Role.FROM)
        || grammar.at(i).meaning(Role.TRADE).isPresent()
        || grammar.sentence.folded(i).equals("from");
  }

  private boolean isSeller(int i) {
    int k = grammar.is(i, Role.DET) ? i + 1 : i;
    return grammar.isHolder(k)
        || k < grammar.marks.size()
            && grammar.sentence.folded(k).matches("single|abroad|overseas|国外|海外|foreign");
  }

  private boolean has(Stretch clause, String value) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (value.equals(value(i))) {
        return true;
      }
    }
    return false;
  }

  private String value(int i) {
    return grammar.at(Math.max(0, i)).meaning(Role.TRADE).map(ClaimWord::value).orElse("");
  }

  private @Nullable Thing owner(Setting setting, Stretch clause, int source) {
    for (Stretch place :
        new Stretch[] {
          setting.subject(),
          new Stretch(setting.figure() + 1, source),
          new Stretch(clause.from(), setting.figure())
        }) {
      for (int i = place.from(); i < place.to(); i++) {
        if (grammar.isHolder(i)) {
          return grammar.thing(i);
        }
      }
    }
    return null;
  }
}
