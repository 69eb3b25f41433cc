package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.UnitReader.UnitAt;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads words that are number and unit in one: 半年, 过半, 翻番, doubled, a decade.
final class NumberWords {

  /// What is measured against a time: "lower than", "5 points more than".
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(?:higher|lower|fewer|smaller|larger|greater) than $|\\d[\\d.,]* ?[a-z%-]{0,12}"
              + " (?:more|less) than $");

  private static final int LONGEST_MEASURE = 36;

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

  private final QuantityWords words;
  private final FoldedText text;
  private final UnitReader units;
  private final ModifierReader modifiers;

  NumberWords(QuantityWords words, FoldedText text, UnitReader units, ModifierReader modifiers) {
    this.words = words;
    this.text = text;
    this.units = units;
    this.modifiers = modifiers;
  }

  /// 半年, 半小时, 半数, 半百, 过半, 减半, where 半 stands at `i`.
  @Nullable Amount half(int i) {
    Numeral half = Numeral.fraction(i, i + 1, HALF);
    char before = text.at(i - 1);
    if (text.at(i + 1) == '数') {
      return Amount.share(half, i + 2);
    }
    if (text.at(i + 1) == '百') {
      Numeral fifty = Numeral.exact(i, i + 2, FIFTY, BigDecimal.TEN, Numeral.Form.WORDS);
      return Amount.of(fifty, i + 2, Units.COUNT, BigDecimal.ONE);
    }
    if (before == '过' && text.at(i - 2) != '不') {
      return Amount.share(half, i + 1);
    }
    if (before == '减') {
      return Amount.share(half.at(i - 1, i + 1), i + 1);
    }
    return words.beside.halfParts.isBefore(text, i) ? null : halfTime(i, half);
  }

  private @Nullable Amount halfTime(int i, Numeral half) {
    boolean counted = text.at(i + 1) == '个';
    UnitAt unit = units.unitAt(counted ? i + 2 : i + 1, half);
    if (unit == null && counted) {
      unit = units.unitAt(i + 1, half);
    }
    Unit time = unit == null ? null : unit.unit();
    return unit == null || time == null || !time.isDuration()
        ? null
        : Amount.of(half, unit.end(), time, unit.factor());
  }

  /// 翻一番, 翻番, 翻倍: two times; 翻两番: four times; 翻 stands at `i`.
  @Nullable Amount doubled(int i) {
    int at = text.at(i + 1) == '了' ? i + 2 : i + 1;
    int digit = words.han.digit(text.at(at));
    int next = digit > 0 ? at + 1 : at;
    char word = text.at(next);
    boolean noun = "率级".indexOf(text.at(next + 1)) >= 0; // 翻倍率
    if (noun || word != '番' && word != '倍') {
      return null;
    }
    BigDecimal times =
        word == '番'
            ? BigDecimal.TWO.pow(Math.max(1, Math.min(digit, 9)))
            : BigDecimal.valueOf(Math.max(2, digit));
    Numeral numeral = Numeral.exact(i, next + 1, times, BigDecimal.ONE, Numeral.Form.WORDS);
    return Amount.of(numeral, next + 1, Units.TIMES, BigDecimal.ONE);
  }

  /// Doubled, tripled, halved, 腰斩; null if the word at `i` is none.
  @Nullable Amount multiple(int i) {
    WordTable.Match<Integer> word = words.multiples.at(text.chars, i, text.length);
    if (word == null) {
      return null;
    }
    int end = word.end();
    boolean half = word.value() < 0;
    BigDecimal value = half ? HALF : BigDecimal.valueOf(word.value());
    Numeral numeral = Numeral.exact(i, end, value, BigDecimal.ONE, Numeral.Form.WORDS);
    Amount amount =
        half ? Amount.share(numeral, end) : Amount.of(numeral, end, Units.TIMES, BigDecimal.ONE);
    return amount.withForce(isNoMultiple(i, end) ? Force.WEAK : Force.STATED);
  }

  private boolean isNoMultiple(int i, int end) {
    return text.at(end) == '-'
        || text.at(i - 1) == '-'
        || words.beside.noMultipleAfter.isAt(text, end + 1)
        || isAdjective(i, end)
        || text.hasWord("twice", i) && isFrequency(end);
  }

  /// A triple crisis, double agents: such a word before a noun counts only after to, more than and
  /// the like, or before the, its and the like.
  private boolean isAdjective(int i, int end) {
    int next = text.skipSpaces(end);
    return words.beside.adjectives.holds(text.folded(i, end))
        && text.isLatin(next)
        && !words.beside.multipleAfter.isAt(text, next)
        && !words.beside.multipleBefore.isBefore(text, text.skipSpacesBack(i))
        && modifiers.before(i, Units.TIMES).modifier() == null;
  }

  private boolean isFrequency(int end) {
    int at = text.skipSpaces(end);
    return text.hasWord("a", at)
        || text.hasWord("in", at)
        || text.at(at) == '.'
        || text.at(at) == ',';
  }

  /// 4 points more than a year earlier, lower than a year ago; but not more than a year ago.
  private boolean isCompared(int start, int end) {
    int at = text.skipSpaces(end);
    if (!words.beside.comparisons.isAt(text, at)) {
      return false;
    }
    int from = Math.max(0, start - LONGEST_MEASURE);
    return !text.hasWord("ago", at) || COMPARED.matcher(text.folded(from, start)).find();
  }

  /// A decade is ten years; a year is one where something is said of it (over a year), else it is
  /// part of a rate or of a phrase. Null if no article of a length of time stands at `i`.
  @Nullable Amount articleOfTime(int i) {
    if ("anplc".indexOf(text.at(i)) < 0) {
      return null;
    }
    int end = words.beside.articles.endAt(text, i);
    if (end < 0) {
      return null;
    }
    int at = text.skipSpaces(end);
    boolean indefinite = end - i <= 2;
    boolean longTime = words.beside.longTimes.isAt(text, at);
    if (!longTime && !indefinite) {
      return null;
    }
    Numeral one = Numeral.exact(i, end, BigDecimal.ONE, BigDecimal.ONE, Numeral.Form.ARTICLE);
    UnitAt unit = units.unitAt(end, one);
    Unit time = unit == null ? null : unit.unit();
    if (unit == null || time == null || text.at(unit.end()) == '-') {
      return null;
    }
    Amount amount = Amount.of(one, unit.end(), time, unit.factor());
    if (!time.isDuration()) {
      return indefinite && !time.equals(Units.COUNT) ? withPart(amount) : null;
    }
    boolean said =
        indefinite
            && (longTime
                || modifiers.before(i, time).modifier() != null && !isCompared(i, unit.end()));
    int two = text.startsWith(" or two", unit.end()) ? unit.end() + " or two".length() : -1;
    if (indefinite && two > 0 && !text.isLatin(two)) {
      return Amount.of(upToTwo(i, two), two, time, unit.factor());
    }
    int half = AddedParts.halfOfTimeEnd(text, unit.end());
    if (half > 0) {
      return amount.plus(HALF, HALF, half).withForce(Force.STATED);
    }
    Amount quarters = AddedParts.quarters(text, amount);
    if (quarters.end() > amount.end()) {
      return quarters;
    }
    return new Amount(
        one,
        indefinite ? i : at,
        unit.end(),
        time,
        amount.factor(),
        said ? Force.STATED : Force.WEAK,
        false);
  }

  /// A metre and a half, a mile and a quarter; null where no part follows the unit.
  private @Nullable Amount withPart(Amount amount) {
    int half = AddedParts.halfEnd(text, amount.end());
    Amount more = half > 0 ? amount.plus(HALF, HALF, half) : AddedParts.quarters(text, amount);
    return more.end() > amount.end() ? more : null;
  }

  /// A year or two.
  private static Numeral upToTwo(int start, int end) {
    return new Numeral(
        start,
        end,
        BigDecimal.ONE,
        BigDecimal.TWO,
        BigDecimal.ONE,
        BigDecimal.ONE,
        Numeral.Form.WORDS,
        Modifier.RANGE);
  }
}
