package dev.assay.check;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.check.ContextReader.Place;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what stands with a number of a text: its words, what they make it mean, whose it is.
/// Immutable; safe for use by many threads.
final class NumberReader {

  private static final String POINTS = "points";

  /// What follows a number of nothing: the end of a clause, or a word that begins what says more.
  private static final Pattern NOTHING_COUNTED =
      Pattern.compile(
          "\\s*(?:$|[,.;，。；）)]| (?:in|for|from|at|by|to|and|but|a|the|last|on|or|when)\\b)");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ContextReader contexts;
  private final BasisReader bases;
  private final PeriodReader periods;
  private final Owners owners;

  NumberReader(Names names, CheckWords words) {
    this.bases = new BasisReader(names.lexicon());
    this.contexts = new ContextReader(names);
    this.periods = new PeriodReader(names.lexicon());
    this.owners = new Owners(names, contexts, words);
  }

  /// One text, itself and folded, with its numbers as they are meant, and its times, in order.
  record Text(
      String text,
      char[] folded,
      List<Quantity> numbers,
      List<Place> places,
      List<Span> spans,
      List<TimeMark> marks) {}

  /// `text` with its `quantities`, in order, and its `dates`.
  Text text(String text, List<Quantity> quantities, List<TimeExpression> dates) {
    char[] folded = Folding.letters(text);
    return new Text(
        text,
        folded,
        meant(folded, quantities),
        quantities.stream().map(Place::of).toList(),
        quantities.stream().map(Quantity::span).toList(),
        periods.marks(folded, dates));
  }

  /// The times of `text`, whose `dates` are given.
  List<TimeMark> marks(String text, List<TimeExpression> dates) {
    return periods.marks(Folding.letters(text), dates);
  }

  /// Points beside a percentage of the same sentence are percentage points: it fell 11 points to 46
  /// percent.
  private static List<Quantity> meant(char[] text, List<Quantity> quantities) {
    List<Quantity> meant = new ArrayList<>();
    int share = -1;
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      boolean points = quantity.unit().code().equals(POINTS) && !isLevel(quantity);
      boolean behind = share >= 0 && isOneSentence(text, share, quantity.span().start());
      meant.add(
          points && (behind || isBeforeShare(text, quantities, i))
              ? quantity.as(Units.PERCENTAGE_POINT)
              : quantity);
      share = quantity.unit().equals(Units.PERCENT) ? quantity.span().end() : share;
    }
    return meant;
  }

  private static boolean isBeforeShare(char[] text, List<Quantity> quantities, int index) {
    if (index + 1 == quantities.size()) {
      return false;
    }
    Quantity next = quantities.get(index + 1);
    int end = quantities.get(index).span().end();
    return next.unit().equals(Units.PERCENT) && isOneSentence(text, end, next.span().start());
  }

  /// Whether the number at `index` has the unit of the one before it, being followed by nothing
  /// that it counts.
  boolean leavesUnitOut(Text in, int index) {
    Quantity number = in.numbers().get(index);
    Quantity before = in.numbers().get(index - 1);
    int end = number.span().end();
    return number.unit().equals(Units.COUNT)
        && Source.isMeasured(before.unit())
        && isOneSentence(in.folded(), before.span().end(), number.span().start())
        && NOTHING_COUNTED.matcher(in.text()).region(end, in.text().length()).lookingAt();
  }

  /// 3,100 points of an index.
  private static boolean isLevel(Quantity quantity) {
    return quantity.value().stream().anyMatch(value -> value.abs().compareTo(HUNDRED) >= 0);
  }

  private static boolean isOneSentence(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (ContextReader.isSentenceEnd(text, i)) {
        return false;
      }
    }
    return true;
  }

  /// The words beside the number at `index`.
  Context context(Text in, int index) {
    return contexts.read(in.folded(), in.places(), index);
  }

  /// The words of its clause.
  Context clause(Text in, int index) {
    return contexts.readClause(in.folded(), in.places(), index);
  }

  /// The words of some stretches.
  Context context(Text in, List<TableContext.Stretch> stretches) {
    return contexts.read(in.folded(), stretches);
  }

  Basis basis(Text in, int index) {
    return BasisReader.read(index, at -> ownBasis(in, at));
  }

  private Basis ownBasis(Text in, int index) {
    Basis read = bases.readOwn(in.folded(), in.spans(), index).each(in.numbers().get(index).unit());
    return read.against() == null ? read.against(periods.against(in, index)) : read;
  }

  Period period(Text in, int index) {
    return periods.read(in, index);
  }

  /// Whether the time of the number may be that of its telling.
  boolean isTold(Text in, int index) {
    return periods.isTold(in, index);
  }

  /// Whose the number is, by its own words and by what those of the number `before` hand on.
  Owners.Found owners(Text in, int index, Owners.Found before) {
    return owners.of(in.text(), in.folded(), in.places(), index, before);
  }
}
