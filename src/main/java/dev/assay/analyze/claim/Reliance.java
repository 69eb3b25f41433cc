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

/// A share that one buys from another is how far it relies on it: "Japan imports 60 % of its rare
/// earths from China", 美国进口的稀土中有70%来自中国. It is the buyer's figure, not the seller's.
final class Reliance {

  private final Grammar grammar;
  private final MarkedSentence sentence;

  Reliance(Grammar grammar) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
  }

  /// The one who relies on others by this figure, null if the figure is none of reliance.
  ///
  /// @param previous the claim before in the same sentence
  @Nullable Thing buyer(Setting setting, Chosen chosen, @Nullable Claim previous) {
    if (chosen.property() != Property.SHARE
        || chosen.word() >= 0
            && sentence.is(chosen.word(), Role.NOUN)
            && !sentence.is(chosen.word(), Role.VERB)) {
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
    boolean from = isFrom(next) || isSourceWord(next);
    return from && next + 1 < clause.to() && isSeller(next + 1);
  }

  private boolean isFrom(int i) {
    return sentence.is(i, Role.FROM) || sentence.isWord(i, "from");
  }

  private boolean isSourceWord(int i) {
    return sentence.value(i, Role.TRADE).equals("source");
  }

  /// Where the clause says from whom it is bought, -1 if it does not.
  private int source(Setting setting, Stretch clause) {
    boolean imports =
        has(clause, "import")
            || setting.verb() >= 0 && !sentence.value(setting.verb(), Role.TRADE).isEmpty();
    boolean list = imports || grammar.isChinese();
    int to = list ? listEnd(grammar, setting.figure()) : clause.to();
    for (int i = setting.figure() + 1; i + 1 < to; i++) {
      boolean from = isFrom(i) || isSourceWord(i);
      if (from && (imports || isSourceWord(i) || isSourceWord(i - 1)) && isSeller(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  /// Where a list ends whose items stand without verbs ("46 % of its gas and 15 % of its coal from
  /// Russia"), else where the clause of the figure ends.
  static int listEnd(Grammar grammar, int figure) {
    int i = figure + 1;
    MarkedSentence sentence = grammar.sentence;
    int limit = Math.min(sentence.size(), figure + Grammar.REACH / 2);
    while (i < limit && isListed(grammar, i)) {
      i++;
    }
    boolean source = i < limit && isSource(sentence, i);
    int end = grammar.clause(figure).to();
    return source ? Math.max(end, Math.min(sentence.size(), i + 3)) : end;
  }

  private static boolean isListed(Grammar grammar, int i) {
    boolean ends = grammar.sentence.isStop(i) && !grammar.sentence.isSign(i, ",，、");
    return !ends && !grammar.isVerb(i) && !isSource(grammar.sentence, i);
  }

  private static boolean isSource(MarkedSentence sentence, int i) {
    return sentence.is(i, Role.FROM)
        || sentence.at(i).meaning(Role.TRADE).isPresent()
        || sentence.isWord(i, "from");
  }

  private boolean isSeller(int i) {
    int k = sentence.is(i, Role.DET) ? i + 1 : i;
    return sentence.isHolder(k) || sentence.is(k, Cue.ELSEWHERE);
  }

  private boolean has(Stretch clause, String value) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (value.equals(sentence.value(i, Role.TRADE))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Thing owner(Setting setting, Stretch clause, int source) {
    for (Stretch place :
        new Stretch[] {
          setting.subject(),
          new Stretch(setting.figure() + 1, source),
          new Stretch(clause.from(), setting.figure())
        }) {
      for (int i = place.from(); i < place.to(); i++) {
        if (sentence.isHolder(i)) {
          return sentence.thing(i);
        }
      }
    }
    return null;
  }
}
