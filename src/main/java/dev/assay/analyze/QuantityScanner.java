package dev.assay.analyze;

import dev.assay.analyze.QuantityWords.Effect;
import dev.assay.analyze.QuantityWords.Mark;
import dev.assay.analyze.QuantityWords.UnitWord;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over one text: finds where numbers begin, reads each with its unit, joins ranges, and
/// looks for the modifier on either side.
final class QuantityScanner {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /// How far back a modifier may stand before a phrase that ends in 的: 不到政府储量目标的6%.
  private static final int FAR = 14;

  /// How far back the verb stands that makes 高达 a bound.
  private static final int PROSPECT = 14;

  private final QuantityWords words;
  private final FoldedText text;
  private final boolean chinese;
  private final List<TimeExpression> times;
  private final List<Found> found = new ArrayList<>();

  QuantityScanner(
      QuantityWords words, FoldedText text, Language language, List<TimeExpression> times) {
    this.words = words;
    this.text = text;
    this.chinese = language.isChinese();
    this.times = times;
  }

  /// How sure we are that a number states something.
  private enum Force {
    STATED,
    /// A number without unit: it takes the unit of its neighbours, if they share one.
    BARE,
    WEAK
  }

  private record Found(Quantity quantity, Force force, boolean upTo) {}

  /// A number with its unit, before modifiers and ranges.
  private record Candidate(
      Numeral numeral,
      int start,
      int end,
      @Nullable Unit unit,
      BigDecimal factor,
      Force force,
      boolean signed) {

    Candidate withUnit(Unit other, BigDecimal otherFactor) {
      return new Candidate(numeral, start, end, other, otherFactor, Force.STATED, signed);
    }

    Candidate withNumeral(Numeral other) {
      return new Candidate(other, start, end, unit, factor, force, signed);
    }

    BigDecimal low() {
      return numeral.low().multiply(factor);
    }

    BigDecimal high() {
      return numeral.high().multiply(factor);
    }

    Unit unitOrCount() {
      return unit == null ? Units.COUNT : unit;
    }
  }

  QuantityExtractor.Reading scan() {
    int time = 0;
    int i = 0;
    while (i < text.length) {
      while (time < times.size() && times.get(time).span().start() < i) {
        time++;
      }
      if (time < times.size() && times.get(time).span().start() == i) {
        i = times.get(time).span().end();
        continue;
      }
      i = Math.max(step(i), i + 1);
    }
    return result();
  }

  /// Reads what begins at `i`; the place to go on from.
  private int step(int i) {
    char c = text.chars[i];
    if (c < 128) {
      if (c >= '0' && c <= '9' || c == '.' && text.isDigit(i + 1)) {
        return digits(i);
      }
      return WordTable.isLatin(c) ? latin(i) : i + 1;
    }
    if (words.han.isNumeral(c) || c == '几' || c == '数') {
      return han(i);
    }
    return switch (c) {
      case '第' -> ordinal(i);
      case '半' -> half(i);
      case '翻' -> doubled(i);
      case '首', '榜' -> top(i);
      case '½', '¼', '¾', '⅓', '⅔', '⅕', '⅙', '⅛' -> accept(vulgar(i, null), i + 1);
      default -> WordTable.isLatin(c) ? latin(i) : i + 1;
    };
  }

  // ---- where numbers begin
  // -----------------------------------------------------------------------

  private int digits(int i) {
    char before = text.at(i - 1);
    if (isPartOfCode(i, before)) {
      return pastCode(i);
    }
    int score = score(i);
    if (score > 0) {
      return score;
    }
    Candidate candidate = number(i);
    return candidate == null ? pastCode(i) : accept(candidate, candidate.end());
  }

  private boolean isPartOfCode(int i, char before) {
    if (WordTable.isLatin(before)) {
      return signBefore(i) == null && !text.hasWord("x", i - 1);
    }
    if (before == '-' || before == '+' || before == '_' || before == '/' || before == '#') {
      char further = text.at(i - 2);
      return before == '#'
          || before == '_'
          || WordTable.isLatin(further) && !isUnitWordBefore(i - 1)
          || further >= '0' && further <= '9' && before != '-';
    }
    return (before == '.' || before == ',') && text.isDigit(i - 2)
        || before == '.'
            && WordTable.isLatin(text.at(i - 2))
            && text.at(i) != '.'
            && signBefore(i) == null
            && !isSentenceEnd(i - 1);
  }

  private boolean isSentenceEnd(int point) {
    return point - text.wordStart(point) > 3;
  }

  /// In "mid-5 percent" the word before the hyphen is no name.
  private boolean isUnitWordBefore(int hyphen) {
    int start = text.wordStart(hyphen);
    return !text.isUpper(start) && hyphen - start > 2 || text.hasWord("to", start);
  }

  /// Past everything that hangs together with the digits at `i`.
  private int pastCode(int i) {
    int at = i;
    while (at < text.length
        && (text.isDigit(at)
            || text.isLatin(at)
            || "-._/+:,".indexOf(text.at(at)) >= 0
                && (text.isDigit(at + 1) || text.isLatin(at + 1) && text.at(at) != ','))) {
      at++;
    }
    return Math.max(at, i + 1);
  }

  /// 3:1, 2：2, 112比109: a result of two sides, or a ratio.
  private int score(int i) {
    int at = i;
    int left = 0;
    while (text.isDigit(at) && at - i < 4) {
      left = 10 * left + text.at(at) - '0';
      at++;
    }
    char c = text.at(at);
    if (at - i > 3 || c != ':' && c != '：' && c != '比' || !text.isDigit(at + 1)) {
      return -1;
    }
    int end = at + 1;
    int right = 0;
    while (text.isDigit(end) && end - at < 5) {
      right = 10 * right + text.at(end) - '0';
      end++;
    }
    if (end - at > 4
        || text.at(end) == '.' && text.isDigit(end + 1)
        || text.at(end) == '%'
        || text.at(end) == ':') {
      return -1;
    }
    BigDecimal both = new BigDecimal(left + "." + "%03d".formatted(right));
    found.add(
        new Found(
            new Quantity(
                new Span(i, end), both, both, Units.SCORE, Modifier.EXACT, new BigDecimal("0.001")),
            Force.WEAK,
            false));
    return end;
  }

  private int latin(int i) {
    if (text.at(i) == 'h' && text.startsWith("http", i) || text.startsWith("www.", i)) {
      int at = i;
      while (at < text.length && text.chars[at] > ' ' && text.chars[at] < 128) {
        at++;
      }
      return at;
    }
    int rank = rank(i);
    if (rank > 0) {
      return rank;
    }
    if (words.english.mayBegin(text.at(i))) {
      Candidate candidate = word(i);
      if (candidate != null) {
        return accept(candidate, candidate.end());
      }
    }
    Candidate article = articleOfTime(i);
    if (article != null) {
      return accept(article, article.end());
    }
    int multiple = multiple(i);
    return multiple > 0 ? multiple : text.wordEnd(i);
  }

  private static final String[] ARTICLES = {"a", "an", "next", "past", "last", "coming"};

  /// A decade is ten years; a year is one where something is said of it (over a year), else it is
  /// part of a rate or of a phrase.
  private @Nullable Candidate articleOfTime(int i) {
    char first = text.at(i);
    if (first != 'a' && first != 'n' && first != 'p' && first != 'l' && first != 'c') {
      return null;
    }
    for (String article : ARTICLES) {
      if (text.hasWord(article, i)) {
        int at = text.skipSpaces(i + article.length());
        boolean long10 = text.hasWord("decade", at) || text.hasWord("century", at);
        boolean indefinite = article.length() <= 2;
        if (!long10 && !indefinite) {
          return null;
        }
        Numeral one =
            new Numeral(
                i,
                i + article.length(),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Numeral.Form.ARTICLE,
                null);
        UnitAt unit = unitAt(i + article.length(), one);
        Unit time = unit == null ? null : unit.unit();
        if (unit == null || time == null || !time.isDuration() || text.at(unit.end()) == '-') {
          return null;
        }
        boolean said = indefinite && (long10 || extendBefore(i, time).modifier != null);
        int start = indefinite ? i : at;
        return new Candidate(
            one, start, unit.end(), time, unit.factor(), said ? Force.STATED : Force.WEAK, false);
      }
    }
    return null;
  }

  private @Nullable Candidate word(int i) {
    Numeral numeral = words.english.read(text, i);
    if (numeral == null || text.isLatin(numeral.end()) || text.at(i - 1) == '-') {
      return null;
    }
    return withUnit(over(negative(numeral)), null);
  }

  /// One over three: a fraction, where both are plain numbers and the first is small.
  private Numeral over(Numeral top) {
    int at = text.skipSpaces(top.end());
    boolean small =
        top.low().abs().compareTo(BigDecimal.TEN) < 0 && top.isWhole() && !top.isScaled();
    if (!small || !text.hasWord("over", at) || top.isVague()) {
      return top;
    }
    int from = text.skipSpaces(at + 4);
    Numeral parts =
        text.isDigit(from)
            ? words.han.read(text, from, false)
            : text.isLatin(from) ? words.english.read(text, from) : null;
    boolean plain =
        parts != null
            && parts.low().compareTo(top.low().abs()) > 0
            && parts.form() != Numeral.Form.FRACTION
            && unitAt(parts.end(), parts) == null
            && !text.isLatin(text.skipSpaces(parts.end()));
    if (!plain || parts == null) {
      return top;
    }
    BigDecimal value = top.low().divide(parts.low(), java.math.MathContext.DECIMAL64);
    return new Numeral(
        top.start(), parts.end(), value, value, value, BigDecimal.ONE, Numeral.Form.FRACTION, null);
  }

  private int han(int i) {
    int skip = notNumber(i);
    Candidate candidate = number(i);
    if (skip > 0 && (candidate == null || skip > candidate.numeral().end())) {
      return skip;
    }
    return candidate == null
        ? i + 1
        : accept(candidate, Math.max(candidate.end(), candidate.numeral().end()));
  }

  /// The end of a word of the stop list that covers `i`, or -1.
  private int notNumber(int i) {
    for (int start = i; start >= Math.max(0, i - 2); start--) {
      WordTable.Match<Boolean> stop = words.notNumbers.at(text.chars, start, text.length);
      if (stop != null && stop.end() > i) {
        return stop.end();
      }
    }
    return -1;
  }

  // ---- a number with its unit
  // --------------------------------------------------------------------

  private @Nullable Candidate number(int i) {
    QuantityWords.Sign sign = signBefore(i);
    Numeral numeral = words.han.read(text, i, sign != null && sign.spelled().equals("€"));
    if (numeral == null) {
      return null;
    }
    if (numeral.form() == Numeral.Form.DIGITS) {
      numeral = words.english.scaled(text, slashed(suffixed(numeral, sign != null)));
    }
    return withUnit(negative(numeral), sign);
  }

  /// A suffix of letters: 40k, 2.6bn, $5m.
  private Numeral suffixed(Numeral numeral, boolean money) {
    int end = text.wordEnd(numeral.end());
    if (end == numeral.end() || end - numeral.end() > 3 || text.isDigit(end)) {
      return numeral;
    }
    String letters = text.original.substring(numeral.end(), end);
    BigDecimal scale = words.english.suffix(letters);
    boolean ambiguous = letters.equals("m") || letters.equals("T") || letters.equals("b");
    boolean network = letters.equals("G") && numeral.low().compareTo(BigDecimal.TEN) < 0;
    if (scale == null
        || ambiguous && !money && !(letters.equals("b") && numeral.step().scale() > 0)
        || network
        || letters.equals("M") && text.at(end) == 'w') {
      return numeral;
    }
    Numeral times = numeral.times(scale);
    return new Numeral(
        times.start(),
        end,
        times.low(),
        times.high(),
        times.step(),
        times.scale(),
        times.form(),
        times.inner());
  }

  /// 1/2, 3/5, 4 1/3.
  private Numeral slashed(Numeral numeral) {
    if (text.at(numeral.end()) == '/' && text.isDigit(numeral.end() + 1)) {
      Numeral part = fractionAt(numeral.start());
      return part == null ? numeral : part;
    }
    int at = text.skipSpaces(numeral.end());
    if (at == numeral.end() + 1 && numeral.isWhole() && !numeral.isScaled()) {
      Numeral part = text.isDigit(at) ? fractionAt(at) : null;
      if (part != null) {
        return mixed(numeral, part);
      }
    }
    Candidate vulgar = vulgarAt(numeral.end()) ? vulgar(numeral.end(), numeral) : null;
    return vulgar == null ? numeral : vulgar.numeral();
  }

  private Numeral mixed(Numeral whole, Numeral part) {
    BigDecimal sum = whole.low().add(part.low());
    return new Numeral(
        whole.start(),
        part.end(),
        sum,
        sum,
        part.step(),
        BigDecimal.ONE,
        Numeral.Form.DIGITS,
        null);
  }

  private boolean vulgarAt(int i) {
    return "½¼¾⅓⅔⅕⅙⅛".indexOf(text.at(i)) >= 0;
  }

  private @Nullable Candidate vulgar(int i, @Nullable Numeral whole) {
    BigDecimal value =
        switch (text.at(i)) {
          case '½' -> HALF;
          case '¼' -> new BigDecimal("0.25");
          case '¾' -> new BigDecimal("0.75");
          case '⅓' -> new BigDecimal("0.3333333333333333");
          case '⅔' -> new BigDecimal("0.6666666666666667");
          case '⅕' -> new BigDecimal("0.2");
          case '⅙' -> new BigDecimal("0.1666666666666667");
          case '⅛' -> new BigDecimal("0.125");
          default -> BigDecimal.ZERO;
        };
    if (value.signum() == 0) {
      return null;
    }
    Numeral part =
        new Numeral(
            i,
            i + 1,
            value,
            value,
            value,
            BigDecimal.ONE,
            whole == null ? Numeral.Form.FRACTION : Numeral.Form.DIGITS,
            null);
    return withUnit(whole == null ? part : mixed(whole, part), null);
  }

  /// A fraction in digits that no date or slogan is spelled like (9/11, 24/7).
  private @Nullable Numeral fractionAt(int start) {
    int slash = start;
    while (text.isDigit(slash)) {
      slash++;
    }
    int end = slash + 1;
    while (text.isDigit(end)) {
      end++;
    }
    if (text.at(slash) != '/'
        || slash - start > 3
        || end - slash > 5
        || end == slash + 1
        || text.at(end) == '/') {
      return null;
    }
    BigDecimal top = new BigDecimal(text.folded(start, slash));
    BigDecimal parts = new BigDecimal(text.folded(slash + 1, end));
    boolean proper =
        top.compareTo(parts) < 0 || text.at(start - 2) >= '0' && text.at(start - 2) <= '9';
    boolean slogan = parts.intValue() == 7 || parts.intValue() == 11 || parts.signum() == 0;
    if (slogan || !proper && parts.intValue() > 10) {
      return null;
    }
    BigDecimal value = top.divide(parts, java.math.MathContext.DECIMAL64);
    return new Numeral(
        start, end, value, value, value, BigDecimal.ONE, Numeral.Form.FRACTION, null);
  }

  /// A minus, 负, 零下, minus or negative before the number.
  private Numeral negative(Numeral numeral) {
    int start = numeral.start();
    char before = text.at(start - 1);
    if (before == '负') {
      return numeral.negated(start - 1);
    }
    if (text.endsWith("零下", start)) {
      return numeral.negated(start - 2);
    }
    if (text.endsWith("零上", start)) {
      return new Numeral(
          start - 2,
          numeral.end(),
          numeral.low(),
          numeral.high(),
          numeral.step(),
          numeral.scale(),
          numeral.form(),
          numeral.inner());
    }
    char further = text.at(start - 2);
    boolean free =
        further == '\n'
            || further == ' '
            || further == '('
            || further == '~'
            || further == '至'
            || further == '到'
            || further == '为'
            || further == '，';
    boolean inDigits =
        numeral.form() == Numeral.Form.DIGITS
            || numeral.form() == Numeral.Form.FRACTION && text.isDigit(start);
    if (before == '-' && free && inDigits) {
      return numeral.negated(start - 1);
    }
    for (String word : new String[] {"minus ", "negative "}) {
      if (text.endsWith(word, start) && !text.isLatin(start - word.length() - 1)) {
        return numeral.negated(start - word.length());
      }
    }
    return numeral;
  }

  private QuantityWords.@Nullable Sign signBefore(int i) {
    int end = text.skipSpacesBack(i);
    if (i - end > 1) {
      return null;
    }
    if (text.at(end - 1) == '-' && text.at(end - 2) == '$') {
      end--;
    }
    WordTable.Match<List<QuantityWords.Sign>> match = words.signs.before(text.chars, end, 0);
    if (match == null) {
      return null;
    }
    for (QuantityWords.Sign sign : match.value()) {
      if (!sign.exact() || isSpelled(sign.spelled(), match.end())) {
        boolean yen = sign.spelled().equals("¥") && !chinese;
        return new QuantityWords.Sign(
            text.folded(match.end(), end), yen ? Units.currency("JPY") : sign.unit(), sign.exact());
      }
    }
    return text.at(end - 1) == '$'
        ? new QuantityWords.Sign("$", Units.currency("USD"), true)
        : null;
  }

  /// 168CM: a unit of two small letters or more in capitals, where those mean no other unit.
  private boolean isShouted(String word, int from, int to) {
    boolean capitals =
        word.length() == 2
            && word.equals(word.toLowerCase(java.util.Locale.ROOT))
            && !word.equals("mw");
    for (int i = from; capitals && i < to; i++) {
      capitals = text.isUpper(i);
    }
    return capitals;
  }

  private boolean isSpelled(String word, int at) {
    for (int k = 0; k < word.length(); k++) {
      char expected = word.charAt(k);
      if (Character.isLetter(expected) && Character.isUpperCase(expected) != text.isUpper(at + k)) {
        return false;
      }
    }
    return true;
  }

  private int signStart(Numeral numeral, QuantityWords.Sign sign) {
    return text.skipSpacesBack(numeral.start()) - sign.spelled().length();
  }

  /// The candidate for a numeral: its unit from before or after.
  private @Nullable Candidate withUnit(Numeral numeral, QuantityWords.@Nullable Sign sign) {
    if (numeral.form() == Numeral.Form.PERCENT) {
      return new Candidate(
          numeral,
          numeral.start(),
          numeral.end(),
          Units.PERCENT,
          BigDecimal.ONE,
          Force.STATED,
          false);
    }
    if (sign != null) {
      return money(numeral, sign);
    }
    UnitAt unit = unitAt(numeral.end(), numeral);
    if (unit != null) {
      return measured(numeral, unit);
    }
    if (numeral.form() == Numeral.Form.FRACTION) {
      return fraction(numeral);
    }
    if (text.at(numeral.end()) == '半' && numeral.form() == Numeral.Form.ONE) {
      return new Candidate(
          numeral,
          numeral.start(),
          numeral.end() + 1,
          Units.PERCENT,
          new BigDecimal("50"),
          Force.STATED,
          false);
    }
    return bare(numeral);
  }

  private record UnitAt(
      @Nullable Unit unit, BigDecimal factor, int end, int start, boolean letters) {}

  /// The unit that begins at `end` or after one space, a hyphen or an opening bracket.
  private @Nullable UnitAt unitAt(int end, Numeral numeral) {
    int from = text.skipSpaces(end);
    if (from - end > 2) {
      return null;
    }
    boolean open = text.at(from) == '(' || text.at(from) == '<';
    if (open || text.at(from) == '-' && text.isLatin(from + 1)) {
      from++;
    }
    from = pastAdjective(from);
    UnitAt special = special(from, numeral);
    if (special != null) {
      return special;
    }
    WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, from, text.length);
    while (match != null) {
      for (UnitWord word : match.value()) {
        if (fits(word, from, match.end(), end, numeral)) {
          int close = open && (text.at(match.end()) == ')' || text.at(match.end()) == '>') ? 1 : 0;
          return open && close == 0
              ? null
              : new UnitAt(
                  word.unit(),
                  word.factor(),
                  match.end() + close,
                  from,
                  WordTable.isLatin(text.at(from)));
        }
      }
      match = match.end() - 1 > from ? words.units.at(text.chars, from, match.end() - 1) : null;
    }
    return null;
  }

  private static final String[] ADJECTIVES = {
    "straight",
    "consecutive",
    "more",
    "full",
    "additional",
    "further",
    "whole",
    "successive",
    "extra",
    "long"
  };

  /// Nine straight months are nine months.
  private int pastAdjective(int from) {
    for (String word : ADJECTIVES) {
      if (text.hasWord(word, from)) {
        int at = text.skipSpaces(from + word.length());
        WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, at, text.length);
        Unit unit = match == null ? null : match.value().getFirst().unit();
        return unit != null && unit.isDuration() ? at : from;
      }
    }
    return from;
  }

  /// 成 and 折, which count tenths, and the nines of a purity (6N).
  private @Nullable UnitAt special(int from, Numeral numeral) {
    char c = text.at(from);
    char next = text.at(from + 1);
    boolean tenths = numeral.high().compareTo(BigDecimal.TEN) <= 0 && !numeral.isScaled();
    if (c == '成'
        && (tenths || numeral.low().compareTo(BigDecimal.TEN) == 0)
        && "立功本员果长绩都交就熟品效群千上天".indexOf(next) < 0
        && !(next == '为' && numeral.form() == Numeral.Form.ONE)) {
      return new UnitAt(Units.PERCENT, BigDecimal.TEN, from + 1, from, false);
    }
    if (c == '折' && tenths && "磨腾旧中射叠断返合算".indexOf(next) < 0) {
      return new UnitAt(Units.PERCENT, BigDecimal.TEN, from + 1, from, false);
    }
    return null;
  }

  private boolean fits(UnitWord word, int from, int to, int numberEnd, Numeral numeral) {
    if (word.exact() && !isSpelled(word.spelled(), from) && !isShouted(word.spelled(), from, to)) {
      return false;
    }
    char next = text.at(to);
    return switch (word.spelled()) {
      case "m", "g", "t", "x", "l", "W", "L" ->
          from - numberEnd <= 1 && (numeral.form() == Numeral.Form.DIGITS) && next != '\'';
      case "second", "third" -> false;
      case "pound", "pounds" ->
          numeral.scale().compareTo(BigDecimal.valueOf(1_000_000)) < 0
              || text.hasWord("of", text.skipSpaces(to));
      case "quarter", "quarters" ->
          numeral.form() != Numeral.Form.ONE && numeral.form() != Numeral.Form.FRACTION;
      case "time", "times" ->
          !text.startsWith("the new york", from - 4)
              && !text.isUpper(from)
              && (word.spelled().equals("times"));
      case "fold" -> from == numberEnd || text.at(numberEnd) == '-';
      case "-fold" -> true;
      case "lot", "lots" -> numeral.form() == Numeral.Form.DIGITS;
      case "real", "won", "rand" -> numeral.low().compareTo(HUNDRED) >= 0;
      case "年" -> next != '代' && next != '级' && !(next == '度' && text.at(to + 1) != '过');
      case "日" -> false;
      case "月" -> text.at(from - 1) == '/' || text.at(from - 1) == '每';
      case "周" ->
          next != '一'
              && next != '二'
              && next != '三'
              && next != '四'
              && next != '五'
              && next != '六'
              && next != '岁'
              && next != '年'
              && text.at(numeral.start() - 1) != '第';
      case "点" -> isPoints(to, numeral);
      case "分" ->
          next != '之'
              && next != '钟'
              && next != '析'
              && next != '布'
              && next != '别'
              && next != '为'
              && next != '享'
              && next != '工'
              && next != '开'
              && next != '配'
              && next != '类'
              && next != '离'
              && next != '子'
              && next != '明'
              && numeral.form() != Numeral.Form.ARTICLE;
      case "里" ->
          numeral.form() != Numeral.Form.ONE
              && next != '面'
              && next != '程'
              && next != '约'
              && next != '挑'
              && next != '斯'
              && next != '奥';
      case "两" ->
          next != '国'
              && next != '个'
              && next != '岸'
              && next != '家'
              && next != '年'
              && next != '次'
              && next != '地'
              && next != '人'
              && next != '名'
              && next != '位';
      case "克" -> next != '拉' && next != '罗' && next != '隆' && next != '服';
      case "角", "块", "圆", "方", "升", "帕", "焦", "手", "点子", "大", "小", "级", "层", "线" ->
          isCounter(word.spelled(), next, numeral);
      case "元" ->
          next != '件'
              && next != '素'
              && next != '旦'
              && next != '宵'
              && next != '首'
              && next != '老'
              && next != '化'
              && next != '宇';
      case "度" ->
          numeral.form() != Numeral.Form.SINGLE || numeral.low().compareTo(BigDecimal.TEN) > 0;
      case "金", "银", "铜", "胜", "负", "平", "球" ->
          numeral.form() != Numeral.Form.WORDS
              && next != '属'
              && next != '融'
              && next != '额'
              && next != '行'
              && next != '责'
              && next != '债'
              && next != '均'
              && next != '台'
              && next != '衡';
      case "家" -> next != '庭' && next != '长' && next != '乡' && next != '属';
      case "人" ->
          next != '工' && next != '均' && next != '类' && next != '大' && !text.startsWith("民币", to);
      case "国" ->
          numeral.high().compareTo(BigDecimal.valueOf(3)) >= 0
              && next != '际'
              && next != '家'
              && next != '内'
              && next != '产'
              && next != '有';
      case "起" ->
          next != '来' && next != '至' && next != '到' && next != '码' && next != '义' && next != '点';
      case "种" -> next != '植' && next != '子' && next != '族' && next != '业';
      case "次" -> next != '要' && next != '级' && next != '贷';
      case "部" ->
          next != '分' && next != '门' && next != '委' && next != '队' && next != '长' && next != '署';
      case "口" -> next != '径' && next != '岸';
      case "支" -> next != '持' && next != '付' && next != '出' && next != '撑' && next != '部';
      case "类" -> next != '似' && next != '别';
      case "名" -> next != '义' && next != '牌' && next != '字' && next != '单';
      case "条" ->
          text.at(numeral.start() - 1) != '第'
              && next != '件'
              && next != '款'
              && next != '约'
              && next != '例';
      case "面" ->
          next != '积' && next != '临' && next != '对' && next != '向' && next != '包' && next != '上';
      case "头" -> next != '部' && next != '等';
      case "市", "县", "村", "省", "校", "城" ->
          next != '场' && next != '值' && numeral.high().compareTo(BigDecimal.TWO) > 0;
      case "场" -> next != '馆' && next != '所' && next != '景' && next != '地';
      case "股" ->
          next != '份'
              && next != '东'
              && next != '票'
              && next != '权'
              && next != '市'
              && next != '价'
              && next != '指';
      case "包" -> next != '括' && next != '头' && next != '含' && next != '装';
      case "针" -> next != '对';
      case "对" ->
          next != '于'
              && next != '美'
              && next != '华'
              && next != '中'
              && next != '外'
              && next != '手'
              && next != '应'
              && next != '等';
      case "行" -> next != '业' && next != '动' && next != '为' && next != '政';
      case "集" -> next != '团' && next != '中' && next != '体';
      case "期" -> next != '间' && next != '货' && next != '权' && next != '望' && next != '待';
      case "位" -> next != '于' && next != '居' && next != '置' && next != '列';
      case "件" -> true;
      case "天" ->
          next != '然' && next != '津' && next != '空' && next != '文' && next != '齐' && next != '气';
      case "票" -> next != '据' && next != '价' && next != '房';
      default -> true;
    };
  }

  private static boolean isCounter(String word, char next, Numeral numeral) {
    return switch (word) {
      case "角" ->
          next != '度' && next != '色' && next != '逐' && numeral.form() != Numeral.Form.ARTICLE;
      case "块" -> next != '链';
      case "圆" -> next != '形' && next != '桌' && next != '满';
      case "方" -> numeral.form() == Numeral.Form.DIGITS && "面案法式向针程便".indexOf(next) < 0;
      case "升" -> "级值至到幅高温息学".indexOf(next) < 0;
      case "帕", "焦" -> numeral.form() == Numeral.Form.DIGITS && "炭煤点虑".indexOf(next) < 0;
      case "手" ->
          (numeral.isScaled() || numeral.low().compareTo(HUNDRED) >= 0)
              && "机续段动术里".indexOf(next) < 0;
      default -> true;
    };
  }

  /// 3347.26点 and 2200点 are points; 8点 is a time of day, 三点 are three remarks.
  private boolean isPoints(int to, Numeral numeral) {
    char next = text.at(to);
    boolean large = numeral.low().abs().compareTo(BigDecimal.valueOf(24)) > 0 || !numeral.isWhole();
    return large && next != '钟' || text.isDigit(numeral.start() - 1);
  }

  private @Nullable Candidate measured(Numeral numeral, UnitAt at) {
    Unit unit = at.unit();
    if (unit == null) {
      return new Candidate(
          numeral, numeral.start(), at.end(), Units.COUNT, BigDecimal.ONE, Force.WEAK, false);
    }
    if (numeral.form() == Numeral.Form.FRACTION && unit.equals(Units.PERCENT)) {
      return fraction(numeral);
    }
    Candidate candidate =
        new Candidate(
            numeral, numeral.start(), at.end(), unit, at.factor(), force(numeral, unit, at), false);
    candidate = parts(candidate, at);
    return rated(candidate);
  }

  /// What one, two and the articles state: a length of time or an amount, but not a thing.
  private Force force(Numeral numeral, Unit unit, UnitAt at) {
    boolean counter = unit.equals(Units.COUNT);
    boolean one = numeral.form() == Numeral.Form.ONE;
    boolean dozen = at.factor().compareTo(BigDecimal.ONE) != 0;
    if (one && (counter && !dozen || unit.code().equals("points"))) {
      return Force.WEAK;
    }
    if (numeral.form() == Numeral.Form.SINGLE
        && counter
        && words.han.isScale(text.at(numeral.start()))
        && text.isHan(numeral.start() - 1)
        && numeral.scale().compareTo(BigDecimal.TEN) > 0) {
      return Force.STATED;
    }
    if (isBackReference(numeral) && counter) {
      return Force.WEAK;
    }
    return Force.STATED;
  }

  /// The two sides, these three, 这两个, 上述三家: what was counted before.
  private boolean isBackReference(Numeral numeral) {
    int start = text.skipSpacesBack(numeral.start());
    int from = text.wordStart(start);
    return switch (text.folded(from, start)) {
      case "the",
          "these",
          "those",
          "its",
          "their",
          "our",
          "his",
          "her",
          "both",
          "all",
          "any",
          "other",
          "each" ->
          numeral.form() == Numeral.Form.WORDS || numeral.form() == Numeral.Form.ONE;
      default ->
          text.endsWith("这", start)
              || text.endsWith("该", start)
              || text.endsWith("此", start)
              || text.endsWith("上述", start)
              || text.endsWith("那", start)
              || text.endsWith("以上", start);
    };
  }

  /// What a smaller unit or a half adds: 五元三毛, 两米半, 一年半, 三成五, 一个半小时.
  private Candidate parts(Candidate candidate, UnitAt at) {
    Numeral numeral = candidate.numeral();
    int end = candidate.end();
    char c = text.at(end);
    if (c == '半' && numeral.isWhole() && numeral.inner() == null) {
      UnitAt after = candidate.unitOrCount().equals(Units.COUNT) ? unitAt(end + 1, numeral) : null;
      if (after != null && after.unit() != null && text.at(end - 1) == '个') {
        Numeral more = numeral.plus(HALF, HALF, numeral.end());
        return new Candidate(
            more,
            candidate.start(),
            after.end(),
            after.unit(),
            after.factor(),
            Force.STATED,
            false);
      }
      if (!candidate.unitOrCount().equals(Units.COUNT)) {
        return new Candidate(
            numeral.plus(HALF, HALF, numeral.end()),
            candidate.start(),
            end + 1,
            candidate.unit(),
            candidate.factor(),
            candidate.force(),
            false);
      }
    }
    int digit = words.han.digit(c);
    if (digit > 0
        && text.at(end - 1) == '成'
        && numeral.isWhole()
        && unitAt(end + 1, numeral) == null
        && words.han.digit(text.at(end + 1)) < 0) {
      BigDecimal more = BigDecimal.valueOf(digit).movePointLeft(1);
      return new Candidate(
          numeral.plus(more, new BigDecimal("0.1"), numeral.end()),
          candidate.start(),
          end + 1,
          candidate.unit(),
          candidate.factor(),
          Force.STATED,
          false);
    }
    if (at.letters() && candidate.unitOrCount().isMoney()) {
      return cents(candidate);
    }
    return candidate.unitOrCount().code().equals("CNY") ? change(candidate) : candidate;
  }

  /// 15 dollars 50.
  private Candidate cents(Candidate candidate) {
    int at = text.skipSpaces(candidate.end());
    boolean two =
        at == candidate.end() + 1
            && text.isDigit(at)
            && text.isDigit(at + 1)
            && !text.isDigit(at + 2);
    char after = text.at(at + 2);
    boolean closed = after == '\n' || (after == '.' || after == ',') && !text.isDigit(at + 3);
    if (!two || !closed || !candidate.numeral().isWhole() || candidate.numeral().isScaled()) {
      return candidate;
    }
    BigDecimal cents = new BigDecimal(text.folded(at, at + 2)).movePointLeft(2);
    return new Candidate(
        candidate.numeral().plus(cents, new BigDecimal("0.01"), candidate.numeral().end()),
        candidate.start(),
        at + 2,
        candidate.unit(),
        candidate.factor(),
        Force.STATED,
        false);
  }

  /// 50元6角三分, 十五块五.
  private Candidate change(Candidate candidate) {
    Candidate result = candidate;
    BigDecimal unit = new BigDecimal("0.1");
    for (String name : new String[] {"角毛", "分"}) {
      int at = result.end();
      int digit = text.isDigit(at) ? text.at(at) - '0' : words.han.digit(text.at(at));
      boolean named = digit >= 0 && name.indexOf(text.at(at + 1)) >= 0;
      boolean short5 =
          digit > 0 && !text.isDigit(at) && text.at(at - 1) == '块' && !text.isHan(at + 1);
      if (named || short5) {
        Numeral more =
            result
                .numeral()
                .plus(unit.multiply(BigDecimal.valueOf(digit)), unit, result.numeral().end());
        result =
            new Candidate(
                more,
                result.start(),
                at + (named ? 2 : 1),
                result.unit(),
                result.factor(),
                result.force(),
                false);
      }
      unit = unit.movePointLeft(1);
    }
    return result;
  }

  private Candidate money(Numeral numeral, QuantityWords.Sign sign) {
    UnitAt after = unitAt(numeral.end(), numeral);
    Unit afterUnit = after == null ? null : after.unit();
    boolean named = afterUnit != null && afterUnit.isMoney();
    boolean bare = sign.spelled().equals("$");
    Unit unit = named && bare && afterUnit != null ? afterUnit : sign.unit();
    BigDecimal factor = BigDecimal.ONE;
    int end = named && after != null ? after.end() : numeral.end();
    Numeral value = numeral;
    if (text.at(text.skipSpacesBack(numeral.start()) - 1) == '-'
        || text.at(signStart(numeral, sign) - 1) == '-'
            && !WordTable.isLatin(text.at(signStart(numeral, sign) - 2))
            && !text.isDigit(signStart(numeral, sign) - 2)) {
      value = numeral.negated(numeral.start());
    }
    return rated(
        new Candidate(value, signStart(numeral, sign), end, unit, factor, Force.STATED, true));
  }

  /// A price per unit, where the per touches the number: $100 per kg, 每吨3370元, 元/平方米, $30 a month.
  private Candidate rated(Candidate candidate) {
    int end = candidate.end();
    int per = perEnd(end, candidate);
    if (per > 0) {
      UnitAt bottom = unitAt(per, candidate.numeral());
      if (bottom != null && bottom.unit() != null && bottom.start() == text.skipSpaces(per)) {
        return perUnit(candidate, bottom.unit(), bottom.factor(), candidate.start(), bottom.end());
      }
    }
    return candidate.unit() != null && candidate.unit().isMoney()
        ? eachBefore(candidate)
        : candidate;
  }

  private Candidate perUnit(
      Candidate candidate, Unit bottom, BigDecimal bottomFactor, int start, int end) {
    Unit unit = candidate.unit();
    if (unit == null || bottom.equals(Units.PERCENT) || bottom.isMoney()) {
      return candidate;
    }
    if (!unit.isMoney() || bottom.equals(Units.COUNT)) {
      return candidate;
    }
    BigDecimal factor = candidate.factor().divide(bottomFactor, java.math.MathContext.DECIMAL64);
    return new Candidate(
        candidate.numeral(),
        start,
        end,
        Units.rate(unit, bottom),
        factor,
        Force.STATED,
        candidate.signed());
  }

  private int perEnd(int end, Candidate candidate) {
    int at = text.skipSpaces(end);
    if (text.at(at) == '/' && at == end) {
      return at + 1;
    }
    if (text.at(at) == '每') {
      return at + 1;
    }
    for (String word : new String[] {"per", "a", "an", "each", "every"}) {
      if (at > end && text.hasWord(word, at)) {
        return at + word.length();
      }
    }
    return text.startsWith("-per-", end) ? end + 5 : -1;
  }

  /// 每吨 before the number.
  private Candidate eachBefore(Candidate candidate) {
    int end = text.skipSpacesBack(candidate.start());
    WordTable.Match<List<UnitWord>> match =
        words.unitsBefore.before(text.chars, end, Math.max(0, end - 5));
    if (match == null || text.at(match.end() - 1) != '每') {
      return candidate;
    }
    UnitWord word = match.value().getFirst();
    return word.unit() == null
        ? candidate
        : perUnit(candidate, word.unit(), word.factor(), match.end() - 1, candidate.end());
  }

  /// A fraction is a share of something where there is something; alone it is a number.
  private @Nullable Candidate fraction(Numeral numeral) {
    boolean alone = isAlone(numeral);
    boolean large = numeral.low().abs().compareTo(BigDecimal.ONE) > 0;
    if (alone || large) {
      return new Candidate(
          numeral,
          numeral.start(),
          numeral.end(),
          Units.COUNT,
          BigDecimal.ONE,
          Force.STATED,
          false);
    }
    if (isPartOfTime(numeral)) {
      return null;
    }
    return new Candidate(
        numeral, numeral.start(), numeral.end(), Units.PERCENT, HUNDRED, Force.STATED, false);
  }

  /// Whether no word stands in the text beside the number.
  private boolean isAlone(Numeral numeral) {
    for (int i = 0; i < text.length; i++) {
      if (i == numeral.start()) {
        i = numeral.end();
      }
      if (text.isHan(i) || text.isLatin(i)) {
        return false;
      }
      if (i > numeral.end() + 40) {
        return false;
      }
    }
    return true;
  }

  /// The half in "the first half", "half-year" and 四分之一决赛 states no share.
  private boolean isPartOfTime(Numeral numeral) {
    int start = numeral.start();
    int end = numeral.end();
    if (text.startsWith("决赛", end)
        || text.startsWith("final", text.skipSpaces(end))
        || text.at(end) == '-' && text.isLatin(end + 1) && !text.hasWord("of", end + 1)) {
      return true;
    }
    for (String word :
        new String[] {
          "first ", "second ", "last ", "latter ", "other ", "earlier ", "next ", "better "
        }) {
      if (text.endsWith(word, start)) {
        return true;
      }
    }
    return text.hasWord("time", text.skipSpaces(end))
        || text.hasWord("hour", text.skipSpaces(end))
        || text.hasWord("way", text.skipSpaces(end));
  }

  // ---- numbers without a unit
  // --------------------------------------------------------------------

  private @Nullable Candidate bare(Numeral numeral) {
    int end = numeral.end();
    if (isOrdinalSuffix(end)) {
      return ordinalDigits(numeral, end);
    }
    if (text.isLatin(end) || text.isDigit(end) || text.at(end) == '/' && text.isDigit(end + 1)) {
      return purity(numeral);
    }
    if (numeral.form() == Numeral.Form.DIGITS) {
      Force force =
          text.isHan(text.skipSpacesBack(numeral.start()) - 1) || text.isHan(text.skipSpaces(end))
              ? inChinese(numeral)
              : inEnglish(numeral);
      return new Candidate(numeral, numeral.start(), end, null, BigDecimal.ONE, force, false);
    }
    boolean latin = text.isLatin(numeral.start());
    return latin ? latinWords(numeral) : hanWords(numeral);
  }

  /// 6N: six nines, a purity of 99.9999 %.
  private @Nullable Candidate purity(Numeral numeral) {
    int end = numeral.end();
    int nines = numeral.low().intValue();
    boolean purity =
        text.at(end) == 'n'
            && text.isUpper(end)
            && !text.isLatin(end + 1)
            && !text.isDigit(end + 1)
            && numeral.isWhole()
            && nines >= 2
            && nines <= 10;
    if (!purity) {
      return null;
    }
    BigDecimal value = HUNDRED.subtract(BigDecimal.ONE.movePointLeft(nines - 2));
    BigDecimal step = BigDecimal.ONE.movePointLeft(nines - 2);
    Numeral pure =
        new Numeral(
            numeral.start(),
            end + 1,
            value,
            value,
            step,
            BigDecimal.ONE,
            Numeral.Form.DIGITS,
            null);
    return new Candidate(
        pure, numeral.start(), end + 1, Units.PERCENT, BigDecimal.ONE, Force.STATED, false);
  }

  /// In Chinese a number that states something nearly always has a unit or a counter.
  private Force inChinese(Numeral numeral) {
    char before = text.at(text.skipSpacesBack(numeral.start()) - 1);
    if (numeral.isScaled() || numeral.inner() != null) {
      return Force.STATED;
    }
    if (isLabel(numeral)) {
      return Force.WEAK;
    }
    char opening = text.at(numeral.start() - 1);
    if (!numeral.isWhole()) {
      return opening == '\'' || opening == '"' || opening == '·' ? Force.WEAK : Force.BARE;
    }
    boolean closed = !text.isHan(text.skipSpaces(numeral.end()));
    return closed && "为是达至到于过破超仅有约近得".indexOf(before) >= 0 ? Force.BARE : Force.WEAK;
  }

  private static final String[] LABELS = {
    "section",
    "sections",
    "article",
    "articles",
    "chapter",
    "figure",
    "fig",
    "figs",
    "table",
    "tables",
    "no",
    "nos",
    "number",
    "page",
    "pages",
    "annex",
    "appendix",
    "phase",
    "stage",
    "tier",
    "level",
    "round",
    "part",
    "volume",
    "vol",
    "step",
    "line",
    "proclamation",
    "order",
    "resolution",
    "rule",
    "title",
    "paragraph",
    "item",
    "version",
    "route",
    "highway",
    "interstate",
    "flight",
    "channel",
    "room",
    "exhibit",
    "case",
    "id",
    "code",
    "grade",
    "class",
    "group",
    "unit",
    "box",
    "note",
    "chart",
    "day",
    "type",
    "model",
    "series",
    "episode",
    "season",
    "lot",
    "block",
    "area",
    "scenario",
    "option",
    "exercise",
    "exercises",
    "nrs",
    "u.s.c",
    "act",
    "bill",
    "h.r"
  };

  private boolean isLabel(Numeral numeral) {
    int at = text.skipSpacesBack(numeral.start());
    if (text.at(at - 1) == '第' || text.at(at - 1) == '#') {
      return true;
    }
    int end = text.at(at - 1) == '.' ? at - 1 : at;
    int start = text.wordStart(end);
    if (start == end) {
      return false;
    }
    String word = text.folded(start, end);
    boolean noun = false;
    for (String label : LABELS) {
      noun |= label.equals(word);
    }
    return noun && (text.isUpper(start) || !isCommonNoun(word));
  }

  /// Words that name things by number only with a capital: Day 2, but "that day 40 people".
  private static boolean isCommonNoun(String word) {
    return switch (word) {
      case "number",
          "order",
          "rule",
          "title",
          "part",
          "line",
          "note",
          "case",
          "group",
          "unit",
          "area",
          "block",
          "class",
          "day",
          "lot",
          "round",
          "act",
          "bill",
          "option",
          "item",
          "series",
          "type",
          "model",
          "no",
          "code",
          "level",
          "grade",
          "channel",
          "box",
          "step",
          "season",
          "stage" ->
          true;
      default -> false;
    };
  }

  /// In English a bare number counts the noun that follows, unless it is part of a name.
  private Force inEnglish(Numeral numeral) {
    int start = numeral.start();
    int end = numeral.end();
    if (isLabel(numeral) || isListNumber(numeral) || isMarkup(start, end)) {
      return Force.WEAK;
    }
    if (isStatute(start, end)) {
      return Force.WEAK;
    }
    boolean plain =
        numeral.isWhole()
            && !numeral.isScaled()
            && text.folded(start, end).chars().allMatch(Character::isDigit);
    if (plain && (text.at(start) == '0' && end - start > 1 || end - start > 7)) {
      return Force.WEAK;
    }
    if (plain && isNameBefore(start)) {
      return Force.WEAK;
    }
    return numeral.isWhole() ? Force.STATED : Force.BARE;
  }

  private boolean isStatute(int start, int end) {
    int at = text.skipSpaces(end);
    boolean before =
        text.endsWith(". ", start) && text.isLatin(start - 3) && text.at(start - 4) == '.';
    return before
        || text.startsWith("u.s.c", at)
        || text.startsWith("usc ", at)
        || text.startsWith("c.f.r", at)
        || text.startsWith("cfr", at)
        || text.startsWith("stat.", at);
  }

  private boolean isMarkup(int start, int end) {
    char before = text.at(start - 1);
    char after = text.at(end);
    return before == '[' && after == ']'
        || before == '('
            && (after == ')' || after == '.')
            && (end - start <= 2
                || end - start >= 4 && end - start <= 6 && text.folded(start, end).indexOf(',') < 0)
        || after == '.' && text.isLatin(end + 1)
        || before == '^'
        || after == '^';
  }

  /// "3. Next" at the start of a line, or alone before the end.
  private boolean isListNumber(Numeral numeral) {
    char before = text.at(text.skipSpacesBack(numeral.start()) - 1);
    char after = text.at(numeral.end());
    boolean first = before == '\n' || ".;:!?•▲-".indexOf(before) >= 0;
    boolean mark =
        after == '\\'
            || after == '.' && !text.isDigit(numeral.end() + 1)
            || after == ')'
            || after == '、';
    return first && mark && numeral.end() - numeral.start() <= 2 && text.length > numeral.end() + 1
        || first && after == '.' && numeral.end() - numeral.start() <= 2 && before != '\n';
  }

  /// A capital word before a bare number makes it part of a name: Proclamation 10962, Windows 10.
  private boolean isNameBefore(int start) {
    int end = text.skipSpacesBack(start);
    if (start - end != 1) {
      return false;
    }
    int word = text.wordStart(end);
    if (word == end || !text.isUpper(word) || end - word == 1 && text.at(word) == 'i') {
      return false;
    }
    int before = text.skipSpacesBack(word);
    char c = text.at(before - 1);
    boolean sentenceStart = c == '\n' || ".!?\"•:".indexOf(c) >= 0;
    return !(sentenceStart && isFunctionWord(text.folded(word, end)));
  }

  private static boolean isFunctionWord(String word) {
    return switch (word) {
      case "the",
          "these",
          "those",
          "over",
          "about",
          "some",
          "nearly",
          "almost",
          "around",
          "approximately",
          "roughly",
          "at",
          "in",
          "of",
          "all",
          "another",
          "only",
          "just",
          "with",
          "for",
          "more",
          "up",
          "than",
          "under",
          "created",
          "an",
          "its",
          "our",
          "their",
          "and",
          "but",
          "or",
          "to",
          "from",
          "by",
          "as",
          "after",
          "before",
          "within",
          "between",
          "least",
          "most",
          "exactly",
          "still",
          "now",
          "today",
          "because",
          "when",
          "where",
          "among",
          "across",
          "another_",
          "add",
          "added",
          "sold",
          "bought",
          "built",
          "made" ->
          true;
      default -> false;
    };
  }

  /// Number words in English: one is a pronoun as often as a number, the two sides were counted
  /// before.
  private @Nullable Candidate latinWords(Numeral numeral) {
    boolean back = isBackReference(numeral) && !numeral.isScaled();
    int before = text.wordStart(text.skipSpacesBack(numeral.start()));
    boolean compound = text.at(numeral.end()) == '-' && text.isLatin(numeral.end() + 1);
    boolean name =
        text.isUpper(numeral.start())
            && text.isUpper(text.wordStart(text.skipSpacesBack(numeral.start())))
            && text.wordStart(text.skipSpacesBack(numeral.start()))
                < text.skipSpacesBack(numeral.start());
    boolean label =
        compound
            || name
            || isLabel(numeral)
            || text.hasWord("no", before) && text.at(before + 2) == '.';
    boolean weak =
        numeral.form() == Numeral.Form.ONE
            && !isAlone(numeral)
            && text.at(numeral.start() - 1) != ' ' | numeral.form() == Numeral.Form.ONE
            && numeral.low().signum() > 0
            && !isAlone(numeral);
    Force force = weak || back || label ? Force.WEAK : Force.STATED;
    return new Candidate(
        numeral, numeral.start(), numeral.end(), null, BigDecimal.ONE, force, false);
  }

  /// Chinese numerals without a unit count only if they are long or stand alone.
  private @Nullable Candidate hanWords(Numeral numeral) {
    boolean listed =
        "、.)）:：,，".indexOf(text.at(numeral.end())) >= 0
            && text.at(numeral.end()) != '\n'
            && numeral.end() - numeral.start() <= 2
            && (text.at(numeral.start() - 1) == '\n' || text.at(numeral.start() - 1) == '(');
    boolean separate = !text.isHan(numeral.start() - 1) && !text.isHan(numeral.end());
    boolean longEnough =
        numeral.form() == Numeral.Form.WORDS
                && numeral.isScaled()
                && (numeral.low().compareTo(HUNDRED) >= 0 || separate)
            || numeral.inner() != null;
    boolean digitString = numeral.form() == Numeral.Form.WORDS && separate;
    Force force =
        !listed && (longEnough || digitString || separate && isAlone(numeral))
            ? Force.STATED
            : Force.WEAK;
    return new Candidate(
        numeral, numeral.start(), numeral.end(), null, BigDecimal.ONE, force, false);
  }

  // ---- ranks, ordinals and words that are numbers
  // ------------------------------------------------

  private static final String[] SUPERLATIVES = {
    "largest",
    "biggest",
    "highest",
    "lowest",
    "most",
    "best",
    "richest",
    "smallest",
    "greatest",
    "busiest",
    "fastest",
    "longest",
    "tallest",
    "deepest",
    "oldest",
    "leading",
    "ranked",
    "least",
    "worst",
    "top"
  };

  private boolean isOrdinalSuffix(int end) {
    return text.hasSuffix("st", end)
        || text.hasSuffix("nd", end)
        || text.hasSuffix("rd", end)
        || text.hasSuffix("th", end);
  }

  /// 2nd-largest is a rank, the 14th congress an ordinal.
  private Candidate ordinalDigits(Numeral numeral, int end) {
    int superlative = superlativeEnd(end + 2);
    boolean ranked = superlative > 0 || isRankedBefore(numeral.start());
    return new Candidate(
        numeral,
        numeral.start(),
        superlative > 0 ? superlative : end + 2,
        ranked ? Units.RANK : Units.ORDINAL,
        BigDecimal.ONE,
        ranked ? Force.STATED : Force.WEAK,
        false);
  }

  private int superlativeEnd(int end) {
    if (text.at(end) != '-' && text.at(end) != ' ') {
      return -1;
    }
    for (String word : SUPERLATIVES) {
      if (text.hasWord(word, end + 1)) {
        return end + 1 + word.length();
      }
    }
    return -1;
  }

  private boolean isRankedBefore(int start) {
    int from = Math.max(0, start - 24);
    for (int i = start - 1; i >= from && text.at(i) != '.'; i--) {
      if (text.startsWith("rank", i) && !text.isLatin(i - 1)) {
        return true;
      }
    }
    return text.startsWith("place", text.skipSpaces(start));
  }

  /// Second-largest, ranked third, in second place; the 14th is read among the digits.
  private int rank(int i) {
    char c = text.at(i);
    if (c != 'f' && c != 's' && c != 't' && c != 'e' && c != 'n' || text.isLatin(i - 1)) {
      return -1;
    }
    WordTable.Match<Integer> word = words.ordinals.at(text.chars, i, text.length);
    if (word == null) {
      return -1;
    }
    int end = word.end();
    int superlative = superlativeEnd(end);
    boolean ranked = superlative > 0 || isRankedBefore(i) || text.hasWord("place", end + 1);
    boolean fraction = !ranked && word.value() > 1 && words.english.read(text, i) != null;
    if (fraction) {
      return -1;
    }
    addOrdinal(word.value(), i, superlative > 0 ? superlative : end, ranked);
    return end;
  }

  private void addOrdinal(int value, int start, int end, boolean ranked) {
    BigDecimal exact = BigDecimal.valueOf(value);
    found.add(
        new Found(
            new Quantity(
                new Span(start, end),
                exact,
                exact,
                ranked ? Units.RANK : Units.ORDINAL,
                Modifier.EXACT,
                BigDecimal.ONE),
            ranked ? Force.STATED : Force.WEAK,
            false));
  }

  private static final String RANKED_AFTER = "大高低多长快强富深重小";

  /// 第二大, 排名第八, 全国第一: ranks; 第十四届, 第122条: ordinals.
  private int ordinal(int i) {
    Numeral numeral = words.han.read(text, i + 1, false);
    if (numeral == null || text.at(i + 1) == '几' || text.at(i + 1) == '数' || !numeral.isWhole()) {
      return i + 1;
    }
    int end = numeral.end();
    char next = text.at(end);
    boolean first =
        text.startsWith("第一时间", i)
            || text.startsWith("第一财经", i)
            || next == '季'
            || next == '夫'
            || next == '手'
            || next == '线';
    boolean ranked =
        !first
            && (RANKED_AFTER.indexOf(next) >= 0 && !(next == '大' && text.at(end + 1) == '道')
                || isChineseRankBefore(i)
                || next == '名' && text.at(end + 1) != '字'
                || next == '位' && isChineseRankBefore(i));
    if (first) {
      return end;
    }
    int stop = RANKED_AFTER.indexOf(next) >= 0 || next == '名' || next == '位' ? end + 1 : end;
    addOrdinal(numeral.low().intValue(), i, ranked ? stop : end, ranked);
    return end;
  }

  private static final String[] RANK_VERBS = {
    "居", "列", "排名", "排", "全国", "全球", "世界", "全省", "全市", "亚洲", "国内", "名列", "位于", "升至", "跌至", "排在",
    "暂列", "并列", "欧洲", "非洲", "积分榜", "升到", "保持", "仍为", "美国", "中国"
  };

  private boolean isChineseRankBefore(int i) {
    for (String verb : RANK_VERBS) {
      if (text.endsWith(verb, i)) {
        return true;
      }
    }
    return false;
  }

  /// 位居首位, 居首, 榜首.
  private int top(int i) {
    boolean place = text.startsWith("首位", i) && (text.isHan(i - 1) && reaches(i, "居列位排"));
    boolean head =
        text.startsWith("榜首", i)
            || text.at(i) == '首' && (text.endsWith("居", i) || text.endsWith("之", i));
    if (!place && !head) {
      return i + 1;
    }
    addOrdinal(1, i, text.at(i + 1) == '位' || text.at(i) == '榜' ? i + 2 : i + 1, true);
    return i + 2;
  }

  private boolean reaches(int i, String verbs) {
    for (int k = i - 1; k >= Math.max(0, i - 8); k--) {
      if (verbs.indexOf(text.at(k)) >= 0) {
        return true;
      }
      if (!text.isHan(k)) {
        return false;
      }
    }
    return false;
  }

  /// 半年, 半小时, 半数, 过半, 减半.
  private int half(int i) {
    Numeral numeral =
        new Numeral(i, i + 1, HALF, HALF, HALF, BigDecimal.ONE, Numeral.Form.FRACTION, null);
    if (text.at(i + 1) == '数') {
      return accept(
          new Candidate(numeral, i, i + 2, Units.PERCENT, HUNDRED, Force.STATED, false), i + 2);
    }
    if (text.at(i - 1) == '过' && text.at(i - 2) != '不' || text.at(i - 1) == '减') {
      boolean more = text.at(i - 1) == '过';
      Candidate candidate =
          new Candidate(
              numeral, more ? i : i - 1, i + 1, Units.PERCENT, HUNDRED, Force.STATED, false);
      return accept(candidate, i + 1);
    }
    if (text.at(i - 1) == '上'
        || text.at(i - 1) == '下'
        || text.at(i - 1) == '前'
        || text.at(i - 1) == '后'
        || text.at(i - 1) == '大') {
      return i + 1;
    }
    int from = text.at(i + 1) == '个' ? i + 2 : i + 1;
    UnitAt unit = unitAt(from, numeral);
    if (unit == null && text.at(i + 1) == '个') {
      unit = unitAt(i + 1, numeral);
    }
    boolean time = unit != null && unit.unit() != null && unit.unit().isDuration();
    if (!time || unit == null) {
      return i + 1;
    }
    return accept(
        new Candidate(numeral, i, unit.end(), unit.unit(), unit.factor(), Force.STATED, false),
        unit.end());
  }

  /// 翻一番, 翻番, 翻倍: two times; 翻两番: four times.
  private int doubled(int i) {
    int at = text.at(i + 1) == '了' ? i + 2 : i + 1;
    int digit = words.han.digit(text.at(at));
    int next = digit > 0 ? at + 1 : at;
    if (text.at(next) != '番' && text.at(next) != '倍') {
      return i + 1;
    }
    BigDecimal times =
        text.at(next) == '番'
            ? BigDecimal.TWO.pow(Math.max(1, Math.min(digit, 9)))
            : BigDecimal.valueOf(Math.max(2, digit));
    Numeral numeral =
        new Numeral(
            i, next + 1, times, times, BigDecimal.ONE, BigDecimal.ONE, Numeral.Form.WORDS, null);
    return accept(
        new Candidate(numeral, i, next + 1, Units.TIMES, BigDecimal.ONE, Force.STATED, false),
        next + 1);
  }

  private int multiple(int i) {
    WordTable.Match<Integer> word = words.multiples.at(text.chars, i, text.length);
    return word == null ? -1 : multiple(i, word.end(), word.value());
  }

  private int multiple(int i, int end, int factor) {
    boolean adjective =
        text.at(end) == '-'
            || text.hasWord("check", end + 1)
            || text.hasWord("digit", end + 1)
            || text.hasWord("standard", end + 1)
            || text.hasWord("standards", end + 1)
            || text.hasWord("twice", i) && isFrequency(end);
    boolean half = factor < 0;
    BigDecimal value = BigDecimal.valueOf(Math.abs(factor));
    Numeral numeral =
        new Numeral(
            i,
            end,
            half ? HALF : value,
            half ? HALF : value,
            BigDecimal.ONE,
            BigDecimal.ONE,
            Numeral.Form.WORDS,
            null);
    return accept(
        new Candidate(
            numeral,
            i,
            end,
            half ? Units.PERCENT : Units.TIMES,
            half ? HUNDRED : BigDecimal.ONE,
            adjective ? Force.WEAK : Force.STATED,
            false),
        end);
  }

  private boolean isFrequency(int end) {
    int at = text.skipSpaces(end);
    return text.hasWord("a", at)
        || text.hasWord("in", at)
        || text.at(at) == '.'
        || text.at(at) == ',';
  }

  // ---- ranges and modifiers
  // ----------------------------------------------------------------------

  /// Adds the candidate, with what it is a range with, and says where to go on.
  private int accept(@Nullable Candidate first, int next) {
    if (first == null) {
      return next;
    }
    int separator = separatorEnd(first);
    Candidate second = separator < 0 ? null : candidateAt(separator);
    if (second != null) {
      Candidate[] pair = join(first, second);
      if (pair != null) {
        boolean change = isChange(first);
        if (change) {
          add(pair[0]);
          add(pair[1]);
        } else {
          addRange(pair[0], pair[1]);
        }
        return Math.max(second.end(), second.numeral().end());
      }
    }
    add(first);
    return Math.max(next, first.end());
  }

  /// Where the second number of a range may begin, or -1.
  private int separatorEnd(Candidate first) {
    int end = first.end();
    char c = text.at(end);
    if (c == '-' || c == '~' || c == '至' || c == '到' || c == '—' || c == '或') {
      int at = text.at(end + 1) == c && c != '-' ? end + 2 : end + 1;
      return text.skipSpaces(at);
    }
    int at = text.skipSpaces(end);
    c = text.at(at);
    if (at > end
        && (c == '-' || c == '~' || c == '至' || c == '到' || c == '—')
        && text.skipSpaces(at + 1) - at <= 2) {
      return c == '-' && text.at(at + 1) != ' ' ? -1 : text.skipSpaces(at + 1);
    }
    if (at == end) {
      return -1;
    }
    if (text.hasWord("to", at)) {
      return text.skipSpaces(at + 2);
    }
    if (text.hasWord("or", at)) {
      return text.isLatin(text.skipSpaces(at + 2)) && first.unit() == null
          ? text.skipSpaces(at + 2)
          : -1;
    }
    return text.hasWord("and", at) && isBetween(first.start()) ? text.skipSpaces(at + 3) : -1;
  }

  private boolean isBetween(int start) {
    int at = text.skipSpacesBack(start);
    return text.hasWord("between", at - 7)
        || text.endsWith("介于", at)
        || text.hasWord("about", at - 5)
            && text.hasWord("between", text.skipSpacesBack(at - 5) - 7);
  }

  /// A number that begins at `from`, with or without a currency sign.
  private @Nullable Candidate candidateAt(int from) {
    int at = from;
    for (int k = 0;
        k < 4
            && at < text.length
            && !text.isDigit(at)
            && !text.isLatin(at)
            && !words.han.isNumeral(text.at(at));
        k++) {
      char c = text.at(at);
      if ("$€£¥ 零负-".indexOf(c) < 0 && c != '上' && c != '下') {
        return null;
      }
      at++;
    }
    if (text.startsWith("us$", at)) {
      at += 3;
    }
    if (text.startsWith("零上", at) || text.startsWith("零下", at)) {
      at += 2;
    }
    if (isTimeAt(at)) {
      return null;
    }
    if (text.isLatin(at)) {
      return words.english.mayBegin(text.at(at)) ? word(at) : null;
    }
    return at < text.length ? number(at) : null;
  }

  private boolean isTimeAt(int at) {
    for (TimeExpression time : times) {
      if (time.span().start() <= at && at < time.span().end()) {
        return true;
      }
      if (time.span().start() > at) {
        return false;
      }
    }
    return false;
  }

  /// The two ends of a range with one unit, or null if they are no range.
  private Candidate @Nullable [] join(Candidate first, Candidate second) {
    Candidate low = first;
    Candidate high = second;
    if (second.force() == Force.WEAK && first.force() == Force.WEAK && second.unit() == null) {
      return null;
    }
    Unit one = low.unit();
    Unit other = high.unit();
    if (one == null && other != null) {
      low =
          low.withNumeral(inherit(low.numeral(), high.numeral(), false))
              .withUnit(other, high.factor());
    } else if (other == null && one != null) {
      low =
          low.withNumeral(inherit(low.numeral(), high.numeral(), low.end() > low.numeral().end()));
      high = high.withUnit(one, low.factor());
    } else if (one == null) {
      low = low.withNumeral(inherit(low.numeral(), high.numeral(), false));
      if (!isBareRange(low, high)) {
        return null;
      }
    } else if (other != null && !one.equals(other)) {
      if (!other.kind().equals(one.kind())
          && !(one.isMoney() && other.code().startsWith(one.code() + "/"))) {
        return null;
      }
      if (one.isMoney()) {
        low = low.withUnit(other, high.factor());
      } else {
        low =
            low.withUnit(
                other,
                low.factor()
                    .multiply(one.factor())
                    .divide(other.factor(), java.math.MathContext.DECIMAL64));
      }
    } else if (low.signed()) {
      low = low.withNumeral(inherit(low.numeral(), high.numeral(), false));
    }
    boolean change = isChange(first);
    return low.low().compareTo(high.high()) >= 0 && !change ? null : new Candidate[] {low, high};
  }

  /// A range without a unit must count something: 10-15 companies.
  private boolean isBareRange(Candidate low, Candidate high) {
    int after = text.skipSpaces(high.numeral().end());
    boolean noun =
        text.isLatin(after) && !text.isUpper(after)
            || high.numeral().isScaled()
            || text.isHan(after);
    return low.force() != Force.WEAK && noun && !high.numeral().isVague();
  }

  /// In $1-2 billion and 5000至8000万 the first number is scaled as the second.
  private static Numeral inherit(Numeral low, Numeral high, boolean closed) {
    boolean shared =
        !closed
            && !low.isScaled()
            && high.isScaled()
            && high.form() == Numeral.Form.DIGITS
                | high.form() == Numeral.Form.WORDS & low.form() != Numeral.Form.DIGITS;
    BigDecimal literal = high.low().divide(high.scale(), java.math.MathContext.DECIMAL64);
    return shared
            && low.low().compareTo(literal) < 0
            && high.scale().compareTo(BigDecimal.valueOf(1000)) >= 0
        ? low.times(high.scale())
        : low;
  }

  /// From 84 to 125 percent is a change, not a range; ranging from 2 to 4 is a range.
  private boolean isChange(Candidate first) {
    int at = text.skipSpacesBack(first.start());
    if (text.hasWord("from", at - 4)) {
      int from = Math.max(0, at - 34);
      String before = text.folded(from, at);
      return !before.contains("rang")
          && !before.contains("anywhere")
          && !before.contains("vary")
          && !before.contains("varies")
          && !before.contains("varied");
    }
    char c = text.at(at - 1);
    boolean raised = text.endsWith("提高", at) || text.endsWith("上调", at) || text.endsWith("下调", at);
    if (raised && (text.at(first.end()) == '至' || text.at(first.end()) == '到')) {
      return true; // 提高50%至84%
    }
    return (c == '从' || c == '由' || c == '自')
        && text.at(first.end()) != '-'
        && text.at(first.end()) != '~';
  }

  private void addRange(Candidate low, Candidate high) {
    int start = extendBefore(low.start(), high.unitOrCount()).start;
    After after = after(high.end(), high.unitOrCount());
    BigDecimal least = low.low().min(high.low());
    BigDecimal most = high.high().max(low.high());
    BigDecimal upper = after.modifier == Modifier.AT_LEAST ? null : most;
    found.add(
        new Found(
            new Quantity(
                new Span(Math.min(start, low.start()), after.end),
                least,
                upper,
                high.unitOrCount(),
                Modifier.RANGE,
                precision(high)),
            Force.STATED,
            false));
  }

  private static BigDecimal precision(Candidate candidate) {
    return candidate.numeral().step().multiply(candidate.factor()).abs();
  }

  private void add(Candidate candidate) {
    Unit unit = candidate.unitOrCount();
    Before before = extendBefore(candidate.start(), unit);
    After after = after(candidate.end(), unit);
    Modifier modifier = combine(candidate, before, after);
    BigDecimal low = modifier.isOpenBelow() ? null : candidate.low().min(candidate.high());
    BigDecimal high = modifier.isOpenAbove() ? null : candidate.high().max(candidate.low());
    if (modifier == Modifier.NEARLY || modifier == Modifier.EXACT) {
      high = candidate.numeral().isVague() ? high : low;
    }
    if (modifier.isOpenBelow() && candidate.numeral().isVague()) {
      high = candidate.low();
    }
    boolean stated = before.modifier != null || after.modifier != null;
    Force force =
        stated && candidate.force() == Force.BARE
            ? Force.BARE
            : stated
                    && candidate.force() == Force.WEAK
                    && candidate.numeral().form() == Numeral.Form.DIGITS
                    && !isLabel(candidate.numeral())
                    && !isCodeLike(candidate)
                ? Force.BARE
                : candidate.force();
    found.add(
        new Found(
            new Quantity(
                new Span(before.start, after.end), low, high, unit, modifier, precision(candidate)),
            force,
            before.upTo));
  }

  private boolean isCodeLike(Candidate candidate) {
    return candidate.unit() != null
        || !text.isHan(candidate.start() - 1) && isNameBefore(candidate.start());
  }

  private static Modifier combine(Candidate candidate, Before before, After after) {
    Modifier inner = candidate.numeral().inner();
    if (before.modifier == null && after.modifier == null) {
      return inner == null ? Modifier.EXACT : inner;
    }
    if (inner == Modifier.MORE_THAN
        && (before.modifier == Modifier.ABOUT || before.modifier == null)) {
      return inner;
    }
    if (before.modifier == null) {
      return after.modifier == null ? Modifier.EXACT : after.modifier;
    }
    if (after.modifier == Modifier.AT_LEAST && before.modifier == Modifier.AT_MOST) {
      return Modifier.AT_LEAST; // 可能高达八成以上
    }
    boolean stronger = after.modifier == Modifier.AT_LEAST || after.modifier == Modifier.AT_MOST;
    return stronger && after.modifier != null && before.modifier == Modifier.ABOUT
        ? after.modifier
        : before.modifier;
  }

  private record Before(int start, @Nullable Modifier modifier, boolean upTo) {}

  /// The modifier before `start`, past words that only link (约为).
  private Before extendBefore(int start, Unit unit) {
    int at = start;
    for (int links = 0; links < 4; links++) {
      int end = text.skipSpacesBack(at);
      if (start - end > 12) {
        break;
      }
      WordTable.Match<Mark> match = words.before.before(text.chars, end, 0);
      if (match == null) {
        break;
      }
      Mark mark = match.value();
      if (mark.effect() == Effect.MODIFY) {
        return isOverSpan(mark, match.end(), unit)
            ? new Before(start, null, false)
            : new Before(match.end(), mark.modifier(), isUpTo(match.end(), end));
      }
      if (mark.effect() == Effect.WITHIN) {
        return unit.isDuration()
            ? new Before(match.end(), mark.modifier(), false)
            : new Before(start, null, false);
      }
      if (mark.effect() == Effect.REACH) {
        boolean bound = isProspect(match.end()) && text.at(match.end()) != '达';
        return new Before(match.end(), bound ? Modifier.AT_MOST : null, bound);
      }
      at = match.end();
    }
    return new Before(start, far(start, unit), false);
  }

  /// "Over the next five years" spans, it does not exceed.
  private boolean isOverSpan(Mark mark, int start, Unit unit) {
    return mark.modifier() == Modifier.LESS_THAN
        && unit.equals(Units.COUNT)
        && text.hasWord("under", start)
        && text.at(start) == 'u'
        && text.isUpper(start);
  }

  private boolean isUpTo(int start, int end) {
    String word = text.folded(start, end);
    return word.equals("up to")
        || word.equals("as many as")
        || word.equals("as much as")
        || word.startsWith("最多")
        || word.startsWith("至多");
  }

  private static final String[] PROSPECTS = {"可能", "或将", "最高", "能够", "可以", "或达", "或高", "最多", "上限"};

  private boolean isProspect(int end) {
    int from = Math.max(0, end - PROSPECT);
    for (int i = end - 1; i >= from && "，。；！？,;.".indexOf(text.at(i)) < 0; i--) {
      for (String word : PROSPECTS) {
        if (text.startsWith(word, i)) {
          return true;
        }
      }
    }
    return false;
  }

  /// 不到政府储量目标的6%: the modifier stands before a phrase that ends in 的.
  private @Nullable Modifier far(int start, Unit unit) {
    boolean share = unit.equals(Units.PERCENT) || unit.equals(Units.TIMES);
    if (!share || text.at(start - 1) != '的') {
      return null;
    }
    for (int end = start - 2; end > Math.max(1, start - FAR); end--) {
      boolean inName = text.isDigit(end) && text.isLatin(end - 1); // G7
      if (!text.isHan(end) && !text.isLatin(end) && !inName) {
        return null;
      }
      WordTable.Match<Mark> match = words.before.before(text.chars, end, Math.max(0, end - 4));
      if (match != null && match.value().far() && match.value().effect() == Effect.MODIFY) {
        return match.value().modifier();
      }
    }
    return null;
  }

  private record After(int end, @Nullable Modifier modifier) {}

  private After after(int end, Unit unit) {
    int at = text.skipSpaces(end);
    if (at - end > 1) {
      return new After(end, null);
    }
    WordTable.Match<Mark> match = words.after.at(text.chars, at, text.length);
    if (match == null || !isAfterWord(at, match.end(), end, unit)) {
      return new After(end, null);
    }
    Mark mark = match.value();
    boolean inside = text.at(at) == '以' || text.at(at) == '之';
    boolean deadline = unit.isDuration() ? isDeadline(end, match.end()) : inside;
    if (mark.effect() == Effect.WITHIN && !deadline) {
      return new After(end, null);
    }
    return new After(match.end(), mark.modifier());
  }

  private static final String DEADLINE_WORDS = "将会可须应必要完实提召支就得前";

  /// 两年内将完成 is a deadline; 两天内蒸发2200点 and 未来五年内 only tell how long.
  private boolean isDeadline(int end, int after) {
    for (String span : new String[] {"未来", "今后", "过去", "接下来", "最近", "连续"}) {
      int at = end - 8;
      for (int i = Math.max(0, at); i < end; i++) {
        if (text.startsWith(span, i)) {
          return false;
        }
      }
    }
    for (int i = after; i < Math.min(text.length, after + 6); i++) {
      if (DEADLINE_WORDS.indexOf(text.at(i)) >= 0) {
        return true;
      }
    }
    return text.at(end) == '以' || text.at(end) == '之';
  }

  private boolean isAfterWord(int at, int to, int end, Unit unit) {
    char c = text.at(at);
    char next = text.at(to);
    return switch (c) {
      case '多' -> to - at > 1 || at == end && "次数样种元达名个家年地为少久方国项出于".indexOf(next) < 0;
      case '余' -> to - at > 1 || at == end && "额下量热杭姚".indexOf(next) < 0;
      case '内' -> "部地蒙容外存".indexOf(next) < 0;
      case '许' -> "多可".indexOf(next) < 0;
      case '前' -> true;
      case '+' -> !text.isDigit(to);
      case '-' -> text.startsWith("-odd", at);
      case 'o' -> !text.hasWord("odd", at) || at == end + 1;
      case 'u' -> false;
      case 'p' ->
          text.hasWord("plus", at)
              && !text.isDigit(text.skipSpaces(to))
              && !text.hasWord("a", text.skipSpaces(to));
      default -> true;
    };
  }

  // ---- the result
  // --------------------------------------------------------------------------------

  private QuantityExtractor.Reading result() {
    List<Quantity> quantities = new ArrayList<>();
    List<Quantity> weak = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found each = found.get(i);
      Quantity quantity = i > 0 ? sharedBound(found.get(i - 1), each) : each.quantity();
      if (each.force() == Force.BARE) {
        quantity = inheritUnit(i, quantity);
      }
      (each.force() == Force.WEAK ? weak : quantities).add(quantity);
    }
    return new QuantityExtractor.Reading(quantities, weak, times);
  }

  /// Up to 5,000 direct and 15,000 community jobs: the bound holds for both.
  private Quantity sharedBound(Found before, Found each) {
    Quantity quantity = each.quantity();
    BigDecimal value = quantity.high();
    if (!before.upTo()
        || quantity.modifier() != Modifier.EXACT
        || !quantity.unit().equals(before.quantity().unit())
        || value == null) {
      return quantity;
    }
    int from = before.quantity().span().end();
    int to = quantity.span().start();
    String between = to - from > 40 ? "" : text.folded(from, to);
    boolean joined =
        between.endsWith(" and ") && between.chars().filter(c -> c == ' ').count() <= 5
            || between.endsWith("和") && to - from <= 12;
    return joined && between.indexOf(',') < 0 && between.indexOf('，') < 0
        ? new Quantity(
            quantity.span(), null, value, quantity.unit(), Modifier.AT_MOST, quantity.precision())
        : quantity;
  }

  /// A bare number between two of one unit, in one sentence, has that unit:
  /// 10%，但是中国大概是23.69，日韩是13%.
  private Quantity inheritUnit(int i, Quantity quantity) {
    if (i == 0 || i + 1 >= found.size()) {
      return quantity;
    }
    Quantity before = found.get(i - 1).quantity();
    Quantity next = found.get(i + 1).quantity();
    boolean near =
        quantity.span().start() - before.span().end() < 30
            && next.span().start() - quantity.span().end() < 30;
    boolean share = before.unit().equals(next.unit()) && before.unit().equals(Units.PERCENT);
    return near && share
        ? new Quantity(
            quantity.span(),
            quantity.low(),
            quantity.high(),
            before.unit(),
            quantity.modifier(),
            quantity.precision())
        : quantity;
  }
}
