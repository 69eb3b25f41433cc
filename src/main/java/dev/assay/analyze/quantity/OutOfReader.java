package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Reads shares that are told as so many out of so many: three out of five, one in ten, 每五人中有一人.
final class OutOfReader {

  /// Greater numbers after "in" may be years, unless their thousands are set apart.
  private static final BigDecimal MOST_IN = BigDecimal.valueOf(1000);

  /// How long a noun may stand between the counter and 中.
  private static final int MAX_NOUN = 8;

  /// What may stand before 有: 每五人中就有一人, 每十人中只有三人.
  private static final String BEFORE_HAS = "就便只仅约";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final QuantityWords words;
  private final FoldedText text;
  private final UnitReader units;
  private final NumeralReader numerals;

  OutOfReader(QuantityWords words, FoldedText text, UnitReader units, NumeralReader numerals) {
    this.words = words;
    this.text = text;
    this.units = units;
    this.numerals = numerals;
  }

  /// A share with the two numbers it is told by.
  record OutOf(Amount share, Amount first, Amount second) {}

  /// The share that `first` begins, or null.
  @Nullable OutOf read(Amount first) {
    Numeral numeral = first.numeral();
    boolean counts = first.unitOrCount().equals(Units.COUNT) && first.factor().signum() > 0;
    if (!counts || numeral.isVague() || numeral.low().signum() <= 0 || !numeral.isWhole()) {
      return null;
    }
    return text.at(first.start() - 1) == '每'
        ? each(first)
        : first.unit() == null ? of(first) : null;
  }

  /// Three out of five, one in ten.
  private @Nullable OutOf of(Amount top) {
    int at = text.skipSpaces(top.end());
    boolean out = text.hasWord("out", at) && text.hasWord("of", text.skipSpaces(at + 3));
    boolean in = !out && text.hasWord("in", at) && mayBeShare(top);
    if (!out && !in) {
      return null;
    }
    int from = text.skipSpaces(out ? text.skipSpaces(at + 3) + 2 : at + 2);
    if (text.hasWord("every", from)) {
      from = text.skipSpaces(from + 5);
    }
    Numeral below = plain(from);
    if (below == null
        || below.low().compareTo(top.low()) <= 0
        || below.form() == Numeral.Form.ONE) {
      return null;
    }
    boolean measured = units.unitAt(below.end(), below) != null;
    boolean fits = out || !measured && isOneInMany(top, below);
    return fits ? share(top, below, below.end()) : null;
  }

  /// Number one in three cities is a rank.
  private boolean mayBeShare(Amount top) {
    int end = text.skipSpacesBack(top.start());
    return !text.hasWord("number", end - 6) && !text.hasWord("ranked", end - 6);
  }

  private boolean isOneInMany(Amount top, Numeral below) {
    boolean one = top.low().compareTo(BigDecimal.ONE) == 0;
    boolean round =
        below.low().compareTo(BigDecimal.TEN) == 0 || below.low().compareTo(HUNDRED) == 0;
    boolean year =
        below.low().compareTo(MOST_IN) > 0
            && text.folded(below.start(), below.end()).indexOf(',') < 0;
    return !year && (one || round);
  }

  /// 每五人中就有一人. Four of each 100,000 are a rate and no share, as in English.
  private @Nullable OutOf each(Amount below) {
    int at = below.end();
    while (at < below.end() + MAX_NOUN && text.isHan(at) && "中里".indexOf(text.at(at)) < 0) {
      at++;
    }
    if (text.at(at) != '中' && text.at(at) != '里') {
      return null;
    }
    at++;
    at = BEFORE_HAS.indexOf(text.at(at)) >= 0 ? at + 1 : at;
    Numeral top = text.at(at) == '有' ? plain(at + 1) : null;
    if (top == null
        || top.low().compareTo(below.low()) >= 0
        || top.low().compareTo(BigDecimal.ONE) > 0 && below.low().compareTo(MOST_IN) > 0) {
      return null;
    }
    UnitReader.UnitAt unit = units.unitAt(top.end(), top);
    boolean counted = unit != null && Units.COUNT.equals(unit.unit());
    if (unit == null || !counted) {
      return null;
    }
    Amount first = Amount.of(top, unit.end(), Units.COUNT, unit.factor());
    return share(first, below.numeral(), below.start() - 1, unit.end());
  }

  private @Nullable Numeral plain(int from) {
    Numeral numeral =
        text.isLatin(from)
            ? words.english.mayBegin(text.at(from)) ? numerals.word(from) : null
            : text.isDigit(from) || words.han.isNumeral(text.at(from))
                ? numerals.number(from, null)
                : null;
    boolean plain =
        numeral != null
            && !numeral.isVague()
            && numeral.inner() == null
            && numeral.isWhole()
            && numeral.low().signum() > 0;
    return plain ? numeral : null;
  }

  private OutOf share(Amount top, Numeral below, int end) {
    return share(top, below, top.start(), end);
  }

  private OutOf share(Amount top, Numeral below, int start, int end) {
    BigDecimal value = top.low().divide(below.low(), MathContext.DECIMAL64);
    Numeral fraction = Numeral.fraction(start, end, value);
    Amount share =
        text.isAlone(start, end)
            ? Amount.of(fraction, end, Units.COUNT, BigDecimal.ONE)
            : Amount.share(fraction, end);
    Amount second = Amount.bare(below, Force.WEAK);
    return new OutOf(share, top.withForce(Force.WEAK), second);
  }
}
