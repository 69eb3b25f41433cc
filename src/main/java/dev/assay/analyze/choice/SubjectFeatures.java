package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Clauses.Clause;
import dev.assay.analyze.choice.Phrase.Kind;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.weigh.Features;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What tells whose figure it is: what a phrase is, and where it stands to the figure.
final class SubjectFeatures {

  private static final int NEAR = 6;
  private static final int NEXT = 4;
  private static final int PRONOUNS = 10;

  private final WordedText text;

  /// Phrases of which a part stands in a sentence.
  private final Map<Integer, List<Phrase>> bySentence = new HashMap<>();

  /// The longest phrases, by the sentence of their heads.
  private final Map<Integer, List<Phrase>> wholes = new HashMap<>();

  private final int firstEnd;
  private final Clauses clauses;
  private final Features like;
  private final String language;

  /// What stands around each phrase, whichever figure it is weighed for.
  private final Map<Phrase, Around> around = new HashMap<>();

  /// @param whole the longest phrase that it is in, or itself
  /// @param listed which of a list it is: first, last, inner, or nothing
  /// @param times how often it stands in the text, three at most
  private record Around(Phrase whole, String listed, int times, boolean isFirst) {}

  /// The figure of which clause and sentence were looked up last: they are asked for each phrase.
  private int clauseOf = -1;

  private Clause own = Clause.NONE;
  private Clause main = Clause.NONE;

  SubjectFeatures(WordedText text, List<Phrase> phrases, Clauses clauses, Features like) {
    this.text = text;
    this.firstEnd = phrases.stream().mapToInt(Phrase::last).min().orElse(0);
    for (Phrase phrase : phrases) {
      for (int s = text.sentence(phrase.first()); s <= text.sentence(phrase.last()); s++) {
        bySentence.computeIfAbsent(s, _ -> new ArrayList<>()).add(phrase);
      }
      if (phrase.kind() == Kind.WHOLE) {
        wholes.computeIfAbsent(text.sentence(phrase.head()), _ -> new ArrayList<>()).add(phrase);
      }
    }
    this.clauses = clauses;
    this.like = like;
    this.language = text.isChinese ? "zh" : "en";
  }

  /// What tells that no phrase of the text is the subject.
  Features none(Figure figure, List<Phrase> candidates, String property) {
    Features bag = Features.like(like);
    int at = figure.word();
    Clause clause = clauses.before(at);
    bag.add("N");
    bag.add(
        "N.subj",
        clause.pronoun() >= 0
            ? text.base(clause.pronoun())
            : clause.subject() == null ? "left" : "phrase",
        language);
    bag.add("N.lang", language);
    bag.add("N.fam", figure.family());
    bag.add("N.prop", property);
    bag.add("N.count", number(candidates.size(), 8));
    bag.add("N.named", yes(candidates.stream().anyMatch(this::isName)), language);
    bag.add("N.l", text.base(at - 1));
    bag.add("N.r", text.base(at + 1));
    bag.add("N.lr", text.base(at - 1), text.base(at + 1));
    for (int i = Math.max(0, at - PRONOUNS); i < Math.min(text.size(), at + PRONOUNS); i++) {
      if (text.is(i, Part.PRONOUN) && text.together(i, at)) {
        bag.add("N.pron", text.base(i), i < at ? "L" : "R");
      }
    }
    return bag.distinct();
  }

  /// What tells that the figure is that of the phrase.
  Features of(Figure figure, Phrase phrase, String property) {
    Features bag = Features.like(like);
    String family = figure.family();
    bag.add("S");
    kind(bag, phrase, property, family);
    chain(bag, phrase, property);
    place(bag, figure, phrase, property);
    clause(bag, figure, phrase, property);
    return bag;
  }

  /// Whether what the figure is said of is a pronoun that points back: it refines 77 % of the ore.
  boolean isOfPronoun(int figure) {
    int pronoun = clauses.before(figure).pronoun();
    return text.isThirdPerson(pronoun);
  }

  private boolean isName(Phrase phrase) {
    return phrase.id() != null || text.isName(phrase.head());
  }

  private String sort(Phrase phrase) {
    return isName(phrase) ? "name" : "noun";
  }

  // ---- what it is

  private void kind(Features bag, Phrase phrase, String property, String family) {
    int head = phrase.head();
    String type = phrase.id() == null ? "-" : NamedEntity.kindOf(phrase.id());
    String kind = phrase.kind().name();
    String part = text.part(head);
    String base = text.base(head);
    bag.add("S.kind", kind, language);
    bag.add("S.kind.prop", kind, property);
    bag.add("S.type", type, property);
    bag.add("S.type.fam", type, family);
    bag.add("S.tag", part, language);
    bag.add("S.tag.prop", part, property);
    bag.add("S.head", base);
    bag.add("S.head.prop", base, property);
    bag.add("S.khead", text.like(head), language);
    bag.add("S.khead.prop", text.like(head), property, language);
    bag.add("S.bhead.prop", text.broad(head), property, language);
    if (text.isChinese) {
      String last = base.substring(base.length() - 1);
      bag.add("S.char", last);
      bag.add("S.char.prop", last, property);
      bag.add("S.len", number(phrase.end() - phrase.start(), 10));
    } else {
      boolean upper = Character.isUpperCase(text.text.original.charAt(phrase.start()));
      bag.add("S.shape", upper ? "A" : "a", part);
      bag.add("S.plural", yes(text.written(head).endsWith("s")), part, property);
      bag.add("S.suffix", base.substring(Math.max(0, base.length() - 3)), part, property);
    }
    bag.add("S.words", number(phrase.last() - phrase.first() + 1, 5), language);
    bag.add("S.first", text.part(phrase.first()), language);
    String cue = text.cue(head);
    bag.add("S.cue", cue, language);
    bag.add("S.cue.prop", cue, property);
    int before = phrase.first() - 1;
    bag.add("S.det", text.together(before, phrase.first()) ? text.base(before) : "start");
    bag.add("S.dettag", text.part(before), part, language);
    bag.add("S.nexttag", text.part(phrase.last() + 1), part, language);
    Around around = around(phrase);
    bag.add("S.times", number(around.times(), 3), language);
    bag.add("S.isfirst", yes(around.isFirst()), language, sort(phrase));
  }

  private Around around(Phrase phrase) {
    return around.computeIfAbsent(
        phrase, one -> new Around(whole(one), listed(one), times(one), firstEnd >= one.first()));
  }

  private List<Phrase> beside(Phrase phrase) {
    return bySentence.getOrDefault(text.sentence(phrase.head()), List.of());
  }

  /// The longest phrase around it that is no list and not joined by "of".
  private Phrase whole(Phrase phrase) {
    Phrase whole = phrase;
    for (Phrase other : beside(phrase)) {
      boolean joined = other.kind() == Kind.LIST || other.kind() == Kind.OF;
      if (!joined && other.holds(phrase) && other.isLonger(whole)) {
        whole = other;
      }
    }
    return whole;
  }

  /// Which of a list it is, empty if it is in none.
  private String listed(Phrase phrase) {
    for (Phrase list : beside(phrase)) {
      if (list.kind() == Kind.LIST && list.holds(phrase) && !list.equals(phrase)) {
        return list.start() == phrase.start()
            ? "first"
            : list.end() == phrase.end() ? "last" : "inner";
      }
    }
    return "";
  }

  /// How often the phrase stands in the text.
  private int times(Phrase phrase) {
    String written = text.written(phrase);
    int times = 0;
    int at = text.text.original.indexOf(written);
    while (at >= 0 && times < 3) {
      times++;
      at = text.text.original.indexOf(written, at + 1);
    }
    return times;
  }

  /// Where a phrase stands in the longest around it: Rio Tinto of "Rio Tinto's new mine".
  private void chain(Features bag, Phrase phrase, String property) {
    Phrase whole = around(phrase).whole();
    String at =
        whole.equals(phrase)
            ? "whole"
            : whole.start() == phrase.start()
                ? "first"
                : whole.end() == phrase.end() ? "last" : "inner";
    String sort = sort(phrase);
    String end = sort(whole);
    bag.add("S.chain", at, sort, end, language);
    bag.add("S.chain.prop", at, sort, end, property);
    bag.add("S.chain.kind", at, phrase.kind().name(), language);
    if (!whole.equals(phrase)) {
      bag.add("S.chain.head", at, text.base(whole.head()));
      bag.add("S.kchain", at, text.like(whole.head()), sort, language);
      bag.add("S.chain.cue", at, text.cue(whole.head()), sort);
    }
    bag.add("S.chain.next", at, text.base(whole.last() + 1), sort);
    int next = phrase.last() + 1;
    if (isOf(next)) {
      bag.add("S.of.next", sort, text.part(next + 1), language);
      bag.add("S.of.nextword", text.base(next + 1));
      bag.add("S.of.knext", text.like(next + 1), text.broad(phrase.head()), language);
      bag.add("S.of.nextcue", sort, cueAhead(next + 1), property);
    }
    int before = phrase.first() - 1;
    if (isOf(before)) {
      bag.add("S.of.before", sort, text.part(before - 1), language);
      bag.add("S.of.beforeword", text.base(before - 1));
      bag.add("S.of.kbefore", text.like(before - 1), sort, language);
      bag.add("S.of.beforecue", sort, text.cue(before - 1), property);
    }
    list(bag, phrase, property);
  }

  /// What can be measured in the noun phrase behind an "of".
  private String cueAhead(int from) {
    for (int i = from; i < from + 3 && text.has(i); i++) {
      if (text.isMeasure(i)) {
        return text.cue(i);
      }
    }
    return "-";
  }

  /// Whether it is one of a list, and which.
  private void list(Features bag, Phrase phrase, String property) {
    String at = around(phrase).listed();
    if (!at.isEmpty()) {
      bag.add("S.list", at, phrase.kind().name(), language);
      bag.add("S.list.prop", at, property);
    }
  }

  private boolean isOf(int i) {
    return text.is(i, Part.LINK) || text.base(i).equals("of") || text.base(i).equals("之");
  }

  // ---- where it stands

  private void place(Features bag, Figure figure, Phrase phrase, String property) {
    int at = figure.word();
    String family = figure.family();
    boolean before = phrase.last() < at;
    String side = before ? "L" : "R";
    int from = before ? phrase.last() + 1 : at + 1;
    int to = before ? at - 1 : phrase.first() - 1;
    Between between = between(from, to);
    int distance = to - from + 1;
    boolean here = text.sentence(at) == text.sentence(phrase.head());
    String same = yes(here);
    String far = side + bucket(distance);
    String where = side + (here ? "s" + number(between.stops, 4) : "p");
    bag.add("S.far", far, language);
    bag.add("S.far.prop", far, property);
    bag.add("S.where", where, language);
    bag.add("S.where.prop", where, property);
    bag.add("S.where.fam", where, family, language);
    bag.add("S.where.tag", where, text.part(phrase.head()), language);
    bag.add("S.where.kind", where, phrase.kind().name(), language);
    bag.add("S.figures", side, number(between.figures, 3), language);
    bag.add("S.verbs", side, number(between.verbs, 3), language, same);
    bag.add("S.nouns", side, number(between.nouns, 5), language, same);
    bag.add("S.signs", side, between.signs.toString());
    if (distance <= NEAR) {
      bag.add("S.tags", side, between.tags.toString(), family);
    }
    if (distance <= NEXT) {
      bag.add("S.lemmas", side, between.bases.toString());
      bag.add("S.lemmas.prop", side, between.bases.toString(), property);
    }
    beside(bag, figure, phrase, property, side);
    if (between.firstVerb >= 0) {
      bag.add("S.verb1", side, text.base(between.firstVerb));
      bag.add("S.verb1.prop", side, text.base(between.firstVerb), property);
      bag.add("S.kverb1", side, text.like(between.firstVerb), language);
      bag.add("S.kverb1.prop", side, text.like(between.firstVerb), property, language);
      bag.add("S.verbn", side, text.base(between.lastVerb), property);
    }
    role(bag, phrase, where, property, between);
    rank(bag, figure, phrase, property, side, same);
  }

  /// What stands between a phrase and the figure.
  private static final class Between {
    int stops;
    int figures;
    int verbs;
    int nouns;
    int firstVerb = -1;
    int lastVerb = -1;
    final StringBuilder signs = new StringBuilder("-");
    final StringBuilder tags = new StringBuilder("-");
    final StringBuilder bases = new StringBuilder("-");
  }

  private Between between(int from, int to) {
    Between between = new Between();
    boolean near = to - from < NEAR;
    for (int i = from; i <= to; i++) {
      Part part = text.word(i).part();
      between.figures += text.isFigure(i) ? 1 : 0;
      between.nouns += part.isNoun() ? 1 : 0;
      if (part == Part.SIGN) {
        between.stops++;
        if (between.signs.length() < 4) {
          between.signs.append(text.base(i));
        }
      }
      if (part.isVerb()) {
        between.verbs++;
        between.firstVerb = between.firstVerb < 0 ? i : between.firstVerb;
        between.lastVerb = i;
      }
      if (near) {
        between.tags.append(text.part(i)).append(' ');
        between.bases.append(text.base(i)).append(' ');
      }
    }
    return between;
  }

  private void beside(Features bag, Figure figure, Phrase phrase, String property, String side) {
    String before = text.base(phrase.first() - 1);
    String after = text.base(phrase.last() + 1);
    int at = figure.word();
    bag.add("S.after", side, after);
    bag.add("S.before", side, before);
    bag.add("S.before.prop", side, before, property);
    bag.add("S.kbefore", side, text.like(phrase.first() - 1), language);
    bag.add("S.kafter", side, text.like(phrase.last() + 1), language);
    bag.add("S.after.prop", side, after, property);
    bag.add("S.around", side, before, after);
    int next = phrase.last() + 1;
    String figures = next == at ? "own" : text.isFigure(next) ? "other" : "none";
    bag.add("S.nextfigure", figures, side, text.isName(phrase.head()) ? "name" : "noun", language);
    if (side.equals("L")) {
      bag.add("S.link", after, text.base(at - 1));
      String family = figure.family();
      bag.add(
          "S.link2",
          text.part(phrase.first() - 1),
          text.part(phrase.last() + 1),
          text.part(at - 1),
          family);
    } else {
      bag.add("S.link", "R", text.base(at + 1), before);
    }
  }

  /// What the phrase does in its clause: before a verb, behind one, behind a preposition.
  private void role(Features bag, Phrase phrase, String where, String property, Between between) {
    int before = phrase.first() - 1;
    while (text.is(before, Part.DETERMINER) || text.is(before, Part.ADJECTIVE)) {
      before--;
    }
    int after = phrase.last() + 1;
    while (text.is(after, Part.ADVERB)) {
      after++;
    }
    String role =
        text.together(before, phrase.first()) && text.is(before, Part.PREPOSITION)
            ? "prep." + text.base(before)
            : text.isVerb(after) && text.together(after, phrase.last())
                ? "subject"
                : text.isVerb(before) && text.together(before, phrase.first()) ? "object" : "other";
    bag.add("S.role", role, language);
    bag.add("S.role.where", role, where, number(between.verbs, 2));
    bag.add("S.role.prop", role, property, where);
  }

  /// Whether the clause of the figure is about it, or the whole sentence, or the one before.
  private void clause(Features bag, Figure figure, Phrase phrase, String property) {
    if (clauseOf != figure.word()) {
      clauseOf = figure.word();
      own = clauses.before(clauseOf);
      main = clauses.main(clauseOf);
    }
    String verb = own.verb() < 0 ? "none" : text.base(own.verb());
    String is = relation(own, phrase);
    bag.add("S.subj", is, language);
    bag.add("S.subj.prop", is, property);
    bag.add("S.subj.verb", is, verb);
    bag.add("S.subj.kverb", is, own.verb() < 0 ? "none" : text.like(own.verb()), language);
    bag.add("S.subj.khead", is, text.like(phrase.head()), language);
    bag.add(
        "S.subj.bb",
        is,
        own.verb() < 0 ? "none" : text.broad(own.verb()),
        text.broad(phrase.head()),
        language);
    bag.add("S.subj.kind", is, phrase.kind().name(), sort(phrase), language);
    int then = phrase.last() + 1;
    while (text.together(then, phrase.head())
        && then <= phrase.last() + NEXT
        && !text.isVerb(then)) {
      then++;
    }
    boolean acts = text.together(then, phrase.head()) && text.isVerb(then);
    bag.add("S.acts", acts ? text.cue(then) : "none", is, language);
    bag.add("S.kacts", acts ? text.like(then) : "none", property, language);
    if (!text.together(phrase.head(), figure.word())) {
      String state = own.subject() != null ? "phrase" : own.pronoun() >= 0 ? "pronoun" : "left";
      bag.add(
          "S.prev", relation(clauses.main(phrase.head()), phrase), state, sort(phrase), language);
    }
    String isMain = relation(main, phrase);
    bag.add("S.main", isMain, is, language);
    bag.add("S.main.prop", isMain, property, language);
    bag.add("S.main.verb", isMain, main.verb() < 0 ? "none" : text.base(main.verb()));
    if (own.pronoun() >= 0) {
      String pronoun = text.base(own.pronoun());
      boolean earlier = phrase.last() < own.pronoun();
      String ofItsSentence = relation(clauses.main(phrase.head()), phrase);
      boolean here = text.together(phrase.head(), figure.word());
      bag.add("S.pron", pronoun, yes(earlier), ofItsSentence, yes(here));
      bag.add("S.pron.part", pronoun, text.part(phrase.head()), sort(phrase), ofItsSentence);
    }
  }

  private static String relation(Clause clause, Phrase phrase) {
    Phrase subject = clause.subject();
    if (subject == null) {
      return clause.verb() < 0 ? "verbless" : clause.pronoun() >= 0 ? "pronoun" : "left";
    }
    boolean same = subject.first() == phrase.first() && subject.last() == phrase.last();
    return same
        ? "is"
        : subject.holds(phrase)
            ? subject.last() == phrase.last() ? "end" : "in"
            : phrase.holds(subject) ? "holds" : "other";
  }

  /// Its place among those on the same side in the same sentence.
  private void rank(
      Features bag, Figure figure, Phrase phrase, String property, String side, String same) {
    int at = figure.word();
    int nearer = 0;
    int further = 0;
    boolean measured = false;
    for (Phrase other : wholes.getOrDefault(text.sentence(phrase.head()), List.of())) {
      if (!other.meets(phrase)) {
        boolean left = other.last() < at;
        boolean between =
            side.equals("L")
                ? other.first() > phrase.last() && left
                : other.first() > at && other.last() < phrase.first();
        boolean beyond =
            side.equals("L") ? other.last() < phrase.first() : other.first() > phrase.last();
        nearer += between ? 1 : 0;
        further += beyond ? 1 : 0;
        measured |= between && text.isMeasure(other.head());
      }
    }
    bag.add("S.nearer", side, number(nearer, 4), language, same);
    bag.add("S.further", side, number(further, 4), language, same);
    bag.add("S.rank.prop", side, number(nearer, 3), number(further, 3), property);
    bag.add("S.measured", side, yes(measured), property);
  }

  // ---- values

  private static String bucket(int distance) {
    return distance <= 4
        ? String.valueOf(distance)
        : distance <= 7 ? "7" : distance <= 12 ? "12" : distance <= 20 ? "20" : "far";
  }

  private static String number(int count, int most) {
    return String.valueOf(Math.min(count, most));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }
}
