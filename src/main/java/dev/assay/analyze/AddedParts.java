package dev.assay.analyze;

import dev.assay.analyze.UnitReader.UnitAt;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;

/// Adds what a smaller unit or a half after the unit adds: 五元三毛, 两米半, 一年半, 三成五, 一个半小时, 15 dollars
/// 50.
final class AddedParts {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

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
      if (half != amount) {
        return half;
      }
    }
    if (isTenthOfShare(numeral, end)) {
      BigDecimal tenths = BigDecimal.valueOf(words.han.digit(text.at(end)));
      return amount.plus(tenths.movePointLeft(1), TENTH, end + 1).withForce(Force.STATED);
    }
    if (at.letters() && amount.unitOrCount().isMoney()) {
      return cents(amount);
    }
    return amount.unitOrCount().code().equals("CNY") ? change(amount) : amount;
  }

  /// 一个半小时 has its unit after the half, 两米半 before it.
  private Amount half(Amount amount, int end) {
    boolean counted = amount.unitOrCount().equals(Units.COUNT);
    UnitAt after = counted ? units.unitAt(end + 1, amount.numeral()) : null;
    Unit unit = after == null ? null : after.unit();
    if (after != null && unit != null && text.at(end - 1) == '个') {
      return amount.plus(HALF, HALF, after.end()).withUnit(unit, after.factor());
    }
    return counted ? amount : amount.plus(HALF, HALF, end + 1);
  }

  /// 三成五: a digit that no unit and no digit follows.
  private boolean isTenthOfShare(Numeral numeral, int end) {
    return words.han.digit(text.at(end)) > 0
        && text.at(end - 1) == '成'
        && numeral.isWhole()
        && units.unitAt(end + 1, numeral) == null
        && words.han.digit(text.at(end + 1)) < 0;
  }

  /// 15 dollars 50.
  private Amount cents(Amount amount) {
    int at = text.skipSpaces(amount.end());
    boolean two =
        at == amount.end() + 1 && text.isDigit(at) && text.isDigit(at + 1) && !text.isDigit(at + 2);
    char after = text.at(at + 2);
    boolean closed = after == '\n' || (after == '.' || after == ',') && !text.isDigit(at + 3);
    if (!two || !closed || !amount.numeral().isWhole() || amount.numeral().isScaled()) {
      return amount;
    }
    BigDecimal cents = new BigDecimal(text.folded(at, at + 2)).movePointLeft(2);
    return amount.plus(cents, HUNDREDTH, at + 2).withForce(Force.STATED);
  }

  /// 50元6角三分, 十五块五.
  private Amount change(Amount amount) {
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
