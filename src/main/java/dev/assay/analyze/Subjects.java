package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import dev.assay.analyze.PropertyChoice.Chosen;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who or what the figures of a sentence are about.
final class Subjects {

  private static final Thing WORLD = new Thing("world", "world");

  private final Grammar grammar;
  private final Owners owners;
  private final Antecedents antecedents;
  private final Discourse discourse;
  private final Tariffs tariffs;
  private @Nullable Thing last;
  private int lastFigure = -1;

  Subjects(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.owners = new Owners(grammar);
    this.antecedents = new Antecedents(grammar, owners);
    this.discourse = discourse;
    this.tariffs = new Tariffs(grammar, discourse);
  }

  /// The subject of the figure, null if the text does not tell it.
  @Nullable Thing of(Setting setting, Chosen chosen) {
    Thing subject =
        switch (chosen.property()) {
          case PRICE -> priced(setting);
          case TARIFF -> imposing(setting);
          case CHANGE -> isTariff(setting) ? imposing(setting) : acting(setting, chosen);
          case QUOTA, IMPORT_RELIANCE, INVESTMENT -> governing(acting(setting, chosen), chosen);
          default -> acting(setting, chosen);
        };
    if (subject != null) {
      subject = ofCapital(subject, setting, chosen);
      last = subject;
      lastFigure = setting.figure();
    }
    return subject;
  }

  private @Nullable Thing imposing(Setting setting) {
    return tariffs.imposer(setting, () -> carried(setting.figure(), true));
  }

  /// Whether it is a tariff that rises or falls.
  private boolean isTariff(Setting setting) {
    Stretch head = grammar.head(setting.subject());
    for (int i = head.from(); i < head.to(); i++) {
      boolean tariff =
          grammar.at(i) instanceof Mark.Word word
              && word.meanings().stream()
                  .anyMatch(meaning -> meaning.property() == Property.TARIFF);
      if (tariff) {
        return true;
      }
    }
    return false;
  }

  /// 北京控制全球九成的磁铁供应: of the world's supply a capital has its country's share.
  private Thing ofCapital(Thing subject, Setting setting, Chosen chosen) {
    boolean capital = subject.id() != null && subject.id().startsWith("city:");
    boolean whole =
        chosen.property() == Property.SHARE && owners.hasWorld(grammar.clause(setting.figure()));
    Thing country = capital && whole ? Tariffs.government(subject) : subject;
    return country == null ? subject : country;
  }

  /// A person or an authority acts for a country: its quota, and a person's investment. A capital
  /// stands for its country.
  private static @Nullable Thing governing(@Nullable Thing thing, Chosen chosen) {
    String id = thing == null ? null : thing.id();
    boolean acts =
        id != null
            && (chosen.property() == Property.QUOTA
                || id.startsWith("person:")
                || id.startsWith("city:") && chosen.property() == Property.IMPORT_RELIANCE);
    return acts ? Tariffs.government(thing) : thing;
  }

  private @Nullable Thing acting(Setting setting, Chosen chosen) {
    int bracket = grammar.bracket(setting.figure());
    Thing beside = bracket < 0 ? owners.possessor(setting.figure()) : beforeBracket(bracket);
    beside = beside != null ? beside : allotted(setting, chosen);
    if (beside != null) {
      return beside;
    }
    if (setting.verb() < 0 || setting.isList()) {
      Stretch dash = owners.beforeDash(setting.figure());
      if (!dash.isEmpty()) {
        return owners.described(dash);
      }
    }
    if (setting.verb() < 0) {
      return inPhrase(setting, chosen);
    }
    Thing supplier = supplier(setting, chosen);
    supplier = supplier != null ? supplier : described(setting, chosen);
    if (supplier != null) {
      return supplier;
    }
    if (isThereBe(setting)) {
      Thing in = owners.holder(withoutPreposition(setting.behind()));
      return in != null ? in : owners.described(setting.own());
    }
    Thing giver = chosen.property() == Property.INVESTMENT ? giver(setting) : null;
    if ("self".equals(owners.pronoun(setting.subject()))
        && chosen.property() == Property.INVESTMENT
        && chosen.word() > setting.figure()) {
      return placeOf(setting.behind());
    }
    return giver != null ? giver : named(setting.subject(), chosen, setting);
  }

  /// "we have seen $70 billion of investment in the United States": where it went is all that is
  /// told.
  private @Nullable Thing placeOf(Stretch behind) {
    for (int i = behind.to() - 1; i > behind.from(); i--) {
      if (owners.isHolder(i)) {
        return owners.thing(i);
      }
    }
    return null;
  }

  private boolean isThereBe(Setting setting) {
    Stretch subject = setting.subject();
    return subject.to() == subject.from() + 1
        && grammar.sentence.folded(subject.from()).equals("there");
  }

  /// "47 percent ..., 26 percent for Japan".
  private @Nullable Thing allotted(Setting setting, Chosen chosen) {
    int from = setting.behind().from();
    boolean shares =
        chosen.property() == Property.SHARE && (setting.isList() || setting.verb() < 0);
    boolean given =
        shares && !setting.behind().isEmpty() && grammar.sentence.folded(from).equals("for");
    return given ? owners.holder(new Stretch(from + 1, setting.behind().to())) : null;
  }

  /// "received $4 million from the Pentagon", 获得五角大楼400万美元: it is the giver's money.
  private @Nullable Thing giver(Setting setting) {
    if (!grammar.is(setting.verb(), Role.RECEIVE)) {
      return null;
    }
    Thing before = owners.holder(new Stretch(setting.verb() + 1, setting.figure()));
    if (before != null) {
      return before;
    }
    for (int i = setting.figure() + 1; i + 1 < setting.behind().to(); i++) {
      if (grammar.is(i, Role.FROM)) {
        return owners.holder(new Stretch(i + 1, setting.behind().to()));
      }
    }
    return null;
  }

  /// 这项耗资1.5万亿美元的计划: what the figure describes is the thing it is about.
  private @Nullable Thing described(Setting setting, Chosen chosen) {
    boolean opens =
        setting.subject().isEmpty() || grammar.is(setting.subject().from(), Role.PRONOUN);
    boolean describes =
        opens
            && grammar.is(setting.own().from() - 1, Role.LINK)
            && chosen.word() >= 0
            && chosen.word() < setting.figure();
    return describes ? owners.described(setting.own()) : null;
  }

  /// "70 % of the world's rare earths are mined in China", 全球70%的稀土产自中国.
  private @Nullable Thing inPhrase(Setting setting, Chosen chosen) {
    Thing owner = isPrice(setting.subject()) ? changed(setting.subject(), chosen) : null;
    owner = owner != null ? owner : owners.holder(setting.subject());
    Thing supplier = supplier(setting, chosen);
    if (owner != null || supplier != null) {
      return owner != null ? owner : supplier;
    }
    if (chosen.property() == Property.COUNT && setting.subject().isEmpty()) {
      boolean listed = last != null && grammar.dropsSubjects() && setting.isList();
      return listed ? last : owners.described(setting.own());
    }
    Thing of = owners.holder(setting.own());
    if (of == null) {
      of = owners.holder(withoutPreposition(setting.behind()));
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
            && (!grammar.dropsSubjects() || grammar.clause(setting.figure()).from() == 0);
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
    return following == null && isSubject && describes
        ? owners.described(setting.own())
        : following;
  }

  /// 手握全球九成产量的中国: the holder that a clause without a subject describes.
  private @Nullable Thing modified(int figure) {
    Stretch clause = grammar.clause(figure);
    for (int i = figure + 1; grammar.dropsSubjects() && i + 1 < clause.to(); i++) {
      if (grammar.isVerb(i) || grammar.isNumber(i)) {
        return null;
      }
      if (grammar.is(i, Role.LINK) && owners.isHolder(i + 1)) {
        boolean ends = i + 2 >= clause.to() || grammar.isVerb(i + 2) || grammar.is(i + 2, Role.AUX);
        return ends ? owners.thing(i + 1) : null;
      }
    }
    return null;
  }

  /// "More than half of Peru's exports go ...", "86 % of respondents say": whose exports, or who.
  private @Nullable Thing ofWhole(Setting setting) {
    Stretch whole = grammar.head(withoutPreposition(setting.behind()));
    boolean opens =
        !grammar.dropsSubjects()
            && setting.own().isEmpty()
            && grammar.isVerb(setting.behind().to());
    if (!opens || whole.isEmpty()) {
      return null;
    }
    int first = grammar.is(whole.from(), Role.DET) ? whole.from() + 1 : whole.from();
    if (owners.isHolder(first) && grammar.sentence.isPossessive(first)) {
      return owners.thing(first);
    }
    boolean people = grammar.is(whole.to() - 1, Role.ACTOR) && !owners.hasWorld(whole);
    return people ? owners.described(whole) : null;
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
        chosen.property() == Property.DURATION
            && grammar.sentence.folded(figure).startsWith("within");
    boolean counted = isCounted(chosen.property()) && !deadline;
    if (!opensSentence(clause, figure) || counted || !isComma(clause.to())) {
      return null;
    }
    Stretch main = grammar.clause(clause.to() + 1);
    int verb = grammar.verbFrom(main.from(), main.to());
    Thing owner = owners.holder(verb < 0 ? grammar.subjectIn(main) : grammar.subjectOf(verb));
    boolean named = owner != null && owner.id() != null;
    return named || verb < 0 || !deadline
        ? named ? owner : null
        : owners.described(grammar.subjectOf(verb));
  }

  private boolean opensSentence(Stretch clause, int figure) {
    boolean first = clause.from() == 0 || clause.from() == 1 && grammar.is(0, Role.CLAUSE);
    int open = clause.from();
    boolean leads =
        clause.from() == 1
            || open == figure
            || grammar.is(open, Role.LEAD)
            || grammar.is(open, Role.SIDE)
            || grammar.is(open, Role.CLAUSE)
            || grammar.sentence.folded(open).equals("as")
            || grammar.isVerb(open);
    return first && leads && clause.to() + 1 < grammar.marks.size();
  }

  private boolean isComma(int i) {
    return isSign(i, ",，");
  }

  private static boolean isCounted(Property property) {
    return property == Property.COUNT
        || property == Property.AMOUNT
        || property == Property.DURATION
        || property == Property.CHANGE;
  }

  private Stretch withoutPreposition(Stretch stretch) {
    boolean opens = grammar.is(stretch.from(), Role.SIDE);
    return opens ? new Stretch(stretch.from() + 1, stretch.to()) : stretch;
  }

  /// The one from whom a share comes: behind 由, 来自, "by", "come from", "mined in".
  private @Nullable Thing supplier(Setting setting, Chosen chosen) {
    if (chosen.property() != Property.SHARE) {
      return null;
    }
    Stretch clause = grammar.clause(setting.figure());
    for (int i = setting.figure() + 1; i + 1 < clause.to(); i++) {
      boolean brings =
          grammar.is(i, Role.BY)
              || isOrigin(i)
              || isPlaceOfMaking(i, setting)
              || isMadeIn(i)
              || comesFrom(i);
      int next = grammar.is(i + 1, Role.DET) ? i + 2 : i + 1;
      if (brings && owners.isHolder(next)) {
        return owners.holder(new Stretch(next, Math.min(clause.to(), next + 3)));
      }
    }
    return null;
  }

  /// "comes from".
  private boolean comesFrom(int i) {
    String trade = grammar.at(i).meaning(Role.TRADE).map(ClaimWord::value).orElse("");
    return trade.equals("source") && grammar.sentence.folded(i).endsWith("from");
  }

  /// 在中国精炼.
  private boolean isMadeIn(int i) {
    return grammar.sentence.folded(i).equals("在")
        && i + 2 < grammar.marks.size()
        && (grammar.is(i + 2, Role.STAGE) || grammar.is(i + 2, Role.VERB));
  }

  private boolean isOrigin(int i) {
    return "origin".equals(grammar.at(i).meaning(Role.ACT).map(ClaimWord::value).orElse(""));
  }

  private boolean isPlaceOfMaking(int i, Setting setting) {
    String word = grammar.sentence.folded(i);
    boolean place = word.equals("in") || word.equals("from");
    boolean passive =
        grammar.is(i - 2, Role.AUX)
            || grammar.is(i - 2, Role.ADVERB)
            || grammar.is(i - 1, Role.TRADE);
    return place && setting.verb() < 0 && grammar.isVerb(i - 1) && passive;
  }

  private @Nullable Thing named(Stretch phrase, Chosen chosen, Setting setting) {
    if (phrase.isEmpty()) {
      Thing following = following(setting.figure(), chosen);
      following = following != null ? following : modified(setting.figure());
      return grammar.isRelative(setting.verb()) || following != null
          ? following
          : carried(setting.figure(), grammar.dropsSubjects());
    }
    Thing material = isPrice(phrase) ? changed(phrase, chosen) : null;
    Thing holder = material != null ? material : owners.holder(phrase);
    if (holder != null) {
      return holder;
    }
    String pronoun = owners.pronoun(phrase);
    if (!pronoun.isEmpty()) {
      Thing own = owners.owned(phrase);
      own = own != null || !pronoun.equals("thing") ? own : owners.pointedAt(phrase);
      return own != null ? own : resolved(pronoun, phrase.from());
    }
    if (grammar.dropsSubjects() && isStock(chosen.property())) {
      return stock(phrase, setting, chosen);
    }
    Thing counting = chosen.property() == Property.COUNT ? counting(phrase, setting) : null;
    if (counting != null) {
      return counting;
    }
    Stretch last = lastPart(phrase);
    if (!last.equals(phrase) && isOnlyProperty(last)) {
      return ownerOfProperty(last, setting);
    }
    Thing pure = chosen.property() == Property.PURITY ? owners.material(phrase) : null;
    if (pure != null) {
      return pure;
    }
    if (owners.isIndustry(grammar.head(phrase))) {
      return owners.thing(grammar.head(phrase).to() - 1);
    }
    if (isOnlyProperty(phrase)) {
      boolean world = owners.hasWorld(phrase) && chosen.property() != Property.RANK;
      return world ? WORLD : ownerOfProperty(phrase, setting);
    }
    Stretch head = grammar.head(phrase);
    if (owners.hasWorld(head) || isOnlyProperty(head) && owners.hasWorld(phrase)) {
      return owners.isActor(phrase) ? owners.described(phrase) : WORLD;
    }
    Thing trader = isTrade(head, phrase) ? carried(setting.figure(), true) : null;
    return trader != null && trader.id() != null
        ? trader
        : owners.described(withoutMeasure(phrase, chosen));
  }

  /// "Exports to the US": whose they are was said before.
  private boolean isTrade(Stretch head, Stretch phrase) {
    boolean whole = head.to() >= phrase.to() || grammar.sentence.folded(head.to()).equals("to");
    return whole && !head.isEmpty() && isMeasure(grammar.at(head.to() - 1)) && isOnlyProperty(head);
  }

  /// The material of which a price rises or falls.
  private @Nullable Thing changed(Stretch phrase, Chosen chosen) {
    return chosen.property() == Property.CHANGE ? owners.material(phrase) : null;
  }

  /// 其中钻孔50个: what stands right before a count is counted, and the one spoken of has it.
  private @Nullable Thing counting(Stretch phrase, Setting setting) {
    boolean counted =
        grammar.dropsSubjects()
            && setting.verb() < 0
            && setting.own().isEmpty()
            && phrase.to() == setting.figure();
    return counted ? carried(setting.figure(), false) : null;
  }

  private static boolean isStock(Property property) {
    return switch (property) {
      case RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, EXPORTS, IMPORTS -> true;
      default -> false;
    };
  }

  /// 锂在日本的储备, 另一种用于电池的金属钴的储备: of the place, or of the one spoken of.
  private @Nullable Thing stock(Stretch phrase, Setting setting, Chosen chosen) {
    Stretch whole = new Stretch(phrase.from(), setting.figure());
    Thing located = owners.located(whole);
    if (located != null) {
      return located;
    }
    Thing material = owners.material(phrase);
    if (material != null && !hasMeasure(phrase)) {
      return owners.hasSeries(phrase) ? owners.described(phrase) : material;
    }
    boolean cut = grammar.is(phrase.to(), Role.SIDE) && owners.material(whole) != null;
    Stretch last = lastPart(phrase);
    boolean property = isOnlyProperty(phrase) || !last.equals(phrase) && isOnlyProperty(last);
    if (hasWorldOwner(phrase)) {
      return WORLD;
    }
    return cut || property || hasList(phrase)
        ? ownerOfProperty(phrase, setting)
        : owners.described(withoutMeasure(phrase, chosen));
  }

  private boolean hasMeasure(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (isMeasure(grammar.at(i))) {
        return true;
      }
    }
    return false;
  }

  /// 铁、煤的储量.
  private boolean hasList(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (isSign(i, "、")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasWorldOwner(Stretch phrase) {
    return owners.hasWorld(phrase) && !owners.isActor(phrase);
  }

  /// 华友矿业 of 华友矿业净利润: the measure at the end is no part of the name.
  private Stretch withoutMeasure(Stretch phrase, Chosen chosen) {
    int to = phrase.to();
    while (grammar.dropsSubjects() && to > phrase.from() + 1 && measures(to - 1, chosen)) {
      to--;
    }
    return new Stretch(phrase.from(), to);
  }

  /// Whether the word measures the property, or a price or a result that rises.
  private boolean measures(int i, Chosen chosen) {
    return grammar.at(i) instanceof Mark.Word word
        && word.meanings().stream()
            .map(ClaimWord::property)
            .anyMatch(
                property ->
                    property == chosen.property() && property != Property.SHARE
                        || property == Property.PRICE
                        || chosen.property() == Property.CHANGE
                            && (property == Property.REVENUE || property == Property.PROFIT));
  }

  /// 锂储备, 成交量: of the one spoken of, else of the one country or company that is named near by.
  private @Nullable Thing ownerOfProperty(Stretch phrase, Setting setting) {
    Thing located = grammar.dropsSubjects() ? owners.located(phrase) : null;
    if (located != null) {
      return located;
    }
    Thing carried = carried(setting.figure(), true);
    if (carried == null && grammar.dropsSubjects()) {
      carried = discourse.only("country", grammar, setting.figure());
      carried = carried != null ? carried : discourse.only("company", grammar, setting.figure());
    }
    return carried != null ? carried : owners.material(phrase);
  }

  /// "output", 储量, 净利润: whose it is was said before.
  private boolean isOnlyProperty(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Mark mark = grammar.at(i);
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
      if (!small && !owners.isMaterial(i) && !isSmall(mark)) {
        return false;
      }
    }
    return true;
  }

  /// 年 of 年需求量.
  private boolean isSmall(Mark mark) {
    return mark instanceof Mark.Plain
        && mark.end() - mark.start() == 1
        && "年月日总總净淨".indexOf(grammar.sentence.text().at(mark.start())) >= 0;
  }

  private static boolean isMeasure(Mark mark) {
    return mark instanceof Mark.Word word
        && word.meanings().stream()
            .anyMatch(
                meaning ->
                    meaning.role() == Role.NOUN
                        && meaning.property() != Property.INVESTMENT
                        && meaning.property() != Property.DURATION);
  }

  /// What stands behind the last 的: 总额 of 对外公布的总额.
  private Stretch lastPart(Stretch phrase) {
    int from = phrase.from();
    for (int i = phrase.from(); i < phrase.to() - 1; i++) {
      from = grammar.is(i, Role.LINK) ? i + 1 : from;
    }
    boolean names =
        owners.material(new Stretch(phrase.from(), from)) != null || owners.hasWorld(phrase);
    return names ? phrase : new Stretch(from, phrase.to());
  }

  private boolean isPrice(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      boolean price =
          grammar.at(i) instanceof Mark.Word word
              && word.meanings().stream().anyMatch(meaning -> meaning.property() == Property.PRICE);
      if (price) {
        return true;
      }
    }
    return false;
  }

  /// The subject that is left out: that of a clause before, or of what stands before a bracket,
  /// else of the sentence before.
  private @Nullable Thing carried(int mark, boolean fromBefore) {
    int end = grammar.clause(mark).from();
    for (int steps = 0; end > 0 && steps < 6; steps++) {
      if (isSign(end - 1, grammar.dropsSubjects() ? "│" : "│；;")) {
        return null;
      }
      if (isSign(end - 1, "(（[")) {
        return beforeBracket(end - 1);
      }
      end = isSign(end - 1, ")）]") ? opening(end - 1) : end;
      Stretch clause = end < 2 ? Stretch.NONE : grammar.clause(end - 2);
      if (last != null && clause.has(lastFigure)) {
        return last;
      }
      Thing subject = clause.isEmpty() ? null : topic(new Stretch(clause.from(), end));
      if (subject != null) {
        return subject;
      }
      end = clause.from();
    }
    return last != null || !fromBefore ? last : discourse.lastSubject();
  }

  private static boolean isMaterial(String id) {
    return id.indexOf(':') > 0 && Holders.isMaterial(id.substring(0, id.indexOf(':')));
  }

  /// "Lynas said it would ...": whom the pronoun stands for.
  private @Nullable Thing ofSayer(int pronoun) {
    int verb = grammar.verbBefore(pronoun, grammar.clause(pronoun).from());
    Thing sayer = verb < 0 ? null : owners.holder(grammar.subjectOf(verb));
    Thing thing = sayer != null ? sayer : carried(pronoun, true);
    return thing != null && thing.id() != null && isMaterial(thing.id()) ? null : thing;
  }

  private boolean isSign(int i, String signs) {
    return grammar.at(i) instanceof Mark.Stop stop && signs.indexOf(stop.sign()) >= 0;
  }

  private int opening(int close) {
    int i = close;
    while (i > 0 && !isSign(i, "(（[")) {
      i--;
    }
    return i;
  }

  private @Nullable Thing beforeBracket(int bracket) {
    Stretch phrase = new Stretch(Math.max(0, bracket - 1), bracket);
    Thing holder = owners.holder(phrase);
    return holder != null ? holder : owners.material(phrase);
  }

  /// Whom a clause is about.
  private @Nullable Thing topic(Stretch clause) {
    if (grammar.is(clause.from(), Role.ACCORDING)) {
      return null;
    }
    int verb = grammar.verbFrom(clause.from(), clause.to());
    Stretch phrase = verb < 0 ? grammar.subjectIn(clause) : grammar.subjectOf(verb);
    String pronoun = owners.pronoun(phrase);
    Thing holder = owners.holder(phrase);
    if (holder != null || !pronoun.isEmpty()) {
      return holder != null ? holder : resolved(pronoun, phrase.from());
    }
    if (grammar.dropsSubjects() && phrase.isEmpty() && verb < 0 && isPlace(clause)) {
      return owners.holder(withoutPreposition(clause));
    }
    return grammar.dropsSubjects() || phrase.isEmpty() || isOnlyProperty(phrase)
        ? null
        : owners.described(phrase);
  }

  /// 在格陵兰的稀土矿中.
  private boolean isPlace(Stretch clause) {
    int from = clause.from();
    return grammar.is(from, Role.SIDE) && grammar.sentence.folded(from).equals("在");
  }

  private @Nullable Thing resolved(String pronoun, int mark) {
    return switch (pronoun) {
      case "country", "company" ->
          isDescribed(mark) ? null : discourse.only(pronoun, grammar, mark);
      case "self" -> new FirstPersons(grammar, discourse).at(mark);
      default -> ofSayer(mark);
    };
  }

  /// "The country that holds most of it" is not the one spoken of.
  private boolean isDescribed(int pronoun) {
    return grammar.is(pronoun + 1, Role.REL);
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
            ? owners.described(setting.before())
            : owners.described(setting.subject());
    Thing only = subject != null ? subject : onlyMaterial(setting.figure());
    boolean dropped = setting.subject().isEmpty() || isOnlyProperty(setting.subject());
    return only == null && dropped ? carried(setting.figure(), grammar.dropsSubjects()) : only;
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
