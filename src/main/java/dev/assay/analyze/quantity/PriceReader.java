package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.QuantityWords.UnitWord;
import dev.assay.analyze.quantity.UnitReader.UnitAt;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads money after a sign, and prices and contents per unit where the per touches the number:
/// $100 per kg, 每吨3370元, 元/平方米, $30 a month, 2.4 tonnes per hectare.
final class PriceReader {

  /// How far back 每 with its unit may begin.
  private static final int EACH = 5;

  /// And the name of a currency.
  private static final int LONGEST_NAME = 8;

  /// What there is so much of in so much of another: 4.02克/吨, 2.4 tonnes per hectare.
  private static final Set<String> CONTENTS = Set.of("mass", "volume", "energy");

  /// What so much is in, beside [#CONTENTS].
  private static final Set<String> GROUNDS = Set.of("area", "length");

  /// How far in how long: 每小时10公里.
  private static final Map<String, Map<String, String>> SPEEDS =
      Map.of(
          "km", Map.of("hour", "km/h", "second", "km/s"),
          "m", Map.of("second", "m/s"),
          "mi", Map.of("hour", "mph"));

  private final QuantityWords words;
  private final FoldedText text;
  private final UnitReader units;

  PriceReader(QuantityWords words, FoldedText text, UnitReader units) {
    this.words = words;
    this.text = text;
    this.units = units;
  }

  /// The amount of `numeral` after the sign of a currency.
  Amount money(Numeral numeral, QuantityWords.Sign sign) {
    UnitAt after = units.unitAt(numeral.end(), numeral);
    Unit named = after == null ? null : after.unit();
    boolean isNamed = named != null && named.isMoney();
    Unit unit = isNamed && named != null && sign.spelled().equals("$") ? named : sign.unit();
    int end = isNamed && after != null ? after.end() : numeral.end();
    int start = text.skipSpacesBack(numeral.start()) - sign.spelled().length();
    Numeral value = isNegative(numeral, start) ? numeral.negated(numeral.start()) : numeral;
    return rated(new Amount(value, start, end, unit, BigDecimal.ONE, Force.STATED, true));
  }

  /// The currency that a Chinese name before `numeral` gives to a sum in 元 or one without a unit:
  /// 港币3万元, 欧元2亿. Null if none does; in 每美元7.1元 and 1美元7元 the 元 is its own.
  QuantityWords.@Nullable Sign named(Numeral numeral) {
    int end = text.skipSpacesBack(numeral.start());
    WordTable.Match<List<UnitWord>> name =
        words.unitsBefore.before(text.chars, end, Math.max(0, end - LONGEST_NAME));
    UnitWord word = name == null ? null : name.value().getFirst();
    Unit unit = word == null ? null : word.unit();
    if (name == null || unit == null || !unit.isMoney() || isCounted(name.end())) {
      return null;
    }
    UnitAt after = units.unitAt(numeral.end(), numeral);
    boolean open =
        after == null ? numeral.isScaled() : text.folded(after.start(), after.end()).equals("元");
    return open ? new QuantityWords.Sign(text.folded(name.end(), end), unit, false) : null;
  }

  /// Whether so many of what begins at `start` are told, or each of it.
  private boolean isCounted(int start) {
    char before = text.at(text.skipSpacesBack(start) - 1);
    return !text.isHan(start)
        || text.isDigit(text.skipSpacesBack(start) - 1)
        || words.han.isNumeral(before)
        || words.han.isScale(before)
        || words.beside.each.isBefore(text, text.skipSpacesBack(start));
  }

  /// $-5 and -$5, but not in 10-$20.
  private boolean isNegative(Numeral numeral, int start) {
    int word = text.wordStart(text.skipSpacesBack(start));
    return text.hasWord("minus", word)
        || text.hasWord("negative", word)
        || text.at(text.skipSpacesBack(numeral.start()) - 1) == '-'
        || text.at(start - 1) == '-' && !text.isLatin(start - 2) && !text.isDigit(start - 2);
  }

  /// `amount` with what it is paid for, if that touches it; else itself.
  Amount rated(Amount amount) {
    int per = perEnd(amount.end());
    if (per > 0) {
      UnitAt bottom = units.unitAt(per, amount.numeral());
      if (bottom != null
          && bottom.unit() != null
          && bottom.start() == text.skipSpaces(per)
          && !words.beside.comparisons.isAt(text, text.skipSpaces(bottom.end()))) {
        return perUnit(
            amount, paidFor(bottom.unit(), per), bottom.factor(), amount.start(), bottom.end());
      }
    }
    return eachBefore(amount);
  }

  /// 股 counts, but what a price is paid for is a share, and 度 then is electricity.
  private Unit paidFor(Unit unit, int at) {
    return switch (text.at(text.skipSpaces(at))) {
      case '股' -> Units.known("share");
      case '度' -> Units.known("kWh");
      default -> unit;
    };
  }

  private Amount perUnit(Amount amount, Unit bottom, BigDecimal bottomFactor, int start, int end) {
    Unit unit = amount.unitOrCount();
    boolean price =
        unit.isMoney()
            && !bottom.equals(Units.PERCENT)
            && !bottom.isMoney()
            && !bottom.equals(Units.COUNT);
    String speed = SPEEDS.getOrDefault(unit.code(), Map.of()).get(bottom.code());
    if (speed != null) {
      return new Amount(
          amount.numeral(),
          start,
          end,
          Units.known(speed),
          amount.factor().divide(bottomFactor, MathContext.DECIMAL64),
          Force.STATED,
          false);
    }
    boolean content =
        CONTENTS.contains(unit.kind())
            && (CONTENTS.contains(bottom.kind()) || GROUNDS.contains(bottom.kind()));
    return price || content
        ? new Amount(
            amount.numeral(),
            start,
            end,
            Units.rate(unit, bottom),
            amount.factor().divide(bottomFactor, MathContext.DECIMAL64),
            Force.STATED,
            amount.signed())
        : amount;
  }

  /// Where a word for per that follows `end` ends, or -1.
  private int perEnd(int end) {
    int at = text.skipSpaces(end);
    if (text.at(end) == '/' || text.at(at) == '每') {
      return at + 1;
    }
    if (text.at(end) == '-') { // $6.99-a-month
      int joined = words.beside.per.endAt(text, end + 1);
      return joined > 0 && text.at(joined) == '-' ? joined + 1 : -1;
    }
    return at > end && text.isLatin(at) ? words.beside.per.endAt(text, at) : -1;
  }

  /// `amount` with 每吨 before it, whatever says how its number is meant: 每公斤不足5万元.
  Amount eachBefore(Amount amount) {
    Unit top = amount.unitOrCount();
    if (!top.isMoney() && !CONTENTS.contains(top.kind()) && !SPEEDS.containsKey(top.code())) {
      return amount;
    }
    int near = text.skipSpacesBack(amount.start());
    int end = beforeModifiers(near);
    WordTable.Match<List<UnitWord>> match =
        words.unitsBefore.before(text.chars, end, Math.max(0, end - EACH));
    Unit unit = match == null ? null : match.value().getFirst().unit();
    if (match == null || unit == null || text.at(match.end() - 1) != '每') {
      return amount;
    }
    return perUnit(
        amount,
        paidFor(unit, match.end()),
        match.value().getFirst().factor(),
        end == near ? match.end() - 1 : amount.start(),
        amount.end());
  }

  /// 不足 of 每公斤不足5万元 belongs to the number, which stands at `end`.
  private int beforeModifiers(int end) {
    WordTable.Match<QuantityWords.Mark> mark = words.before.before(text.chars, end, 0);
    return mark != null && text.isHan(mark.end()) ? text.skipSpacesBack(mark.end()) : end;
  }
}
