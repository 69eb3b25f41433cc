package dev.assay.check;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.check.ContextReader.Place;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what stands with a number of a text: its words, what they make it mean, whose it is.
/// Immutable; safe for use by many threads.
final class NumberReader {

  private static final String POINTS = "points";

  /// What follows a number of nothing: the end of a clause, or a word that begins what says more.
  private static final Pattern NOTHING_COUNTED =
      Pattern.compile(
          "\\s*(?:$|[,.;，。；）)]| (?:in|for|from|at|by|to|and|but|a|the|last|on|or|when|net|gross|of (?:it|them|that|which))\\b)");

  /// So many numbers in a row at most have the unit of one before them.
  private static final int MOST_LEFT_OUT = 8;

  /// Behind times: within how long.
  private static final Pattern HOW_OFTEN =
      Pattern.compile(
          " (?:an?|each|every|per) (?:second|minute|hour|day|week|month|quarter|year)\\b");

  private static final int LONGEST_RATE = 16;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ContextReader contexts;
  private final TimeContexts timeContexts;
  private final BasisReader bases;
  private final PeriodReader periods;
  private final Owners owners;

  NumberReader(Names names, CheckWords words) {
    this.bases = new BasisReader(names.lexicon());
    this.contexts = new ContextReader(names, words.noLead);
    this.timeContexts = new TimeContexts(contexts);
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
        quantities.stream().map(quantity -> Place.of(quantity, folded)).toList(),
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
      boolean behind =
          share >= 0 && ContextReader.isOneSentence(text, share, quantity.span().start());
      boolean shares = points && (behind || isBeforeShare(text, quantities, i));
      boolean often = quantity.unit().equals(Units.TIMES) && isHowOften(text, quantity);
      meant.add(
          shares
              ? quantity.as(Units.PERCENTAGE_POINT)
              : often ? quantity.as(Units.COUNT) : quantity);
      share = quantity.unit().equals(Units.PERCENT) ? quantity.span().end() : share;
    }
    return meant;
  }

  /// Three times a year, 14 times: so often, and not so many times as much.
  private static boolean isHowOften(char[] text, Quantity quantity) {
    int end = quantity.span().end();
    int rest = Math.min(text.length, end + LONGEST_RATE) - end;
    return HOW_OFTEN.matcher(CharBuffer.wrap(text, end, rest)).lookingAt();
  }

  private static boolean isBeforeShare(char[] text, List<Quantity> quantities, int index) {
    if (index + 1 == quantities.size()) {
      return false;
    }
    Quantity next = quantities.get(index + 1);
    int end = quantities.get(index).span().end();
    return next.unit().equals(Units.PERCENT)
        && ContextReader.isOneSentence(text, end, next.span().start());
  }

  /// The unit that the number at `index` leaves out and has from one before it, with none but such
  /// numbers between: 58,000 ounces, 51,000 and 49,000. Null if it leaves none out.
  @Nullable Unit unitLeftOut(Text in, int index) {
    int at = index;
    while (at > 0 && index - at < MOST_LEFT_OUT && isBare(in, at) && isOfOneSentence(in, at)) {
      at--;
    }
    Unit unit = in.numbers().get(at).unit();
    boolean told = Source.isMeasured(unit) || unit.isDuration() || unit.code().equals(POINTS);
    return at < index && told ? unit : null;
  }

  /// Whether a number is followed by nothing that it counts.
  private static boolean isBare(Text in, int index) {
    Quantity number = in.numbers().get(index);
    int end = number.span().end();
    return number.unit().equals(Units.COUNT)
        && NOTHING_COUNTED.matcher(in.text()).region(end, in.text().length()).lookingAt();
  }

  /// Whether the number before stands in the same sentence, over a semicolon or not.
  private static boolean isOfOneSentence(Text in, int index) {
    int start = in.numbers().get(index).span().start();
    for (int i = in.numbers().get(index - 1).span().end(); i < start; i++) {
      char sign = in.folded()[i];
      if (sign != ';' && sign != '；' && ContextReader.isSentenceEnd(in.folded(), i)) {
        return false;
      }
    }
    return true;
  }

  /// 3,100 points of an index.
  private static boolean isLevel(Quantity quantity) {
    return quantity.value().stream().anyMatch(value -> value.abs().compareTo(HUNDRED) >= 0);
  }

  /// The words beside the number at `index`.
  Context context(Text in, int index) {
    return contexts.read(in.folded(), in.places(), index);
  }

  /// The words of its clause.
  Context clause(Text in, int index) {
    return contexts.readClause(in.folded(), in.places(), index);
  }

  /// The words beside each of the `times` of `text`.
  List<Context> contexts(String text, List<TimeExpression> times) {
    return timeContexts.read(text, times);
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
