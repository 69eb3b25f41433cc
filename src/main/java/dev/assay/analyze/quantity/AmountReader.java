package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.UnitReader.UnitAt;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the number that begins at a place of one text with its unit: from a sign before it, from
/// the word after it, or from what it is without one.
final class AmountReader {

  private static final String HEADING_BEFORE = "(:：，,";
  private static final String HEADING_AFTER = "),，、;；\n ";
  private static final String CLAUSE_STARTS = "\n，。；！？";

  /// How far apart the halves of 一年严过一年 may stand.
  private static final int PHRASE_GAP = 3;

  /// What two Chinese digits that are read out do not count.
  private static final Set<String> READ_OUT = Set.of("year", "points");

  private static final Set<String> YEAR_PARTS = Set.of("month", "quarter");
  private static final String AND = "and";
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal ONE_AND_HALF = new BigDecimal("1.5");
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  private final QuantityWords words;
  private final FoldedText text;
  private final NumeralReader numerals;
  private final UnitReader units;
  private final PriceReader prices;
  private final AddedParts parts;
  private final ShareReader shares;
  private final BareNumbers bare;

  AmountReader(
      QuantityWords words,
      FoldedText text,
      NumeralReader numerals,
      UnitReader units,
      BareNumbers bare) {
    this.words = words;
    this.text = text;
    this.numerals = numerals;
    this.units = units;
    this.prices = new PriceReader(words, text, units);
    this.parts = new AddedParts(words, text, units);
    this.shares = new ShareReader(words, text);
    this.bare = bare;
  }

  /// What begins at `i`, where a digit or a Chinese numeral stands; null if it is no number.
  @Nullable Amount number(int i) {
    QuantityWords.Sign sign = numerals.signBefore(i);
    Numeral numeral = numerals.number(i, sign);
    if (numeral == null) {
      return null;
    }
    QuantityWords.Sign named = sign == null ? prices.named(numeral) : sign;
    return withUnit(named == null ? over(numeral) : numeral, named);
  }

  /// What begins with the word at `i`; null if it is no number.
  @Nullable Amount word(int i) {
    Numeral numeral = numerals.word(i);
    return numeral == null ? null : withUnit(over(numeral), null);
  }

  /// The fraction in one character at `i`.
  @Nullable Amount vulgar(int i) {
    return withUnit(numerals.vulgar(i), null);
  }

  /// `amount` with what it is so much of or for, where that stands before it: 每公斤5至6元.
  Amount eachBefore(Amount amount) {
    return prices.eachBefore(amount);
  }

  /// One over three: a fraction, where both are plain numbers and the first is small.
  private Numeral over(Numeral top) {
    int at = text.skipSpaces(top.end());
    if (!text.hasWord("over", at)
        || top.low().abs().compareTo(BigDecimal.TEN) >= 0
        || !top.isWhole()
        || top.isScaled()
        || top.isVague()) {
      return top;
    }
    int from = text.skipSpaces(at + 4);
    Numeral below =
        text.isDigit(from)
            ? words.han.read(text, from, false)
            : text.isLatin(from) ? words.english.read(text, from) : null;
    boolean plain =
        below != null
            && below.low().compareTo(top.low().abs()) > 0
            && below.form() != Numeral.Form.FRACTION
            && units.unitAt(below.end(), below) == null
            && !text.isLatin(text.skipSpaces(below.end()));
    return below == null || !plain ? top : quotient(top, below);
  }

  private static Numeral quotient(Numeral top, Numeral below) {
    BigDecimal value = top.low().divide(below.low(), MathContext.DECIMAL64);
    return Numeral.exact(top.start(), below.end(), value, value, Numeral.Form.WORDS);
  }

  /// 八五折, 75折: the second digit is a tenth of the first.
  private Numeral discount(Numeral numeral) {
    boolean two =
        text.at(numeral.end()) == '折'
            && !numeral.isScaled()
            && !numeral.isVague()
            && numeral.isWhole()
            && numeral.low().compareTo(BigDecimal.TEN) > 0
            && numeral.low().compareTo(HUNDRED) < 0;
    return two ? numeral.times(TENTH).unscaled() : numeral;
  }

  private @Nullable Amount withUnit(Numeral read, QuantityWords.@Nullable Sign sign) {
    Numeral numeral = discount(read);
    if (numeral.form() == Numeral.Form.PERCENT) {
      if (text.at(numeral.end()) == '秒') { // 百分之三秒
        return Amount.of(numeral, numeral.end() + 1, Units.known("second"), HUNDREDTH);
      }
      return Amount.of(numeral, numeral.end(), Units.PERCENT, BigDecimal.ONE);
    }
    if (sign != null) {
      return prices.money(numeral, sign);
    }
    UnitAt unit = units.unitAt(numeral.end(), numeral);
    if (unit == null && numeral.isVague() && text.hasWord("of", text.skipSpaces(numeral.end()))) {
      UnitAt of = units.unitAt(text.skipSpaces(numeral.end()) + 2, numeral);
      unit = of == null || Units.COUNT.equals(of.unit()) ? null : of;
    }
    if (unit != null) {
      return measured(numeral, unit);
    }
    UnitAt open = unitAfterPlus(numeral);
    if (open != null) {
      return measured(numeral.moreThan(numeral.end() + 1), open);
    }
    if (numeral.form() == Numeral.Form.FRACTION) {
      Amount part = partOfUnit(numeral);
      part = part == null ? unitAndHalf(numeral) : part;
      return part == null ? shares.read(numeral) : part;
    }
    if (text.at(numeral.end()) == '半' && numeral.form() == Numeral.Form.ONE) {
      return Amount.of(numeral, numeral.end() + 1, Units.PERCENT, FIFTY);
    }
    Amount alone = bare.read(numeral);
    int half = numeral.isWhole() ? AddedParts.halfEnd(text, numeral.end()) : -1;
    return alone == null || half < 0 ? alone : andHalf(alone, half);
  }

  /// 670+ days, 30+ miles.
  private @Nullable UnitAt unitAfterPlus(Numeral numeral) {
    int end = numeral.end();
    boolean plus = text.at(end) == '+' && text.at(end + 1) == ' ' && text.isLatin(end + 2);
    UnitAt at = plus && !text.isUpper(end + 2) ? units.unitAt(end + 1, numeral) : null;
    return at == null || Units.COUNT.equals(at.unit()) ? null : at;
  }

  /// 34 and a half, 12 and a half years, 5 and a half million; the half ends at `end`.
  private Amount andHalf(Amount whole, int end) {
    Amount both = whole.plus(HALF, HALF, end);
    Numeral numeral = words.english.scaled(text, both.numeral().at(both.start(), end));
    UnitAt at = units.unitAt(numeral.end(), numeral);
    Unit unit = at == null ? null : at.unit();
    return new Amount(
        numeral,
        both.start(),
        at == null ? numeral.end() : at.end(),
        unit == null ? both.unit() : unit,
        at == null || unit == null ? both.factor() : at.factor(),
        unit == null ? both.force() : Force.STATED,
        false);
  }

  /// The decade and a half of talks: one of a length of time before, and the half.
  private @Nullable Amount unitAndHalf(Numeral half) {
    int and = text.skipSpacesBack(half.start()) - AND.length();
    if (!text.startsWith("a half", half.start()) || !text.hasWord(AND, and)) {
      return null;
    }
    int end = text.skipSpacesBack(and);
    int start = text.wordStart(end);
    UnitAt unit = units.unitAt(start, half);
    Unit time = unit == null || unit.end() != end ? null : unit.unit();
    Numeral both = Numeral.exact(start, half.end(), ONE_AND_HALF, HALF, Numeral.Form.WORDS);
    return unit == null || time == null || !time.isDuration()
        ? null
        : Amount.of(both, half.end(), time, unit.factor());
  }

  /// Half an hour, a quarter of a percentage point, half of one percent, a tenth of a second; null
  /// before anything else.
  private @Nullable Amount partOfUnit(Numeral numeral) {
    int at = text.skipSpaces(numeral.end());
    boolean of = text.hasWord("of", at);
    at = of ? text.skipSpaces(at + 2) : at;
    int past =
        text.hasWord("a", at)
            ? at + 1
            : text.hasWord("an", at) ? at + 2 : text.hasWord("one", at) ? at + 3 : -1;
    int second = text.skipSpaces(past < 0 ? at : past);
    if ((past >= 0 || text.isDigit(numeral.start())) && text.hasWord("second", second)) {
      return Amount.of(numeral, second + "second".length(), Units.known("second"), BigDecimal.ONE);
    }
    UnitAt unit = past < 0 ? null : units.unitAt(past, numeral);
    return unit == null || unit.unit() == null || unit.unit().equals(Units.COUNT)
        ? null
        : Amount.of(numeral, unit.end(), unit.unit(), unit.factor());
  }

  private @Nullable Amount measured(Numeral numeral, UnitAt at) {
    Unit unit = at.unit();
    boolean quake = unit == null && text.at(at.start()) == '级';
    if (quake && words.beside.magnitudes.isBefore(text, numeral.start())) {
      return Amount.of(numeral, at.end(), Units.known("magnitude"), BigDecimal.ONE);
    }
    if (unit == null) {
      Force force = bare.isAmongFirst(numeral) ? Force.STATED : Force.WEAK;
      return Amount.of(numeral, at.end(), Units.COUNT, BigDecimal.ONE).withForce(force);
    }
    if (numeral.form() == Numeral.Form.FRACTION && unit.equals(Units.PERCENT)) {
      return shares.read(numeral);
    }
    Amount amount =
        Amount.of(numeral, at.end(), unit, at.factor()).withForce(force(numeral, unit, at));
    return prices.rated(parts.with(amount, at));
  }

  /// What one, two and the articles state: a length of time or an amount, but not a thing.
  private Force force(Numeral numeral, Unit unit, UnitAt at) {
    boolean counter = unit.equals(Units.COUNT);
    if (unit.isDuration() && words.beside.terms.isAt(text, at.end())) {
      return Force.WEAK;
    }
    if (text.at(numeral.start() - 1) == '前' && YEAR_PARTS.contains(unit.code())) {
      return Force.WEAK; // 前三季度 tells which part of a year
    }
    if (unit.code().equals("year") && isAfterYear(numeral.start())) {
      return Force.WEAK; // 2022、2023两年
    }
    if (READ_OUT.contains(unit.code()) && isReadOut(numeral)) {
      return Force.WEAK; // 二一年, 五五分
    }
    if (numeral.form() == Numeral.Form.SINGLE && text.at(at.end()) == '级') {
      return Force.WEAK; // 亿吨级油田
    }
    boolean dozen = at.factor().compareTo(BigDecimal.ONE) != 0;
    if (isHeading(numeral, at.end()) || isTurnOfPhrase(numeral, at) || isPronoun(numeral, at)) {
      return Force.WEAK;
    }
    if (numeral.form() == Numeral.Form.ONE && (counter && !dozen || unit.code().equals("points"))) {
      return text.isAlone(numeral.start(), at.end()) ? Force.STATED : Force.WEAK;
    }
    return counter && !isHundredOrMore(numeral) && bare.isCountedBefore(numeral)
        ? Force.WEAK
        : Force.STATED;
  }

  /// 一年严过一年, 一天比一天: one of a length of time after another.
  private boolean isTurnOfPhrase(Numeral numeral, UnitAt at) {
    if (numeral.form() != Numeral.Form.ONE || !text.isHan(numeral.start())) {
      return false;
    }
    String one = text.folded(numeral.start(), at.end());
    for (int gap = 0; gap <= PHRASE_GAP; gap++) {
      if (text.startsWith(one, at.end() + gap)
          || text.startsWith(one, numeral.start() - gap - one.length())) {
        return true;
      }
      if (!text.isHan(at.end() + gap) && !text.isHan(numeral.start() - gap - 1)) {
        return false;
      }
    }
    return false;
  }

  /// 两人 at the head of a clause are those that were named.
  private boolean isPronoun(Numeral numeral, UnitAt at) {
    char both = text.at(numeral.start());
    char before = text.at(text.skipSpacesBack(numeral.start()) - 1);
    return (both == '两' || both == '二')
        && numeral.end() == numeral.start() + 1
        && text.at(at.start()) == '人'
        && at.end() == at.start() + 1
        && CLAUSE_STARTS.indexOf(before) >= 0;
  }

  /// Two Chinese digits that are read out, and are no neighbours as in 三五年.
  private boolean isReadOut(Numeral numeral) {
    int start = numeral.start();
    return numeral.end() == start + 2
        && words.han.digit(text.at(start)) >= 0
        && words.han.digit(text.at(start + 1)) >= 0
        && numeral.low().compareTo(numeral.high()) == 0;
  }

  private boolean isAfterYear(int start) {
    boolean numeral = words.han.isNumeral(text.at(start));
    return numeral && (text.at(start - 1) == '年' || text.isDigit(start - 1));
  }

  /// 单位：万元 and (亿元) name a unit, no amount.
  private boolean isHeading(Numeral numeral, int end) {
    boolean scalesOnly =
        numeral.form() == Numeral.Form.SINGLE || numeral.form() == Numeral.Form.ARTICLE;
    return scalesOnly
        && words.han.isScale(text.at(numeral.start()))
        && HEADING_BEFORE.indexOf(text.at(numeral.start() - 1)) >= 0
        && HEADING_AFTER.indexOf(text.at(end)) >= 0;
  }

  /// 百, 千, 万 alone after a Chinese word.
  private boolean isHundredOrMore(Numeral numeral) {
    return numeral.form() == Numeral.Form.SINGLE
        && words.han.isScale(text.at(numeral.start()))
        && text.isHan(numeral.start() - 1)
        && numeral.scale().compareTo(BigDecimal.TEN) > 0;
  }
}
