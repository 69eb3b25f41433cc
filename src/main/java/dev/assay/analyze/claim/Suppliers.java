package dev.assay.analyze.claim;

import dev.assay.analyze.claim.PropertyChoice.Chosen;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import org.jspecify.annotations.Nullable;

/// From whom or for whom a figure comes by a small word beside it: a share that is made in a place,
/// the giver of a sum, "26 percent for Japan".
final class Suppliers {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;

  Suppliers(Grammar grammar, Owners owners) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = owners;
  }

  /// "47 percent ..., 26 percent for Japan".
  @Nullable Thing allotted(Setting setting, Chosen chosen) {
    int from = setting.behind().from();
    boolean shares =
        chosen.property() == Property.SHARE && (setting.isList() || setting.verb() < 0);
    boolean given = shares && !setting.behind().isEmpty() && sentence.folded(from).equals("for");
    return given ? owners.holder(new Stretch(from + 1, setting.behind().to())) : null;
  }

  /// "received $4 million from the Pentagon", 获得五角大楼400万美元: it is the giver's money.
  @Nullable Thing giver(Setting setting) {
    if (!sentence.is(setting.verb(), Role.RECEIVE)) {
      return null;
    }
    Thing before = owners.holder(new Stretch(setting.verb() + 1, setting.figure()));
    if (before != null) {
      return before;
    }
    for (int i = setting.figure() + 1; i + 1 < setting.behind().to(); i++) {
      if (sentence.is(i, Role.FROM)) {
        return owners.holder(new Stretch(i + 1, setting.behind().to()));
      }
    }
    return null;
  }

  /// The one from whom a share comes: behind 由, 来自, "by", "come from", "mined in".
  @Nullable Thing supplier(Setting setting, Chosen chosen) {
    if (chosen.property() != Property.SHARE) {
      return null;
    }
    Stretch clause = grammar.clause(setting.figure());
    Thing item = item(setting, clause);
    if (item != null) {
      return item;
    }
    for (int i = setting.figure() + 1; i + 1 < clause.to(); i++) {
      boolean brings =
          sentence.is(i, Role.BY)
              || isOrigin(i)
              || isPlaceOfMaking(i, setting)
              || isMadeIn(i)
              || comesFrom(i);
      int next = sentence.is(i + 1, Role.DET) ? i + 2 : i + 1;
      if (brings && sentence.isHolder(next)) {
        return owners.holder(new Stretch(next, Math.min(clause.to(), next + 3)));
      }
    }
    return null;
  }

  /// "60 % is mined in Chile, *20 % in Peru*", 60%在智利开采，*20%在秘鲁*: the place stands behind the same
  /// small word as that of the verb, which was said once.
  private @Nullable Thing item(Setting setting, Stretch clause) {
    int small = setting.figure() + 1;
    int first = sentence.is(small + 1, Role.DET) ? small + 2 : small + 1;
    boolean places = sentence.is(small, Role.SIDE) || sentence.is(small, Role.BY);
    return places && sentence.isHolder(first) && isSaidBefore(small, clause)
        ? owners.holder(new Stretch(first, Math.min(clause.to(), first + 3)))
        : null;
  }

  /// Whether something is done in a place, or by somebody, that the same small word opens in a
  /// clause before.
  private boolean isSaidBefore(int small, Stretch clause) {
    String word = sentence.folded(small);
    int limit = Math.max(0, clause.from() - Grammar.REACH / 2);
    for (int i = clause.from() - 1; i > limit && !sentence.isSign(i, ";；│"); i--) {
      if (sentence.isWord(i, word) && (isMadeIn(i) || grammar.isVerb(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /// "comes from".
  private boolean comesFrom(int i) {
    return sentence.value(i, Role.TRADE).equals("source") && sentence.ends(i, "from");
  }

  /// 在中国精炼.
  private boolean isMadeIn(int i) {
    return sentence.folded(i).equals("在")
        && i + 2 < sentence.size()
        && (sentence.is(i + 2, Role.STAGE) || sentence.is(i + 2, Role.VERB));
  }

  private boolean isOrigin(int i) {
    return sentence.value(i, Role.ACT).equals("origin");
  }

  private boolean isPlaceOfMaking(int i, Setting setting) {
    String word = sentence.folded(i);
    boolean place = word.equals("in") || word.equals("from");
    boolean passive =
        sentence.is(i - 2, Role.AUX)
            || sentence.is(i - 2, Role.ADVERB)
            || sentence.is(i - 1, Role.TRADE);
    return place && setting.verb() < 0 && grammar.isVerb(i - 1) && passive;
  }
}
