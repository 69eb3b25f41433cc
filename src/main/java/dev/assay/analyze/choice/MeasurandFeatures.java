package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Clauses.Clause;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.weigh.Features;
import org.jspecify.annotations.Nullable;

/// What tells that a phrase is what a figure counts or measures: its ends, its head, and how it
/// stands to the figure and to the figure's subject.
final class MeasurandFeatures {

  private static final int NEAR = 4;

  private final WordedText text;
  private final Clauses clauses;
  private final Features like;
  private final String language;

  /// @param property what the figure measures
  /// @param holder whose it is, null if nobody's
  /// @param before the phrase of the figure before, null if it has none
  /// @param beforeProperty what that figure measures
  record Case(
      Figure figure,
      String property,
      @Nullable Phrase holder,
      @Nullable Phrase before,
      String beforeProperty) {}

  MeasurandFeatures(WordedText text, Clauses clauses, Features like) {
    this.text = text;
    this.clauses = clauses;
    this.like = like;
    this.language = text.isChinese ? "zh" : "en";
  }

  /// What tells that no phrase is needed, or none is there.
  Features none(Case one) {
    Features bag = Features.like(like);
    Figure figure = one.figure();
    int at = figure.word();
    String property = one.property();
    bag.add("N");
    bag.add("N.prop", property, language);
    bag.add("N.fam", figure.family(), property, language);
    bag.add("N.l", text.base(at - 1), property);
    bag.add("N.r", text.base(at + 1), property);
    bag.add("N.kr", text.like(at + 1), property, language);
    bag.add("N.kl", text.like(at - 1), property, language);
    bag.add("N.parts", text.part(at - 1), text.part(at + 1), property);
    Phrase holder = one.holder();
    if (holder != null) {
      String where = gap(holder, at);
      bag.add("N.holder", where, property, language);
      bag.add("N.holderpart", text.part(holder.head()), property, language);
      bag.add("N.holderhead", text.like(holder.head()), property, language);
      bag.add("N.holderbase", text.base(holder.head()), property);
      bag.add("N.holdercue", text.cue(holder.head()), property, language);
    } else {
      bag.add("N.nobody", property);
    }
    UnitFamily unit = UnitFamily.of(figure.quantity().unit());
    String named = "no";
    for (int i = at - 1; text.together(i, at) && i > at - 12; i--) {
      if (text.names(i, property, unit)) {
        named = at - i <= 2 ? "near" : "far";
        break;
      }
    }
    bag.add("N.named", named, property, language);
    if (one.before() != null || !one.beforeProperty().isEmpty()) {
      bag.add("N.before", one.before() == null ? "none" : "phrase", property, one.beforeProperty());
    }
    return bag;
  }

  /// What tells that it is the phrase.
  Features of(Case one, Phrase phrase) {
    Features bag = Features.like(like);
    bag.add("O");
    ends(bag, one, phrase);
    head(bag, one, phrase);
    place(bag, one, phrase);
    holder(bag, one, phrase);
    inside(bag, one, phrase);
    before(bag, one, phrase);
    return bag;
  }

  private void ends(Features bag, Case one, Phrase phrase) {
    int first = phrase.first();
    int last = phrase.last();
    boolean startsSentence = !text.together(first - 1, first);
    int before = startsSentence ? -1 : first - 1;
    int after = text.together(last, last + 1) ? last + 1 : -1;
    bag.add("O.first", text.part(first), language);
    bag.add("O.firstbase", text.base(first));
    bag.add("O.prev", text.base(before), language);
    bag.add("O.prevpart", text.part(before), text.part(first), language);
    bag.add("O.kprev", text.like(before), language);
    bag.add("O.prevfirst", text.like(before), text.like(first), language);
    bag.add("O.last", text.part(last), language);
    bag.add("O.lastpart", text.part(last), text.part(after), language);
    bag.add("O.next", text.base(after), language);
    bag.add("O.knext", text.like(after), text.part(last), language);
    bag.add("O.nextprop", text.part(after), one.property(), language);
    bag.add("O.prevprop", text.part(before), one.property(), language);
    int words = last - first + 1;
    bag.add("O.words", String.valueOf(words), language);
    bag.add("O.wordsprop", String.valueOf(Math.min(words, 5)), one.property(), language);
    if (text.isChinese) {
      String written = text.written(phrase);
      bag.add("O.char", written.substring(written.length() - 1));
      bag.add("O.char1", written.substring(0, 1));
      bag.add("O.chars", String.valueOf(Math.min(12, written.length())));
    }
  }

  private void head(Features bag, Case one, Phrase phrase) {
    int head = phrase.head();
    String property = one.property();
    bag.add("O.head", text.base(head));
    bag.add("O.headprop", text.base(head), property);
    bag.add("O.khead", text.like(head), property, language);
    bag.add("O.bhead", text.broad(head), property, one.figure().family(), language);
    bag.add("O.part", text.part(head), property, language);
    bag.add("O.cue", text.cue(head), property, language);
    bag.add(
        "O.tail", phrase.last() == head ? "head" : text.part(phrase.last()), property, language);
  }

  private void place(Features bag, Case one, Phrase phrase) {
    int at = one.figure().word();
    String property = one.property();
    boolean before = phrase.last() < at;
    String side = before ? "L" : "R";
    int from = before ? phrase.last() + 1 : at + 1;
    int to = before ? at - 1 : phrase.first() - 1;
    boolean here = text.together(phrase.head(), at);
    int signs = 0;
    int figures = 0;
    int verbs = 0;
    int nouns = 0;
    StringBuilder bases = new StringBuilder("-");
    StringBuilder parts = new StringBuilder("-");
    int firstVerb = -1;
    for (int i = from; i <= to; i++) {
      signs += text.isSign(i) ? 1 : 0;
      figures += text.isFigure(i) ? 1 : 0;
      nouns += text.word(i).part().isNoun() ? 1 : 0;
      if (text.isVerb(i)) {
        verbs++;
        firstVerb = firstVerb < 0 ? i : firstVerb;
      }
      if (to - from < NEAR) {
        bases.append(text.base(i)).append(' ');
        parts.append(text.part(i)).append(' ');
      }
    }
    int distance = to - from + 1;
    String far = side + bucket(distance);
    String where = side + (here ? "s" + Math.min(signs, 3) : "p");
    bag.add("O.far", far, language);
    bag.add("O.farprop", far, property, language);
    bag.add("O.farfam", far, one.figure().family(), language);
    bag.add("O.where", where, property, language);
    bag.add("O.figures", side, String.valueOf(Math.min(figures, 3)), property, language);
    bag.add("O.verbs", side, String.valueOf(Math.min(verbs, 3)), property, language);
    bag.add("O.nouns", side, String.valueOf(Math.min(nouns, 4)), property, language);
    bag.add("O.wherepart", where, text.part(phrase.head()), language);
    if (distance <= NEAR) {
      bag.add("O.gap", side, bases.toString(), property);
      bag.add("O.gapparts", side, parts.toString(), one.figure().family(), language);
      bag.add("O.gapprop", side, parts.toString(), property, language);
    }
    if (firstVerb >= 0) {
      bag.add("O.verb", side, text.base(firstVerb), property);
      bag.add("O.kverb", side, text.like(firstVerb), property, language);
    }
    Clause clause = clauses.before(at);
    Phrase subject = clause.subject();
    String is =
        subject == null
            ? "none"
            : subject.first() == phrase.first() && subject.last() == phrase.last()
                ? "is"
                : phrase.meets(subject) ? "meets" : "other";
    bag.add("O.clause", is, property, language);
    boolean object = clause.verb() >= 0 && clause.verb() < phrase.first() && here;
    bag.add(
        "O.object",
        object ? "behind" : clause.verb() < 0 ? "verbless" : "before",
        side,
        property,
        language);
    if (clause.verb() >= 0) {
      bag.add("O.clauseverb", side, text.like(clause.verb()), property, language);
      boolean holds = phrase.first() <= clause.verb() && clause.verb() <= phrase.last();
      bag.add("O.holdsverb", String.valueOf(holds), property, language);
    }
  }

  private void holder(Features bag, Case one, Phrase phrase) {
    Phrase holder = one.holder();
    if (holder == null) {
      return;
    }
    int at = one.figure().word();
    String property = one.property();
    String meets =
        !phrase.meets(holder)
            ? "apart"
            : phrase.first() == holder.first() && phrase.last() == holder.last()
                ? "same"
                : phrase.holds(holder)
                    ? phrase.first() == holder.first() ? "opens" : "holds"
                    : holder.holds(phrase) ? "in" : "cuts";
    bag.add("O.meets", meets, property, language);
    boolean inOrder = holder.last() < phrase.first() && phrase.last() < at;
    boolean between = inOrder || at < phrase.first() && phrase.last() < holder.first();
    String order =
        (holder.last() < at ? "h" : "")
            + (between ? "p" : "-")
            + (holder.last() < phrase.first() ? "<" : ">");
    bag.add("O.order", order, property, language);
    if (meets.equals("apart")) {
      int from = Math.min(holder.last(), phrase.last()) + 1;
      int to = Math.max(holder.first(), phrase.first()) - 1;
      bag.add("O.toholder", bucket(to - from + 1), order, property);
      if (to - from < 2) {
        StringBuilder bases = new StringBuilder("-");
        for (int i = from; i <= to; i++) {
          bases.append(text.base(i)).append(' ');
        }
        bag.add("O.holdergap", order, bases.toString(), language);
      }
    }
  }

  private void inside(Features bag, Case one, Phrase phrase) {
    int links = 0;
    int verbs = 0;
    int prepositions = 0;
    int joins = 0;
    boolean named = false;
    boolean name = false;
    boolean adverb = false;
    UnitFamily unit = UnitFamily.of(one.figure().quantity().unit());
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      links += text.is(i, Part.LINK) ? 1 : 0;
      verbs += text.isVerb(i) ? 1 : 0;
      prepositions += text.is(i, Part.PREPOSITION) ? 1 : 0;
      joins += text.is(i, Part.CONJUNCTION) || text.is(i, Part.SIGN) ? 1 : 0;
      adverb |= text.is(i, Part.ADVERB) || text.is(i, Part.PARTICLE) || text.is(i, Part.PRONOUN);
      named |= text.names(i, one.property(), unit);
      name |= text.isName(i);
      if (i > phrase.first() && i < phrase.last()) {
        bag.add("O.in", text.part(i), language);
      }
      if (text.is(i, Part.PREPOSITION) || text.isVerb(i)) {
        bag.add("O.inbase", text.base(i), language);
      }
    }
    bag.add("O.links", String.valueOf(Math.min(links, 2)), language);
    bag.add("O.inverbs", String.valueOf(Math.min(verbs, 2)), one.property(), language);
    bag.add("O.inpreps", String.valueOf(Math.min(prepositions, 2)), language);
    bag.add("O.joins", String.valueOf(Math.min(joins, 2)), language);
    bag.add("O.named", String.valueOf(named), one.property(), language);
    bag.add("O.name", String.valueOf(name), one.property(), language);
    bag.add("O.adverb", String.valueOf(adverb), language);
  }

  private void before(Features bag, Case one, Phrase phrase) {
    Phrase before = one.before();
    if (one.beforeProperty().isEmpty()) {
      return;
    }
    boolean same = one.property().equals(one.beforeProperty());
    String is =
        before == null
            ? "none"
            : text.written(before).equals(text.written(phrase))
                ? before.equals(phrase) ? "place" : "words"
                : before.meets(phrase) ? "meets" : "other";
    bag.add("O.before", is, String.valueOf(same), language);
    bag.add("O.beforeprop", is, one.property(), one.beforeProperty());
  }

  private static String gap(Phrase phrase, int at) {
    return (phrase.last() < at ? "L" : "R") + bucket(MeasurandFinder.distance(phrase, at));
  }

  private static String bucket(int distance) {
    return distance <= 4
        ? String.valueOf(Math.max(-1, distance))
        : distance <= 7 ? "7" : distance <= 12 ? "12" : distance <= 20 ? "20" : "far";
  }
}
