package dev.assay.analyze.claim;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.Mark.Number;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.sentence.WordFigures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which property a figure measures: by the word that stands nearest in structure and can measure
/// such a unit, else by the unit.
final class PropertyChoice {

  /// @param sign -1 for a fall, 1 for a rise
  /// @param word the mark that names the property, -1 if the unit alone tells
  record Chosen(Property property, int sign, int word) {

    Chosen as(Property other) {
      return new Chosen(other, sign, word);
    }
  }

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;

  PropertyChoice(Grammar grammar) {
    this.grammar = grammar;
    this.owners = new Owners(grammar);
    this.sentence = grammar.sentence;
  }

  /// The property of the figure; empty if nothing tells it.
  ///
  /// @param listed what was chosen for the item before in the same list, null if there is none
  Optional<Chosen> of(Setting setting, @Nullable Chosen listed) {
    Number number = (Number) sentence.at(setting.figure());
    if (isOfNoOne(setting, number)) {
      return Optional.empty();
    }
    Chosen chosen = first(setting, number, listed);
    if (number.family() == UnitFamily.PART && isWordFigure(setting.figure())) {
      return nearlyWhole(setting, chosen);
    }
    if (chosen == null && isShareInBracket(setting, number)) {
      return Optional.of(new Chosen(Property.SHARE, 0, -1));
    }
    return chosen == null ? byUnit(setting, number) : Optional.of(chosen);
  }

  /// 几乎全部: a share or nothing.
  private Optional<Chosen> nearlyWhole(Setting setting, @Nullable Chosen chosen) {
    boolean passive = chosen == null && sentence.is(setting.figure() + 1, Role.BY);
    boolean shares = chosen != null && chosen.property() == Property.SHARE;
    return passive || shares ? Optional.of(new Chosen(Property.SHARE, 0, -1)) : Optional.empty();
  }

  /// Whether the figure is told in words without a number: "nearly all".
  private boolean isWordFigure(int figure) {
    return WordFigures.isOne(((Number) sentence.at(figure)).quantity());
  }

  /// The places where the word can stand, the surest first.
  private @Nullable Chosen first(Setting setting, Number number, @Nullable Chosen listed) {
    UnitFamily family = number.family();
    Chosen chosen = withinFigure(setting, number);
    chosen = chosen != null ? chosen : paid(setting, family);
    chosen = chosen != null ? chosen : addedStock(setting, family);
    chosen = chosen != null ? chosen : ownChange(setting, family);
    chosen = chosen != null ? chosen : last(ownHead(setting, family), family);
    chosen = chosen != null ? chosen : plant(setting, family);
    chosen = chosen != null ? chosen : beside(setting.figure(), family);
    chosen =
        chosen != null
            ? chosen
            : noun(grammar.head(owners.beforeDash(setting.figure())).to() - 1, family);
    chosen = chosen != null ? chosen : partitive(setting, family);
    chosen = chosen != null ? chosen : changeVerb(setting, family);
    chosen = chosen != null || family == UnitFamily.COUNT ? chosen : last(setting.before(), family);
    if (chosen == null && setting.isList() && fits(listed, family)) {
      return listed;
    }
    chosen = chosen != null ? chosen : verb(setting, family, listed);
    if (chosen != null || family == UnitFamily.COUNT) {
      return chosen;
    }
    chosen = subject(setting, family);
    chosen = chosen != null ? chosen : funded(setting, family);
    return chosen != null ? chosen : saidBefore(setting, family, listed);
  }

  /// What the words of the figure itself say: 减半, halved; 至少需要十年.
  private @Nullable Chosen withinFigure(Setting setting, Number number) {
    String words = sentence.folded(setting.figure());
    if (sentence.is(setting.figure(), Cue.HALVING)) {
      return new Chosen(Property.CHANGE, -1, -1);
    }
    boolean lasts = words.contains("需") || grammar.describesWithNext(setting.figure());
    return number.family() == UnitFamily.SPAN && lasts
        ? new Chosen(Property.DURATION, 0, setting.figure())
        : null;
  }

  /// 以4亿美元收购: the sum that is paid for what the verb behind it names.
  private @Nullable Chosen paid(Setting setting, UnitFamily family) {
    int with = setting.figure() - 1;
    boolean pays = with >= 0 && family == UnitFamily.MONEY && sentence.folded(with).equals("以");
    Chosen chosen = pays ? with(setting.figure() + 1, Role.VERB, family) : null;
    return chosen != null && chosen.property() == Property.INVESTMENT ? chosen : null;
  }

  /// 新增产能3000吨, "added 3,000 tonnes of capacity": by how much it grew, not how much there is.
  private @Nullable Chosen addedStock(Setting setting, UnitFamily family) {
    int i = setting.figure() - 1;
    while (i >= 0 && (sentence.is(i, Role.ADVERB) || isStock(i))) {
      i--;
    }
    boolean stock = i < setting.figure() - 1 || first(setting.behind(), family) != null;
    boolean verb = grammar.isVerb(i) || grammar.isChinese() && !sentence.is(i - 1, Role.LINK);
    return family == UnitFamily.MASS && stock && verb && i >= 0 && !sentence.is(i, Role.LEVEL)
        ? with(i, Role.CHANGE, family)
        : null;
  }

  /// A word for what there is of a material, or the material.
  private boolean isStock(int i) {
    Chosen noun = noun(i, UnitFamily.MASS);
    return grammar.isChinese() && (sentence.isMaterial(i) || noun != null);
  }

  /// "mined in the Congo (70 percent), Russia (5 percent)".
  private boolean isShareInBracket(Setting setting, Number number) {
    int figure = setting.figure();
    return number.family() == UnitFamily.PART
        && grammar.isBracketed(figure)
        && sentence.isHolder(figure - 2);
  }

  private boolean fits(@Nullable Chosen listed, UnitFamily family) {
    if (listed == null) {
      return false;
    }
    return listed.word() < 0
        ? family == UnitFamily.PART && listed.property() == Property.SHARE
        : with(listed.word(), Role.NOUN, family) != null
            || with(listed.word(), Role.VERB, family) != null;
  }

  /// "其中中国为4400万吨": an amount of what the sentence has given an amount of before.
  private @Nullable Chosen saidBefore(Setting setting, UnitFamily family, @Nullable Chosen listed) {
    boolean stock =
        family == UnitFamily.MASS || family == UnitFamily.MONEY || family == UnitFamily.PART;
    boolean links =
        setting.verb() < 0
            || sentence.is(setting.verb(), Role.CHANGE)
                && sentence.is(setting.figure() - 1, Role.LEVEL)
            || sentence.is(setting.verb(), Role.AUX)
            || sentence.is(setting.verb(), Role.LEVEL)
            || sentence.is(setting.verb(), Role.VERB);
    if (!stock || !links || !setting.own().isEmpty()) {
      return null;
    }
    if (listed != null && listed.property() != Property.CHANGE && fits(listed, family)) {
      return listed;
    }
    int clause = grammar.clause(setting.figure()).from();
    boolean dropped = setting.subject().isEmpty() || setting.subject().to() <= clause;
    int from = Math.max(0, clause - Grammar.REACH / 2);
    return dropped ? last(new Stretch(from, clause), family) : null;
  }

  /// "a 72 percent cut", 18%的涨幅.
  private @Nullable Chosen ownChange(Setting setting, UnitFamily family) {
    Stretch own = setting.own();
    int limit = Math.min(own.to() + 1, own.from() + 3);
    for (int i = own.from(); i < Math.min(limit, sentence.size()); i++) {
      Chosen chosen = with(i, Role.CHANGE, family);
      if (chosen != null && !sentence.is(i + 1, Role.LEVEL) && isAttached(setting, i)) {
        return chosen;
      }
    }
    return null;
  }

  /// Of what is counted, only the last word can name a property: 14项进口商品 are goods.
  private static Stretch ownHead(Setting setting, UnitFamily family) {
    Stretch own = setting.own();
    return family == UnitFamily.COUNT && !own.isEmpty() ? new Stretch(own.to() - 1, own.to()) : own;
  }

  /// "a 100-tonne refinery": what a plant can make in a year.
  private @Nullable Chosen plant(Setting setting, UnitFamily family) {
    Stretch own = setting.own();
    boolean plant =
        family == UnitFamily.MASS && !own.isEmpty() && sentence.is(own.to() - 1, Role.PLANT);
    return plant ? new Chosen(Property.CAPACITY, 0, own.to() - 1) : null;
  }

  /// A verb behind the figure belongs to another clause.
  private boolean isAttached(Setting setting, int i) {
    return setting.own().has(i) || i == setting.figure() + 1 && !sentence.isNumber(i + 1);
  }

  /// "a quota of N", 产值N: right before the figure.
  private @Nullable Chosen beside(int figure, UnitFamily family) {
    int i = figure - 1;
    while (i >= 0 && isSmall(i)) {
      i--;
    }
    Chosen noun = i < 0 ? null : noun(i, family);
    boolean made = sentence.is(figure - 1, Role.LINK) && family == UnitFamily.MASS;
    return noun == null && made ? with(i, Role.VERB, family) : noun; // 莱纳斯生产的9万吨
  }

  private boolean isSmall(int i) {
    Mark mark = sentence.at(i);
    boolean word =
        sentence.is(i, Role.SIDE) && sentence.folded(i).matches("of|at") || mark.is(Role.LINK);
    return word
        || mark.is(Role.ADVERB)
        || mark.is(Role.AUX)
            && sentence.text().isHan(mark.start())
            && !mark.is(Role.VERB)
            && !mark.is(Role.NOUN)
        || mark.is(Role.LEVEL) && !mark.is(Role.ACT);
  }

  /// "85 % of ..." is a part of what follows; "$70 billion of investment" is the investment.
  private @Nullable Chosen partitive(Setting setting, UnitFamily family) {
    int next = setting.figure() + 1;
    int of = sentence.is(next, Role.RESPECTIVE) ? next + 1 : next;
    boolean opens = sentence.is(of, Role.SIDE) && sentence.folded(of).equals("of");
    boolean in =
        family == UnitFamily.MONEY
            && of < sentence.size()
            && sentence.folded(of).matches("in|worth");
    boolean linked = sentence.is(of, Role.LINK);
    if (family == UnitFamily.PART) {
      boolean part = opens || linked || isPartOfPhrase(setting.figure() - 1);
      return part ? share(setting) : null;
    }
    if (in) {
      Stretch rest = new Stretch(of + 1, setting.behind().to());
      return last(grammar.head(rest), family);
    }
    return opens ? first(setting.behind(), family) : null;
  }

  /// 产量的70%, not 目前的57%.
  private boolean isPartOfPhrase(int link) {
    boolean time =
        sentence.isMoment(link - 1)
            || sentence.is(link - 1, Role.AUX)
            || sentence.is(link - 1, Role.LEAD);
    return sentence.is(link, Role.LINK) && !time;
  }

  private @Nullable Chosen share(Setting setting) {
    if (isWordFigure(setting.figure())
        && setting.verb() >= 0
        && with(setting.verb(), Role.VERB, UnitFamily.PART) == null) {
      return null; // "lifted nearly all of the tariffs"
    }
    Chosen relied = setting.verb() < 0 ? null : with(setting.verb(), Role.VERB, UnitFamily.PART);
    if (relied != null && relied.property() == Property.IMPORT_RELIANCE) {
      return relied;
    }
    Chosen tariff = last(setting.own(), UnitFamily.PART);
    tariff = tariff != null ? tariff : last(grammar.head(setting.subject()), UnitFamily.PART);
    tariff = tariff != null ? tariff : last(setting.before(), UnitFamily.PART);
    boolean taxed = tariff != null && tariff.property() == Property.TARIFF;
    return taxed || tariff != null && setting.own().has(tariff.word())
        ? tariff
        : new Chosen(Property.SHARE, 0, -1);
  }

  /// "rose 18 %", 上涨18%: by how much, not to what.
  private @Nullable Chosen changeVerb(Setting setting, UnitFamily family) {
    int figureBefore = setting.figure() - 1;
    boolean by = sentence.is(figureBefore, Role.BY) && setting.verb() >= 0;
    boolean of = figureBefore > 0 && sentence.folded(figureBefore).equals("of");
    Chosen told =
        by
            ? with(setting.verb(), Role.CHANGE, family)
            : of ? with(figureBefore - 1, Role.CHANGE, family) : null;
    if (told != null) {
      return told;
    }
    int figure = setting.figure();
    int i = figure - 1;
    while (i > setting.verb()
        && i >= 0
        && (sentence.is(i, Role.ADVERB) || sentence.is(i, Role.AUX) || sentence.is(i, Role.BY))) {
      if (sentence.is(i, Role.LEVEL)) {
        return null;
      }
      i--;
    }
    return i >= 0 && !sentence.is(i, Role.LEVEL) ? with(i, Role.CHANGE, family) : null;
  }

  /// 拥有全球34%稀土储量.
  private boolean isOfMeasure(Stretch own) {
    int last = own.to() - 1;
    return grammar.isChinese()
        && !own.isEmpty()
        && (sentence.is(last, Role.MEASURE) || sentence.is(last, Role.STAGE));
  }

  /// "60 percent and 80 percent respectively".
  private boolean isFirstOfTwo(int figure) {
    return sentence.is(figure + 1, Role.AND) && sentence.isNumber(figure + 2);
  }

  /// 有70%来自中国.
  private boolean isBought(Setting setting) {
    Stretch clause = grammar.clause(setting.figure());
    for (int i = setting.figure() + 1; i < clause.to(); i++) {
      if (sentence.at(i).meaning(Role.TRADE).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// A probability, or what somebody had expected: 预期的6%.
  private boolean isOfNoOne(Setting setting, Number number) {
    int figure = setting.figure();
    if (sentence.is(figure - 1, Role.LINK) && figure > 1 && sentence.is(figure - 2, Cue.EXPECTED)) {
      return true;
    }
    if (number.family() != UnitFamily.PART) {
      return number.family() == UnitFamily.TIMES && isNoMultiple(setting);
    }
    for (Stretch place :
        new Stretch[] {setting.own(), setting.behind(), setting.before(), setting.subject()}) {
      for (int i = place.from(); i < place.to(); i++) {
        if (sentence.is(i, Role.CHANCE)) {
          return true;
        }
      }
    }
    return false;
  }

  /// "gave $90 million as a loan".
  private @Nullable Chosen funded(Setting setting, UnitFamily family) {
    Stretch behind = setting.behind();
    Chosen chosen =
        first(new Stretch(behind.from(), Math.min(behind.to(), behind.from() + 4)), family);
    return chosen != null && chosen.property() == Property.INVESTMENT ? chosen : null;
  }

  private @Nullable Chosen verb(Setting setting, UnitFamily family, @Nullable Chosen listed) {
    if (setting.verb() < 0) {
      return null;
    }
    Chosen chosen = with(setting.verb(), Role.VERB, family);
    if (family == UnitFamily.SPAN && !setting.own().isEmpty()) {
      return noun(setting.verb(), family); // "needs a four-year degree"
    }
    chosen = chosen != null ? chosen : noun(setting.verb(), family);
    boolean share = chosen != null && chosen.property() == Property.SHARE;
    boolean sure =
        sentence.is(setting.verb(), Role.PORTION)
            || isBought(setting)
            || isWordFigure(setting.figure())
            || isFirstOfTwo(setting.figure())
            || isOfMeasure(setting.own())
            || !grammar.isChinese() && !grammar.frame(setting.figure()).isEmpty()
            || listed != null && listed.property() == Property.SHARE;
    return share && !sure ? null : chosen;
  }

  private @Nullable Chosen subject(Setting setting, UnitFamily family) {
    Chosen ofHead = last(grammar.head(setting.subject()), family);
    return ofHead != null ? ofHead : first(setting.subject(), family);
  }

  private @Nullable Chosen last(Stretch stretch, UnitFamily family) {
    for (int i = stretch.to() - 1; i >= stretch.from(); i--) {
      Chosen chosen = noun(i, family);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  private @Nullable Chosen first(Stretch stretch, UnitFamily family) {
    for (int i = stretch.from(); i < stretch.to(); i++) {
      Chosen chosen = noun(i, family);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  private @Nullable Chosen noun(int i, UnitFamily family) {
    return with(i, Role.NOUN, family);
  }

  private @Nullable Chosen with(int i, Role role, UnitFamily family) {
    if (i < 0 || i >= sentence.size() || !(sentence.at(i) instanceof Mark.Word word)) {
      return null;
    }
    for (ClaimWord meaning : word.meanings()) {
      if (meaning.role() == role && meaning.measures(family)) {
        return new Chosen(known(meaning.property()), meaning.sign(), i);
      }
    }
    return null;
  }

  private static Property known(@Nullable Property property) {
    return property == null ? Property.AMOUNT : property;
  }

  /// 第一次 is no rank, and 和第二名差距很大 is the rank of another.
  private boolean isRank(int figure, Number number) {
    boolean counts = sentence.lexicon().words(Cue.ORDINAL).isAt(sentence.text(), number.end());
    boolean other =
        sentence.text().isHan(number.start())
            && sentence.is(figure - 1, Role.SIDE)
            && !sentence.folded(figure - 1).equals("在");
    return !counts && !other;
  }

  /// "doubled down", "the double burden".
  private boolean isNoMultiple(Setting setting) {
    int figure = setting.figure();
    boolean word = sentence.folded(figure).matches("[a-z]+");
    boolean phrase = sentence.is(figure - 1, Role.DET) && !setting.own().isEmpty();
    boolean down = figure + 1 < sentence.size() && sentence.folded(figure + 1).equals("down");
    return word && (phrase || down);
  }

  /// "owned by Korea's fifth-largest bank": the rank of one that is not named here.
  private boolean isOfObject(int figure) {
    int i = figure - 1;
    while (sentence.is(i, Role.DET)
        || sentence.is(i, Role.WORLD)
        || (sentence.isName(i) || sentence.isCapital(i)) && sentence.isPossessive(i)) {
      i--;
    }
    boolean side = sentence.is(i, Role.SIDE) || sentence.is(i, Role.BY);
    return !grammar.isChinese() && side && !sentence.folded(i).matches("as|with|despite|in|at");
  }

  /// What a unit says when no word does.
  private Optional<Chosen> byUnit(Setting setting, Number number) {
    Property property =
        switch (number.family()) {
          case PART -> null;
          case SPAN -> number.quantity().modifier() == Modifier.AT_MOST ? Property.DURATION : null;
          case POINTS -> Property.CHANGE;
          case TIMES ->
              sentence.is(setting.figure() - 1, Role.LINK) ? Property.AMOUNT : Property.CHANGE;
          case MASS, MONEY, OTHER -> Property.AMOUNT;
          case RATE ->
              number.quantity().unit().kind().contains("mass") ? Property.PRICE : Property.COST;
          case COUNT -> Property.COUNT;
          case RANK ->
              isRank(setting.figure(), number) && !isOfObject(setting.figure())
                  ? Property.RANK
                  : null;
        };
    return Optional.ofNullable(property).map(known -> new Chosen(known, 0, -1));
  }
}
