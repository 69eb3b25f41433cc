package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads a number written in digits, with the separators of every habit: `1,234,567`, `12,34,567`,
/// `1 234`, `1'234`, `1.234.567`, `5 000,50`, `.25`, `1e10`, `1.3x10^6`. Reads no scale and no
/// unit.
final class DigitReader {

  /// Numbers with more digits than this are codes.
  private static final int MAX_DIGITS = 30;

  private DigitReader() {}

  /// Digits as written.
  ///
  /// @param step the value of one in the last place written; trailing zeros count as written
  record Digits(int end, BigDecimal value, BigDecimal step, boolean isPlain) {}

  /// Reads at `start`, where a digit or a point before one stands; null if it is no number, such as
  /// an address of four parts.
  static @Nullable Digits read(FoldedText text, int start, boolean commaMayBeDecimal) {
    StringBuilder digits = new StringBuilder();
    int end = integer(text, start, digits);
    boolean grouped = end - start > digits.length();
    int integerDigits = digits.length();
    int decimals = 0;
    if (isPointApart(text, start)) { // 0. 07, . 07
      int after = run(text, end + 2);
      decimals = append(text, end + 2, after, digits);
      end = after;
    } else if (text.at(end) == '.' && text.isDigit(end + 1)) {
      int after = run(text, end + 1);
      if (text.at(after) == '.' && text.isDigit(after + 1)) {
        return null;
      }
      decimals = append(text, end + 1, after, digits);
      end = after;
    } else if (text.at(end) == ','
        && (commaMayBeDecimal || isSpaceOrPointGrouped(text, start, end))) {
      int after = run(text, end + 1);
      if (after - end - 1 >= 1
          && after - end - 1 <= 2
          && !(text.at(after) == ',' && text.isDigit(after + 1))) {
        decimals = append(text, end + 1, after, digits);
        end = after;
      }
    }
    if (digits.length() == 0 || digits.length() > MAX_DIGITS) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits.toString()).movePointLeft(decimals);
    Digits plain =
        new Digits(
            end,
            value,
            BigDecimal.ONE.movePointLeft(decimals),
            !grouped && decimals == 0 && integerDigits > 0);
    return exponent(text, plain);
  }

  /// Whether a nought, or nothing, stands at `i` before a point that was cut from its decimals.
  private static boolean isPointApart(FoldedText text, int i) {
    boolean zero = text.at(i) == '0';
    int point = zero ? i + 1 : i;
    return text.startsWith(". ", point)
        && text.isDigit(point + 2)
        && (zero || text.at(point + 2) == '0' && text.isDigit(point + 3));
  }

  private static int run(FoldedText text, int from) {
    int at = from;
    while (text.isDigit(at)) {
      at++;
    }
    return at;
  }

  private static int append(FoldedText text, int from, int to, StringBuilder digits) {
    digits.append(text.chars, from, to - from);
    return to - from;
  }

  /// The whole part with its groups.
  private static int integer(FoldedText text, int start, StringBuilder digits) {
    int end = run(text, start);
    append(text, start, end, digits);
    if (end - start < 1 || end - start > 3) {
      return end;
    }
    char separator = text.at(end);
    boolean wide = separator == '，' && text.original.charAt(end - 1) > '\uff00';
    if (wide || separator == '，' && isTriple(text, end) && isTriple(text, end + 4)) {
      return groups(text, end, separator, digits);
    }
    if (separator == ',' && isSpacedGroup(text, start, end)) {
      return spacedGroups(text, end, digits);
    }
    return switch (separator) {
      case ' ' -> isShare(text, end) ? end : groups(text, end, separator, digits);
      case ',', '\'' -> groups(text, end, separator, digits);
      case '.' -> isPointGrouped(text, end) ? groups(text, end, separator, digits) : end;
      default -> end;
    };
  }

  /// 74 100%: two numbers, for no share is that large.
  private static boolean isShare(FoldedText text, int space) {
    return text.at(run(text, space + 1)) == '%';
  }

  /// Two groups of three or more after points: 1.234.567. With one, the point is a decimal point,
  /// unless a decimal comma follows.
  private static boolean isPointGrouped(FoldedText text, int point) {
    int next = run(text, point + 1);
    if (next - point != 4) {
      return false;
    }
    char after = text.at(next);
    if (after == ',' && text.isDigit(next + 1)) {
      return run(text, next + 1) - next <= 3;
    }
    return after == '.' && run(text, next + 1) - next == 4;
  }

  /// A mark like that at `mark` and three digits, no more.
  private static boolean isTriple(FoldedText text, int mark) {
    return text.at(mark) == '，' && run(text, mark + 1) == mark + 4;
  }

  /// $120, 500, and 170, 000 of anything: a text whose signs were cut apart from its words, told by
  /// the sign of money or by noughts that are no number, unless they stand in a list of codes (050,
  /// 170, 000, 210).
  private static boolean isSpacedGroup(FoldedText text, int start, int comma) {
    char sign = text.at(text.skipSpacesBack(start) - 1);
    boolean money = sign == '$' || sign == '€' || sign == '£';
    boolean listed = sign == ',' || Character.isDigit(sign) || isSpacedTriple(text, comma + 5);
    return isSpacedTriple(text, comma) && (money || text.startsWith(", 000", comma) && !listed);
  }

  private static boolean isSpacedTriple(FoldedText text, int comma) {
    return text.startsWith(", ", comma) && run(text, comma + 2) == comma + 5;
  }

  private static int spacedGroups(FoldedText text, int from, StringBuilder digits) {
    int end = from;
    while (isSpacedTriple(text, end)) {
      append(text, end + 2, end + 5, digits);
      end += 5;
    }
    return end;
  }

  private static int groups(FoldedText text, int from, char separator, StringBuilder digits) {
    int end = from;
    StringBuilder more = new StringBuilder();
    boolean indian = false;
    while (text.at(end) == separator) {
      int next = run(text, end + 1);
      int size = next - end - 1;
      boolean two = separator == ',' && size == 2 && (text.at(next) == ',');
      if (size != 3 && !two || indian && size != 3 && !two) {
        break;
      }
      indian |= two;
      append(text, end + 1, next, more);
      end = next;
      if (more.length() > MAX_DIGITS) {
        return from;
      }
    }
    if (text.at(end) == separator && separator == ',' && text.isDigit(end + 1)) {
      return from; // a list of numbers: 22,24,26
    }
    digits.append(more);
    return end;
  }

  private static boolean isSpaceOrPointGrouped(FoldedText text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      if (c == ' ' || c == '.' || c == '\'') {
        return true;
      }
    }
    return false;
  }

  private static Digits exponent(FoldedText text, Digits digits) {
    int at = digits.end();
    boolean ten = text.startsWith("x10^", at) || text.startsWith("×10^", at);
    if (!ten && text.at(at) != 'e') {
      return digits;
    }
    int from = at + (ten ? 4 : 1);
    boolean negative = text.at(from) == '-';
    from += negative || text.at(from) == '+' ? 1 : 0;
    int end = run(text, from);
    if (end == from || end - from > 2 || text.isLatin(end)) {
      return digits;
    }
    int power = Integer.parseInt(text.folded(from, end));
    int move = negative ? -power : power;
    return new Digits(
        end, digits.value().scaleByPowerOfTen(move), digits.step().scaleByPowerOfTen(move), false);
  }
}
