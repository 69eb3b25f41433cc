package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.UnitReader.UnitAt;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Adds what a smaller unit or a half after the unit adds: 五元三毛, 两米半, 一年半, 三成五, 一个半小时, 15 dollars
/// 50.
final class AddedParts {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  private final QuantityWords words;
  private final FoldedText text;
  private final UnitReader units;

  AddedParts(QuantityWords words, FoldedText text, UnitReader units) {
    this.words = words;
    this.text = text;
    this.units = units;
  }

  /// `amount`, whose unit is `at`, with what follows it added.
  Amount with(Amount amount, UnitAt at) {
    Numeral numeral = amount.numeral();
    int end = amount.end();
    if (text.at(end) == '半' && numeral.isWhole() && numeral.inner() == null) {
      Amount half = half(amount, end);
      if (half.end() > amount.end()) {
        return half;
      }
    }
    if (text.at(end) == '多' && text.at(end - 1) == '个') {
      return moreThan(amount, end);
    }
    if (at.letters() && numeral.isWhole()) {
      boolean time = amount.unitOrCount().isDuration();
      int half = time ? halfOfTimeEnd(text, end) : halfEnd(text, end);
      if (half > 0) {
        return amount.plus(HALF, HALF, half).withForce(Force.STATED);
      }
      Amount quarters = quarters(text, amount);
      if (quarters.end() > end) {
        return quarters;
      }
    }
    if (isTenthOfShare(numeral, end)) {
      BigDecimal tenths = BigDecimal.valueOf(words.han.digit(text.at(end)));
      return amount.plus(tenths.movePointLeft(1), TENTH, end + 1).withForce(Force.STATED);
    }
    if (at.letters() && amount.unitOrCount().isMoney()) {
      return cents(scaledAfter(amount));
    }
    return switch (amount.unitOrCount().code()) {
      case "m" -> at.letters() ? amount : centimetres(amount);
      case "ft" -> inches(amount);
      case "year" -> at.letters() ? amount : months(amount);
      case "hour" -> minutes(amount);
      case "minute" -> seconds(amount, amount, SIXTY);
      case "points" -> text.at(end - 1) == '分' ? minutesAndSeconds(amount) : amount;
      case "second" -> at.letters() ? amount : hundredths(amount);
      case "CNY" -> change(amount);
      case "mu" -> smaller(smaller(amount, "分", TENTH), "厘", HUNDREDTH);
      default -> amount;
    };
  }

  /// The end of "and a half" after a unit that ends at `end`, or -1; half of something is not
  /// meant.
  static int halfEnd(FoldedText text, int end) {
    int half = halfOfTimeEnd(text, end);
    return half > 0 && !text.hasWord("of", text.skipSpaces(half)) ? half : -1;
  }

  /// The end of "and a half" after a length of time that ends at `end`, or -1: a decade and a half
  /// of talks.
  static int halfOfTimeEnd(FoldedText text, int end) {
    int at = text.skipSpaces(end);
    if (!text.hasWord("and", at)) {
      return -1;
    }
    int article = text.skipSpaces(at + 3);
    int half = text.skipSpaces(article + 1);
    return text.hasWord("a", article) && text.hasWord("half", half) ? half + 4 : -1;
  }

  /// `amount` of which quarters follow: an hour and three quarters, two miles and a quarter; but
  /// not a quarter of something else.
  static Amount quarters(FoldedText text, Amount amount) {
    int and = text.skipSpaces(amount.end());
    if (!text.hasWord("and", and)) {
      return amount;
    }
    int from = text.skipSpaces(and + "and".length());
    boolean three = text.startsWith("three quarters", from);
    int end = from + (three ? "three quarters" : "a quarter").length();
    boolean part = (three || text.startsWith("a quarter", from)) && !text.isLatin(end);
    return part && !text.hasWord("of", text.skipSpaces(end))
        ? amount.plus(three ? THREE_QUARTERS : QUARTER, QUARTER, end).withForce(Force.STATED)
        : amount;
  }

  /// 一个半小时 has its unit after the half, 两米半 before it.
  private Amount half(Amount amount, int end) {
    boolean counted = amount.unitOrCount().equals(Units.COUNT);
    UnitAt after = counted ? units.unitAt(end + 1, amount.numeral()) : null;
    Unit unit = after == null ? null : after.unit();
    if (after != null && unit != null && text.at(end - 1) == '个') {
      return amount.plus(HALF, HALF, after.end()).withUnit(unit, after.factor());
    }
    if (counted && text.endsWith("个", end) && text.at(end + 1) == '月') {
      return amount.plus(HALF, HALF, end + 2).withUnit(Units.known("month"), BigDecimal.ONE);
    }
    return counted && text.isHan(end + 1) ? amount : amount.plus(HALF, HALF, end + 1);
  }

  /// 8个多小时: the unit of time stands after 多.
  private Amount moreThan(Amount amount, int end) {
    UnitAt after = units.unitAt(end + 1, amount.numeral());
    Unit unit = after == null ? null : after.unit();
    if (after == null && text.at(end + 1) == '月') {
      return more(amount, Units.known("month"), BigDecimal.ONE, end + 2);
    }
    return after == null || unit == null || !unit.isDuration()
        ? amount
        : more(amount, unit, after.factor(), after.end());
  }

  private static Amount more(Amount amount, Unit unit, BigDecimal factor, int end) {
    Numeral numeral = amount.numeral().moreThan(amount.numeral().end());
    return Amount.of(numeral, end, unit, factor);
  }

  /// 三成五: a digit that no unit and no digit follows.
  private boolean isTenthOfShare(Numeral numeral, int end) {
    return words.han.digit(text.at(end)) > 0
        && text.at(end - 1) == '成'
        && numeral.isWhole()
        && units.unitAt(end + 1, numeral) == null
        && words.han.digit(text.at(end + 1)) < 0;
  }

  /// 75 USD million: the scale stands after the currency.
  private Amount scaledAfter(Amount amount) {
    Numeral read = amount.numeral();
    if (read.form() != Numeral.Form.DIGITS || read.isScaled()) {
      return amount;
    }
    Numeral scaled = words.english.scaled(text, read.at(read.start(), amount.end()));
    return scaled.isScaled()
        ? new Amount(
            scaled.at(read.start(), read.end()),
            amount.start(),
            scaled.end(),
            amount.unit(),
            amount.factor(),
            amount.force(),
            amount.signed())
        : amount;
  }

  /// 5 feet 2 inches, 6 feet and 1 inch.
  private Amount inches(Amount feet) {
    return lower(feet, "in", BigDecimal.ONE, TWELVE);
  }

  /// 1年8个月 is 20 months.
  private Amount months(Amount years) {
    Part part = part(years, years.end(), "month", BigDecimal.ONE, TWELVE);
    if (part == null) {
      return years;
    }
    Numeral base = years.numeral().times(years.factor().multiply(TWELVE)).unscaled();
    return years
        .withNumeral(base)
        .withUnit(Units.known("month"), BigDecimal.ONE)
        .plus(part.value(), part.step(), part.end());
  }

  /// 2小时15分钟, 2 hours and 15 minutes, 2小时15分8秒.
  private Amount minutes(Amount hours) {
    Amount minutes = lower(hours, "minute", BigDecimal.ONE, SIXTY);
    return minutes.end() == hours.end() ? hours : seconds(minutes, hours, SECONDS_OF_AN_HOUR);
  }

  /// 8分23秒: 分 is a point elsewhere.
  private Amount minutesAndSeconds(Amount points) {
    Amount minutes = points.withUnit(Units.known("minute"), BigDecimal.ONE);
    Amount both = seconds(minutes, minutes, SIXTY);
    return both.end() == points.end() ? points : both;
  }

  /// `read` with the seconds behind it, of which `most` make one of `whole`, with which it began.
  private Amount seconds(Amount read, Amount whole, BigDecimal most) {
    Part part = part(whole, read.end(), "second", BigDecimal.ONE, SIXTY);
    return part == null || text.isDigit(part.end()) // 3分15秒98 is a result of a race
        ? read
        : read.plus(share(part.value(), whole, most), share(part.step(), whole, most), part.end());
  }

  /// So many parts of one unit of `amount`, which has `most`.
  private static BigDecimal share(BigDecimal parts, Amount amount, BigDecimal most) {
    return parts.multiply(amount.factor()).divide(most, MathContext.DECIMAL64);
  }

  /// 1米75: two digits that no unit follows.
  private Amount centimetres(Amount metres) {
    int at = metres.end() + 2;
    boolean closed = !text.isLatin(at) && !text.isHan(at) && text.at(at) != '.';
    if (metres.numeral().low().compareTo(BigDecimal.TEN) >= 0 || !metres.numeral().isWhole()) {
      return metres;
    }
    return words.han.digit(text.at(metres.end())) >= 0 && text.isHan(metres.end())
        ? hanDecimals(metres)
        : closed ? twoDecimals(metres) : metres;
  }

  /// 一米八, 一米八三, 两米零一: one or two digits that count nothing else.
  private Amount hanDecimals(Amount metres) {
    int first = metres.end();
    int second = words.han.digit(text.at(first + 1));
    if (words.han.digit(text.at(first)) == 0 && second <= 0) {
      return metres;
    }
    int end = first + (second >= 0 ? 2 : 1); // 一米九零
    boolean own = words.han.isNumeral(text.at(end)) || units.unitAt(end, metres.numeral()) != null;
    int value = 10 * words.han.digit(text.at(first)) + Math.max(second, 0);
    return own ? metres : metres.plus(BigDecimal.valueOf(value, 2), HUNDREDTH, end);
  }

  /// 9秒98: a result of a race.
  private Amount hundredths(Amount seconds) {
    Numeral digits = seconds.numeral();
    int after = text.skipSpaces(seconds.end() + 2);
    boolean own = text.isDigit(after) || units.unitAt(seconds.end() + 2, digits) != null;
    return own || digits.form() != Numeral.Form.DIGITS ? seconds : twoDecimals(seconds);
  }

  /// `amount` with the two digits that stand right behind its unit.
  private Amount twoDecimals(Amount amount) {
    int at = amount.end();
    boolean two = text.isDigit(at) && text.isDigit(at + 1) && !text.isDigit(at + 2);
    return two && amount.numeral().isWhole()
        ? amount.plus(new BigDecimal(text.folded(at, at + 2)).movePointLeft(2), HUNDREDTH, at + 2)
        : amount;
  }

  /// `amount` with so many of the smaller unit `code`, of which `most` make one.
  private Amount lower(Amount amount, String code, BigDecimal factor, BigDecimal most) {
    Part part = part(amount, amount.end(), code, factor, most);
    if (part == null) {
      return amount;
    }
    Numeral base = amount.numeral().times(amount.factor()).unscaled();
    return amount
        .withNumeral(base)
        .withUnit(amount.unitOrCount(), BigDecimal.ONE)
        .plus(share(part.value(), amount, most), share(part.step(), amount, most), part.end());
  }

  /// So many of a smaller unit, up to `end`.
  private record Part(BigDecimal value, BigDecimal step, int end) {}

  /// The fewer than `most` of the smaller unit `code` that stand at `end` behind `amount`, or null.
  private @Nullable Part part(
      Amount amount, int end, String code, BigDecimal factor, BigDecimal most) {
    int from = text.skipSpaces(end);
    if (text.at(from) == '零' && code.equals("month")) {
      from++; // 28年零6个月
    }
    if (text.at(from) == ',' && code.equals("in")) {
      from = text.skipSpaces(from + 1); // 7 feet, 10 inches
    }
    from = text.hasWord("and", from) ? text.skipSpaces(from + 3) : from;
    char c = text.at(from);
    Numeral more =
        !amount.numeral().isWhole()
            ? null
            : text.isDigit(from) || words.han.isNumeral(c)
                ? words.han.read(text, from, false)
                : text.isLatin(from) ? words.english.read(text, from) : null;
    UnitAt unit = more == null ? null : units.unitAt(more.end(), more);
    if (more == null || unit == null || more.isVague() || more.low().compareTo(most) >= 0) {
      return null;
    }
    boolean same =
        unit.unit() != null
            && (unit.unit().code().equals(code) && unit.factor().compareTo(factor) == 0
                || code.equals("minute") && text.at(unit.start()) == '分');
    return same ? new Part(more.low(), more.step(), unit.end()) : null;
  }

  /// 15 dollars 50, thirteen dollars forty-five.
  private Amount cents(Amount amount) {
    Amount named = lower(amount, amount.unitOrCount().code(), HUNDREDTH, HUNDRED);
    Amount said = named.end() > amount.end() ? named : centsInWords(amount);
    return said.end() > amount.end() ? said : centsInDigits(amount);
  }

  private Amount centsInWords(Amount amount) {
    int at = text.skipSpaces(amount.end());
    boolean whole = amount.numeral().isWhole() && !amount.numeral().isScaled();
    Numeral more =
        at > amount.end() && text.isLatin(at) && whole && words.english.mayBegin(text.at(at))
            ? words.english.read(text, at)
            : null;
    boolean two =
        more != null
            && more.form() == Numeral.Form.WORDS
            && more.isWhole()
            && !more.isVague()
            && more.low().compareTo(BigDecimal.TEN) > 0
            && more.low().compareTo(HUNDRED) < 0
            && isClosed(more.end());
    return more == null || !two
        ? amount
        : amount.plus(more.low().movePointLeft(2), HUNDREDTH, more.end()).withForce(Force.STATED);
  }

  private boolean isClosed(int end) {
    char after = text.at(end);
    return after == '\n' || (after == '.' || after == ',') && !text.isDigit(end + 1);
  }

  private Amount centsInDigits(Amount amount) {
    int at = text.skipSpaces(amount.end());
    boolean and = text.hasWord("and", at);
    at = and ? text.skipSpaces(at + 3) : at;
    boolean two =
        (and || at == amount.end() + 1)
            && text.isDigit(at)
            && text.isDigit(at + 1)
            && !text.isDigit(at + 2);
    if (!two || !isClosed(at + 2) || !amount.numeral().isWhole() || amount.numeral().isScaled()) {
      return amount;
    }
    BigDecimal cents = new BigDecimal(text.folded(at, at + 2)).movePointLeft(2);
    return amount.plus(cents, HUNDREDTH, at + 2).withForce(Force.STATED);
  }

  /// 50元6角三分, 十五块五.
  private Amount change(Amount amount) {
    if (amount.factor().compareTo(TENTH) == 0) {
      return smaller(amount, "分", TENTH); // 两角五分
    }
    Amount tenths = smaller(amount, "角毛", TENTH);
    return smaller(tenths, "分", HUNDREDTH);
  }

  private Amount smaller(Amount amount, String names, BigDecimal unit) {
    int at = amount.end();
    int digit = text.isDigit(at) ? text.at(at) - '0' : words.han.digit(text.at(at));
    boolean named = digit >= 0 && names.indexOf(text.at(at + 1)) >= 0;
    boolean unnamed =
        digit > 0 && !text.isDigit(at) && text.at(at - 1) == '块' && !text.isHan(at + 1);
    return named || unnamed
        ? amount.plus(unit.multiply(BigDecimal.valueOf(digit)), unit, at + (named ? 2 : 1))
        : amount;
  }
}
