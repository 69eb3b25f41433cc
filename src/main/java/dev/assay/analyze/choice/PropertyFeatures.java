package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Clauses.Clause;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.weigh.Features;
import java.util.Locale;

/// What tells which property a figure measures: its unit, the words around it, the figures beside
/// it.
final class PropertyFeatures {

  private static final int NEAR = 6;
  private static final int FAR = 14;
  private static final int OWN = 6;
  private static final int SMALL = 12;

  private final WordedText text;
  private final Clauses clauses;
  private final Features like;

  /// @param like a bag for the same purpose
  PropertyFeatures(WordedText text, Clauses clauses, Features like) {
    this.text = text;
    this.clauses = clauses;
    this.like = like;
  }

  Features of(int number) {
    Features bag = Features.like(like);
    Figure figure = text.figures.get(number);
    String family = figure.family();
    String language = text.isChinese ? "zh" : "en";
    bag.add("P");
    bag.add("P.fam", family, language);
    bag.add("P.unit", figure.unit());
    size(bag, figure, family);
    surface(bag, figure.quantity());
    UnitFamily unit = UnitFamily.of(figure.quantity().unit());
    side(bag, figure.word(), -1, family, unit);
    side(bag, figure.word(), 1, family, unit);
    around(bag, figure.word(), family, unit);
    neighbours(bag, number, family);
    return bag.distinct();
  }

  /// The features of a figure that speak for a property whichever it is: where the words stand that
  /// name it, and whether words that name another stand nearer.
  Features naming(int number, String property) {
    Features bag = Features.like(like);
    Figure figure = text.figures.get(number);
    UnitFamily unit = UnitFamily.of(figure.quantity().unit());
    boolean named = false;
    for (int step : new int[] {-1, 1}) {
      int stops = 0;
      int others = 0;
      for (int d = 1; d <= FAR && text.together(figure.word(), figure.word() + d * step); d++) {
        int i = figure.word() + d * step;
        stops += text.isSign(i) ? 1 : 0;
        String cue = text.cue(i, unit);
        if (text.names(i, property, unit)) {
          String side = (step < 0 ? "L" : "R") + Math.min(others, 2) + (stops == 0 ? "in" : "out");
          bag.add("P.is", side, cue.substring(0, 1));
          bag.add("P.isat", side, d <= 2 ? "near" : d <= 6 ? "mid" : "far", figure.family());
          named = true;
          break;
        }
        others += cue.indexOf(':') == 1 ? 1 : 0;
      }
    }
    if (!named) {
      bag.add("P.unnamed", figure.family());
    }
    return bag;
  }

  private static void size(Features bag, Figure figure, String family) {
    double size = figure.size();
    int digits = size == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(size)));
    bag.add("P.size", family, String.valueOf(digits));
    bag.add("P.mod", family, figure.quantity().modifier().word());
    if (size == Math.rint(size) && size >= 0 && size <= SMALL) {
      bag.add("P.small", family, String.valueOf((int) size));
    }
  }

  private void surface(Features bag, Quantity quantity) {
    String written = quantity.span().in(text.text.original);
    bag.add("P.surface", written.replaceAll("[0-9０-９.,]+", "0").toLowerCase(Locale.ROOT));
    if (text.isChinese) {
      bag.add("P.last", written.substring(written.length() - 1));
    }
  }

  private void side(Features bag, int at, int step, String family, UnitFamily unit) {
    String side = step < 0 ? "L" : "R";
    int stops = 0;
    boolean seen = false;
    for (int d = 1; d <= FAR && text.together(at, at + d * step); d++) {
      int i = at + d * step;
      stops += text.isSign(i) ? 1 : 0;
      word(bag, i, d, side, stops == 0, family);
      String cue = text.cue(i, unit);
      if (!cue.equals("-")) {
        bag.add("P.cue", side, cue, family, stops == 0 ? "in" : "out");
        if (cue.indexOf(':') == 1 && !seen) {
          bag.add("P.cue1", side, cue, family);
          bag.add("P.cue1d", side, cue, String.valueOf(Math.min(d, 5)));
          seen = true;
        }
      }
    }
  }

  private void word(
      Features bag, int i, int distance, String side, boolean inClause, String family) {
    String base = text.base(i);
    if (distance <= NEAR) {
      bag.add("P.near", side, base);
      bag.add("P.knear", side, text.like(i));
    }
    if (distance <= 2) {
      bag.add("P.at", side + distance, base);
      bag.add("P.kat", side + distance, text.like(i), family);
      bag.add("P.tagat", side + distance, text.part(i), family);
    }
    if (!inClause) {
      return;
    }
    bag.add("P.clause", side, base);
    if (text.isChinese && base.length() >= 2) {
      bag.add("P.end", side, base.substring(base.length() - 1));
    }
  }

  private void around(Features bag, int at, String family, UnitFamily unit) {
    bag.add("P.tags", text.part(at - 2), text.part(at - 1), family, text.part(at + 1));
    bag.add("P.tagr", family, text.part(at + 1), text.part(at + 2));
    clause(bag, at, family, unit);
    int noun = at + 1;
    while (text.together(at, noun) && noun < at + OWN && isBeforeNoun(noun)) {
      noun++;
    }
    boolean found = text.together(at, noun) && text.word(noun).part().isNoun();
    bag.add("P.noun", found ? text.base(noun) : "none", family);
    bag.add("P.nouncue", found ? text.cue(noun, unit) : "none", family);
  }

  private boolean isBeforeNoun(int i) {
    boolean compound =
        text.word(i).part().isNoun() && text.has(i + 1) && text.word(i + 1).part().isNoun();
    return compound
        || text.is(i, Part.ADJECTIVE)
        || text.is(i, Part.PREPOSITION)
        || text.is(i, Part.DETERMINER)
        || text.is(i, Part.LINK);
  }

  /// The verb and the subject of the clause.
  private void clause(Features bag, int at, String family, UnitFamily unit) {
    Clause clause = clauses.before(at);
    bag.add("P.verb", clause.verb() < 0 ? "none" : text.base(clause.verb()), family);
    Phrase subject = clause.subject();
    if (subject != null) {
      bag.add("P.subj", text.base(subject.head()), family);
      bag.add("P.subjcue", text.cue(subject.head(), unit), family);
      bag.add(
          "P.subjpart",
          text.part(subject.head()),
          family,
          clause.verb() < 0 ? "none" : text.cue(clause.verb(), unit));
    }
  }

  private void neighbours(Features bag, int number, String family) {
    bag.add("P.many", family, String.valueOf(Math.min(text.figures.size(), 5)));
    if (number > 0) {
      Figure before = text.figures.get(number - 1);
      bag.add("P.before", family, before.family(), gap(before, text.figures.get(number)));
    }
    if (number + 1 < text.figures.size()) {
      Figure after = text.figures.get(number + 1);
      bag.add("P.after", family, after.family(), gap(text.figures.get(number), after));
    }
  }

  /// What stands between two figures, if it is short.
  private String gap(Figure before, Figure after) {
    int from = before.quantity().span().end();
    int to = Math.max(from, after.quantity().span().start());
    String between = text.text.folded(from, to).strip();
    return between.isEmpty()
        ? "none"
        : between.length() <= 4 ? between : between.length() < 12 ? "short" : "long";
  }
}
