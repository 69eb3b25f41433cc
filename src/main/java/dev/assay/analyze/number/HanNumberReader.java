package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads one Chinese number, part by part: digits, scales, and the words that make it open or
/// vague. Used once, by one thread.
final class HanNumberReader {

  /// Units whose first character is also a scale: 千克 is a unit, not a thousand grams.
  private static final String AFTER_THOUSAND = "克米瓦卡赫伏帕焦字瓩";

  private static final String AFTER_MEGA = "瓦赫帕字比焦";

  private final HanCharacters characters;
  private final FoldedText text;
  private final int start;
  private final boolean commaMayBeDecimal;
  private int at;
  private final HanPlaces places = new HanPlaces();
  private boolean zero;
  private boolean arabic;
  private boolean vague;
  private boolean pair;
  private int hanDigits;
  private @Nullable Modifier inner;

  HanNumberReader(HanCharacters characters, FoldedText text, int start, boolean commaMayBeDecimal) {
    this.characters = characters;
    this.text = text;
    this.start = start;
    this.commaMayBeDecimal = commaMayBeDecimal;
    this.at = start;
  }

  private void literal(BigDecimal low, BigDecimal high, BigDecimal step, int end) {
    places.addDigit(low, high, step);
    at = end;
  }

  /// The number that begins at `start`; null if there is none.
  @Nullable Numeral read() {
    while (places.count() < HanPlaces.MAX && next()) {
      // each call reads one part
    }
    return numeral();
  }

  /// Reads the next part; false if the number has ended.
  private boolean next() {
    int from = text.skipSpaces(at);
    char c = text.at(from);
    if (from > at && !maySkip(c, from) || !places.isEmpty() && characters.isName(text, from)) {
      return false;
    }
    if (c >= '0' && c <= '9' || c == '.' && places.isEmpty()) {
      return arabic(from);
    }
    if (characters.isScale(c)) {
      return scale(c, from);
    }
    return characters.digit(c) >= 0 ? digits(from) : word(c, from);
  }

  /// Spaces stand inside a number only where both sides are Chinese numerals or a scale follows.
  private boolean maySkip(char c, int from) {
    return from - at <= 2
        && !places.isEmpty()
        && (characters.isScale(c) && !lastIsBig()
            || places.endsInScale() && arabic && isLowerPart(from)
            || places.endsInScale()
                && !arabic
                && (characters.isNumeral(c)
                    || "余多几".indexOf(c) >= 0
                        && characters.isNumeral(text.at(text.skipSpaces(from + 1)))));
  }

  /// 7万 5千: digits with a smaller scale.
  private boolean isLowerPart(int from) {
    int end = from;
    while (text.isDigit(end) && end - from < 4) {
      end++;
    }
    char next = text.at(end);
    return end > from && characters.isScale(next) && characters.scale(next) < places.lastScale();
  }

  private boolean lastIsBig() {
    return places.endsInScale() && places.lastScale() >= HanPlaces.BIG && arabic;
  }

  private boolean arabic(int from) {
    if (!places.isEmpty() && !places.endsInScale() || inner != null || vague) {
      return false;
    }
    DigitReader.Digits digits = DigitReader.read(text, from, commaMayBeDecimal);
    if (digits == null
        || !places.isEmpty()
            && digits.value().compareTo(BigDecimal.valueOf(places.lastScale())) >= 0) {
      return false;
    }
    arabic = true;
    literal(digits.value(), digits.value(), digits.step(), digits.end());
    return true;
  }

  private boolean scale(char c, int from) {
    if (isUnitPrefix(c, from) && (!places.isEmpty() || !startsNumber(from))) {
      return false;
    }
    boolean tens = characters.scale(c) > 10 && characters.scale(c) < 100; // 廿, 卅
    if (inner != null && characters.scale(c) < HanPlaces.BIG
        || tens && !places.isEmpty() && !places.endsInScale()) {
      return false;
    }
    if (tens) {
      BigDecimal digit = BigDecimal.valueOf(characters.scale(c) / 10);
      literal(digit, digit, BigDecimal.ONE, from);
      hanDigits++;
    }
    long factor = tens ? 10 : characters.scale(c);
    boolean lower =
        places.endsInScale() && places.lastScale() == 100 && factor == 10 && !vague; // 一百十一
    if ((zero && places.endsInScale() && factor < HanPlaces.BIG || lower)
        && places.count() < HanPlaces.MAX - 1) {
      literal(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, from); // 一千零十
    }
    if (places.endsInScale()
        && places.lastScale() < HanPlaces.BIG
        && factor < HanPlaces.BIG
        && !(places.lastScale() == 10 && factor == 1000)) {
      return false;
    }
    places.addScale(factor);
    zero = false;
    at = from + 1;
    return true;
  }

  private boolean startsNumber(int from) {
    return characters.isNumeral(text.at(from + 2));
  }

  private boolean isUnitPrefix(char c, int from) {
    char next = text.at(from + 1);
    return c == '百' && (next == '帕' || next == '升')
        || c == '千' && AFTER_THOUSAND.indexOf(next) >= 0
        || c == '兆' && AFTER_MEGA.indexOf(next) >= 0;
  }

  /// A run of Chinese digits: one digit, two neighbours (三四百), or digits read out (二〇二五).
  private boolean digits(int from) {
    if (inner != null || vague || !places.isEmpty() && !places.endsInScale()) {
      return false;
    }
    int end = from;
    while (characters.digit(text.at(end)) >= 0 && end - from < 18) {
      end++;
    }
    if (characters.isFormal(text.at(from)) && places.isEmpty() && !isFormalNumber(from, end)) {
      return false;
    }
    int first = characters.digit(text.at(from));
    if (!places.isEmpty() && text.at(from) == '两' && !characters.isScale(text.at(from + 1))) {
      return false; // 三十两: the unit of mass
    }
    if (!places.isEmpty() && first == 0) {
      return zero(from, end);
    }
    if (end - from == 1) {
      boolean listed = isListedPair(first, from);
      return listed ? pair(first, first + 1, from + 3) : single(first, from);
    }
    int second = characters.digit(text.at(from + 1));
    boolean neighbours = second == first + 1 || first == 3 && second == 5;
    if (end - from == 2 && neighbours && first > 0) {
      return pair(first, second, end);
    }
    return places.isEmpty() ? readOut(from, end) : single(first, from);
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
        && characters.digit(text.at(from + 2)) == first + 1
        && (characters.isScale(text.at(from + 3)) && places.isEmpty() && text.at(from - 1) != '第'
            || places.endsInScale() && characters.digit(text.at(from + 3)) < 0);
  }

  private boolean zero(int from, int end) {
    zero = true;
    boolean more = end - from == 2 || end - from == 1 && followsZero(from + 1);
    if (!more) {
      return false;
    }
    if (end - from == 2) {
      return single(characters.digit(text.at(from + 1)), from + 1);
    }
    at = from + 1;
    return true;
  }

  private boolean followsZero(int from) {
    char c = text.at(text.skipSpaces(from));
    return characters.isScale(c) || c >= '0' && c <= '9' || c == '几' || characters.digit(c) > 0;
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
      read = read.movePointRight(1).add(BigDecimal.valueOf(characters.digit(text.at(i))));
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
      digits.append(characters.digit(text.at(i)));
      i++;
    }
    BigDecimal part = new BigDecimal(digits.toString()).movePointLeft(digits.length());
    BigDecimal place = BigDecimal.valueOf(isAbbreviated() ? places.lastScale() / 10 : 1);
    hanDigits += digits.length();
    zero = true;
    places.addToLast(place, part, BigDecimal.ONE.movePointLeft(digits.length()));
    at = i;
  }

  private boolean isPoint(int i) {
    return text.at(i) == '点' && isDecimal(text.at(text.skipSpaces(i + 1)));
  }

  private boolean isDecimal(char c) {
    return characters.digit(c) >= 0 && c != '两' && c != '俩';
  }

  /// Where the digits after 点 begin, -1 if there are none or if it is a time of day (八点零五分).
  private int decimalsStart() {
    int point = text.skipSpaces(at);
    int from = text.skipSpaces(point + 1);
    if (text.at(point) != '点' || !isDecimal(text.at(from))) {
      return -1;
    }
    int i = from;
    while (characters.isNumeral(text.at(i))) {
      i++;
    }
    boolean clock = i - from <= 3 && text.at(i) == '分' && text.at(i + 1) != '之';
    return clock ? -1 : from;
  }

  private boolean isFormalNumber(int from, int end) {
    char before = text.at(text.skipSpacesBack(from) - 1);
    return end - from > 1
        || characters.isScale(text.at(end))
        || characters.isNumeral(text.at(from - 1))
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
    if (c != '点' || !places.endsInScale() || decimalsStart() < 0 || vague || inner != null) {
      return false;
    }
    zero = true;
    literal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, from);
    point();
    return true;
  }

  /// 多 follows a round number: 两千多, 30多, 30余万; 来 only tens: 十来个.
  private boolean open(Modifier modifier, int from) {
    boolean round = places.endsInScale() || arabic;
    boolean tens = places.endsInScale() && modifier != null;
    if (places.isEmpty() || inner != null || vague || pair) {
      return false;
    }
    int after = text.skipSpaces(from + 1);
    boolean scaleFollows =
        characters.isScale(text.at(after)) && characters.scale(text.at(after)) >= HanPlaces.BIG;
    if (modifier == Modifier.ABOUT ? !tens : !round && !scaleFollows) {
      return false;
    }
    inner = modifier;
    at = scaleFollows ? after : from + 1;
    return scaleFollows;
  }

  /// 数百 begins with some, 十几 and 一百零几 end with some.
  private boolean some(char c, int from) {
    boolean first = places.isEmpty();
    if (first && c == '数' && isByTheScale(from)) {
      literal(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, from + 2);
      vague = scale(text.at(from + 2), from + 2);
      at = from + 4;
      return false;
    }
    if (vague || inner != null || !first && (c == '数' || !places.endsInScale())) {
      return false;
    }
    if (first && !characters.isScale(text.at(text.skipSpaces(from + 1)))) {
      return false;
    }
    vague = true;
    literal(first ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, from + 1);
    return true;
  }

  /// 数以万计.
  private boolean isByTheScale(int from) {
    return text.at(from + 1) == '以'
        && characters.isScale(text.at(from + 2))
        && text.at(from + 3) == '计';
  }

  private @Nullable Numeral numeral() {
    if (places.isEmpty()) {
      return null;
    }
    boolean abbreviated = isAbbreviated();
    return new Numeral(
        start,
        at,
        places.low(abbreviated),
        places.high(abbreviated),
        places.step(abbreviated),
        places.largestScale(),
        form(),
        modifier());
  }

  /// Whether the last digit stands for so many of the scale below the one before it.
  private boolean isAbbreviated() {
    return places.count() > 1 && !zero && !arabic && !vague && places.lastScale() > 10;
  }

  private @Nullable Modifier modifier() {
    return pair ? Modifier.RANGE : vague ? Modifier.ABOUT : inner;
  }

  private Numeral.Form form() {
    if (arabic) {
      return Numeral.Form.DIGITS;
    }
    if (hanDigits == 1 && places.count() == 1) {
      return places.isOne() ? Numeral.Form.ONE : Numeral.Form.SINGLE;
    }
    if (hanDigits == 0 && !vague) {
      return places.count() == 1 ? Numeral.Form.SINGLE : Numeral.Form.ARTICLE;
    }
    return Numeral.Form.WORDS;
  }
}
