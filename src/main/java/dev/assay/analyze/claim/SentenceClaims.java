package dev.assay.analyze.claim;

import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.claim.PropertyChoice.Chosen;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.sentence.WordFigures;
import dev.assay.analyze.text.FoldedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of one sentence: for each figure what it measures, whose it is, of what, when, and
/// who says so. A figure without a property or a subject gives none.
final class SentenceClaims {

  /// A smaller number of things that no pack and no phrase names is not kept.
  private static final int LEAST_COUNT = 20;

  private final int paragraph;
  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Discourse discourse;
  private final PropertyChoice properties;
  private final Subjects subjects;
  private final Scopes scopes;
  private final Voices voices;
  private final Reliance reliance;
  private final Respective respective;
  private @Nullable Claim previous;
  private @Nullable Claim rank;
  private @Nullable Chosen listed;

  SentenceClaims(int paragraph, Grammar grammar, Discourse discourse) {
    this.paragraph = paragraph;
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.discourse = discourse;
    this.properties = new PropertyChoice(grammar);
    this.subjects = new Subjects(grammar, discourse);
    this.respective = new Respective(grammar.sentence);
    this.reliance = new Reliance(grammar);
    this.scopes = new Scopes(grammar, respective);
    this.voices = new Voices(grammar);
  }

  void addTo(List<Claim> claims) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i) instanceof Mark.Number number) {
        add(grammar.setting(i), number, claims);
      }
    }
    discourse.ranked(rank);
  }

  private void add(Setting setting, Mark.Number number, List<Claim> claims) {
    Optional<Chosen> found = properties.of(setting, listed);
    listed = found.orElse(listed);
    if (found.isEmpty()) {
      return;
    }
    Thing buyer = reliance.buyer(setting, found.get(), previous);
    Chosen chosen = buyer == null ? found.get() : found.get().as(Property.IMPORT_RELIANCE);
    Thing subject = buyer != null ? buyer : subject(setting, chosen);
    if (subject != null
        && !isBareCount(setting, chosen)
        && canHave(subject, chosen.property())
        && isWorth(setting, number, chosen, subject)) {
      Claim claim = claim(setting, number, content(setting, chosen, number, subject), subject);
      if (isEmptyRank(number, claim)) {
        return;
      }
      claims.add(claim);
      if (claim.property() == Property.TARIFF && subject.id() != null) {
        discourse.imposed(subject, claim.of());
      }
      previous = claim;
      rank = claim.property() == Property.RANK ? claim : rank;
    }
  }

  /// What a product needs or uses of a material is what is in it, not what it consumes.
  private Chosen content(Setting setting, Chosen chosen, Mark.Number number, Thing subject) {
    boolean used = chosen.property() == Property.CONSUMPTION && number.family() == UnitFamily.MASS;
    return used && isProduct(setting.subject(), subject) ? chosen.as(Property.AMOUNT) : chosen;
  }

  /// A product that a pack knows, or one of many things: "a submarine", 一艘潜艇.
  private boolean isProduct(Stretch phrase, Thing subject) {
    boolean one =
        !phrase.isEmpty()
            && sentence.is(phrase.from(), Role.DET)
            && sentence.folded(phrase.from()).matches("an?|each|every|一.|每.*");
    return subject.id() == null ? one : subject.kind().equals("product");
  }

  /// A person who tells of an investment, an output or a rise is not the one who has it.
  private static boolean canHave(Thing subject, Property property) {
    if (!subject.kind().equals("person")) {
      return true;
    }
    return switch (property) {
      case SHARE, COUNT, AMOUNT, TARIFF, QUOTA, DATE -> true;
      case RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, EXPORTS, IMPORTS, PRICE, RANK -> false;
      case INVESTMENT, REVENUE, PROFIT, COST, CHANGE, PURITY, DURATION, IMPORT_RELIANCE -> false;
    };
  }

  /// "its largest supplier": the first, of nothing that is told.
  private static boolean isEmptyRank(Mark.Number number, Claim claim) {
    return WordFigures.isOne(number.quantity())
        && claim.property() == Property.RANK
        && claim.of().stream().noneMatch(part -> part.facet() == Claim.Facet.MATERIAL);
  }

  /// A bare number that counts nothing the text names: a section, a row.
  private boolean isBareCount(Setting setting, Chosen chosen) {
    boolean latin = !sentence.text().isHan(sentence.at(0).start());
    boolean counts = chosen.property() == Property.COUNT && chosen.word() < 0;
    return latin
        && counts
        && setting.own().isEmpty()
        && !sentence.is(setting.figure() + 1, Role.SIDE);
  }

  private @Nullable Thing subject(Setting setting, Chosen chosen) {
    int partner = respective.partner(setting.figure());
    boolean holder =
        partner >= 0
            && sentence.at(partner) instanceof Mark.Name name
            && sentence.lexicon().holders().isHolder(name.kind());
    return holder ? sentence.thing(partner) : subjects.of(setting, chosen);
  }

  private Claim claim(Setting setting, Mark.Number number, Chosen chosen, Thing subject) {
    Thing speaker = voices.speaker(setting);
    Stance stance = voices.stance(setting, speaker);
    boolean falls = chosen.sign() < 0 || isNegative(number);
    Quantity quantity = falls ? negative(number.quantity()) : number.quantity();
    return new Claim(
        subject,
        chosen.property(),
        scope(setting, chosen, subject),
        ClaimTimes.of(grammar, setting),
        new Value.Figure(quantity),
        paragraph,
        sentence.span(),
        speaker,
        stance);
  }

  private List<Part> scope(Setting setting, Chosen chosen, Thing subject) {
    List<Part> stated = scopes.of(setting, chosen, subject);
    if (scopes.hasContent(setting)) {
      return stated;
    }
    if (chosen.property() == Property.RANK && rank == null && scopes.isBare(setting)) {
      return Inherited.scope(stated, chosen.property(), subject, discourse.lastRank());
    }
    return setting.isList()
        ? Inherited.item(stated, chosen.property(), subject, previous)
        : Inherited.scope(stated, chosen.property(), subject, previous);
  }

  /// Small counts and lengths of time of things that have no name are no figures anyone follows,
  /// and a share of "its output" is not one of the world's.
  private boolean isWorth(Setting setting, Mark.Number number, Chosen chosen, Thing subject) {
    boolean named = subject.id() != null;
    if (isDescription(setting, chosen) || isTimeOfChange(chosen)) {
      return false;
    }
    return switch (chosen.property()) {
      case COUNT ->
          !isOfFirst(number)
              && (value(number) >= LEAST_COUNT
                  || value(number) > 0 && isNamedCount(setting, subject));
      case DURATION ->
          chosen.word() >= 0
              ? named || subject.words().length() > 1
              : isDeadline(number)
                  || !setting.subject().isEmpty()
                      && new Pronouns(grammar, new Owners(grammar)).of(setting.subject()).isEmpty();
      case SHARE -> !scopes.isOfPronoun(setting) && !isOfFigure(setting);
      default -> true;
    };
  }

  /// 2000米以深钻孔50个: the length only describes what is counted.
  private boolean isDescription(Setting setting, Chosen chosen) {
    int next = setting.own().to();
    return chosen.property() == Property.AMOUNT
        && chosen.word() < 0
        && grammar.isChinese()
        && !setting.own().isEmpty()
        && sentence.isNumber(next)
        && sentence.at(next) instanceof Mark.Number counted
        && counted.family() == UnitFamily.COUNT;
  }

  /// "the top ten", 前三大: the first of many, not how many there are.
  private boolean isOfFirst(Mark.Number number) {
    FoldedText text = sentence.text();
    int before = text.skipSpacesBack(number.start());
    return text.at(before - 1) == '前' || text.endsWith("top", before);
  }

  /// "tripled to $850 within a month": in what time it changed.
  private boolean isTimeOfChange(Chosen chosen) {
    boolean within = chosen.property() == Property.DURATION && chosen.word() < 0;
    Property before = previous == null ? null : previous.property();
    return within && (before == Property.CHANGE || before == Property.PRICE);
  }

  /// "Within 90 days, the Secretary shall".
  private boolean isDeadline(Mark.Number number) {
    return sentence.text().hasWord("within", number.start());
  }

  /// A small count of something that the text names, and of a thing that is no person.
  private boolean isNamedCount(Setting setting, Thing subject) {
    boolean holder =
        subject.id() == null ? subject.words().contains(" ") : !subject.kind().equals("person");
    boolean group =
        sentence.lexicon().holders().isMaterial(subject.kind()); // "rare earths are 17 elements"
    return holder && !setting.own().isEmpty() && (group || namesAThing(setting.own()));
  }

  /// A material, a plant, people or something else that the lexicon has a name for.
  private boolean namesAThing(Stretch own) {
    for (int i = own.from(); i < own.to(); i++) {
      if (sentence.isMaterial(i)
          || sentence.is(i, Role.PLANT)
          || sentence.is(i, Role.ACTOR)
          || sentence.is(i, Role.STAGE)
          || sentence.is(i, Role.THING)) {
        return true;
      }
    }
    return false;
  }

  /// "less than 1 percent of the 138,000 tonnes that China produced".
  private boolean isOfFigure(Setting setting) {
    boolean opens =
        !setting.behind().isEmpty() && sentence.folded(setting.behind().from()).equals("of");
    int end = setting.behind().to();
    return opens && sentence.isNumber(end) && end - setting.behind().from() < 5;
  }

  private static double value(Mark.Number number) {
    Quantity quantity = number.quantity();
    return quantity.low() != null
        ? quantity.low().doubleValue()
        : quantity.high() != null ? quantity.high().doubleValue() : 0;
  }

  /// A loss written as -948.35万元.
  private boolean isNegative(Mark.Number number) {
    FoldedText text = sentence.text();
    int before = number.start() - 1;
    return text.at(before) == '-' && text.isHan(before - 1) && number.family() == UnitFamily.MONEY;
  }

  private static Quantity negative(Quantity quantity) {
    return new Quantity(
        quantity.span(),
        quantity.high() == null ? null : quantity.high().negate(),
        quantity.low() == null ? null : quantity.low().negate(),
        quantity.unit(),
        quantity.modifier(),
        quantity.precision());
  }
}
