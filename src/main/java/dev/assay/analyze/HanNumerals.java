package dev.assay.analyze;

import dev.assay.lexicon.LexiconFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads Chinese and mixed numerals: 一万五千亿, 1.2万亿, 2千零30万, 两千多, 数百亿, 十几, 三四百, 三分之二, 百分之5.
/// Immutable; safe for use by many threads.
final class HanNumerals {

  private static final byte DIGIT = 1;
  private static final byte FORMAL = 2;
  private static final byte SCALE = 3;

  /// From here on a scale multiplies the whole section before it, and not its last digit.
  private static final long BIG = 10_000;

  /// Numbers with more digits and scales than this are no numbers.
  private static final int MAX_PARTS = 24;

  /// Units whose first character is also a scale: 千克 is a unit, not a thousand grams.
  private static final String AFTER_THOUSAND = "克米瓦卡赫伏帕焦字瓩";

  /// What may begin a name that follows a number, and how long the name must be to be told by it.
  private static final String ENDING = "百千万多几";

  private static final int LEAST_NAME = 3;

  private static final String AFTER_MEGA = "瓦赫帕字比焦";

  private final byte[] kind = new byte[Character.MAX_VALUE + 1];
  private final long[] value = new long[Character.MAX_VALUE + 1];

  /// Names that begin with a scale, 多 or 几 and end the number before them: 500万百慕大元.
  private final List<String> names;

  HanNumerals() {
    this(LexiconFile.read("zh/numerals.tsv"), LexiconFile.read("zh/not-numbers.tsv"));
  }

  private HanNumerals(LexiconFile file, LexiconFile notNumbers) {
    this.names =
        notNumbers.rows().stream()
            .flatMap(row -> Arrays.stream(row.cell(0).split(" +")))
            .filter(word -> word.length() >= LEAST_NAME && ENDING.indexOf(word.charAt(0)) >= 0)
            .toList();
    for (LexiconFile.Row row : file.rows()) {
      char c = row.cell(0).charAt(0);
      kind[c] =
          switch (row.cell(1)) {
            case "digit" -> DIGIT;
            case "formal" -> FORMAL;
            case "scale" -> SCALE;
            case String other ->
                throw new IllegalArgumentException(
                    "%s line %d: no kind of numeral is called %s"
                        .formatted(file.name(), row.line(), other));
          };
      value[c] = Long.parseLong(row.cell(2));
    }
  }

  /// Whether a Chinese number may begin with `c`.
  boolean isNumeral(char c) {
    return kind[c] != 0;
  }

  boolean isScale(char c) {
    return kind[c] == SCALE;
  }

  /// The digit that `c` stands for, or -1.
  int digit(char c) {
    return kind[c] == DIGIT || kind[c] == FORMAL ? (int) value[c] : -1;
  }

  /// Reads the number at `start`, where a digit in any script, a scale, 数 or 几 stands: `X分之Y`,
  /// `X又Y分之Z`, or a plain number. Null if there is none.
  @Nullable Numeral read(FoldedText text, int start, boolean commaMayBeDecimal) {
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
    boolean percent = isScale(text.at(parts.start()));
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
    Parts parts = new Parts(text, start, commaMayBeDecimal);
    while (parts.count < MAX_PARTS && parts.next()) {
      // each call reads one part
    }
    return parts.numeral();
  }

  /// The digits and scales of one number, in order. A part is a scale if its scale is not 0, else a
  /// digit or a literal, which may be a stretch (三四百: 3 to 4).
  private final class Parts {

    private final FoldedText text;
    private final int start;
    private final boolean commaMayBeDecimal;
    private int at;
    private int count;
    private final long[] scales = new long[MAX_PARTS];
    private final BigDecimal[] lows = new BigDecimal[MAX_PARTS];
    private final BigDecimal[] highs = new BigDecimal[MAX_PARTS];
    private BigDecimal step = BigDecimal.ONE;
    private BigDecimal largest = BigDecimal.ONE;
    private boolean zero;
    private boolean arabic;
    private boolean vague;
    private boolean pair;
    private int hanDigits;
    private @Nullable Modifier inner;

    Parts(FoldedText text, int start, boolean commaMayBeDecimal) {
      this.text = text;
      this.start = start;
      this.commaMayBeDecimal = commaMayBeDecimal;
      this.at = start;
    }

    private boolean lastIsScale() {
      return count > 0 && scales[count - 1] != 0;
    }

    private long lastScale() {
      for (int i = count - 1; i >= 0; i--) {
        if (scales[i] != 0) {
          return scales[i];
        }
      }
      return 0;
    }

    private void literal(BigDecimal low, BigDecimal high, BigDecimal newStep, int end) {
      lows[count] = low;
      highs[count] = high;
      count++;
      step = newStep;
      at = end;
    }

    /// Reads the next part; false if the number has ended.
    boolean next() {
      int from = text.skipSpaces(at);
      char c = text.at(from);
      if (from > at && !maySkip(c, from) || count > 0 && isName(c, from)) {
        return false;
      }
      if (c >= '0' && c <= '9' || c == '.' && count == 0) {
        return arabic(from);
      }
      return switch (kind[c]) {
        case SCALE -> scale(c, from);
        case DIGIT, FORMAL -> digits(from);
        default -> word(c, from);
      };
    }

    private boolean isName(char c, int from) {
      if (ENDING.indexOf(c) < 0) {
        return false;
      }
      for (String name : names) {
        if (text.startsWith(name, from)) {
          return true;
        }
      }
      return false;
    }

    /// Spaces stand inside a number only where both sides are Chinese numerals or a scale follows.
    private boolean maySkip(char c, int from) {
      return from - at <= 2
          && count > 0
          && (kind[c] == SCALE && !lastIsBig()
              || lastIsScale() && arabic && isLowerPart(from)
              || lastIsScale()
                  && !arabic
                  && (kind[c] != 0
                      || "余多几".indexOf(c) >= 0 && isNumeral(text.at(text.skipSpaces(from + 1)))));
    }

    /// 7万 5千: digits with a smaller scale.
    private boolean isLowerPart(int from) {
      int end = from;
      while (text.isDigit(end) && end - from < 4) {
        end++;
      }
      char next = text.at(end);
      return end > from && kind[next] == SCALE && value[next] < lastScale();
    }

    private boolean lastIsBig() {
      return lastIsScale() && lastScale() >= BIG && arabic;
    }

    private boolean arabic(int from) {
      if (count > 0 && !lastIsScale() || inner != null || vague) {
        return false;
      }
      DigitReader.Digits digits = DigitReader.read(text, from, commaMayBeDecimal);
      if (digits == null
          || count > 0 && digits.value().compareTo(BigDecimal.valueOf(lastScale())) >= 0) {
        return false;
      }
      arabic = true;
      literal(digits.value(), digits.value(), digits.step(), digits.end());
      return true;
    }

    private boolean scale(char c, int from) {
      if (isUnitPrefix(c, from) && (count > 0 || !startsNumber(from))) {
        return false;
      }
      boolean tens = value[c] > 10 && value[c] < 100; // 廿, 卅
      if (inner != null && value[c] < BIG || tens && count > 0 && !lastIsScale()) {
        return false;
      }
      if (tens) {
        BigDecimal digit = BigDecimal.valueOf(value[c] / 10);
        literal(digit, digit, BigDecimal.ONE, from);
        hanDigits++;
      }
      long factor = tens ? 10 : value[c];
      boolean lower = lastIsScale() && lastScale() == 100 && factor == 10 && !vague; // 一百十一
      if ((zero && lastIsScale() && factor < BIG || lower) && count < MAX_PARTS - 1) {
        literal(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, from); // 一千零十
      }
      if (lastIsScale()
          && lastScale() < BIG
          && factor < BIG
          && !(lastScale() == 10 && factor == 1000)) {
        return false;
      }
      scales[count++] = factor;
      BigDecimal exact = BigDecimal.valueOf(factor);
      step = step.multiply(exact);
      largest = largest.max(exact);
      zero = false;
      at = from + 1;
      return true;
    }

    private boolean startsNumber(int from) {
      return isNumeral(text.at(from + 2));
    }

    private boolean isUnitPrefix(char c, int from) {
      char next = text.at(from + 1);
      return c == '千' && AFTER_THOUSAND.indexOf(next) >= 0
          || c == '兆' && AFTER_MEGA.indexOf(next) >= 0;
    }

    /// A run of Chinese digits: one digit, two neighbours (三四百), or digits read out (二〇二五).
    private boolean digits(int from) {
      if (inner != null || vague || count > 0 && !lastIsScale()) {
        return false;
      }
      int end = from;
      while (digit(text.at(end)) >= 0 && end - from < 18) {
        end++;
      }
      if (kind[text.at(from)] == FORMAL && count == 0 && !isFormalNumber(from, end)) {
        return false;
      }
      int first = digit(text.at(from));
      if (count > 0 && text.at(from) == '两' && kind[text.at(from + 1)] != SCALE) {
        return false; // 三十两: the unit of mass
      }
      if (count > 0 && first == 0) {
        return zero(from, end);
      }
      if (end - from == 1) {
        boolean listed = isListedPair(first, from);
        return listed ? pair(first, first + 1, from + 3) : single(first, from);
      }
      int second = digit(text.at(from + 1));
      boolean neighbours = second == first + 1 || first == 3 && second == 5;
      if (end - from == 2 && neighbours && first > 0) {
        return pair(first, second, end);
      }
      return count == 0 ? readOut(from, end) : single(first, from);
    }

    private boolean pair(int first, int second, int end) {
      pair = true;
      hanDigits += 2;
      literal(BigDecimal.valueOf(first), BigDecimal.valueOf(second), BigDecimal.ONE, end);
      return true;
    }

    /// 五、六百, 九十五、六: two neighbours with a mark between them, in one number.
    private boolean isListedPair(int first, int from) {
      return text.at(from + 1) == '、'
          && first > 0
          && digit(text.at(from + 2)) == first + 1
          && (kind[text.at(from + 3)] == SCALE && count == 0 && text.at(from - 1) != '第'
              || lastIsScale() && digit(text.at(from + 3)) < 0);
    }

    private boolean zero(int from, int end) {
      zero = true;
      boolean more = end - from == 2 || end - from == 1 && followsZero(from + 1);
      if (!more) {
        return false;
      }
      if (end - from == 2) {
        return single(digit(text.at(from + 1)), from + 1);
      }
      at = from + 1;
      return true;
    }

    private boolean followsZero(int from) {
      char c = text.at(text.skipSpaces(from));
      return kind[c] == SCALE || c >= '0' && c <= '9' || c == '几' || digit(c) > 0;
    }

    private boolean single(int digit, int from) {
      hanDigits++;
      BigDecimal exact = BigDecimal.valueOf(digit);
      literal(exact, exact, BigDecimal.ONE, from + 1);
      point();
      return true;
    }

    private boolean readOut(int from, int end) {
      BigDecimal read = BigDecimal.ZERO;
      for (int i = from; i < end; i++) {
        read = read.movePointRight(1).add(BigDecimal.valueOf(digit(text.at(i))));
      }
      hanDigits += end - from;
      literal(read, read, BigDecimal.ONE, end);
      point();
      return true;
    }

    /// 点 and the digits after it belong to the digit before.
    private void point() {
      int from = decimalsStart();
      if (from < 0) {
        return;
      }
      StringBuilder digits = new StringBuilder();
      int i = from;
      while (isDecimal(text.at(i)) && digits.length() < 30) {
        digits.append(digit(text.at(i)));
        i++;
      }
      BigDecimal part = new BigDecimal(digits.toString()).movePointLeft(digits.length());
      BigDecimal place = BigDecimal.valueOf(isAbbreviated() ? lastScale() / 10 : 1);
      hanDigits += digits.length();
      zero = true;
      count--;
      literal(
          lows[count].multiply(place).add(part),
          highs[count].multiply(place).add(part),
          BigDecimal.ONE.movePointLeft(digits.length()),
          i);
    }

    private boolean isPoint(int i) {
      return text.at(i) == '点' && isDecimal(text.at(text.skipSpaces(i + 1)));
    }

    private boolean isDecimal(char c) {
      return digit(c) >= 0 && c != '两' && c != '俩';
    }

    /// Where the digits after 点 begin, -1 if there are none or if it is a time of day (八点零五分).
    private int decimalsStart() {
      int point = text.skipSpaces(at);
      int from = text.skipSpaces(point + 1);
      if (text.at(point) != '点' || !isDecimal(text.at(from))) {
        return -1;
      }
      int i = from;
      while (kind[text.at(i)] != 0) {
        i++;
      }
      boolean clock = i - from <= 3 && text.at(i) == '分' && text.at(i + 1) != '之';
      return clock ? -1 : from;
    }

    private boolean isFormalNumber(int from, int end) {
      char before = text.at(text.skipSpacesBack(from) - 1);
      return end - from > 1
          || kind[text.at(end)] == SCALE
          || kind[text.at(from - 1)] != 0
          || before == '之'
          || before == '负'
          || text.at(end) == '又'
          || text.at(end) == '打'
          || isPoint(text.skipSpaces(end));
    }

    /// 多, 余, 来, 几 and 数, which make a number open or vague.
    private boolean word(char c, int from) {
      return switch (c) {
        case '多', '余' -> open(Modifier.MORE_THAN, from);
        case '来' -> open(Modifier.ABOUT, from);
        case '几', '数' -> some(c, from);
        default -> tenthPoint(c, from);
      };
    }

    /// 十点二三三: a point after a scale.
    private boolean tenthPoint(char c, int from) {
      if (c != '点' || !lastIsScale() || decimalsStart() < 0 || vague || inner != null) {
        return false;
      }
      zero = true;
      literal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, from);
      point();
      return true;
    }

    /// 多 follows a round number: 两千多, 30多, 30余万; 来 only tens: 十来个.
    private boolean open(Modifier modifier, int from) {
      boolean round = lastIsScale() || arabic;
      boolean tens = lastIsScale() && modifier != null;
      if (count == 0 || inner != null || vague || pair) {
        return false;
      }
      int after = text.skipSpaces(from + 1);
      boolean scaleFollows = kind[text.at(after)] == SCALE && value[text.at(after)] >= BIG;
      if (modifier == Modifier.ABOUT ? !tens : !round && !scaleFollows) {
        return false;
      }
      inner = modifier;
      at = scaleFollows ? after : from + 1;
      return scaleFollows;
    }

    /// 数百 begins with some, 十几 and 一百零几 end with some.
    private boolean some(char c, int from) {
      boolean first = count == 0;
      if (first && c == '数' && isByTheScale(from)) {
        literal(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, from + 2);
        vague = scale(text.at(from + 2), from + 2);
        at = from + 4;
        return false;
      }
      if (vague || inner != null || !first && (c == '数' || !lastIsScale())) {
        return false;
      }
      if (first && kind[text.at(text.skipSpaces(from + 1))] != SCALE) {
        return false;
      }
      vague = true;
      literal(first ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, from + 1);
      return true;
    }

    /// 数以万计.
    private boolean isByTheScale(int from) {
      return text.at(from + 1) == '以' && isScale(text.at(from + 2)) && text.at(from + 3) == '计';
    }

    @Nullable Numeral numeral() {
      if (count == 0) {
        return null;
      }
      BigDecimal low = evaluate(lows);
      BigDecimal high = evaluate(highs);
      return new Numeral(start, at, low, high, step, largest, form(), modifier());
    }

    private @Nullable Modifier modifier() {
      return pair ? Modifier.RANGE : vague ? Modifier.ABOUT : inner;
    }

    private Numeral.Form form() {
      if (arabic) {
        return Numeral.Form.DIGITS;
      }
      if (hanDigits == 1 && count == 1) {
        return lows[0].compareTo(BigDecimal.ONE) == 0 ? Numeral.Form.ONE : Numeral.Form.SINGLE;
      }
      if (hanDigits == 0 && !vague) {
        return count == 1 ? Numeral.Form.SINGLE : Numeral.Form.ARTICLE;
      }
      return Numeral.Form.WORDS;
    }

    /// The value of the parts: a small scale multiplies the digit before it, a big one the section.
    private BigDecimal evaluate(BigDecimal[] digits) {
      BigDecimal total = BigDecimal.ZERO;
      BigDecimal section = BigDecimal.ZERO;
      BigDecimal digit = null;
      for (int i = 0; i < count; i++) {
        BigDecimal scale = BigDecimal.valueOf(scales[i]);
        if (scales[i] == 0) {
          digit = digits[i];
        } else if (scales[i] < BIG) {
          boolean none = digit != null && digit.signum() == 0 && i == 1; // 零十
          section =
              digit == null && section.signum() > 0
                  ? section.multiply(scale)
                  : section.add((none || digit == null ? BigDecimal.ONE : digit).multiply(scale));
          digit = null;
        } else {
          total = big(total, digit == null ? section : section.add(digit), scale);
          section = BigDecimal.ZERO;
          digit = null;
        }
      }
      return total.add(section).add(digit == null ? BigDecimal.ZERO : tail(digit));
    }

    private BigDecimal big(BigDecimal total, BigDecimal section, BigDecimal scale) {
      if (section.signum() == 0) {
        return total.signum() == 0 ? scale : total.multiply(scale);
      }
      return total.compareTo(scale) < 0
          ? total.add(section).multiply(scale)
          : total.add(section.multiply(scale));
    }

    /// In 三万五 the 五 is 五千; in 一百零五 and 十五 it is five.
    private BigDecimal tail(BigDecimal digit) {
      if (!isAbbreviated()) {
        return digit;
      }
      step = BigDecimal.valueOf(lastScale() / 10);
      return digit.multiply(step);
    }

    /// Whether the last digit stands for so many of the scale below the one before it.
    private boolean isAbbreviated() {
      return count > 1 && !zero && !arabic && !vague && lastScale() > 10;
    }
  }
}
