package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.ModifierReader.After;
import dev.assay.analyze.quantity.ModifierReader.Before;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers the numbers of one text with their modifiers, and settles at the end what only
/// neighbours tell: the unit of a bare number, a bound that holds for two.
final class FoundQuantities {

  /// How near its neighbours a bare number must be to share their unit.
  private static final int NEAR = 30;

  /// How far an "up to" reaches over an "and".
  private static final int BOUND_REACH = 40;

  private static final int BOUND_WORDS = 5;
  private static final int BOUND_REACH_HAN = 12;

  /// What stands between the numbers of a list that share a unit.
  private static final Set<String> JOINTS =
      Set.of(
          "and",
          ", and",
          ", and even",
          "and even",
          "or",
          ", or",
          "or even",
          "和",
          "与",
          "及",
          "或",
          "以及",
          "甚至",
          "、甚至");

  /// And between those before.
  private static final Set<String> LISTING = Set.of(",", "、");

  private static final int LONGEST_JOINT = 12;
  private static final String TO_WORD = " to ";

  /// How far before a bare sum in 万 or 亿 its currency may stand.
  private static final int SUM_REACH = 60;

  /// Kinds of units that an amount has, and a number after it may leave out.
  private static final Set<String> AMOUNTS = Set.of("mass", "volume", "energy", "power", "area");

  private static final BigDecimal LEAST_SUM = BigDecimal.valueOf(10_000);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

  private static final BigDecimal SCORE_STEP = new BigDecimal("0.001");

  private final FoldedText text;
  private final BesideWords beside;
  private final ModifierReader modifiers;
  private final List<Found> found = new ArrayList<>();

  FoundQuantities(BesideWords beside, FoldedText text, ModifierReader modifiers) {
    this.beside = beside;
    this.text = text;
    this.modifiers = modifiers;
  }

  /// A number as it was found.
  ///
  /// @param upTo whether its modifier holds for a second number as well
  /// @param bare the number as it is written, if it has no unit of its own and is no name, else
  ///   null
  /// @param amount what was read, null for a range, a rank or a result
  private record Found(
      Quantity quantity,
      Force force,
      boolean upTo,
      @Nullable Numeral bare,
      @Nullable Amount amount) {}

  /// Adds a number; `bare` tells whether one without unit is a name.
  void add(Amount amount, BareNumbers bare) {
    Unit unit = amount.unitOrCount();
    Before before = modifiers.before(amount.start(), unit);
    After after = modifiers.after(amount.end(), unit);
    Modifier modifier = ModifierReader.combine(amount.numeral().inner(), before, after);
    boolean vague = amount.numeral().isVague();
    BigDecimal least = amount.low().min(amount.high());
    BigDecimal most = amount.high().max(amount.low());
    BigDecimal low = modifier.isOpenBelow() ? null : least;
    BigDecimal high = modifier.isOpenAbove() ? null : most;
    if ((modifier == Modifier.NEARLY || modifier == Modifier.EXACT) && !vague) {
      high = low;
    }
    if (modifier.isOpenBelow() && vague) {
      high = least;
    }
    boolean modified = before.modifier() != null || after.modifier() != null;
    found.add(
        new Found(
            new Quantity(
                new Span(before.start(), after.end()),
                low,
                high,
                unit,
                modifier,
                amount.precision()),
            modified ? modifiedForce(amount, bare, modifier) : amount.force(),
            before.upTo(),
            amount.unit() == null && !bare.isLabel(amount.numeral()) ? amount.numeral() : null,
            amount));
  }

  /// Adds one of the two numbers that a share is told by: it states nothing by itself, whatever is
  /// said of the share.
  void addPart(Amount amount) {
    found.add(
        new Found(
            new Quantity(
                new Span(amount.start(), amount.end()),
                amount.low(),
                amount.high(),
                amount.unitOrCount(),
                Modifier.EXACT,
                amount.precision()),
            Force.WEAK,
            false,
            null,
            null));
  }

  /// A weak number in digits states something where something is said of it, unless it is a name.
  private Force modifiedForce(Amount amount, BareNumbers bare, Modifier modifier) {
    if (modifier == Modifier.AT_LEAST && amount.numeral().form() == Numeral.Form.ONE) {
      return Force.STATED; // at least one person, 至少一人
    }
    boolean number =
        amount.force() == Force.WEAK
            && amount.numeral().form() == Numeral.Form.DIGITS
            && amount.unit() == null
            && !bare.isLabel(amount.numeral())
            && (text.isHan(amount.start() - 1) || !bare.isNameBefore(amount.start()));
    return number ? Force.BARE : amount.force();
  }

  /// Adds the ends of a range as one quantity.
  void addRange(Amount low, Amount high) {
    Unit unit = isAge(low, high) ? Units.known("year") : high.unitOrCount();
    int start = modifiers.before(low.start(), unit).start();
    After after = modifiers.after(high.end(), unit);
    boolean open = after.modifier() == Modifier.AT_LEAST;
    found.add(
        new Found(
            new Quantity(
                new Span(Math.min(start, low.start()), after.end()),
                low.low().min(high.low()),
                open ? null : high.high().max(low.high()),
                unit,
                Modifier.RANGE,
                high.precision()),
            Force.STATED,
            false,
            null,
            null));
  }

  /// Aged six to 20.
  private boolean isAge(Amount low, Amount high) {
    return high.unit() == null
        && high.high().compareTo(OLDEST) < 0
        && beside.ages.isBefore(text, text.skipSpacesBack(low.start()));
  }

  /// Adds a rank, or, if it is not `ranked`, a place in a series.
  void addPlace(int value, int start, int end, boolean ranked) {
    addExact(
        BigDecimal.valueOf(value),
        new Span(start, end),
        ranked ? Units.RANK : Units.ORDINAL,
        BigDecimal.ONE,
        ranked ? Force.STATED : Force.WEAK);
  }

  /// Adds a result of two sides of at most three digits each.
  void addScore(int left, int right, int start, int end) {
    BigDecimal both = new BigDecimal(left + "." + "%03d".formatted(right));
    addExact(both, new Span(start, end), Units.SCORE, SCORE_STEP, Force.WEAK);
  }

  private void addExact(BigDecimal value, Span span, Unit unit, BigDecimal step, Force force) {
    found.add(
        new Found(
            new Quantity(span, value, value, unit, Modifier.EXACT, step),
            force,
            false,
            null,
            null));
  }

  /// All that was found, in order, beside the times of the text.
  QuantityExtractor.Reading reading(List<TimeExpression> times) {
    List<Quantity> quantities = new ArrayList<>();
    List<Quantity> weak = new ArrayList<>();
    shareUnits();
    Quantity before = null;
    for (int i = 0; i < found.size(); i++) {
      Found each = found.get(i);
      Quantity quantity = i > 0 ? sharedBound(found.get(i - 1), each) : each.quantity();
      if (each.force() == Force.BARE) {
        quantity = inheritUnit(i, quantity);
      }
      if (before != null) {
        quantity = sameInBrackets(before, quantity);
      }
      before = quantity;
      (each.force() == Force.WEAK ? weak : quantities).add(quantity);
    }
    return new QuantityExtractor.Reading(quantities, weak, times);
  }

  /// Gives the bare numbers of a list the unit at its end (70, 80 and even 90 percent), and a bare
  /// 900万 or 2.7 million the unit of the amount before it in its sentence.
  private void shareUnits() {
    int shared = -1;
    for (int i = found.size() - 2; i >= 0; i--) {
      Found each = found.get(i);
      Found next = found.get(i + 1);
      Amount last = next.amount();
      if (each.bare() != null && last != null && isList(each, next, i + 1 == shared)) {
        found.set(i, withUnitOf(last, each, each.bare()));
        shared = i;
      }
    }
    for (int i = 1; i < found.size(); i++) {
      Found each = found.get(i);
      Numeral sum = each.bare();
      Amount before = amountBefore(i);
      if (sum != null && before != null && isOfUnit(before, sum)) {
        found.set(i, withUnit(before.unitOrCount(), BigDecimal.ONE, each, sum));
      }
    }
  }

  /// The amount before the number at `i`, past lengths of time: 590 million crowns a year earlier
  /// and 655 million in May.
  private @Nullable Amount amountBefore(int i) {
    int at = i - 1;
    while (at > 0 && found.get(at).quantity().unit().isDuration()) {
      at--;
    }
    return found.get(at).amount();
  }

  /// Whether nothing but a joint of a list stands between the two, of which the second has a unit;
  /// a comma is one where the second is already in a list.
  private boolean isList(Found each, Found next, boolean listed) {
    Unit unit = next.quantity().unit();
    Amount amount = each.amount();
    boolean shared = !unit.equals(Units.COUNT) && amount != null && !amount.numeral().isVague();
    int from = each.quantity().span().end();
    int to = next.quantity().span().start();
    return shared
        && next.force() == Force.STATED
        && from < to
        && to - from <= LONGEST_JOINT
        && (listed ? LISTING : JOINTS).contains(text.folded(from, to).strip());
  }

  private static Found withUnitOf(Amount last, Found each, Numeral numeral) {
    Numeral end = last.numeral();
    boolean scaled =
        end.isScaled()
            && last.unit() != null
            && !numeral.isScaled()
            && end.form() == Numeral.Form.DIGITS
            && !last.signed();
    return withUnit(
        last.unitOrCount(), last.factor(), each, scaled ? numeral.times(end.scale()) : numeral);
  }

  private static Found withUnit(Unit unit, BigDecimal factor, Found each, Numeral numeral) {
    Quantity plain = each.quantity();
    BigDecimal value = numeral.low().multiply(factor);
    Quantity quantity =
        new Quantity(
            plain.span(),
            plain.low() == null ? null : value,
            plain.high() == null ? null : value,
            unit,
            plain.modifier(),
            numeral.step().multiply(factor).abs());
    Amount amount = Amount.of(numeral, plain.span().end(), unit, factor);
    return new Found(quantity, Force.STATED, each.upTo(), null, amount);
  }

  /// Whether a bare number has the unit of the amount before it.
  private boolean isOfUnit(Amount before, Numeral numeral) {
    return isSum(numeral) && isAmountBefore(before, numeral) || isOld(before, numeral);
  }

  /// To 19 days from 27, but not to $58 million from 4,102 theaters.
  private boolean isOld(Amount before, Numeral numeral) {
    int next = text.skipSpaces(numeral.end());
    return before.unit() != null
        && (!text.isLatin(next) || beside.closings.isAt(text, next))
        && before.end() < numeral.start()
        && text.folded(before.end(), numeral.start()).equals(" from ")
        && text.folded(Math.max(0, before.start() - TO_WORD.length()), before.start())
            .equals(TO_WORD);
  }

  /// A number in 万, 亿 or millions that ends its clause, and of which no word before it says that it
  /// counts.
  private boolean isSum(Numeral numeral) {
    if (beside.counting.isBefore(text, numeral.start())) {
      return false;
    }
    int next = text.skipSpaces(numeral.end());
    boolean closed =
        text.isHan(numeral.end() - 1)
            ? !text.isHan(next) && !text.isLatin(next)
            : next == numeral.end()
                ? ".,;\n".indexOf(text.at(next)) >= 0
                : beside.closings.isAt(text, next);
    return closed
        && numeral.isScaled()
        && !numeral.isVague()
        && numeral.scale().compareTo(LEAST_SUM) >= 0;
  }

  private boolean isAmountBefore(Amount before, Numeral numeral) {
    int from = before.end();
    Unit unit = before.unitOrCount();
    boolean small = before.low().abs().compareTo(LEAST_SUM) < 0; // 38 euros a case, and 0.6 million
    if (small
        || !unit.isMoney() && !AMOUNTS.contains(unit.kind())
        || numeral.start() < from
        || numeral.start() - from > SUM_REACH) {
      return false;
    }
    String between = text.folded(from, numeral.start());
    return between.chars().noneMatch(c -> "。！？\n".indexOf(c) >= 0) && !between.contains(". ");
  }

  /// Up to 5,000 direct and 15,000 community jobs: the bound holds for both.
  private Quantity sharedBound(Found before, Found each) {
    Quantity quantity = each.quantity();
    BigDecimal value = quantity.high();
    boolean shared =
        before.upTo()
            && value != null
            && quantity.modifier() == Modifier.EXACT
            && quantity.unit().equals(before.quantity().unit())
            && isJoined(before.quantity().span().end(), quantity.span().start());
    return shared
        ? new Quantity(
            quantity.span(), null, value, quantity.unit(), Modifier.AT_MOST, quantity.precision())
        : quantity;
  }

  /// More than €64 billion ($69 billion): what is so much in other units has the same bound.
  private Quantity sameInBrackets(Quantity before, Quantity quantity) {
    boolean bounded = before.modifier().isOpenAbove() || before.modifier().isOpenBelow();
    BigDecimal value = quantity.low();
    if (!bounded
        || value == null
        || quantity.modifier() != Modifier.EXACT
        || !isOtherUnit(before.unit(), quantity.unit())
        || !isBracket(before.span().end(), quantity.span().start())) {
      return quantity;
    }
    return new Quantity(
        quantity.span(),
        before.modifier().isOpenBelow() ? null : value,
        before.modifier().isOpenAbove() ? null : value,
        quantity.unit(),
        before.modifier(),
        quantity.precision());
  }

  private static boolean isOtherUnit(Unit one, Unit other) {
    boolean same = one.isMoney() && other.isMoney() || one.convertsTo(other);
    return same && !one.equals(other);
  }

  /// Whether nothing but the sign stands between that opens a bracket, or goes on in one.
  private boolean isBracket(int from, int to) {
    String between = from < to && to - from <= BOUND_REACH ? text.folded(from, to).strip() : "";
    return between.length() == 1 && "(（;；".contains(between);
  }

  private boolean isJoined(int from, int to) {
    if (to - from > BOUND_REACH) {
      return false;
    }
    String between = text.folded(from, to);
    boolean and =
        between.endsWith(" and ") && between.chars().filter(c -> c == ' ').count() <= BOUND_WORDS
            || between.endsWith("和") && to - from <= BOUND_REACH_HAN;
    return and && between.indexOf(',') < 0 && between.indexOf('，') < 0;
  }

  /// A bare number that follows a share by an "and", or stands between two, is one: 3.2 percent in
  /// May and 2.8 in June; 10%，但是中国大概是23.69，日韩是13%. 2300 in its place is none.
  private Quantity inheritUnit(int i, Quantity quantity) {
    boolean joined =
        text.hasWord("and", text.skipSpacesBack(quantity.span().start()) - "and".length());
    Numeral bare = found.get(i).bare();
    return i > 0
            && bare != null
            && isLikeShare(bare)
            && isShareNear(i - 1, quantity.span())
            && (joined || i + 1 < found.size() && isShareNear(i + 1, quantity.span()))
        ? new Quantity(
            quantity.span(),
            quantity.low(),
            quantity.high(),
            Units.PERCENT,
            quantity.modifier(),
            quantity.precision())
        : quantity;
  }

  /// Whether it has decimals, or is at most a hundred of nothing that is counted.
  private boolean isLikeShare(Numeral numeral) {
    int next = text.skipSpaces(numeral.end());
    boolean counts = text.isHan(next) || text.isLatin(next) && !beside.closings.isAt(text, next);
    return numeral.step().compareTo(BigDecimal.ONE) < 0
        || numeral.high().compareTo(HUNDRED) <= 0 && !counts;
  }

  /// Whether the number at `i` is a share that stands near `span`.
  private boolean isShareNear(int i, Span span) {
    Quantity share = found.get(i).quantity();
    int gap = Math.max(span.start() - share.span().end(), share.span().start() - span.end());
    return share.unit().equals(Units.PERCENT) && gap < NEAR;
  }
}
