package dev.assay.analyze.quantity;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a number means beside its value and unit, as far as its clause says: what a change is
/// measured against and which way it goes, for how long and of how many things one amount is, and
/// whether money was gained or lost.
///
/// @param against `year` (同比, from a year earlier), `month`, `quarter`, `week`, or `period` for one
///   of these that is not told (环比); another time or thing (`peak`, `expected`), or null
/// @param each the length of time that has so much (日产, a year), or null
/// @param per the thing that has so much (每股, a head), `all` for them together, or null; after a
///   slash if the unit of the number says so, and after a tilde if it is only a word of the text
/// @param result gain or loss (净利润, net loss), or null
/// @param course `up` or `down`, if it is so much that something rose or fell, or null
/// @param sides of things that are not each other: a `total` or an `average`, `gross` or `net`, the
///   `lowest` or the `highest`, what something was changed `by`, `from` or `to`, what is `done` and
///   what is `planned`; each by the name of its pair
public record Basis(
    @Nullable String against,
    @Nullable String each,
    @Nullable String per,
    @Nullable String result,
    @Nullable String course,
    Map<String, String> sides) {

  /// By how much something changed, from what, and to what.
  static final String MOVE = "move";

  /// So many of each several, and the several themselves.
  static final String RATIO = "ratio";

  private static final String LOSS = "loss";
  private static final String PERIOD = "period";
  private static final String WORD = "~";

  /// Pairs of which many numbers of a text are the same. Whether it is what something was changed
  /// by, from or to.
  public boolean isMove() {
    return sides.containsKey(MOVE);
  }

  private static final Set<String> OPEN = Set.of(MOVE, RATIO, "mood");

  /// What 环比 may be measured against.
  private static final Set<String> PERIODS = Set.of("month", "quarter", "week", "day");

  public static final Basis NONE = new Basis(null, null, null, null, null, Map.of());

  public Basis {
    sides = Map.copyOf(sides);
  }

  /// The same for a number of `unit`, which may tell for how long it is or of what: USD/month.
  public Basis each(Unit unit) {
    int slash = unit.code().indexOf('/');
    Unit bottom = slash < 0 ? null : Units.of(unit.code().substring(slash + 1)).orElse(null);
    if (bottom == null) {
      return this;
    }
    return bottom.isDuration()
        ? new Basis(against, bottom.code(), per, result, course, sides)
        : new Basis(against, each, "/" + bottom.code(), result, course, sides);
  }

  /// What a change is measured against, as a part of a claim is called: `against.year`; null if
  /// nothing tells.
  public @Nullable String againstId() {
    return against == null ? null : "against." + against;
  }

  /// The same, measured against `time`.
  public Basis against(@Nullable String time) {
    return new Basis(time, each, per, result, course, sides);
  }

  /// The same, of so much.
  public Basis per(String thing) {
    return new Basis(against, each, thing, result, course, sides);
  }

  /// The same, of so much of what only `word` tells, unless something is known of that.
  Basis perWord(@Nullable String word) {
    return word == null || per != null || each != null ? this : per(WORD + word);
  }

  /// A profit or a flow below zero is a loss of so much.
  public Quantity meant(Quantity quantity) {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    boolean below = isLoss(quantity) && (low == null || low.signum() < 0);
    return !below
        ? quantity
        : new Quantity(
            quantity.span(),
            high == null ? null : high.negate(),
            low == null ? null : low.negate(),
            quantity.unit(),
            quantity.modifier(),
            quantity.precision());
  }

  /// The basis of what [#meant] makes of a quantity.
  public Basis of(Quantity quantity) {
    return isLoss(quantity) ? new Basis(against, each, per, LOSS, course, sides) : this;
  }

  private boolean isLoss(Quantity quantity) {
    BigDecimal value = quantity.value().orElse(BigDecimal.ZERO);
    return quantity.unit().isMoney() && value.signum() < 0;
  }

  /// Whether both say what they are, and say something else.
  public boolean differs(Basis other) {
    return difference(other) != null;
  }

  /// What both say of themselves and say otherwise: `against`, `each`, `per`, `result` or the name
  /// of a pair; null if nothing. A month before is one of the periods that 环比 may mean.
  public @Nullable String difference(Basis other) {
    boolean open =
        PERIOD.equals(against) && isPeriod(other.against)
            || PERIOD.equals(other.against) && isPeriod(against);
    if (differ(against, other.against) && !open) {
      return "against";
    }
    if (differ(each, other.each)) {
      return "each";
    }
    if (differ(result, other.result)) {
      return "result";
    }
    boolean mixed = isOfTime() && other.isOfThing() || isOfThing() && other.isOfTime();
    return differsPer(other) || mixed ? "per" : otherSide(other);
  }

  /// Whether one is of a rise and the other of a fall.
  public boolean turns(Basis other) {
    return differ(course, other.course);
  }

  private @Nullable String otherSide(Basis other) {
    return sides.entrySet().stream()
        .filter(side -> differ(side.getValue(), other.sides.get(side.getKey())))
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Whether both say of one pair which of it they are, and say the same. That both are changes, or
  /// are done, tells nothing.
  public boolean isOfSameSide(Basis other) {
    return sides.entrySet().stream()
        .filter(side -> !OPEN.contains(side.getKey()))
        .anyMatch(side -> side.getValue().equals(other.sides.get(side.getKey())));
  }

  /// Whether it is the `value` of the pair of this name.
  public boolean isSide(String pair, String value) {
    return value.equals(sides.get(pair));
  }

  /// So much a day, of whatever it is.
  private boolean isOfTime() {
    return each != null && per == null;
  }

  /// So much of each thing, in whatever time.
  private boolean isOfThing() {
    return per != null && !per.equals("all") && each == null;
  }

  /// Whether this is so much a thing or a time, of which `other` says nothing.
  public boolean isOfPart(Basis other) {
    boolean thing = per != null && !per.equals("all") && other.per == null;
    return thing || each != null && other.each == null;
  }

  /// Whether it is measured against the month, quarter or other period before (环比).
  public boolean isAgainstPeriod() {
    return PERIOD.equals(against) || isPeriod(against);
  }

  private static boolean isPeriod(@Nullable String against) {
    return against != null && PERIODS.contains(against);
  }

  /// Two units are converted into each other, or are not; a word and a unit must say the same. What
  /// is only a word is held against its like in its own script.
  private boolean differsPer(Basis other) {
    if (per == null || other.per == null || per.startsWith("/") && other.per.startsWith("/")) {
      return false;
    }
    if (isWord(per) || isWord(other.per)) {
      boolean both = isWord(per) && isWord(other.per);
      return both && isHan(per) == isHan(other.per) && !isSameWord(per, other.per);
    }
    return !per.replace("/", "").equals(other.per.replace("/", ""));
  }

  private static boolean isWord(String thing) {
    return thing.startsWith(WORD);
  }

  /// Nothing parts a Chinese word from what follows it: 每剂售价32元 is 每剂32元.
  private static boolean isSameWord(String one, String other) {
    return isHan(one) ? one.startsWith(other) || other.startsWith(one) : one.equals(other);
  }

  private static boolean isHan(String thing) {
    return HanScript.isHan(thing.charAt(WORD.length()));
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }
}
