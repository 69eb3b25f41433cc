package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
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
    return sentence.isName(mark)
        ? sentence.thing(mark)
        : new Thing(null, sentence.words(new Stretch(mark, mark + 1)));
  }

  /// The holder at the head of `phrase`, else the one that a preposition brings in; null if none.
  @Nullable Thing holder(Stretch phrase) {
    Stretch head = grammar.head(phrase);
    Thing owner = holderIn(head);
    if (owner != null || head.to() >= phrase.to()) {
      return owner;
    }
    if (sentence.is(head.isEmpty() ? phrase.from() : head.from(), Cue.POSSESSIVE)) {
      return null; // "its share of China's imports"
    }
    Stretch rest = new Stretch(head.to(), phrase.to());
    if (isOwn(head)) {
      boolean placed =
          sentence.is(head.to() - 1, Role.ACTOR) || sentence.is(head.to() - 1, Role.PLANT);
      return placed && !isProper(head) ? located(head, rest) : null;
    }
    return isOfAnother(head) && !sentence.is(rest.from(), Role.BY) ? null : attached(rest);
  }

  /// "The reduction in visits from China": a thing of its own, of which the place has no figure.
  private boolean isOfAnother(Stretch head) {
    int last = head.to() - 1;
    return !grammar.isChinese()
        && !head.isEmpty()
        && sentence.isPlain(last)
        && !sentence.startsUpper(last);
  }

  /// "Miners in Myanmar", "a plant in Texas".
  private @Nullable Thing located(Stretch head, Stretch rest) {
    boolean place = rest.to() > rest.from() + 1 && sentence.isHolder(rest.from() + 1);
    return place
        ? descriptions.phrase(descriptions.trimmed(new Stretch(head.from(), rest.from() + 2)))
        : null;
  }

  /// "The Cerro Blanco mine in Peru", "miners in Myanmar": the phrase names a thing of its own, not
  /// what the place has.
  boolean isOwn(Stretch head) {
    int last = head.to() - 1;
    if (grammar.isChinese() || head.isEmpty()) {
      return false;
    }
    boolean plant = sentence.is(last, Role.PLANT) && !sentence.is(last, Role.NOUN);
    return plant
        || sentence.is(last, Role.ACTOR) && !sentence.is(last, Role.NOUN)
        || isProper(head);
  }

  /// Two capital words that no pack knows.
  private boolean isProper(Stretch head) {
    int last = head.to() - 1;
    return last > head.from()
        && sentence.isCapital(last)
        && sentence.isCapital(last - 1)
        && last - 1 > 0;
  }

  /// "the Grid Renewal Act — $40 billion": the noun phrase before a dash behind which the figure
  /// stands alone, empty if there is none.
  Stretch beforeDash(int figure) {
    int dash = figure - 1;
    boolean alone = sentence.isStop(figure + 1);
    while (dash > 0 && sentence.isSign(dash - 1, "—-")) {
      dash--;
    }
    if (!alone || dash <= 0 || !sentence.isSign(dash, "—-")) {
      return Stretch.NONE;
    }
    int to = sentence.isStop(dash - 1) ? dash - 1 : dash;
    int from = to;
    while (from > 0 && !sentence.isStop(from - 1) && !grammar.isVerb(from - 1)) {
      from--;
    }
    return new Stretch(from, to);
  }

  /// Whether the phrase ends with the name of an industry.
  boolean isIndustry(Stretch phrase) {
    return !phrase.isEmpty()
        && sentence.at(phrase.to() - 1) instanceof Mark.Name name
        && name.kind().equals("industry");
  }

  /// 锂在日本的储备: the holder that 在 brings into the phrase.
  @Nullable Thing located(Stretch phrase) {
    for (int i = phrase.from(); i + 1 < phrase.to(); i++) {
      if (sentence.is(i, Role.SIDE) && sentence.folded(i).equals("在") && sentence.isHolder(i + 1)) {
        return sentence.thing(i + 1);
      }
    }
    return null;
  }

  private @Nullable Thing holderIn(Stretch stretch) {
    int found = -1;
    for (int i = stretch.from(); i < stretch.to(); i++) {
      boolean holds = sentence.isHolder(i) && !isSeries(i) && !isWhereabouts(i);
      if (holds && (found < 0 || describes(found, i))) {
        found = i;
      }
    }
    return found < 0 ? null : holderAt(found, stretch);
  }

  /// 美 of 在美中国企业: only where the one behind it is.
  private boolean isWhereabouts(int i) {
    return sentence.isWord(i - 1, "在")
        && sentence.isHolder(i + 1)
        && sentence.at(i).end() == sentence.at(i + 1).start();
  }

  /// A country before a company or person describes it: "Australia's Lynas", 美国财长贝森特.
  private boolean describes(int earlier, int later) {
    String kind = sentence.kind(later);
    boolean narrower = !kind.equals("country") && !kind.equals("region") && !kind.equals("group");
    for (int i = earlier + 1; i < later; i++) {
      if (sentence.isStop(i)
          || sentence.is(i, Role.AND)
          || sentence.is(i, Role.SIDE)
          || sentence.is(i, Role.NOUN)) {
        return false;
      }
    }
    return narrower;
  }

  /// "JSW Steel" in "India's JSW Steel", not "SME" in "China's SME exports".
  private boolean isProperName(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!sentence.startsUpper(i)) {
        return false;
      }
    }
    boolean abbreviation = from + 1 == to && sentence.text().isUpper(sentence.at(from).end() - 1);
    return from < to && sentence.isCapital(from) && !abbreviation;
  }

  /// 哥伦比亚级, 加利福尼亚号: a ship or a type that is called by the name.
  boolean isSeries(int i) {
    return sentence.isName(i)
        && sentence.lexicon().words(Cue.SERIES).isAt(sentence.text(), sentence.at(i).end());
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
    if (sentence.isPlace(i)
        && i > stretch.from()
        && sentence.isCapital(i - 1)
        && !sentence.isPossessive(i - 1)) {
      int from = i - 1;
      while (from > stretch.from() && sentence.isCapital(from - 1)) {
        from--;
      }
      return descriptions.phrase(new Stretch(from, i + 1));
    }
    if (i + 1 < stretch.to()
        && isCountry(i)
        && isCountry(i + 1)
        && sentence.at(i).end() == sentence.at(i + 1).start()) {
      return new Thing(null, sentence.words(new Stretch(i, i + 2)));
    }
    if (sentence.isPlace(i) && sentence.isPossessive(i) && isProperName(i + 1, stretch.to())) {
      return descriptions.phrase(new Stretch(i + 1, stretch.to()));
    }
    int end = listEnd(i, stretch);
    if (end > i + 1) {
      return new Thing(null, sentence.words(new Stretch(i, end)));
    }
    boolean leads = sentence.kind(i).equals("person") && sentence.is(i + 1, Role.GOVERNMENT);
    if (leads) {
      String country = sentence.lexicon().holders().government(sentence.id(i));
      return new Thing(country, sentence.words(new Stretch(i, i + 2)));
    }
    int whole = Math.max(actorEnd(i, stretch), properEnd(i, stretch));
    return whole < 0 ? sentence.thing(i) : descriptions.phrase(new Stretch(i, whole));
  }

  /// Where "China, Japan and Australia" ends: holders with commas and a last "and" between them.
  private int listEnd(int i, Stretch stretch) {
    int end = i + 1;
    while (end + 1 < stretch.to() && sentence.isSign(end, ",，、") && sentence.isHolder(end + 1)) {
      end += 2;
    }
    end = sentence.isSign(end, ",") && sentence.is(end + 1, Role.AND) ? end + 1 : end;
    boolean closes =
        end + 1 < stretch.to() && sentence.is(end, Role.AND) && sentence.isHolder(end + 1);
    return closes ? end + 2 : i + 1;
  }

  private boolean isCountry(int i) {
    return sentence.kind(i).equals("country");
  }

  /// The holder right before the figure whose it is: "Argentina's 20 million tons", 印度的690万吨; null
  /// if none.
  @Nullable Thing possessor(int figure) {
    int i = figure - 1;
    while (i > 0 && (sentence.is(i, Role.LINK) || sentence.is(i, Role.ADVERB))) {
      i--;
    }
    boolean owns =
        i >= 0
            && sentence.isHolder(i)
            && (sentence.is(i + 1, Role.LINK) || sentence.isPossessive(i));
    boolean part =
        sentence.at(figure) instanceof Mark.Number number
            && (number.family() == UnitFamily.PART || number.family() == UnitFamily.TIMES)
            && sentence.text().isHan(sentence.at(Math.max(i, 0)).start());
    boolean compared = i > 0 && sentence.is(i - 1, Cue.EXCEEDING);
    boolean brought =
        sentence.text().isHan(sentence.at(Math.max(i, 0)).start()) && sentence.is(i - 1, Role.FROM);
    if (!owns || brought || part && !compared || sentence.is(i - 1, Role.VERB)) {
      return null;
    }
    return holderAt(i, new Stretch(i, i + 1));
  }

  /// Where a phrase such as "Chinese state-owned companies" ends, -1 if the name means the holder
  /// itself.
  private int actorEnd(int i, Stretch stretch) {
    String kind = sentence.kind(i);
    if (!kind.equals("country")
        && !kind.equals("region")
        && !kind.equals("group")
        && !kind.equals("state")) {
      return -1;
    }
    int last = stretch.to() - 1;
    boolean made = sentence.text().at(sentence.at(i).end()) == '-';
    boolean goods =
        !grammar.isChinese()
            && last > i
            && sentence.at(last) instanceof Mark.Name name
            && name.kind().equals("product");
    if (!sentence.isPossessive(i) && (made && last > i || goods)) {
      return stretch.to();
    }
    if (last > i && !grammar.isChinese() && isPlant(last)) {
      return stretch.to();
    }
    for (int k = i + 1; k < Math.min(stretch.to(), i + 5); k++) {
      Mark mark = sentence.at(k);
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
    return sentence.is(i, Role.PLANT) && !sentence.is(i, Role.NOUN) && !sentence.is(i, Role.STAGE);
  }

  /// 塞罗布兰科矿.
  private boolean isPlantName(int i) {
    int end = sentence.at(i).end();
    boolean named = sentence.isPlain(i) && end - sentence.at(i).start() > 3;
    return named && sentence.ends(i, Cue.PLANT_END);
  }

  /// Where a longer proper name such as "Asia Infrastructure Investment Bank" ends, -1 if the name
  /// is whole.
  private int properEnd(int i, Stretch stretch) {
    int end = i + 1;
    while (end < stretch.to() && sentence.isCapital(end) && !sentence.isPossessive(end - 1)) {
      end++;
    }
    return end > i + 1 ? end : -1;
  }

  /// "exports from China", "the output of Myanmar".
  private @Nullable Thing attached(Stretch rest) {
    boolean changes = rest.from() > 0 && sentence.is(rest.from() - 1, Role.CHANGE);
    for (int i = rest.from(); i + 1 < rest.to(); i++) {
      if (changes && isOfAnother(new Stretch(i, i + 1))) {
        return null; // "the reduction in visits from China"
      }
      boolean brings =
          sentence.is(i, Role.SIDE) && sentence.folded(i).matches("of|from|in|by|for|at");
      if (brings) {
        int next = sentence.is(i + 1, Role.DET) ? i + 2 : i + 1;
        if (next < rest.to() && sentence.isHolder(next)) {
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
            && sentence.is(phrase.from(), Role.DET)
            && !sentence.folded(phrase.from()).matches("the|its|their|this|that|整.");
    for (int i = phrase.from() + 1; one && i < phrase.to(); i++) {
      if (sentence.isPlain(i)) {
        return null;
      }
      if (sentence.at(i) instanceof Mark.Name name && name.kind().equals("product")) {
        return sentence.thing(i);
      }
    }
    return null;
  }

  /// The first material of `phrase`, or null.
  @Nullable Thing material(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (sentence.isMaterial(i)) {
        return sentence.thing(i);
      }
      Optional<String> priced = sentence.at(i) instanceof Mark.Word ? priced(i) : Optional.empty();
      if (priced.isPresent()) {
        return new Thing(priced.get(), sentence.words(new Stretch(i, i + 1)));
      }
    }
    return null;
  }

  private Optional<String> priced(int i) {
    return sentence.lexicon().holders().priced(sentence.folded(i));
  }

  boolean hasWorld(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (sentence.is(i, Role.WORLD) && !isPartOfName(i)) {
        return true;
      }
    }
    return false;
  }

  /// "Global" in "Emirates Global Aluminium".
  boolean isPartOfName(int i) {
    boolean upper = sentence.startsUpper(i);
    return upper
        && (i > 0 && sentence.isCapital(i - 1)
            || i + 1 < sentence.size() && sentence.isCapital(i + 1));
  }

  /// Whether the phrase names many who act: the global semiconductor industry.
  boolean isActor(Stretch phrase) {
    Stretch head = grammar.head(phrase);
    return !head.isEmpty() && sentence.is(head.to() - 1, Role.ACTOR);
  }
}
