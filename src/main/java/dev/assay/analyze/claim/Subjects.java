package dev.assay.analyze.claim;

import dev.assay.analyze.claim.PropertyChoice.Chosen;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who or what the figures of a sentence are about.
final class Subjects {

  private static final String DASH = "—";
  private static final Thing WORLD = new Thing("world", "world");

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;
  private final Pronouns pronouns;
  private final Descriptions descriptions;
  private final Antecedents antecedents;
  private final Discourse discourse;
  private final Tariffs tariffs;
  private final MeasureWords measureWords;
  private final Carried carried;
  private final Suppliers suppliers;

  Subjects(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = new Owners(grammar);
    this.pronouns = new Pronouns(grammar, owners);
    this.descriptions = new Descriptions(grammar);
    this.antecedents = new Antecedents(grammar, owners);
    this.discourse = discourse;
    this.tariffs = new Tariffs(grammar, discourse);
    this.measureWords = new MeasureWords(grammar, owners);
    this.carried = new Carried(grammar, owners, measureWords, discourse);
    this.suppliers = new Suppliers(grammar, owners);
  }

  /// The subject of the figure, null if the text does not tell it.
  @Nullable Thing of(Setting setting, Chosen chosen) {
    Thing subject =
        switch (chosen.property()) {
          case PRICE -> priced(setting);
          case TARIFF -> imposing(setting);
          case CHANGE ->
              measureWords.isTariff(setting.subject())
                  ? imposing(setting)
                  : acting(setting, chosen);
          case QUOTA, IMPORT_RELIANCE, INVESTMENT -> governing(acting(setting, chosen), chosen);
          default -> acting(setting, chosen);
        };
    if (subject != null) {
      subject = ofCapital(subject, setting, chosen);
      carried.take(subject, setting.figure());
    }
    return subject;
  }

  private @Nullable Thing imposing(Setting setting) {
    return tariffs.imposer(setting, () -> carried.subject(setting.figure(), true));
  }

  /// 北京控制全球九成的磁铁供应: of the world's supply a capital has its country's share.
  private Thing ofCapital(Thing subject, Setting setting, Chosen chosen) {
    boolean capital = subject.kind().equals("city");
    boolean whole =
        chosen.property() == Property.SHARE && owners.hasWorld(grammar.clause(setting.figure()));
    Thing country = capital && whole ? sentence.lexicon().holders().government(subject) : subject;
    return country == null ? subject : country;
  }

  /// A person or an authority acts for a country: its quota, and a person's investment. A capital
  /// stands for its country.
  private @Nullable Thing governing(@Nullable Thing thing, Chosen chosen) {
    if (thing == null) {
      return null;
    }
    boolean acts =
        switch (thing.kind()) {
          case "person" -> true;
          case "city" -> chosen.property() == Property.IMPORT_RELIANCE;
          default -> false;
        };
    return acts || chosen.property() == Property.QUOTA
        ? sentence.lexicon().holders().government(thing)
        : thing;
  }

  private @Nullable Thing acting(Setting setting, Chosen chosen) {
    int bracket = grammar.bracket(setting.figure());
    boolean ranks = chosen.property() == Property.RANK; // "Japan's largest supplier"
    Thing owner = ranks ? null : owners.possessor(setting.figure());
    Thing beside = bracket < 0 ? owner : carried.beforeBracket(bracket);
    beside = beside != null ? beside : suppliers.allotted(setting, chosen);
    beside = beside != null ? beside : antecedents.ranked(setting, chosen);
    beside = beside != null || !ranks ? beside : antecedents.complement(setting);
    if (beside != null) {
      return beside;
    }
    if (setting.verb() < 0 || setting.isList()) {
      Stretch dash = owners.beforeDash(setting.figure());
      if (!dash.isEmpty()) {
        return descriptions.of(dash);
      }
    }
    if (setting.verb() < 0) {
      return inPhrase(setting, chosen);
    }
    Thing supplier = suppliers.supplier(setting, chosen);
    supplier = supplier != null ? supplier : described(setting, chosen);
    if (supplier != null) {
      return supplier;
    }
    if (isThereBe(setting)) {
      Thing in = owners.holder(grammar.withoutPreposition(setting.behind()));
      return in != null ? in : descriptions.of(setting.own());
    }
    Thing giver = chosen.property() == Property.INVESTMENT ? suppliers.giver(setting) : null;
    if ("self".equals(pronouns.of(setting.subject()))
        && chosen.property() == Property.INVESTMENT
        && chosen.word() > setting.figure()) {
      return placeOf(setting.behind());
    }
    boolean told = isShareOrChange(chosen.property()) && isJudgment(setting.verb());
    if (told) {
      Thing of = owners.holder(setting.own());
      return of != null ? of : owners.holder(grammar.withoutPreposition(setting.behind()));
    }
    return giver != null ? giver : named(setting.subject(), chosen, setting);
  }

  private static boolean isShareOrChange(Property property) {
    return property == Property.SHARE || property == Property.CHANGE;
  }

  /// "The bank estimates a 20 percent rise": it is not the one who says so that rises.
  private boolean isJudgment(int verb) {
    return !grammar.isChinese()
        && sentence.is(verb, Role.SAY)
        && !sentence.is(verb, Role.PLAN)
        && !sentence.is(verb, Role.CHANGE)
        && !sentence.folded(verb).startsWith("announc");
  }

  /// "we have seen $70 billion of investment in the United States": where it went is all that is
  /// told.
  private @Nullable Thing placeOf(Stretch behind) {
    for (int i = behind.to() - 1; i > behind.from(); i--) {
      if (sentence.isHolder(i)) {
        return sentence.thing(i);
      }
    }
    return null;
  }

  private boolean isThereBe(Setting setting) {
    Stretch subject = setting.subject();
    return subject.to() == subject.from() + 1 && sentence.folded(subject.from()).equals("there");
  }

  /// 这项耗资1.5万亿美元的计划: what the figure describes is the thing it is about.
  private @Nullable Thing described(Setting setting, Chosen chosen) {
    boolean opens =
        setting.subject().isEmpty() || sentence.is(setting.subject().from(), Role.PRONOUN);
    boolean describes =
        opens
            && sentence.is(setting.own().from() - 1, Role.LINK)
            && chosen.word() >= 0
            && chosen.word() < setting.figure();
    return describes ? descriptions.of(setting.own()) : null;
  }

  /// "70 % of the world's rare earths are mined in China", 全球70%的稀土产自中国.
  private @Nullable Thing inPhrase(Setting setting, Chosen chosen) {
    Thing owner =
        measureWords.isPrice(setting.subject()) ? changed(setting.subject(), chosen) : null;
    owner = owner != null ? owner : owners.holder(setting.subject());
    Thing supplier = suppliers.supplier(setting, chosen);
    if (owner != null || supplier != null) {
      return owner != null ? owner : supplier;
    }
    if (chosen.property() == Property.COUNT && setting.subject().isEmpty()) {
      boolean listed = carried.last() != null && grammar.isChinese() && setting.isList();
      return listed ? carried.last() : descriptions.of(setting.own());
    }
    Thing of = owners.holder(setting.own());
    if (of == null) {
      of = owners.holder(grammar.withoutPreposition(setting.behind()));
    }
    boolean sold =
        chosen.property() == Property.SHARE || chosen.property() == Property.IMPORT_RELIANCE;
    if (of != null && !sold) {
      return of;
    }
    Thing ranked = chosen.property() == Property.RANK ? following(setting.figure(), chosen) : null;
    if (ranked != null) {
      return ranked;
    }
    boolean opens =
        setting.subject().isEmpty()
            && (!grammar.isChinese() || grammar.clause(setting.figure()).from() == 0);
    return opens ? opening(setting, chosen) : named(setting.subject(), chosen, setting);
  }

  /// Who has a figure that a sentence opens with: "A 3 billion dollar plan will ...", 作为第二大生产国，智利.
  private @Nullable Thing opening(Setting setting, Chosen chosen) {
    Thing following = following(setting.figure(), chosen);
    boolean isSubject = !setting.own().isEmpty() && grammar.isVerb(setting.own().to());
    boolean describes =
        chosen.word() == setting.figure() || chosen.word() >= 0 && setting.own().has(chosen.word());
    if (following == null && chosen.property() == Property.SHARE) {
      return ofWhole(setting);
    }
    return following == null && isSubject && describes ? descriptions.of(setting.own()) : following;
  }

  /// 手握全球九成产量的中国: the holder that a clause without a subject describes.
  private @Nullable Thing modified(int figure) {
    Stretch clause = grammar.clause(figure);
    for (int i = figure + 1; grammar.isChinese() && i + 1 < clause.to(); i++) {
      if (grammar.isVerb(i) || sentence.isNumber(i)) {
        return null;
      }
      if (sentence.is(i, Role.LINK) && sentence.isHolder(i + 1)) {
        boolean ends =
            i + 2 >= clause.to() || grammar.isVerb(i + 2) || sentence.is(i + 2, Role.AUX);
        return ends ? sentence.thing(i + 1) : null;
      }
    }
    return null;
  }

  /// "More than half of Peru's exports go ...", "86 % of respondents say": whose exports, or who.
  private @Nullable Thing ofWhole(Setting setting) {
    Stretch whole = grammar.head(grammar.withoutPreposition(setting.behind()));
    boolean opens =
        !grammar.isChinese() && setting.own().isEmpty() && grammar.isVerb(setting.behind().to());
    if (!opens || whole.isEmpty()) {
      return null;
    }
    int first = sentence.is(whole.from(), Role.DET) ? whole.from() + 1 : whole.from();
    if (sentence.isHolder(first) && sentence.isPossessive(first)) {
      return sentence.thing(first);
    }
    boolean people = sentence.is(whole.to() - 1, Role.ACTOR) && !owners.hasWorld(whole);
    return people ? descriptions.of(whole) : null;
  }

  /// The name before a clause that leaves it out, or the subject of the main clause, if the clause
  /// of the figure opens the sentence and has none of its own: "Despite holding 20 % of the
  /// reserves, China ...", 尽管仅拥有20%的储量，中国.
  private @Nullable Thing following(int figure, Chosen chosen) {
    Thing antecedent = antecedents.of(figure);
    if (antecedent != null) {
      return antecedent;
    }
    Stretch clause = grammar.clause(figure);
    boolean deadline =
        chosen.property() == Property.DURATION && sentence.folded(figure).startsWith("within");
    boolean counted = isCounted(chosen.property()) && !deadline;
    boolean ranks =
        chosen.property() == Property.RANK
            && clause.from() == 0
            && antecedents.opensWithRank(clause, figure);
    boolean opens = ranks || opensSentence(clause, figure) && !isSubject(chosen, clause, figure);
    int end = insertionEnd(clause.to());
    if (!opens || counted || !sentence.isSign(end, ",，" + DASH)) {
      return null;
    }
    Stretch main = grammar.clause(end + 1);
    int verb = grammar.verbFrom(main.from(), main.to());
    Thing owner = owners.holder(verb < 0 ? grammar.subjectIn(main) : grammar.subjectOf(verb));
    boolean named = owner != null && owner.id() != null;
    return named || verb < 0 || !deadline
        ? named ? owner : null
        : descriptions.of(grammar.subjectOf(verb));
  }

  /// The last sign of the insertion between dashes that begins at `i`; `i` itself if none does, and
  /// the end of the sentence if it is not closed.
  private int insertionEnd(int i) {
    if (!sentence.isSign(i, DASH)) {
      return i;
    }
    int end = lastDash(i) + 1;
    while (end < sentence.size() && !sentence.isSign(end, DASH)) {
      end++;
    }
    return lastDash(end);
  }

  /// A Chinese dash is two signs.
  private int lastDash(int i) {
    return sentence.isSign(i + 1, DASH) ? i + 1 : i;
  }

  /// "70 % of the cobalt is mined abroad, ...": the share has a verb of its own.
  private boolean isSubject(Chosen chosen, Stretch clause, int figure) {
    return chosen.property() == Property.SHARE
        && clause.from() == figure
        && grammar.verbFrom(figure, clause.to()) >= 0;
  }

  private boolean opensSentence(Stretch clause, int figure) {
    boolean first = clause.from() == 0 || clause.from() == 1 && sentence.is(0, Role.CLAUSE);
    int open = clause.from();
    boolean leads =
        clause.from() == 1
            || open == figure
            || sentence.is(open, Role.LEAD)
            || sentence.is(open, Role.SIDE)
            || sentence.is(open, Role.CLAUSE)
            || sentence.folded(open).equals("as")
            || grammar.isVerb(open);
    return first && leads && clause.to() + 1 < sentence.size();
  }

  private static boolean isCounted(Property property) {
    return property == Property.COUNT
        || property == Property.AMOUNT
        || property == Property.DURATION
        || property == Property.CHANGE;
  }

  private @Nullable Thing named(Stretch phrase, Chosen chosen, Setting setting) {
    if (phrase.isEmpty()) {
      Thing following = following(setting.figure(), chosen);
      following = following != null ? following : modified(setting.figure());
      return grammar.isRelative(setting.verb()) || following != null
          ? following
          : carried.subject(setting.figure(), grammar.isChinese());
    }
    Thing material = measureWords.isPrice(phrase) ? changed(phrase, chosen) : null;
    Thing holder = material != null ? material : owners.holder(phrase);
    if (holder != null) {
      return holder;
    }
    String pronoun = pronouns.of(phrase);
    if (!pronoun.isEmpty()) {
      Thing own = pronouns.owned(phrase);
      own =
          own != null || !pronoun.equals("thing")
              ? own
              : pronouns.pointedAt(measureWords.withoutMeasure(phrase, chosen));
      return own != null ? own : carried.pronoun(pronoun, phrase.from());
    }
    if (grammar.isChinese() && chosen.property().isStock()) {
      return stock(phrase, setting, chosen);
    }
    Thing product = isContent(chosen.property()) ? owners.product(phrase) : null;
    if (product != null) {
      return product;
    }
    Thing counting = chosen.property() == Property.COUNT ? counting(phrase, setting) : null;
    if (counting != null) {
      return counting;
    }
    Stretch last = measureWords.lastPart(phrase);
    if (!last.equals(phrase) && measureWords.isOnlyProperty(last)) {
      return ownerOfProperty(last, setting);
    }
    Thing pure = chosen.property() == Property.PURITY ? owners.material(phrase) : null;
    if (pure != null) {
      return pure;
    }
    if (owners.isIndustry(grammar.head(phrase))) {
      return sentence.thing(grammar.head(phrase).to() - 1);
    }
    if (measureWords.isOnlyProperty(phrase)) {
      boolean world = owners.hasWorld(phrase) && chosen.property() != Property.RANK;
      return world ? WORLD : ownerOfProperty(phrase, setting);
    }
    Stretch head = grammar.head(phrase);
    if (owners.hasWorld(head) || measureWords.isOnlyProperty(head) && owners.hasWorld(phrase)) {
      return owners.isActor(phrase) ? descriptions.of(phrase) : WORLD;
    }
    Thing trader = isTrade(head, phrase) ? carried.subject(setting.figure(), true) : null;
    return trader != null && trader.id() != null
        ? trader
        : descriptions.of(measureWords.withoutMeasure(phrase, chosen));
  }

  /// "Exports to the US": whose they are was said before.
  private boolean isTrade(Stretch head, Stretch phrase) {
    boolean whole = head.to() >= phrase.to() || sentence.folded(head.to()).equals("to");
    return whole
        && !head.isEmpty()
        && MeasureWords.isMeasure(sentence.at(head.to() - 1))
        && measureWords.isOnlyProperty(head);
  }

  /// The material of which a price rises or falls.
  private @Nullable Thing changed(Stretch phrase, Chosen chosen) {
    return chosen.property() == Property.CHANGE ? owners.material(phrase) : null;
  }

  /// 其中钻孔50个: what stands right before a count is counted, and the one spoken of has it.
  private @Nullable Thing counting(Stretch phrase, Setting setting) {
    boolean counted =
        grammar.isChinese()
            && setting.verb() < 0
            && setting.own().isEmpty()
            && phrase.to() == setting.figure();
    return counted ? carried.subject(setting.figure(), false) : null;
  }

  private static boolean isContent(Property property) {
    return property == Property.AMOUNT || property == Property.CONSUMPTION;
  }

  /// 锂在日本的储备, 另一种用于电池的金属钴的储备: of the place, or of the one spoken of.
  private @Nullable Thing stock(Stretch phrase, Setting setting, Chosen chosen) {
    Stretch whole = new Stretch(phrase.from(), setting.figure());
    Thing located = owners.located(whole);
    if (located != null) {
      return located;
    }
    Thing material = owners.material(phrase);
    if (material != null && !measureWords.hasMeasure(phrase)) {
      return owners.hasSeries(phrase) ? descriptions.of(phrase) : material;
    }
    boolean cut = sentence.is(phrase.to(), Role.SIDE) && owners.material(whole) != null;
    Stretch last = measureWords.lastPart(phrase);
    boolean property =
        measureWords.isOnlyProperty(phrase)
            || !last.equals(phrase) && measureWords.isOnlyProperty(last);
    if (hasWorldOwner(phrase)) {
      return WORLD;
    }
    return cut || property || measureWords.hasList(phrase) || measureWords.isOfNamedKind(phrase)
        ? ownerOfProperty(phrase, setting)
        : descriptions.of(measureWords.withoutMeasure(phrase, chosen));
  }

  private boolean hasWorldOwner(Stretch phrase) {
    return owners.hasWorld(phrase) && !owners.isActor(phrase);
  }

  /// 锂储备, 成交量: of the one spoken of, else of the one country or company that is named near by.
  private @Nullable Thing ownerOfProperty(Stretch phrase, Setting setting) {
    Thing located = grammar.isChinese() ? owners.located(phrase) : null;
    if (located != null) {
      return located;
    }
    Thing known = carried.subject(setting.figure(), true);
    if (known == null && grammar.isChinese()) {
      known = discourse.only("country", sentence, setting.figure());
      known = known != null ? known : discourse.only("company", sentence, setting.figure());
    }
    return known != null ? known : owners.material(phrase);
  }

  /// A price is one of a material.
  private @Nullable Thing priced(Setting setting) {
    for (Stretch place :
        new Stretch[] {setting.subject(), setting.before(), setting.own(), setting.behind()}) {
      Thing material = owners.material(place);
      if (material != null) {
        return material;
      }
    }
    Thing subject =
        setting.subject().isEmpty()
            ? descriptions.of(setting.before())
            : descriptions.of(setting.subject());
    Thing only = subject != null ? subject : onlyMaterial(setting.figure());
    boolean dropped = setting.subject().isEmpty() || measureWords.isOnlyProperty(setting.subject());
    return only == null && dropped ? carried.subject(setting.figure(), grammar.isChinese()) : only;
  }

  /// The one material that the sentence names before the figure.
  private @Nullable Thing onlyMaterial(int figure) {
    Thing only = owners.material(new Stretch(0, figure));
    for (int i = 0; i < figure && only != null; i++) {
      Thing other = owners.material(new Stretch(i, i + 1));
      only = other == null || Objects.equals(other.id(), only.id()) ? only : null;
    }
    return only;
  }
}
