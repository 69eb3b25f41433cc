package dev.assay.fold;

/// One pass over a text that fills its [ContentTokens].
final class ContentScanner {

  private static final byte SEPARATOR = 0;
  private static final byte HAN = 1;
  private static final byte LETTER = 2;
  private static final byte DIGIT = 3;

  /// A Chinese numeral that can open a number.
  private static final byte NUMERAL = 4;

  /// 百, which may open 百分之.
  private static final byte HUNDRED = 5;

  /// Scripts without spaces would make one word of a whole text.
  private static final int LONGEST_WORD = 40;

  /// More digits than a `long` holds are compared as a code is.
  private static final int LONGEST_NUMBER = 17;

  private static final long PRIME = 0x9e3779b97f4a7c15L;
  private static final long PERCENT = 0x5bd1e9955bd1e995L;

  /// After 成 these make a word (成为, 成立, 成本), not tenths.
  private static final String NOT_TENTHS = "为立功员本品熟分不长就都果交";

  private final String text;
  private final int length;
  private final ContentTokens tokens;

  ContentScanner(String text, ContentTokens tokens) {
    this.text = text;
    this.length = text.length();
    this.tokens = tokens;
  }

  /// What each UTF-16 unit is and its normal form, worked out once.
  private static final class Table {
    static final byte[] KIND = new byte[1 << 16];
    static final char[] NORMAL = new char[1 << 16];

    static {
      for (int i = 0; i < KIND.length; i++) {
        NORMAL[i] = ContentTokens.normal((char) i);
        KIND[i] = kind(NORMAL[i]);
      }
    }

    private static byte kind(char c) {
      if (c >= '0' && c <= '9') {
        return DIGIT;
      }
      if (c == '百') {
        return HUNDRED;
      }
      if (numeral(c) >= 0 || c == '十') {
        return NUMERAL;
      }
      // the first unit of an ideograph of planes 2 and 3 stands for the whole
      if (Character.isIdeographic(c)
          || c >= '\u3041' && c <= '\u30fa'
          || c >= '\ud840' && c <= '\ud88f') {
        return HAN;
      }
      return Character.isLetter(c) ? LETTER : SEPARATOR;
    }
  }

  static long mix(long value) {
    long h = (value + 1) * PRIME;
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    return h ^ (h >>> 29);
  }

  void scan() {
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      switch (Table.KIND[c]) {
        case SEPARATOR -> i++;
        case HAN -> i = character(i);
        case LETTER -> i = word(i);
        case DIGIT -> i = number(i);
        case NUMERAL -> i = numerals(i, i, false);
        case HUNDRED -> i = hundred(i);
        default -> throw new IllegalStateException("no such kind of character");
      }
    }
  }

  private int character(int i) {
    tokens.addCharacter(Table.NORMAL[text.charAt(i)], i);
    return i + 1;
  }

  private int word(int start) {
    long hash = PRIME;
    boolean code = false;
    int i = start;
    while (i < length && i - start < LONGEST_WORD) {
      char c = text.charAt(i);
      byte kind = Table.KIND[c];
      if (kind != LETTER && kind != DIGIT) {
        break;
      }
      code |= kind == DIGIT;
      hash = (hash ^ Table.NORMAL[c]) * PRIME;
      i++;
    }
    tokens.addWord(mix(hash), code, start, i);
    return i;
  }

  private int number(int start) {
    return number(start, start, false);
  }

  /// Reads digits from `from`; the token begins at `start`, before a 百分之 if there is one.
  private int number(int start, int from, boolean percent) {
    long mantissa = 0;
    int digits = 0;
    int exponent = 0;
    boolean fraction = false;
    int i = from;
    for (; i < length; i++) {
      char c = Table.NORMAL[text.charAt(i)];
      if (c >= '0' && c <= '9') {
        digits += mantissa == 0 && c == '0' ? 0 : 1;
        mantissa = digits > LONGEST_NUMBER ? (mantissa ^ c) * PRIME : mantissa * 10 + (c - '0');
        exponent -= fraction ? 1 : 0;
      } else if (c == '.' && !fraction && isDigit(i + 1) && !isListMark(from, i)) {
        fraction = true;
      } else if (c != ',' || digits == 0 || fraction || !groupAt(i + 1)) {
        break;
      }
    }
    return digits > LONGEST_NUMBER
        ? value(start, i, mantissa, 0, percent)
        : scaled(start, i, mantissa, exponent, percent);
  }

  /// Whether the stop at `stop` belongs to the mark of a list and a date follows: 1.8月5日.
  private boolean isListMark(int from, int stop) {
    int i = stop + 1;
    while (isDigit(i) && i - stop <= 2) {
      i++;
    }
    return stop - from <= 2 && i < length && text.charAt(i) == '月';
  }

  /// Three digits and no more: what stands after a comma between thousands.
  private boolean groupAt(int i) {
    return isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isDigit(i + 3);
  }

  private boolean isDigit(int i) {
    return i < length && Table.KIND[text.charAt(i)] == DIGIT;
  }

  /// Reads what multiplies the number that ends at `end`: 百, 千, 万, 亿, then %, or 成.
  private int scaled(int start, int end, long mantissa, int exponent, boolean percent) {
    int i = end;
    int power = exponent;
    while (true) {
      int at = afterSpace(i);
      int zeros = at < length ? zeros(Table.NORMAL[text.charAt(at)]) : 0;
      if (zeros == 0) {
        break;
      }
      power += zeros;
      i = at + 1;
    }
    char next = i < length ? Table.NORMAL[text.charAt(i)] : ' ';
    if (next == '%') {
      return value(start, i + 1, mantissa, power, true);
    }
    int tenths = afterSpace(i);
    if (i == end && tenths < length && text.charAt(tenths) == '成' && isTenths(tenths + 1)) {
      return value(start, tenths + 1, mantissa, power + 1, true);
    }
    return value(start, i, mantissa, power, percent);
  }

  private boolean isTenths(int next) {
    return next >= length || NOT_TENTHS.indexOf(Table.NORMAL[text.charAt(next)]) < 0;
  }

  private int afterSpace(int i) {
    return i < length && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0') ? i + 1 : i;
  }

  private static int zeros(char c) {
    return switch (c) {
      case '百' -> 2;
      case '千' -> 3;
      case '万' -> 4;
      case '亿' -> 8;
      default -> 0; // any other character
    };
  }

  private int value(int start, int end, long mantissa, int exponent, boolean percent) {
    long m = mantissa;
    int e = m == 0 ? 0 : exponent;
    while (m != 0 && m % 10 == 0) {
      m /= 10;
      e++;
    }
    long sign = isNegative(start) ? 1 : 0;
    long hash = mix(m * 4 + 2 + sign) + e * PRIME;
    tokens.addNumber(mix(percent ? hash ^ PERCENT : hash), start, end);
    return end;
  }

  /// A minus sign, and not the dash of a range or a date.
  private boolean isNegative(int start) {
    if (start == 0 || "-−﹣－".indexOf(text.charAt(start - 1)) < 0) {
      return false;
    }
    return start == 1
        || Table.KIND[text.charAt(start - 2)] == HAN
        || isOpening(text.charAt(start - 2));
  }

  private static boolean isOpening(char c) {
    return c == ' ' || c == '(' || c == '（' || c == '\n' || c == '\t';
  }

  private int hundred(int i) {
    if (text.startsWith("百分之", i) && i + 3 < length) {
      byte kind = Table.KIND[text.charAt(i + 3)];
      if (kind == DIGIT) {
        return number(i, i + 3, true);
      }
      if (kind == NUMERAL) {
        return numerals(i, i + 3, true);
      }
      if (kind == HUNDRED) {
        return value(i, i + 4, 1, 2, true);
      }
    }
    return character(i);
  }

  /// Reads Chinese numerals from `from`, either place by place (二〇二五) or with units (三千五百).
  private int numerals(int start, int from, boolean percent) {
    long total = 0;
    long section = 0;
    long digit = -1;
    boolean units = false;
    int i = from;
    for (; i < length && i - from < LONGEST_NUMBER; i++) {
      char c = Table.NORMAL[text.charAt(i)];
      int d = numeral(c);
      if (d >= 0) {
        digit = digit < 0 || units ? d : digit * 10 + d;
        continue;
      }
      int zeros = c == '十' ? 1 : zeros(c);
      if (zeros == 0) {
        break;
      }
      units = true;
      long factor = POWERS[zeros];
      if (zeros < 4) {
        section += Math.max(digit, 1) * factor;
      } else {
        total = (total + section + Math.max(digit, 0)) * factor;
        section = 0;
      }
      digit = -1;
    }
    long value = total + section + Math.max(digit, 0);
    return scaled(start, i, value, 0, percent);
  }

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private static int numeral(char c) {
    return switch (c) {
      case '〇', '零' -> 0;
      case '一' -> 1;
      case '二', '两' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1; // any other character
    };
  }
}
