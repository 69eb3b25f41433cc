package dev.assay.analyze.scope;

import dev.assay.analyze.choice.NounPhrases;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Moods;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What narrows a figure: of which material, step, measure and place, against whom, and whether it
/// is one that was, or is only planned. What stands nearest to the figure counts.
public final class Scopes {

  /// What stands before examples, 如 also as the end of 例如.
  private static final List<String> EXAMPLES = List.of("such as ", "for example ", "e.g. ", "如");

  /// Words that end in it and stand before none.
  private static final List<String> NO_EXAMPLES = List.of("不如", "假如");

  private static final String LOSS = "profit loss";

  /// A price that is set and one that is paid are two things, a share and a limit for it too, a
  /// profit, one without one-offs and a loss, and what grew and how much it grew.
  private static final Set<String> KINDS =
      Set.of(
          "price floor",
          "threshold",
          "profit to shareholders",
          "profit without one-offs",
          LOSS,
          "increase",
          "decrease");

  /// How many marks behind the new value the old one may stand.
  private static final int OLD_BEHIND = 6;

  private static final Set<Facet> SHARED = EnumSet.of(Facet.MATERIAL, Facet.STAGE, Facet.MEASURE);

  /// What is done with a material, of which one can have a share by a verb.
  private static final Set<Property> FLOWS =
      EnumSet.of(Property.PRODUCTION, Property.CONSUMPTION, Property.EXPORTS, Property.IMPORTS);

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Respective respective;
  private final NounPhrases phrases;

  /// Whose figure it is.
  ///
  /// @param phrase where it stands, with all that describes it
  record Owner(Thing thing, Span phrase) {}

  Scopes(Grammar grammar, Respective respective, NounPhrases phrases) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.respective = respective;
    this.phrases = phrases;
  }

  List<Part> of(Setting setting, Chosen chosen, Owner owner) {
    Thing entity = owner.thing();
    Map<Facet, List<Part>> parts = new EnumMap<>(Facet.class);
    int partner = respective.partner(setting.figure());
    if (partner >= 0) {
      add(partner, chosen, entity, parts);
    }
    for (Stretch place : partner < 0 ? places(setting) : List.of(new Stretch(0, sentence.size()))) {
      Map<Facet, List<Part>> here = new EnumMap<>(Facet.class);
      boolean back = place.equals(setting.before());
      boolean subject = place.equals(setting.subject());
      for (int k = 0; k < place.to() - place.from(); k++) {
        int i = back ? place.to() - 1 - k : place.from() + k;
        boolean other =
            subject
                && sentence.isHolder(i)
                && !sentence
                    .lexicon()
                    .holders()
                    .isMaterial(entity.kind()) // a price has a place, and not an owner
                && !sentence.is(i - 1, Role.SIDE)
                && !sentence.is(i - 2, Role.SIDE)
                && chosen.property() != Property.TARIFF
                && !(chosen.property() == Property.RANK && isWhose(i, setting.figure()));
        if (!isOfOtherItem(i, setting.figure())
            && !other
            && !describes(i, owner)
            && !isCompared(i, setting)) {
          add(i, chosen, entity, here);
        }
      }
      here.forEach(parts::putIfAbsent);
    }
    addSeller(setting, chosen, entity, parts);
    addVerb(setting, chosen, parts);
    addChanged(setting, chosen, parts);
    addState(setting, owner, parts);
    if (chosen.property() == Property.SHARE && isStake(setting)) {
      parts.keySet().removeAll(SHARED);
    }
    List<Part> all = new ArrayList<>();
    parts.values().forEach(all::addAll);
    return all;
  }

  /// Who holds 62.5 % of a mine has that much of a firm, and not of what it mines or makes.
  private boolean isStake(Setting setting) {
    Stretch clause = grammar.clause(setting.figure());
    for (int i = clause.from(); i < clause.to(); i++) {
      if (sentence.lexicon().words(Cue.STAKE).isAt(sentence.text(), sentence.at(i).start())) {
        return true;
      }
    }
    return false;
  }

  /// Italy of "the Italian Bianca Ferri": it tells who she is and no more.
  private boolean describes(int mark, Owner owner) {
    Span phrase = owner.phrase();
    return sentence.isHolder(mark)
        && owner.thing().id() == null
        && phrase.start() <= sentence.at(mark).start()
        && sentence.at(mark).end() < phrase.end();
  }

  /// "Japan's second-largest supplier is Chile", 日本的第二大来源国: for whom it is ranked.
  private boolean isWhose(int name, int figure) {
    return sentence.isPossessive(name)
        && (name == figure - 1 || name == figure - 2 && sentence.is(figure - 1, Role.LINK));
  }

  /// 比印尼宣布禁令前上涨18%, "than before Indonesia announced the ban": what it is compared with.
  private boolean isCompared(int mark, Setting setting) {
    int from = grammar.isChinese() ? grammar.clause(setting.figure()).from() : setting.figure();
    for (int i = mark - 1; i >= from; i--) {
      if (grammar.isVerb(i) && sentence.is(i, Role.CHANGE)) {
        return false;
      }
      if (sentence.is(i, Role.COMPARE)) {
        return true;
      }
    }
    return false;
  }

  private List<Stretch> places(Setting setting) {
    return List.of(
        setting.own(),
        setting.behind(),
        setting.before(),
        setting.subject(),
        grammar.frame(setting.figure()));
  }

  /// Whether the figure has a phrase of its own that names something: nothing is then left out.
  boolean hasContent(Setting setting) {
    for (Stretch place : List.of(setting.own(), setting.behind())) {
      for (int i = place.from(); i < place.to(); i++) {
        if (sentence.isPlain(i) || sentence.isName(i) && sentence.isMaterial(i)) {
          return true;
        }
      }
    }
    return false;
  }

  /// On whom one relies, said behind another verb: "70 % of its imports come from China".
  private void addSeller(
      Setting setting, Chosen chosen, Thing entity, Map<Facet, List<Part>> parts) {
    if (chosen.property() != Property.IMPORT_RELIANCE || parts.containsKey(Facet.COUNTERPART)) {
      return;
    }
    int to = grammar.clause(setting.figure()).to();
    for (int i = setting.figure() + 1; i < to; i++) {
      if (sentence.at(i) instanceof Mark.Name name
          && sentence.lexicon().holders().isHolder(name.kind())) {
        addName(i, name, chosen, entity, parts);
      }
    }
  }

  /// What it is that rises or falls.
  private void addChanged(Setting setting, Chosen chosen, Map<Facet, List<Part>> parts) {
    if (chosen.property() != Property.CHANGE || parts.containsKey(Facet.MEASURE)) {
      return;
    }
    for (Stretch place : places(setting)) {
      for (int i = place.to() - 1; i >= place.from(); i--) {
        Optional<String> measure = changed(sentence.at(i));
        if (i == chosen.word() || isCompared(i, setting)) {
          continue;
        }
        if (measure.isPresent()) {
          put(Facet.MEASURE, measure.get(), i, parts);
          return;
        }
      }
    }
  }

  private static Optional<String> changed(Mark mark) {
    if (!(mark instanceof Mark.Word word)) {
      return Optional.empty();
    }
    return word.meanings().stream()
        .filter(
            meaning ->
                meaning.role() == Role.NOUN
                    && meaning.property() != null
                    && meaning.property() != Property.DURATION)
        .map(meaning -> measure(meaning.property()))
        .findFirst();
  }

  /// The word for what a property measures.
  static String measure(@Nullable Property property) {
    return property == null ? "" : property == Property.PRODUCTION ? "output" : property.word();
  }

  private void add(int i, Chosen chosen, Thing entity, Map<Facet, List<Part>> parts) {
    Mark mark = sentence.at(i);
    if (mark instanceof Mark.Name name) {
      addName(i, name, chosen, entity, parts);
    }
    if (mark.is(Role.WORLD)
        && !"world".equals(entity.id())
        && !isPartOfName(i)
        && phrases.areWords(new Span(mark.start(), mark.end()))) {
      put(Facet.PLACE, "world", i, parts);
    }
    if (phrases.isOfName(new Span(mark.start(), mark.end()))) {
      return;
    }
    mark.meaning(Role.STAGE).ifPresent(stage -> put(Facet.STAGE, stage.value(), i, parts));
    mark.meaning(Role.MEASURE)
        .filter(measure -> KINDS.contains(measure.value()) || i != chosen.word())
        .filter(measure -> isMeasured(chosen.property(), measure.value()))
        .ifPresent(measure -> put(Facet.MEASURE, measure.value(), i, parts));
  }

  /// What a property measures by its own name is not said twice.
  public static boolean isMeasured(Property property, String measure) {
    if (measure.equals(LOSS)) {
      return property == Property.PROFIT;
    }
    return switch (property) {
      case SHARE, CHANGE, IMPORT_RELIANCE, RANK, COUNT, TARIFF, QUOTA, PRICE -> true;
      case AMOUNT, CONSUMPTION, PRODUCTION, CAPACITY, RESERVES, EXPORTS, IMPORTS ->
          measure.equals("capacity") && property == Property.PRODUCTION;
      case PROFIT -> measure.startsWith("profit ");
      case INVESTMENT, REVENUE, COST, PURITY, DURATION, DATE, RATE, VOLUME, ALIKE -> false;
    };
  }

  private void addName(
      int i, Mark.Name name, Chosen chosen, Thing entity, Map<Facet, List<Part>> parts) {
    if (isInName(i, entity)
        || isSeries(i)
        || isExample(i)
        || name.id().equals(entity.id())
        || sentence.lexicon().holders().government(name.id()).equals(entity.id())) {
      return;
    }
    if (isExcluded(name)) {
      String words = "outside " + sentence.words(new Stretch(i, i + 1));
      parts
          .computeIfAbsent(Facet.OTHER, _ -> new ArrayList<>())
          .add(new Part(Facet.OTHER, null, words));
    } else if (sentence.lexicon().holders().isMaterial(name.kind())) {
      put(Facet.MATERIAL, name.id(), i, parts);
    } else if (sentence.lexicon().holders().isHolder(name.kind())) {
      put(
          isCounterpart(i, chosen.property()) ? Facet.COUNTERPART : Facet.PLACE,
          name.id(),
          i,
          parts);
    }
  }

  /// 哥伦比亚级, 加利福尼亚号: a ship or a type that is called by the name.
  private boolean isSeries(int i) {
    return sentence.isName(i)
        && sentence.lexicon().words(Cue.SERIES).isAt(sentence.text(), sentence.at(i).end());
  }

  /// Neodymium of "rare earths such as neodymium", 镓 of 关键矿物如镓: an example of the material that is
  /// named before it, which narrows nothing.
  private boolean isExample(int i) {
    if (!sentence.isMaterial(i)) {
      return false;
    }
    int first = i;
    while (first > 1
        && sentence.isMaterial(first - 2)
        && (sentence.is(first - 1, Role.AND) || sentence.isSign(first - 1, ",、"))) {
      first -= 2;
    }
    int start = sentence.at(first).start();
    boolean told = false;
    for (int k = 0; k < first; k++) {
      told |= sentence.isMaterial(k);
    }
    return told
        && EXAMPLES.stream().anyMatch(words -> sentence.text().endsWith(words, start))
        && NO_EXAMPLES.stream().noneMatch(words -> sentence.text().endsWith(words, start));
  }

  /// "Global" in "Emirates Global Aluminium".
  private boolean isPartOfName(int i) {
    boolean upper = sentence.startsUpper(i);
    return upper
        && (i > 0 && sentence.isCapital(i - 1)
            || i + 1 < sentence.size() && sentence.isCapital(i + 1));
  }

  /// "the largest non-China producer".
  private boolean isExcluded(Mark.Name name) {
    FoldedText text = sentence.text();
    return text.endsWith("non-", name.start()) || text.endsWith("ex-", name.start());
  }

  /// Whether the name is a part of the words for the thing itself: 中 of 中美, "Aluminium" of a
  /// company.
  private boolean isInName(int i, Thing entity) {
    String words = sentence.words(new Stretch(i, i + 1));
    boolean proper = sentence.isHolder(i) || sentence.startsUpper(i);
    return entity.id() == null && proper && entity.words().contains(words);
  }

  private boolean isCounterpart(int i, Property property) {
    return switch (property) {
      case TARIFF, IMPORT_RELIANCE, INVESTMENT, EXPORTS, IMPORTS, QUOTA, DURATION -> true;
      case CHANGE ->
          sentence.is(i - 1, Role.SIDE) && sentence.folded(i - 1).matches("to|对|向|from|从")
              || sentence.is(i - 1, Role.DET) && i > 1 && sentence.folded(i - 2).equals("to");
      default ->
          sentence.is(i - 1, Role.SIDE) && sentence.folded(i - 1).matches("to|from|对|向|从|on");
    };
  }

  private void put(Facet facet, String id, int i, Map<Facet, List<Part>> parts) {
    List<Part> list = parts.computeIfAbsent(facet, _ -> new ArrayList<>(2));
    boolean known = list.stream().anyMatch(part -> id.equals(part.id()));
    boolean one = facet == Facet.STAGE || facet == Facet.MEASURE;
    if (!known && !(one && !list.isEmpty() && !isJoined(i))) {
      list.add(new Part(facet, id, sentence.words(new Stretch(i, i + 1))));
    }
  }

  private boolean isJoined(int i) {
    return sentence.is(i - 1, Role.AND)
        || sentence.isStop(i - 1)
        || sentence.is(i + 1, Role.AND)
        || i + 1 < sentence.size() && sentence.isStop(i + 1);
  }

  /// "mines 60 %" is a share of mining.
  private void addVerb(Setting setting, Chosen chosen, Map<Facet, List<Part>> parts) {
    int word = setting.verb() < 0 ? passive(setting) : setting.verb();
    boolean told = chosen.word() < 0 || chosen.word() == word;
    boolean inherits = setting.isList() && !hasContent(setting);
    if (word < 0 || !told || chosen.property() != Property.SHARE || inherits) {
      return;
    }
    Mark mark = sentence.at(word);
    if (!parts.containsKey(Facet.STAGE)) {
      mark.meaning(Role.STAGE).ifPresent(stage -> put(Facet.STAGE, stage.value(), word, parts));
    }
    if (!parts.containsKey(Facet.STAGE) && !parts.containsKey(Facet.MEASURE)) {
      measure(mark).ifPresent(measure -> put(Facet.MEASURE, measure, word, parts));
    }
  }

  /// What is done with a share, said behind it: "60 % of it is mined in Chile", 60%产自智利; -1 if
  /// nothing is.
  private int passive(Setting setting) {
    int end = grammar.clause(setting.figure()).to();
    for (int i = setting.figure() + 1; i + 1 < end; i++) {
      if (isPassive(i) || sentence.value(i, Role.ACT).equals("origin")) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPassive(int verb) {
    if (!grammar.isVerb(verb) || verb + 1 >= sentence.size()) {
      return false;
    }
    String next = sentence.folded(verb + 1);
    boolean done = sentence.is(verb - 1, Role.AUX) || sentence.is(verb - 1, Role.ADVERB);
    return done && (next.equals("in") || next.equals("by"));
  }

  /// What the verb of a share does with it: produces, consumes, imports.
  private static Optional<String> measure(Mark mark) {
    if (!(mark instanceof Mark.Word word)) {
      return Optional.empty();
    }
    return word.meanings().stream()
        .filter(meaning -> meaning.role() == Role.VERB)
        .map(ClaimWord::property)
        .filter(property -> property != null && FLOWS.contains(property))
        .map(Scopes::measure)
        .findFirst();
  }

  /// Old values, plans and threats are told apart from what is.
  private void addState(Setting setting, Owner owner, Map<Facet, List<Part>> parts) {
    int figure = setting.figure();
    if (isOldValue(figure)) {
      addState("before", parts);
    }
    Stretch clause = grammar.clause(figure);
    Optional<String> mood = mood(clause, figure, owner.phrase().start());
    Optional<String> state = state(clause, figure, mood);
    state
        .filter(told -> !told.equals(Mood.PLANNED.id()) || mood.isEmpty())
        .ifPresent(told -> addState(told, parts));
    mood.ifPresent(told -> addState(told, parts));
  }

  private static void addState(String told, Map<Facet, List<Part>> parts) {
    parts
        .computeIfAbsent(Facet.OTHER, _ -> new ArrayList<>())
        .add(new Part(Facet.OTHER, told, told));
  }

  /// What a word of the clause says of it: `planned`, `threatened`, `cancelled`.
  private Optional<String> state(Stretch clause, int figure, Optional<String> mood) {
    for (int i = clause.from(); i < figure; i++) {
      Optional<ClaimWord> plan = sentence.at(i).meaning(Role.PLAN);
      if (plan.isPresent()
          && !isObjectMarker(i, figure)
          && !isAcronym(i)
          && !isOfAnother(i, mood)) {
        return plan.map(ClaimWord::value);
      }
    }
    return Optional.empty();
  }

  /// What the words around the figure do with it. In Chinese a plan is said for all that its
  /// subject is to do, up to a clause with a time of its own; English goes on with "to".
  ///
  /// @param subject where whose figure it is stands in the paragraph
  private Optional<String> mood(Stretch clause, int figure, int subject) {
    Span span = sentence.span();
    Mark number = sentence.at(figure);
    Clause words =
        Clause.of(
            span.in(sentence.text().original),
            number.start() - span.start(),
            number.end() - number.start());
    boolean goesOn = subject >= span.start() && !hasTime(clause) && isToDo(clause, figure);
    return sentence
        .lexicon()
        .moods()
        .of(words, goesOn ? subject - span.start() : Moods.UNGOVERNED)
        .filter(Mood::isOfItsOwn)
        .map(Mood::id);
  }

  /// "Peru will license tin, and shares of Norvik rose": a word for a mood that does not reach the
  /// figure.
  private boolean isOfAnother(int i, Optional<String> mood) {
    return mood.isEmpty() && sentence.lexicon().moods().holds(sentence.folded(i));
  }

  /// 铜 of 铁、铜分别涨3%、5%, for the first figure.
  private boolean isOfOtherItem(int i, int figure) {
    return respective.isListed(i) || phrases.isOfOtherItem(span(figure), span(i));
  }

  private Span span(int i) {
    return new Span(sentence.at(i).start(), sentence.at(i).end());
  }

  private boolean hasTime(Stretch clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (sentence.isMoment(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isToDo(Stretch clause, int figure) {
    int verb = grammar.isChinese() ? 0 : grammar.verbBefore(figure, clause.from());
    return grammar.isChinese() || verb > 0 && sentence.isWord(verb - 1, "to");
  }

  /// PLAN of "the PLAN has 370 ships".
  private boolean isAcronym(int i) {
    String words = sentence.words(new Stretch(i, i + 1));
    return !grammar.isChinese()
        && words.length() > 1
        && words.equals(words.toUpperCase(Locale.ROOT));
  }

  /// 将 before a noun only says that the noun is the object (将税率提高到25%), unless no verb has room
  /// behind the noun (将满60岁).
  private boolean isObjectMarker(int i, int figure) {
    boolean future =
        figure - i <= 2
            || grammar.isVerb(i + 1)
            || sentence.is(i + 1, Role.AUX)
            || sentence.is(i + 1, Role.ACT)
            || sentence.isMoment(i + 1)
            || sentence.is(i + 1, Role.SIDE)
            || sentence.is(i + 1, Role.PLAN);
    return sentence.folded(i).equals("将") && !future;
  }

  /// "from 10 % to 25 %", 由10%提高到25%.
  private boolean isOldValue(int figure) {
    if (!grammar.isAfterFrom(figure)) {
      return false;
    }
    for (int i = figure + 1; i < Math.min(sentence.size(), figure + 8); i++) {
      if (sentence.isNumber(i)) {
        return isNewValue(i);
      }
    }
    for (int i = figure - 2; i >= Math.max(0, figure - OLD_BEHIND); i--) {
      if (sentence.isNumber(i)) {
        return isNewValue(i); // to 25 % in May from 10 %
      }
    }
    return false;
  }

  /// "to 25 %", 到2024年的25%.
  private boolean isNewValue(int figure) {
    int i = figure - 1;
    while (i > figure - 4 && (sentence.is(i, Role.LINK) || sentence.isMoment(i))) {
      i--;
    }
    return sentence.is(i, Role.LEVEL) || sentence.is(i - 1, Role.LEVEL) || sentence.isWord(i, "to");
  }
}
