package dev.assay.analyze.claim;

import dev.assay.analyze.claim.PropertyChoice.Chosen;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;

/// Which words of a noun phrase say what is measured, and which whose it is: "output", 储量, 净利润.
final class MeasureWords {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;

  MeasureWords(Grammar grammar, Owners owners) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = owners;
  }

  boolean hasMeasure(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (isMeasure(sentence.at(i))) {
        return true;
      }
    }
    return false;
  }

  /// 铁、煤的储量.
  boolean hasList(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (sentence.isSign(i, "、")) {
        return true;
      }
    }
    return false;
  }

  /// 华友矿业 of 华友矿业净利润: the measure at the end is no part of the name.
  Stretch withoutMeasure(Stretch phrase, Chosen chosen) {
    int to = phrase.to();
    while (grammar.isChinese() && to > phrase.from() + 1 && measures(to - 1, chosen)) {
      to--;
    }
    return new Stretch(phrase.from(), to);
  }

  /// Whether the word measures the property, or a price or a result that rises.
  private boolean measures(int i, Chosen chosen) {
    return sentence.at(i) instanceof Mark.Word word
        && word.meanings().stream()
            .map(ClaimWord::property)
            .anyMatch(
                property ->
                    property == chosen.property()
                        || property == Property.PRICE
                        || chosen.property() == Property.CHANGE
                            && (property == Property.REVENUE || property == Property.PROFIT));
  }

  /// "output", 储量, 净利润: whose it is was said before.
  boolean isOnlyProperty(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Mark mark = sentence.at(i);
      boolean small =
          isMeasure(mark)
              || mark.is(Role.LINK)
              || mark.is(Role.DET)
              || mark.is(Role.STAGE)
              || mark.is(Role.MEASURE)
              || mark.is(Role.CHANGE)
              || mark.is(Role.ATTRIBUTE)
              || mark.is(Role.WORLD)
              || mark.is(Role.PLAN)
              || mark.is(Role.AUX)
              || mark instanceof Mark.Number;
      boolean kind = sentence.is(i, Cue.MATERIAL_KIND) && sentence.isMaterial(i - 1); // 钨金属
      if (!small && !kind && !sentence.isMaterial(i) && !isSmall(mark)) {
        return false;
      }
    }
    return true;
  }

  /// 年 of 年需求量.
  private boolean isSmall(Mark mark) {
    return mark instanceof Mark.Plain
        && mark.end() - mark.start() == 1
        && "年月日总總净淨".indexOf(sentence.text().at(mark.start())) >= 0;
  }

  static boolean isMeasure(Mark mark) {
    return mark instanceof Mark.Word word
        && word.meanings().stream()
            .anyMatch(
                meaning ->
                    meaning.role() == Role.NOUN
                        && meaning.property() != Property.INVESTMENT
                        && meaning.property() != Property.DURATION);
  }

  /// 另一种重要金属钴的储备: whether the measure is one of a material that is called by its kind before its
  /// name.
  boolean isOfNamedKind(Stretch phrase) {
    int link = phrase.to() - 1;
    while (link > phrase.from() && !sentence.is(link, Role.LINK)) {
      link--;
    }
    return link - 2 >= phrase.from()
        && sentence.isMaterial(link - 1)
        && sentence.is(link - 2, Cue.MATERIAL_KIND)
        && isOnlyProperty(new Stretch(link, phrase.to()));
  }

  /// What stands behind the last 的: 总额 of 对外公布的总额.
  Stretch lastPart(Stretch phrase) {
    int from = phrase.from();
    for (int i = phrase.from(); i < phrase.to() - 1; i++) {
      from = sentence.is(i, Role.LINK) ? i + 1 : from;
    }
    boolean names =
        owners.material(new Stretch(phrase.from(), from)) != null || owners.hasWorld(phrase);
    return names ? phrase : new Stretch(from, phrase.to());
  }

  boolean isPrice(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      boolean price =
          sentence.at(i) instanceof Mark.Word word
              && word.meanings().stream().anyMatch(meaning -> meaning.property() == Property.PRICE);
      if (price) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is a tariff that rises or falls.
  boolean isTariff(Stretch phrase) {
    Stretch head = grammar.head(phrase);
    for (int i = head.from(); i < head.to(); i++) {
      boolean tariff =
          sentence.at(i) instanceof Mark.Word word
              && word.meanings().stream()
                  .anyMatch(meaning -> meaning.property() == Property.TARIFF);
      if (tariff) {
        return true;
      }
    }
    return false;
  }
}
