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

/// Reads money after a sign, and prices and contents per unit where the per touches the number:
/// $100 per kg, 每吨3370元, 元/平方米, $30 a month, 2.4 tonnes per hectare.
final class PriceReader {

  /// How far back 每 with its unit may begin.
  private static final int EACH = 5;

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
    int word = at > end && text.isLatin(at) ? words.beside.per.endAt(text, at) : -1;
    return word > 0 ? word : text.startsWith("-per-", end) ? end + 5 : -1;
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
