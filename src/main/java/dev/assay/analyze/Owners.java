package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom or what a noun phrase names: "China's exports" belong to China, "Chinese companies" are not
/// China, "the price of dysprosium" is one of dysprosium.
final class Owners {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Descriptions descriptions;

  Owners(Grammar grammar) {
    this.grammar = grammar;
    this.descriptions = new Descriptions(grammar);
    this.sentence = grammar.sentence;
  }

  /// The holder or the unknown name at `mark`.
  Thing named(int mark) {
    return grammar.isName(mark)
        ? grammar.thing(mark)
        : new Thing(null, sentence.words(new Stretch(mark, mark + 1)));
  }

  /// The holder at the head of `phrase`, else the one that a preposition brings in; null if none.
  @Nullable Thing holder(Stretch phrase) {
    Stretch head = grammar.head(phrase);
    Thing owner = holderIn(head);
    if (owner != null || head.to() >= phrase.to()) {
      return owner;
    }
    if (sentence
        .folded(head.isEmpty() ? phrase.from() : head.from())
        .matches("its|their|his|her")) {
      return null; // "its share of China's imports"
    }
    Stretch rest = new Stretch(head.to(), phrase.to());
    if (isOwn(head)) {
      boolean placed =
          grammar.is(head.to() - 1, Role.ACTOR) || grammar.is(head.to() - 1, Role.PLANT);
      return placed && !isProper(head) ? located(head, rest) : null;
    }
    return isOfAnother(head) && !grammar.is(rest.from(), Role.BY) ? null : attached(rest);
  }

  /// "The reduction in visits from China": a thing of its own, of which the place has no figure.
  private boolean isOfAnother(Stretch head) {
    int last = head.to() - 1;
    return !grammar.dropsSubjects()
        && !head.isEmpty()
        && grammar.at(last) instanceof Mark.Plain
        && !sentence.text().isUpper(grammar.at(last).start());
  }

  /// "Miners in Myanmar", "a plant in Texas".
  private @Nullable Thing located(Stretch head, Stretch rest) {
    boolean place = rest.to() > rest.from() + 1 && grammar.isHolder(rest.from() + 1);
    return place
        ? descriptions.phrase(descriptions.trimmed(new Stretch(head.from(), rest.from() + 2)))
        : null;
  }

  /// "The Cerro Blanco mine in Peru", "miners in Myanmar": the phrase names a thing of its own, not
  /// what the place has.
  private boolean isOwn(Stretch head) {
    int last = head.to() - 1;
    if (grammar.dropsSubjects() || head.isEmpty()) {
      return false;
    }
    boolean plant = grammar.is(last, Role.PLANT) && !grammar.is(last, Role.NOUN);
    return plant || grammar.is(last, Role.ACTOR) && !grammar.is(last, Role.NOUN) || isProper(head);
  }

  /// Two capital words that no pack knows.
  private boolean isProper(Stretch head) {
    int last = head.to() - 1;
    return last > head.from()
        && grammar.isCapital(last)
        && grammar.isCapital(last - 1)
        && last - 1 > 0;
  }

  /// "the Grid Renewal Act — $40 billion": the noun phrase before a dash behind which the figure
  /// stands alone, empty if there is none.
  Stretch beforeDash(int figure) {
    int dash = figure - 1;
    boolean alone = grammar.isStop(figure + 1);
    while (dash > 0 && grammar.isSign(dash - 1, "—-")) {
      dash--;
    }
    if (!alone || dash <= 0 || !grammar.isSign(dash, "—-")) {
      return Stretch.NONE;
    }
    int to = grammar.isStop(dash - 1) ? dash - 1 : dash;
    int from = to;
    while (from > 0 && !grammar.isStop(from - 1) && !grammar.isVerb(from - 1)) {
      from--;
    }
    return new Stretch(from, to);
  }

  /// Whether the phrase ends with the name of an industry.
  boolean isIndustry(Stretch phrase) {
    return !phrase.isEmpty()
        && grammar.at(phrase.to() - 1) instanceof Mark.Name name
        && name.kind().equals("industry");
  }

  /// 锂在日本的储备: the holder that 在 brings into the phrase.
  @Nullable Thing located(Stretch phrase) {
    for (int i = phrase.from(); i + 1 < phrase.to(); i++) {
      if (grammar.is(i, Role.SIDE) && sentence.folded(i).equals("在") && grammar.isHolder(i + 1)) {
        return grammar.thing(i + 1);
      }
    }
    return null;
  }

  private @Nullable Thing holderIn(Stretch stretch) {
    int found = -1;
    for (int i = stretch.from(); i < stretch.to(); i++) {
      if (grammar.isHolder(i) && !isSeries(i) && (found < 0 || describes(found, i))) {
        found = i;
      }
    }
    return found < 0 ? null : holderAt(found, stretch);
  }

  /// A country before a company or person describes it: "Australia's Lynas", 美国财长贝森特.
  private boolean describes(int earlier, int later) {
    String kind = ((Mark.Name) grammar.at(later)).kind();
    boolean narrower = !kind.equals("country") && !kind.equals("region") && !kind.equals("group");
    for (int i = earlier + 1; i < later; i++) {
      if (grammar.isStop(i)
          || grammar.is(i, Role.AND)
          || grammar.is(i, Role.SIDE)
          || grammar.is(i, Role.NOUN)) {
        return false;
      }
    }
    return narrower;
  }

  /// "JSW Steel" in "India's JSW Steel", not "SME" in "China's SME exports".
  private boolean isProperName(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!sentence.text().isUpper(grammar.at(i).start())) {
        return false;
      }
    }
    boolean abbreviation = from + 1 == to && sentence.text().isUpper(grammar.at(from).end() - 1);
    return from < to && grammar.isCapital(from) && !abbreviation;
  }

  /// 哥伦比亚级, 加利福尼亚号: a ship or a type that is called by the name.
  boolean isSeries(int i) {
    return grammar.isName(i) && "级級号號型".indexOf(sentence.text().at(grammar.at(i).end())) >= 0;
  }

  boolean hasSeries(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (isSeries(i)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Thing holderAt(int i, Stretch stretch) {
    if (isPlace(i)
        && i > stretch.from()
        && grammar.isCapital(i - 1)
        && !sentence.isPossessive(i - 1)) {
      int from = i - 1;
      while (from > stretch.from() && grammar.isCapital(from - 1)) {
        from--;
      }
      return descriptions.phrase(new Stretch(from, i + 1));
    }
    if (i + 1 < stretch.to()
        && isCountry(i)
        && isCountry(i + 1)
        && grammar.at(i).end() == grammar.at(i + 1).start()) {
      return new Thing(null, sentence.words(new Stretch(i, i + 2)));
    }
    if (isPlace(i) && sentence.isPossessive(i) && isProperName(i + 1, stretch.to())) {
      return descriptions.phrase(new Stretch(i + 1, stretch.to()));
    }
    int end = listEnd(i, stretch);
    if (end > i + 1) {
      return new Thing(null, sentence.words(new Stretch(i, end)));
    }
    boolean leads =
        ((Mark.Name) grammar.at(i)).kind().equals("person") && grammar.is(i + 1, Role.GOVERNMENT);
    if (leads) {
      String country = Holders.government(((Mark.Name) grammar.at(i)).id());
      return new Thing(country, sentence.words(new Stretch(i, i + 2)));
    }
    int whole = Math.max(actorEnd(i, stretch), properEnd(i, stretch));
    return whole < 0 ? grammar.thing(i) : descriptions.phrase(new Stretch(i, whole));
  }

  /// Where "China, Japan and Australia" ends: holders with commas and a last "and" between them.
  private int listEnd(int i, Stretch stretch) {
    int end = i + 1;
    while (end + 1 < stretch.to() && grammar.isSign(end, ",，、") && grammar.isHolder(end + 1)) {
      end += 2;
    }
    end = grammar.isSign(end, ",") && grammar.is(end + 1, Role.AND) ? end + 1 : end;
    boolean closes =
        end + 1 < stretch.to() && grammar.is(end, Role.AND) && grammar.isHolder(end + 1);
    return closes ? end + 2 : i + 1;
  }

  private boolean isPlace(int i) {
    return List.of("country", "region", "state", "city", "province")
        .contains(((Mark.Name) grammar.at(i)).kind());
  }

  private boolean isCountry(int i) {
    return grammar.isName(i) && ((Mark.Name) grammar.at(i)).kind().equals("country");
  }

  /// The holder right before the figure whose it is: "Argentina's 20 million tons", 印度的690万吨; null
  /// if none.
  @Nullable Thing possessor(int figure) {
    int i = figure - 1;
    while (i > 0 && (grammar.is(i, Role.LINK) || grammar.is(i, Role.ADVERB))) {
      i--;
    }
    boolean owns =
        i >= 0 && grammar.isHolder(i) && (grammar.is(i + 1, Role.LINK) || sentence.isPossessive(i));
    boolean part =
        grammar.at(figure) instanceof Mark.Number number
            && (number.family() == UnitFamily.PART || number.family() == UnitFamily.TIMES)
            && sentence.text().isHan(grammar.at(Math.max(i, 0)).start());
    boolean compared = i > 0 && sentence.folded(i - 1).matches("高于|低于|比|超过|超");
    boolean brought =
        sentence.text().isHan(grammar.at(Math.max(i, 0)).start()) && grammar.is(i - 1, Role.FROM);
    if (!owns || brought || part && !compared || grammar.is(i - 1, Role.VERB)) {
      return null;
    }
    return holderAt(i, new Stretch(i, i + 1));
  }

  /// Where a phrase such as "Chinese state-owned companies" ends, -1 if the name means the holder
  /// itself.
  private int actorEnd(int i, Stretch stretch) {
    String kind = ((Mark.Name) grammar.at(i)).kind();
    if (!kind.equals("country")
        && !kind.equals("region")
        && !kind.equals("group")
        && !kind.equals("state")) {
      return -1;
    }
    int last = stretch.to() - 1;
    boolean made = sentence.text().at(grammar.at(i).end()) == '-';
    boolean goods =
        !grammar.dropsSubjects()
            && last > i
            && grammar.at(last) instanceof Mark.Name name
            && name.kind().equals("product");
    if (!sentence.isPossessive(i) && (made && last > i || goods)) {
      return stretch.to();
    }
    if (last > i && !grammar.dropsSubjects() && isPlant(last)) {
      return stretch.to();
    }
    for (int k = i + 1; k < Math.min(stretch.to(), i + 5); k++) {
      Mark mark = grammar.at(k);
      if (mark.is(Role.GOVERNMENT) || mark.is(Role.NOUN) || mark instanceof Mark.Number) {
        return -1;
      }
      if (mark.is(Role.ACTOR) || isPlantName(k)) {
        return k + 1;
      }
      if (!(mark instanceof Mark.Plain) && !mark.is(Role.LINK) && !(mark instanceof Mark.Name)) {
        return -1;
      }
    }
    return -1;
  }

  /// The last word of "the UK's first recycling plant".
  private boolean isPlant(int i) {
    return grammar.is(i, Role.PLANT) && !grammar.is(i, Role.NOUN) && !grammar.is(i, Role.STAGE);
  }

  /// 塞罗布兰科矿.
  private boolean isPlantName(int i) {
    int end = grammar.at(i).end();
    boolean named = grammar.at(i) instanceof Mark.Plain && end - grammar.at(i).start() > 3;
    return named && "矿礦厂廠".indexOf(sentence.text().original.charAt(end - 1)) >= 0;
  }

  /// Where a longer proper name such as "Asia Infrastructure Investment Bank" ends, -1 if the name
  /// is whole.
  private int properEnd(int i, Stretch stretch) {
    int end = i + 1;
    while (end < stretch.to() && grammar.isCapital(end) && !sentence.isPossessive(end - 1)) {
      end++;
    }
    return end > i + 1 ? end : -1;
  }

  /// "exports from China", "the output of Myanmar".
  private @Nullable Thing attached(Stretch rest) {
    boolean changes = rest.from() > 0 && grammar.is(rest.from() - 1, Role.CHANGE);
    for (int i = rest.from(); i + 1 < rest.to(); i++) {
      if (changes && isOfAnother(new Stretch(i, i + 1))) {
        return null; // "the reduction in visits from China"
      }
      boolean brings =
          grammar.is(i, Role.SIDE) && sentence.folded(i).matches("of|from|in|by|for|at");
      if (brings) {
        int next = grammar.is(i + 1, Role.DET) ? i + 2 : i + 1;
        if (next < rest.to() && grammar.isHolder(next)) {
          return holderIn(new Stretch(next, Math.min(rest.to(), next + 4)));
        }
      }
    }
    return null;
  }

  /// "A Virginia-class submarine", 每架F-35: the product of which one is spoken of; null if there is
  /// none.
  @Nullable Thing product(Stretch phrase) {
    boolean one =
        !phrase.isEmpty()
            && grammar.is(phrase.from(), Role.DET)
            && !sentence.folded(phrase.from()).matches("the|its|their|this|that|整.");
    for (int i = phrase.from() + 1; one && i < phrase.to(); i++) {
      if (grammar.at(i) instanceof Mark.Plain) {
        return null;
      }
      if (grammar.at(i) instanceof Mark.Name name && name.kind().equals("product")) {
        return grammar.thing(i);
      }
    }
    return null;
  }

  /// The first material of `phrase`, or null.
  @Nullable Thing material(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (grammar.isMaterial(i)) {
        return grammar.thing(i);
      }
      Optional<String> priced = grammar.at(i) instanceof Mark.Word ? priced(i) : Optional.empty();
      if (priced.isPresent()) {
        return new Thing(priced.get(), sentence.words(new Stretch(i, i + 1)));
      }
    }
    return null;
  }

  private Optional<String> priced(int i) {
    return Holders.priced(sentence.folded(i));
  }

  boolean hasWorld(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (grammar.is(i, Role.WORLD) && !isPartOfName(i)) {
        return true;
      }
    }
    return false;
  }

  /// "Global" in "Emirates Global Aluminium".
  boolean isPartOfName(int i) {
    boolean upper = sentence.text().isUpper(grammar.at(i).start());
    return upper
        && (i > 0 && grammar.isCapital(i - 1)
            || i + 1 < grammar.marks.size() && grammar.isCapital(i + 1));
  }

  /// The pronoun at the head of `phrase`: `country`, `company`, `thing`; empty if there is none.
  String pronoun(Stretch phrase) {
    for (int i = phrase.from(); i < Math.min(phrase.to(), phrase.from() + 2); i++) {
      if (grammar.is(i, Role.PRONOUN)) {
        return grammar.at(i).meaning(Role.PRONOUN).map(ClaimWord::value).orElse("");
      }
      boolean named = grammar.at(i) instanceof Mark.Plain || grammar.isName(i);
      if (named && grammar.dropsSubjects()) {
        return "";
      }
      String word = sentence.folded(i);
      if (word.equals("its") || word.equals("their") || word.equals("his") || word.equals("her")) {
        return "thing";
      }
    }
    return "";
  }

  /// "The company's Elk Creek mine": the thing of its own that a pronoun's phrase names, null if it
  /// only names a property.
  @Nullable Thing owned(Stretch phrase) {
    int from = phrase.from();
    boolean its = sentence.folded(from).matches("its|their|his|her");
    Stretch rest = grammar.head(new Stretch(from + 1, phrase.to()));
    boolean owned = (its || grammar.is(from, Role.PRONOUN) && sentence.isPossessive(from));
    return owned && !rest.isEmpty() && isOwn(rest) && grammar.isCapital(rest.from())
        ? descriptions.of(rest)
        : null;
  }

  /// 该精炼厂, 这项计划: a thing of its own that the text points at, null if it is a pronoun alone.
  @Nullable Thing pointedAt(Stretch phrase) {
    int last = phrase.to() - 1;
    if (last <= phrase.from()) {
      return null;
    }
    if (!grammar.dropsSubjects()) {
      boolean points = sentence.folded(phrase.from()).matches("th(is|at|ese|ose)");
      Stretch head = grammar.head(new Stretch(phrase.from() + 1, phrase.to()));
      return points && !head.isEmpty() && isCommonNoun(head) ? descriptions.of(head) : null;
    }
    String words = sentence.words(new Stretch(phrase.from() + 1, phrase.to()));
    boolean thing =
        grammar.is(last, Role.PLANT) || grammar.is(last, Role.THING) || words.matches(".*[矿礦厂廠]");
    if (!thing) {
      return null;
    }
    return new Thing(null, words.length() > 1 ? words : sentence.words(phrase));
  }

  private boolean isCommonNoun(Stretch head) {
    int last = head.to() - 1;
    boolean time = sentence.folded(last).matches("week|month|year|quarter|day|morning|time|point");
    return grammar.at(last) instanceof Mark.Plain && !time
        || grammar.is(last, Role.ACTOR)
        || grammar.is(last, Role.PLANT);
  }

  /// Whether the phrase names many who act: the global semiconductor industry.
  boolean isActor(Stretch phrase) {
    Stretch head = grammar.head(phrase);
    return !head.isEmpty() && grammar.is(head.to() - 1, Role.ACTOR);
  }
}
