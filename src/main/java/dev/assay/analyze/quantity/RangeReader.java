package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the second number of a range or of a change: 5000至8000吨, $1-2 billion, from 84 to 125
/// percent.
final class RangeReader {

  /// How far before "from" a word such as ranging may stand.
  private static final int RANGING_REACH = 30;

  private static final String DASHES = "-~至到—";
  private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

  /// How much greater a value is, at least, than the step that led there.
  private static final BigDecimal STEPS = BigDecimal.valueOf(5);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /// Of two numbers with "or" between them the second is no more than so many times the first.
  private static final BigDecimal NEAR = new BigDecimal("1.6");

  /// What is told from the higher to the lower as well: 31℃-27℃, 95%-65%.
  private static final Set<String> FALLING = Set.of("%", "°C");

  private final QuantityWords words;
  private final FoldedText text;
  private final List<TimeExpression> times;
  private final AmountReader amounts;

  RangeReader(
      QuantityWords words, FoldedText text, List<TimeExpression> times, AmountReader amounts) {
    this.words = words;
    this.text = text;
    this.times = times;
    this.amounts = amounts;
  }

  /// Two numbers that belong together, with one unit; `end` is the place to go on from.
  ///
  /// @param change whether they are an old and a new value, not the ends of a range
  record Pair(Amount low, Amount high, boolean change, int end) {}

  /// The pair that `first` begins, or null.
  @Nullable Pair pair(Amount first) {
    int from = separatorEnd(first);
    Amount second = from < 0 ? null : amountAt(from);
    return second == null ? null : join(first, second);
  }

  /// Where the second number of a range may begin, or -1.
  private int separatorEnd(Amount first) {
    int end = first.end();
    char c = text.at(end);
    if ((first.unit() == null || first.signed()) && text.startsWith("- to ", end)) {
      return text.skipSpaces(end + "- to".length()); // 12- to 15-year-olds, $4- to $500
    }
    if (DASHES.indexOf(c) >= 0 || c == '或') {
      return text.skipSpaces(text.at(end + 1) == c && c != '-' ? end + 2 : end + 1);
    }
    int at = text.skipSpaces(end);
    if (at == end) {
      return -1;
    }
    c = text.at(at);
    int after = text.skipSpaces(at + 1);
    if (DASHES.indexOf(c) >= 0 && after - at <= 2) {
      boolean minus = c == '-' && text.at(at + 1) != ' ' && !isLengthAfter(first, after);
      return minus ? -1 : after;
    }
    if (text.hasWord("to", at)) {
      boolean step = text.hasWord("by", text.skipSpacesBack(first.start()) - 2); // by £2 to £13
      return step ? -1 : text.skipSpaces(at + 2);
    }
    if (text.hasWord("or", at)) {
      int next = text.skipSpaces(at + 2);
      boolean near = text.isLatin(next) || text.isDigit(next) && isNear(first, next);
      return near && first.unit() == null ? next : -1;
    }
    return text.hasWord("and", at) && isBetween(first.start()) ? text.skipSpaces(at + 3) : -1;
  }

  /// 45 or 50 years, 2 or 3C: so near that one amount is meant; but not 2.5 or 5 miles, and no
  /// list.
  private boolean isNear(Amount first, int from) {
    boolean listed = text.at(text.skipSpacesBack(first.start()) - 1) == ',';
    Amount second = listed ? null : amountAt(from);
    return second != null
        && second.unit() != null
        && first.low().compareTo(second.low()) < 0
        && first.low().multiply(NEAR).compareTo(second.low()) >= 0;
  }

  /// 75 -300mm: what follows is no negative number.
  private boolean isLengthAfter(Amount first, int from) {
    Amount second = first.unit() == null ? amountAt(from) : null;
    return second != null && second.unitOrCount().kind().equals("length");
  }

  private boolean isBetween(int start) {
    int at = text.skipSpacesBack(start);
    return text.hasWord("between", at - 7)
        || text.endsWith("介于", at)
        || text.hasWord("about", at - 5)
            && text.hasWord("between", text.skipSpacesBack(at - 5) - 7);
  }

  /// A number that begins at `from`, with or without a sign.
  private @Nullable Amount amountAt(int from) {
    int at = pastSigns(from);
    if (at < 0 || isTimeAt(at)) {
      return null;
    }
    if (text.isLatin(at)) {
      return words.english.mayBegin(text.at(at)) ? amounts.word(at) : null;
    }
    return at < text.length ? amounts.number(at) : null;
  }

  private int pastSigns(int from) {
    int at = from;
    while (at < from + 4
        && at < text.length
        && !text.isDigit(at)
        && !text.isLatin(at)
        && !words.han.isNumeral(text.at(at))) {
      if ("$€£¥ 零负-上下".indexOf(text.at(at)) < 0) {
        return -1;
      }
      at++;
    }
    at = text.startsWith("us$", at) ? at + 3 : at;
    return text.startsWith("零上", at) || text.startsWith("零下", at) ? at + 2 : at;
  }

  /// Whether a time covers `at`; the times are in order.
  private boolean isTimeAt(int at) {
    int low = 0;
    int high = times.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      TimeExpression time = times.get(middle);
      if (time.span().start() > at) {
        high = middle - 1;
      } else if (time.span().end() <= at) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  private @Nullable Pair join(Amount first, Amount second) {
    if (second.force() == Force.WEAK && first.force() == Force.WEAK && second.unit() == null) {
      return null;
    }
    Unit one = first.unit();
    Unit other = second.unit();
    Amount low = first;
    Amount high = second;
    if (one == null) {
      low = low.withNumeral(scaledAlike(low.numeral(), high.numeral()));
      if (other != null) {
        low = amounts.eachBefore(low.withUnit(other, high.factor()));
        high = high.withUnit(low.unitOrCount(), low.factor());
      } else if (!isBareRange(low, high)) {
        return null;
      }
    } else if (other == null) {
      if (one.equals(Units.TIMES)) {
        return null; // doubled to 12 ships
      }
      boolean closed = low.end() > low.numeral().end();
      low = closed ? low : low.withNumeral(scaledAlike(low.numeral(), high.numeral()));
      high = high.withUnit(one, low.factor());
    } else if (!one.equals(other)) {
      boolean price = one.isMoney() && other.code().startsWith(one.code() + "/");
      if (!price && !other.kind().equals(one.kind())) {
        return null;
      }
      low = low.withUnit(other, one.isMoney() ? high.factor() : factorIn(low, one, other));
    } else if (low.signed()) {
      low = low.withNumeral(scaledAlike(low.numeral(), high.numeral()));
    }
    int end = Math.max(second.end(), second.numeral().end());
    boolean change =
        isChange(first, second) && !words.beside.spread.isAt(text, text.skipSpaces(end));
    boolean below = low.low().signum() < 0 && high.low().signum() < 0; // -1000米到-2500米
    boolean rises = low.low().compareTo(high.high()) < 0 || below;
    return rises || change || isFalling(first, second) ? new Pair(low, high, change, end) : null;
  }

  /// 相对湿度95%-65%: both have their unit, and a dash stands between.
  private boolean isFalling(Amount first, Amount second) {
    Unit unit = first.unit();
    return unit != null
        && unit.equals(second.unit())
        && FALLING.contains(unit.code())
        && first.end() > first.numeral().end()
        && second.low().signum() >= 0
        && "-~—".indexOf(text.at(first.end())) >= 0;
  }

  private static BigDecimal factorIn(Amount amount, Unit from, Unit to) {
    return amount.factor().multiply(from.factor()).divide(to.factor(), MathContext.DECIMAL64);
  }

  /// A range without a unit must count something: 10-15 companies.
  private boolean isBareRange(Amount low, Amount high) {
    int after = text.skipSpaces(high.numeral().end());
    boolean noun =
        text.isLatin(after) && !text.isUpper(after)
            || high.numeral().isScaled()
            || text.isHan(after);
    return low.force() != Force.WEAK && noun && !high.numeral().isVague();
  }

  /// In $1-2 billion and 5000至8000万 the first number is scaled as the second.
  private Numeral scaledAlike(Numeral low, Numeral high) {
    BigDecimal big = bigScale(high);
    if (big != null && bigScale(low) == null && text.isHan(low.start())) {
      BigDecimal myriads = high.low().divide(big, MathContext.DECIMAL64);
      return low.low().compareTo(myriads) < 0 ? low.times(big) : low; // 五千到六千万
    }
    boolean kin =
        high.form() == Numeral.Form.DIGITS
            || high.form() == Numeral.Form.WORDS && low.form() != Numeral.Form.DIGITS;
    if (low.isScaled() || !high.isScaled() || !kin || high.scale().compareTo(THOUSAND) < 0) {
      return low;
    }
    BigDecimal literal = high.low().divide(high.scale(), MathContext.DECIMAL64);
    return low.low().compareTo(literal) < 0 ? low.times(high.scale()) : low;
  }

  /// The 万 or 亿 that a number ends in, or null.
  private @Nullable BigDecimal bigScale(Numeral numeral) {
    return switch (text.at(numeral.end() - 1)) {
      case '万' -> MYRIAD;
      case '亿' -> MYRIAD.multiply(MYRIAD);
      default -> null;
    };
  }

  /// From 84 to 125 percent and 由84%提高至125% are changes; ranging from 2 to 4 is a range.
  private boolean isChange(Amount first, Amount second) {
    int at = text.skipSpacesBack(first.start());
    if (text.hasWord("from", at - 4)) {
      return !words.beside.ranging.isWithin(text, at - 4 - RANGING_REACH, at);
    }
    char c = text.at(at - 1);
    char next = text.at(first.end());
    if ((next == '至' || next == '到') && words.beside.raised.isBefore(text, at)) {
      return true; // 提高50%至84%
    }
    return (c == '从' || c == '由' || c == '自') && next != '-' && next != '~'
        || isStep(first, second, at);
  }

  /// Goes up 15p to £1.80, 上涨2元至14元: by how much, and where to; percents are both how much.
  private boolean isStep(Amount first, Amount second, int start) {
    return first.unit() != null
        && !first.unit().equals(Units.PERCENT)
        && words.beside.moved.isBefore(text, start)
        && value(first).multiply(STEPS).compareTo(value(second)) <= 0;
  }

  private static BigDecimal value(Amount amount) {
    return amount.low().multiply(amount.factor());
  }
}
