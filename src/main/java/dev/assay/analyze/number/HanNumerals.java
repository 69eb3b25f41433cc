package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Lexicon;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Reads Chinese and mixed numerals: 一万五千亿, 1.2万亿, 2千零30万, 两千多, 数百亿, 十几, 三四百, 三分之二, 百分之5.
/// Immutable; safe for use by many threads.
public final class HanNumerals {

  private final HanCharacters characters;

  public HanNumerals(Lexicon lexicon) {
    this.characters = new HanCharacters(lexicon);
  }

  /// Whether a Chinese number may begin with `c`.
  public boolean isNumeral(char c) {
    return characters.isNumeral(c);
  }

  public boolean isScale(char c) {
    return characters.isScale(c);
  }

  /// The digit that `c` stands for, or -1.
  public int digit(char c) {
    return characters.digit(c);
  }

  /// Reads the number at `start`, where a digit in any script, a scale, 数 or 几 stands: `X分之Y`,
  /// `X又Y分之Z`, or a plain number. Null if there is none.
  public @Nullable Numeral read(FoldedText text, int start, boolean commaMayBeDecimal) {
    Numeral first = plain(text, start, commaMayBeDecimal);
    if (first == null) {
      return null;
    }
    int and = text.skipSpaces(first.end());
    if (text.at(and) == '又') {
      int from = text.skipSpaces(and + 1);
      Numeral base = plain(text, from, false);
      Numeral part = base == null ? null : fraction(text, base);
      return part == null || part.equals(base) ? first : sum(first, part);
    }
    return fraction(text, first);
  }

  private static Numeral sum(Numeral whole, Numeral part) {
    boolean percent = part.form() == Numeral.Form.PERCENT;
    BigDecimal sum = whole.low().add(part.low().movePointLeft(percent ? 2 : 0));
    return new Numeral(
        whole.start(), part.end(), sum, sum, part.step(), BigDecimal.ONE, Numeral.Form.WORDS, null);
  }

  /// `parts` as the lower part of a fraction, if 分之 and an upper part follow; else itself.
  private Numeral fraction(FoldedText text, Numeral parts) {
    int of = afterOfParts(text, parts.end());
    if (of < 0 || parts.low().signum() == 0) {
      return parts;
    }
    int from = text.skipSpaces(of);
    boolean minus = text.at(from) == '负';
    Numeral top = plain(text, from + (minus ? 1 : 0), false);
    if (top == null) {
      return parts;
    }
    Numeral upper = minus ? top.negated(from) : top;
    // 百分之五 and 千分之五 are shares; 一百分之五 is a fraction
    boolean percent = characters.isScale(text.at(parts.start()));
    BigDecimal divisor = percent ? parts.low().movePointLeft(2) : parts.low();
    return new Numeral(
        parts.start(),
        upper.end(),
        upper.low().divide(divisor, MathContext.DECIMAL64),
        upper.high().divide(divisor, MathContext.DECIMAL64),
        upper.step().divide(divisor, MathContext.DECIMAL64),
        BigDecimal.ONE,
        percent ? Numeral.Form.PERCENT : Numeral.Form.FRACTION,
        upper.inner());
  }

  private static int afterOfParts(FoldedText text, int end) {
    int i = text.skipSpaces(end);
    if (text.at(i) != '分') {
      return -1;
    }
    i = text.skipSpaces(i + 1);
    return text.at(i) == '之' ? i + 1 : -1;
  }

  private @Nullable Numeral plain(FoldedText text, int start, boolean commaMayBeDecimal) {
    return new HanNumberReader(characters, text, start, commaMayBeDecimal).read();
  }
}
