package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Numeral;
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

/// Reads the number that begins at a place of one text, in any spelling, with its sign, suffix and
/// fraction, but without its unit.
final class NumeralReader {

  private static final Map<Character, BigDecimal> VULGAR =
      Map.of(
          '½', new BigDecimal("0.5"),
          '¼', new BigDecimal("0.25"),
          '¾', new BigDecimal("0.75"),
          '⅓', new BigDecimal("0.3333333333333333"),
          '⅔', new BigDecimal("0.6666666666666667"),
          '⅕', new BigDecimal("0.2"),
          '⅙', new BigDecimal("0.1666666666666667"),
          '⅛', new BigDecimal("0.125"));

  /// Suffixes that mean a scale only after a sign of money; alone they are units or codes.
  private static final String ONLY_MONEY = "mTb";

  /// Suffixes that may stand apart from their number.
  private static final String APART = "kKMG";

  /// A shorter word for a unit is spelled like another: 5m in length.
  private static final int SHORTEST_WORD = 4;

  private static final Set<String> RACES =
      Set.of("60m", "100m", "200m", "400m", "800m", "1500m", "5000m", "10000m");

  /// Numbers above this are not raised to a power but have a note.
  private static final BigDecimal MAX_BASE = BigDecimal.valueOf(20);

  /// What may stand before a minus that is no hyphen.
  private static final String BEFORE_MINUS = "\n (~至到为，的是于达跌降了由";

  /// After units of time a hyphen joins two of them.
  private static final String NO_MINUS_AFTER = "年月日号时点分秒度元吨";

  private final QuantityWords words;
  private final FoldedText text;
  private final boolean chinese;

  /// Where the last number ended with its unit: a code before this is no sign of the next.
  private int floor;

  NumeralReader(QuantityWords words, FoldedText text, boolean chinese) {
    this.words = words;
    this.text = text;
    this.chinese = chinese;
  }

  /// The number in digits or Chinese numerals that begins at `i`, after `sign` if that stands
  /// before it; null if there is none.
  @Nullable Numeral number(int i, QuantityWords.@Nullable Sign sign) {
    Numeral numeral = words.han.read(text, i, sign != null && sign.spelled().equals("€"));
    if (numeral == null) {
      return null;
    }
    if (numeral.form() == Numeral.Form.DIGITS) {
      numeral = words.english.scaled(text, slashed(suffixed(raised(numeral), sign != null)));
    }
    return negative(numeral);
  }

  /// The number in English words that begins at `i`, or null.
  @Nullable Numeral word(int i) {
    Numeral numeral = words.english.read(text, i);
    return numeral == null || text.isLatin(numeral.end()) || text.at(i - 1) == '-'
        ? null
        : negative(numeral);
  }

  /// Whether a fraction in one character stands at `i`.
  boolean isVulgar(int i) {
    char c = text.at(i);
    return c >= '¼' && VULGAR.containsKey(c);
  }

  /// The fraction at `i`, where [#isVulgar].
  Numeral vulgar(int i) {
    return Numeral.fraction(i, i + 1, VULGAR.getOrDefault(text.at(i), BigDecimal.ZERO));
  }

  /// A power: 10^6, 2.5^-1. After a larger number the mark points to a note.
  private Numeral raised(Numeral numeral) {
    if (text.at(numeral.end()) != '^' || numeral.high().compareTo(MAX_BASE) > 0) {
      return numeral;
    }
    int from = numeral.end() + 1;
    while (from <= numeral.end() + 2 && "+-".indexOf(text.at(from)) >= 0) {
      from++;
    }
    int end = digitsEnd(from, 3);
    if (end == from || end - from > 2 || numeral.low().signum() == 0) {
      return numeral;
    }
    BigDecimal power =
        numeral.low().pow(Integer.parseInt(text.folded(from, end)), MathContext.DECIMAL64);
    boolean inverse = text.at(from - 1) == '-' && text.at(from - 2) == '^';
    BigDecimal value = inverse ? BigDecimal.ONE.divide(power, MathContext.DECIMAL64) : power;
    return Numeral.exact(numeral.start(), end, value, value.ulp(), Numeral.Form.DIGITS);
  }

  /// A suffix of letters: 40k, 2.6bn, $5m, 2.5 M.
  private Numeral suffixed(Numeral numeral, boolean money) {
    Numeral apart = suffixedApart(numeral);
    if (apart != null) {
      return apart;
    }
    int end = text.wordEnd(numeral.end());
    if (end == numeral.end() || end - numeral.end() > 3 || text.isDigit(end)) {
      return numeral;
    }
    String letters = text.original.substring(numeral.end(), end);
    BigDecimal scale = words.english.suffix(letters);
    boolean billions = letters.equals("b") && numeral.step().scale() > 0;
    boolean unit =
        ONLY_MONEY.contains(letters)
            && !money
            && !billions
            && !isCounted(letters, numeral.start(), end);
    return scale == null || unit || letters.equals("G") && isDevice(numeral)
        ? numeral
        : numeral.times(scale).at(numeral.start(), end);
  }

  /// 5G is a network, 32G a memory.
  private static boolean isDevice(Numeral numeral) {
    return numeral.low().compareTo(BigDecimal.TEN) < 0
        || numeral.isWhole() && numeral.low().toBigInteger().bitCount() == 1;
  }

  /// 1.1m homes, 3.5m Danish kroner: m before what is counted, weighed or paid is no length.
  private boolean isCounted(String letters, int start, int end) {
    int next = text.skipSpaces(end);
    if (!letters.equals("m") || next != end + 1 || !text.isLatin(next)) {
      return false;
    }
    WordTable.Match<List<QuantityWords.UnitWord>> unit =
        words.units.at(text.chars, next, text.length);
    int counted = words.beside.countables.endAt(text, next);
    boolean race = text.startsWith("'s", counted) || isRace(start, end);
    return counted > 0 && !race || unit != null && unit.end() - next >= SHORTEST_WORD;
  }

  /// The 400m men: a race, and no millions.
  private boolean isRace(int start, int end) {
    int next = text.skipSpaces(end);
    return (text.hasWord("men", next) || text.hasWord("women", next))
        && text.hasWord("the", text.skipSpacesBack(start) - "the".length())
        && RACES.contains(text.folded(start, end));
  }

  /// A letter after a space that is no unit, at the end of a clause or before a small letter.
  private @Nullable Numeral suffixedApart(Numeral numeral) {
    int at = text.skipSpaces(numeral.end());
    if (at == numeral.end() || at - numeral.end() > 2 || text.isLatin(at + 1)) {
      return null;
    }
    char letter = at < text.length ? text.original.charAt(at) : ' ';
    boolean fits = APART.indexOf(letter) >= 0 && !text.isDigit(at + 1);
    BigDecimal scale = fits ? words.english.suffix(String.valueOf(letter)) : null;
    return scale == null
            || letter == 'G' && isDevice(numeral)
            || text.isUpper(text.skipSpaces(at + 1))
        ? null
        : numeral.times(scale).at(numeral.start(), at + 1);
  }

  /// 1/2, 3/5, 4 1/3, 4½.
  private Numeral slashed(Numeral numeral) {
    int end = numeral.end();
    if (text.at(end) == '/' && text.isDigit(end + 1)) {
      Numeral part = fractionAt(numeral.start());
      return part == null || isOfData(part.end()) ? numeral : part;
    }
    int at = text.skipSpaces(end);
    if (at == end + 1 && text.isDigit(at) && numeral.isWhole() && !numeral.isScaled()) {
      Numeral part = fractionAt(at);
      return part == null ? numeral : mixed(numeral, part);
    }
    return isVulgar(end) ? mixed(numeral, vulgar(end)) : numeral;
  }

  /// 16/32GB: two sizes of a memory, and no half.
  private boolean isOfData(int end) {
    WordTable.Match<List<QuantityWords.UnitWord>> match =
        words.units.at(text.chars, end, text.length);
    Unit unit = match == null ? null : match.value().getFirst().unit();
    return unit != null && unit.kind().equals("data");
  }

  private static Numeral mixed(Numeral whole, Numeral part) {
    BigDecimal sum = whole.low().add(part.low());
    return Numeral.exact(whole.start(), part.end(), sum, part.step(), Numeral.Form.DIGITS);
  }

  /// A fraction in digits that no date or slogan is spelled like (9/11, 24/7).
  private @Nullable Numeral fractionAt(int start) {
    int slash = digitsEnd(start, 4);
    int end = digitsEnd(slash + 1, 5);
    if (text.at(slash) != '/'
        || slash - start > 3
        || end == slash + 1
        || text.isDigit(end)
        || text.at(end) == '/'
        || text.at(end) == ',' && text.isGroup(end)) { // 32/100,000
      return null;
    }
    BigDecimal top = new BigDecimal(text.folded(start, slash));
    BigDecimal parts = new BigDecimal(text.folded(slash + 1, end));
    boolean proper = top.compareTo(parts) < 0 || text.isDigit(start - 2);
    boolean slogan = parts.intValue() == 7 || parts.intValue() == 11 || parts.signum() == 0;
    if (slogan || !proper && parts.intValue() > 10) {
      return null;
    }
    return Numeral.fraction(start, end, top.divide(parts, MathContext.DECIMAL64));
  }

  private int digitsEnd(int from, int most) {
    int at = from;
    while (text.isDigit(at) && at - from < most) {
      at++;
    }
    return at;
  }

  /// A minus, 负, 零下, minus or negative before the number; 零上 only belongs to it.
  private Numeral negative(Numeral numeral) {
    int start = numeral.start();
    int sign = text.skipSpacesBack(start) - 1;
    if (text.at(sign) == '负' && text.at(sign - 1) != '正' && start - sign <= 2) {
      return numeral.negated(sign);
    }
    if (text.endsWith("零下", start)) {
      return numeral.negated(start - 2);
    }
    if (text.endsWith("零上", start)) {
      return numeral.at(start - 2, numeral.end());
    }
    if (text.at(start - 1) == '-'
        && text.isDigit(start)
        && (BEFORE_MINUS.indexOf(text.at(start - 2)) >= 0 || isMinus(numeral))) {
      return numeral.negated(start - 1);
    }
    if (text.endsWith("- ", start) && text.isAlone(start - 2, numeral.end())) {
      return numeral.negated(start - 2);
    }
    int end = text.at(start - 1) == ' ' ? start - 1 : start;
    int word = text.wordStart(end);
    boolean said = text.hasWord("minus", word) || text.hasWord("negative", word);
    boolean either = text.endsWith("plus or ", word);
    return said && !either && end < start ? numeral.negated(word) : numeral;
  }

  /// 回报-32.91%, 费用-148万元: after a Chinese word, before a share or a sum; 神舟-15 is a name.
  private boolean isMinus(Numeral numeral) {
    char before = text.at(numeral.start() - 2);
    return text.isHan(numeral.start() - 2)
        && !words.han.isNumeral(before)
        && !words.han.isScale(before)
        && NO_MINUS_AFTER.indexOf(before) < 0
        && (text.at(numeral.end()) == '%' || numeral.isScaled() || !numeral.isWhole());
  }

  /// Tells that a number was read up to `end`.
  void passed(int end) {
    floor = end;
  }

  /// The sign or code of a currency before `i`, or null.
  QuantityWords.@Nullable Sign signBefore(int i) {
    int end = text.skipSpacesBack(i);
    if (i - end > 1) {
      return null;
    }
    if (text.at(end - 1) == '-' && text.at(end - 2) == '$') {
      end--;
    }
    WordTable.Match<List<QuantityWords.Sign>> match = words.signs.before(text.chars, end, 0);
    if (match == null || match.end() < floor) {
      return null;
    }
    for (QuantityWords.Sign sign : match.value()) {
      if (!sign.exact() || text.isSpelled(sign.spelled(), match.end())) {
        boolean yen = sign.spelled().equals("¥") && !chinese;
        return new QuantityWords.Sign(
            text.folded(match.end(), end), yen ? Units.currency("JPY") : sign.unit(), sign.exact());
      }
    }
    return text.at(end - 1) == '$'
        ? new QuantityWords.Sign("$", Units.currency("USD"), true)
        : null;
  }
}
