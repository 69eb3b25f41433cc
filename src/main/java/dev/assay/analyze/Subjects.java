package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import dev.assay.analyze.PropertyChoice.Chosen;
import org.jspecify.annotations.Nullable;

/// Who or what the figures of a sentence are about.
final class Subjects {

  private static final Thing WORLD = new Thing("world", "world");

  private final Grammar grammar;
  private final Owners owners;
  private final Discourse discourse;
  private @Nullable Thing last;
  private int lastFigure = -1;

  Subjects(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.owners = new Owners(grammar);
    this.discourse = discourse;
  }

  /// The subject of the figure, null if the text does not tell it.
  @Nullable Thing of(Setting setting, Chosen chosen) {
    Thing subject =
        switch (chosen.property()) {
          case PRICE -> priced(setting);
          case TARIFF -> imposing(setting);
          case QUOTA -> government(acting(setting, chosen));
          default -> acting(setting, chosen);
        };
    if (subject != null) {
      last = subject;
      lastFigure = setting.figure();
    }
    return subject;
  }

  private static @Nullable Thing government(@Nullable Thing thing) {
    if (thing == null || thing.id() == null) {
      return thing;
    }
    String id = Holders.government(thing.id());
    return id.equals(thing.id()) ? thing : new Thing(id, thing.words());
  }

  private @Nullable Thing acting(Setting setting, Chosen chosen) {
    int bracket = grammar.bracket(setting.figure());
    Thing beside = bracket < 0 ? owners.possessor(setting.figure()) : beforeBracket(bracket);
    beside = beside != null ? beside : allotted(setting, chosen);
    if (beside != null) {
      return beside;
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
            && grammar.is(setting.figure() + 1, Role.LINK)
            && chosen.word() >= 0
            && chosen.word() < setting.figure();
    return describes ? owners.described(setting.own()) : null;
  }

  /// "70 % of the world's rare earths are mined in China", 全球70%的稀土产自中国.
  private @Nullable Thing inPhrase(Setting setting, Chosen chosen) {
    Thing owner = owners.holder(setting.subject());
    Thing supplier = supplier(setting, chosen);
    if (owner != null || supplier != null) {
      return owner != null ? owner : supplier;
    }
    if (chosen.property() == Property.COUNT && setting.subject().isEmpty()) {
      return owners.described(setting.own());
    }
    Thing of = owners.holder(setting.own());
    if (of == null) {
      of = owners.holder(withoutPreposition(setting.behind()));
    }
    if (of != null && chosen.property() != Property.SHARE) {
      return of;
    }
    boolean opens =
        setting.subject().isEmpty()
            && (!grammar.dropsSubjects() || grammar.clause(setting.figure()).from() == 0);
    return opens ? null : named(setting.subject(), chosen, setting);
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
      boolean brings = grammar.is(i, Role.BY) || isOrigin(i) || isPlaceOfMaking(i, setting);
      int next = grammar.is(i + 1, Role.DET) ? i + 2 : i + 1;
      if (brings && owners.isHolder(next)) {
        return owners.holder(new Stretch(next, Math.min(clause.to(), next + 3)));
      }
    }
    return null;
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
      return grammar.isRelative(setting.verb())
          ? null
          : carried(setting.figure(), grammar.dropsSubjects());
    }
    Thing holder = owners.holder(phrase);
    if (holder != null) {
      return holder;
    }
    String pronoun = owners.pronoun(phrase);
    if (!pronoun.isEmpty()) {
      return resolved(pronoun, phrase.from());
    }
    Stretch last = lastPart(phrase);
    if (!last.equals(phrase) && isOnlyProperty(last)) {
      return ownerOfProperty(last, setting);
    }
    if (isPrice(phrase) && chosen.property() == Property.CHANGE
        || chosen.property() == Property.PURITY) {
      Thing material = owners.material(phrase);
      if (material != null) {
        return material;
      }
    }
    if (isOnlyProperty(phrase)) {
      boolean world = owners.hasWorld(phrase) && chosen.property() != Property.RANK;
      return world ? WORLD : ownerOfProperty(phrase, setting);
    }
    Stretch head = grammar.head(phrase);
    if (owners.hasWorld(head) || isOnlyProperty(head) && owners.hasWorld(phrase)) {
      return owners.isActor(phrase) ? owners.described(phrase) : WORLD;
    }
    return owners.described(phrase);
  }

  /// 锂储备, 成交量: of the one spoken of, else of the one country or company that is named near by.
  private @Nullable Thing ownerOfProperty(Stretch phrase, Setting setting) {
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
              || mark.is(Role.AUX);
      if (!small && !owners.isMaterial(i)) {
        return false;
      }
    }
    return true;
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
    return grammar.dropsSubjects() || phrase.isEmpty() || isOnlyProperty(phrase)
        ? null
        : owners.described(phrase);
  }

  private @Nullable Thing resolved(String pronoun, int mark) {
    return switch (pronoun) {
      case "country", "company" -> discourse.only(pronoun, grammar, mark);
      case "self" -> null;
      default -> ofSayer(mark);
    };
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
    return subject;
  }

  /// Who imposes a tariff: the subject, or the one whose tariffs they are; never the target.
  private @Nullable Thing imposing(Setting setting) {
    Stretch clause = grammar.clause(setting.figure());
    if (!isTargeted(setting)) {
      Thing owner = government(firstNotTarget(setting.subject().from(), setting.subject().to()));
      if (owner != null) {
        return owner;
      }
    }
    int from = isTargeted(setting) ? setting.verb() : clause.from();
    Thing before = government(firstNotTarget(from, setting.figure()));
    if (before != null) {
      return before;
    }
    Thing behind = government(imposer(setting.figure(), clause.to()));
    if (behind != null) {
      return behind;
    }
    Thing earlier = government(firstNotTarget(0, clause.from()));
    Thing carried = earlier != null ? earlier : government(carried(setting.figure(), true));
    return carried != null ? carried : owners.described(setting.subject());
  }

  /// "Chinese goods face a 25 % tariff": the subject is the target.
  private boolean isTargeted(Setting setting) {
    return setting.verb() >= 0
        && grammar.sentence.folded(setting.verb()).matches("face|faces|faced|facing|面临|subject");
  }

  private @Nullable Thing firstNotTarget(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGovernment(i) && !isTarget(i)) {
        return owners.thing(i);
      }
    }
    return null;
  }

  private @Nullable Thing imposer(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (grammar.is(i, Role.BY) && isGovernment(i + 1)) {
        return owners.thing(i + 1);
      }
    }
    return null;
  }

  /// Whether the name is that of a country, or of one who acts for it.
  private boolean isGovernment(int i) {
    if (!(grammar.at(i) instanceof Mark.Name name)) {
      return false;
    }
    String id = Holders.government(name.id());
    return id.startsWith("country:") || id.startsWith("group:") || id.equals("region:EU");
  }

  /// Whether the name stands behind 对 or "on", or before goods.
  boolean isTarget(int i) {
    boolean aimed =
        grammar.is(i - 1, Role.SIDE) || grammar.is(i - 1, Role.DET) && grammar.is(i - 2, Role.SIDE);
    if (aimed) {
      return true;
    }
    String after = i + 1 < grammar.marks.size() ? grammar.sentence.folded(i + 1) : "";
    return after.startsWith("商品")
        || after.startsWith("产品")
        || after.matches("goods|imports|products|exports|steel");
  }
}
