package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Decides what a number without a unit is in one text: a count, or a name, a label, a list number,
/// a statute, markup.
final class BareNumbers {

  private static final BigDecimal OLDEST = BigDecimal.valueOf(120);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// So many words of another language, so near, make a text foreign.
  private static final int FOREIGN_WORDS = 2;

  private static final int FOREIGN_REACH = 60;

  /// How far before its level an index may stand.
  private static final int INDEX_REACH = 60;

  private static final String QUOTES = "'\"";

  /// Whole numbers of more digits than this, without separators, are codes.
  private static final int MAX_PLAIN = 7;

  private final QuantityWords words;
  private final FoldedText text;
  private final PlaceReader places;

  BareNumbers(QuantityWords words, FoldedText text, PlaceReader places) {
    this.words = words;
    this.text = text;
    this.places = places;
  }

  /// What `numeral` is without a unit; null if it is part of a name.
  @Nullable Amount read(Numeral numeral) {
    int end = numeral.end();
    if (places.isOrdinalSuffix(end)) {
      return places.ordinalDigits(numeral, end);
    }
    Amount numbered = places.numbered(numeral);
    if (numbered != null) {
      return numbered;
    }
    boolean coded = text.isLatin(end) && !words.han.isScale(text.at(end - 1)); // not 15万亿token
    if (coded || text.isDigit(end) || text.at(end) == '/' && text.isDigit(end + 1)) {
      return purity(numeral);
    }
    if (isAge(numeral)) {
      return Amount.of(numeral, end, Units.known("year"), BigDecimal.ONE);
    }
    if (isLevel(numeral)) {
      return Amount.of(numeral, end, Units.known("points"), BigDecimal.ONE);
    }
    if (words.beside.magnitudes.isBefore(text, text.skipSpacesBack(numeral.start()))) {
      return Amount.of(numeral, end, Units.known("magnitude"), BigDecimal.ONE);
    }
    if (numeral.form() == Numeral.Form.DIGITS) {
      return Amount.bare(numeral, isInChinese(numeral) ? inChinese(numeral) : inEnglish(numeral));
    }
    boolean latin = text.isLatin(numeral.start());
    return Amount.bare(numeral, latin ? latinWords(numeral) : hanWords(numeral));
  }

  /// Aged 38, people under 30; Jane Doe, 38, said.
  private boolean isAge(Numeral numeral) {
    boolean years =
        numeral.low().signum() > 0
            && numeral.high().compareTo(OLDEST) < 0
            && numeral.form() == Numeral.Form.DIGITS;
    return years
        && (words.beside.ages.isBefore(text, text.skipSpacesBack(numeral.start()))
            || isBesideName(numeral));
  }

  /// A whole number between two commas of which the first follows a capital word.
  private boolean isBesideName(Numeral numeral) {
    int comma = text.skipSpacesBack(numeral.start()) - 1;
    int word = text.wordStart(comma);
    return text.at(comma) == ','
        && text.at(numeral.end()) == ','
        && text.at(numeral.end() + 1) == ' '
        && word < comma - 1
        && text.isUpper(word)
        && isPlain(numeral);
  }

  /// 沪指报收3268.83, "the Nifty 50 index closed at 12,239": where an index stands, told without
  /// points.
  private boolean isLevel(Numeral numeral) {
    int start = text.skipSpacesBack(numeral.start());
    int next = text.skipSpaces(numeral.end());
    boolean closed = !text.isHan(next) && !text.isLatin(next);
    if (numeral.form() != Numeral.Form.DIGITS
        || numeral.isScaled()
        || numeral.low().compareTo(HUNDRED) < 0
        || !closed
        || !words.beside.levels.isBefore(text, start)) {
      return false;
    }
    return words.beside.indices.isWithin(text, sentenceStart(start), start);
  }

  private int sentenceStart(int end) {
    int from = end;
    while (from > 0
        && end - from < INDEX_REACH
        && "。！？；;!?\n".indexOf(text.at(from - 1)) < 0
        && !(text.at(from - 1) == '.' && text.at(from) == ' ')) {
      from--;
    }
    return from;
  }

  private boolean isInChinese(Numeral numeral) {
    int before = text.skipSpacesBack(numeral.start()) - 1;
    int after = text.skipSpaces(numeral.end());
    return text.isHan(before)
        || text.isHan(after)
        || text.at(before) == '·'
        || text.at(after) == '·'
        || QUOTES.indexOf(text.at(before)) >= 0 && text.isHan(before - 1)
        || QUOTES.indexOf(text.at(after)) >= 0 && text.isHan(after + 1);
  }

  /// 6N: six nines, a purity of 99.9999 %.
  private @Nullable Amount purity(Numeral numeral) {
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
    BigDecimal step = BigDecimal.ONE.movePointLeft(nines - 2);
    Numeral pure =
        Numeral.exact(numeral.start(), end + 1, HUNDRED.subtract(step), step, Numeral.Form.DIGITS);
    return Amount.of(pure, end + 1, Units.PERCENT, BigDecimal.ONE);
  }

  /// In Chinese a number that states something nearly always has a unit or a counter.
  private Force inChinese(Numeral numeral) {
    if (numeral.isScaled() || numeral.inner() != null || numeral.low().signum() < 0) {
      return Force.STATED;
    }
    if (isLabel(numeral)) {
      return Force.WEAK;
    }
    if (isQuotedDay(numeral)) {
      return Force.WEAK;
    }
    if (!numeral.isWhole()) {
      return isVersion(numeral) ? Force.WEAK : Force.BARE;
    }
    boolean closed = !text.isHan(text.skipSpaces(numeral.end()));
    int before = text.skipSpacesBack(numeral.start());
    return closed && words.beside.stated.isBefore(text, before) ? Force.BARE : Force.WEAK;
  }

  /// USB-C 4.0, Zen 3.2: one digit, a point and one digit after a name in Latin letters.
  private boolean isVersion(Numeral numeral) {
    int start = numeral.start();
    return numeral.end() - start == 3
        && text.at(start - 1) == ' '
        && text.isLatin(start - 2)
        && isNameBefore(start);
  }

  /// “12.6”, 5·12, “9·1”: the day by which a case or a disaster is called.
  private boolean isQuotedDay(Numeral numeral) {
    char before = text.at(numeral.start() - 1);
    char after = text.at(numeral.end());
    return before == '·'
        || after == '·'
        || QUOTES.indexOf(before) >= 0 && QUOTES.indexOf(after) >= 0 && !numeral.isWhole();
  }

  /// Section 301, figure 2, 第5: the number names something.
  boolean isLabel(Numeral numeral) {
    int at = text.skipSpacesBack(numeral.start());
    char before = text.at(at - 1);
    if (before == '第' || before == '#') {
      return true;
    }
    int end = before == '.' ? at - 1 : at;
    int start = text.wordStart(end);
    if (start == end) {
      return false;
    }
    String word = text.folded(start, end);
    return words.beside.labels.holds(word)
        || text.isUpper(start) && words.beside.capitalLabels.holds(word);
  }

  /// In English a bare number counts the noun that follows, unless it is part of a name.
  private Force inEnglish(Numeral numeral) {
    int start = numeral.start();
    int end = numeral.end();
    boolean named =
        isLabel(numeral)
            || isListNumber(numeral)
            || isMarkup(start, end)
            || isVersion(numeral)
            || isDashed(start, end)
            || isStatute(start, end)
            || isAddress(end)
            || QUOTES.indexOf(text.at(start - 1)) >= 0 && text.isUpper(text.skipSpaces(end))
            || isPlain(numeral) && (isCode(start, end) || isNameBefore(start));
    return named ? Force.WEAK : numeral.isWhole() ? Force.STATED : Force.BARE;
  }

  /// 38 Fulton Road: one or two capital words before the word for a street.
  private boolean isAddress(int end) {
    int at = text.skipSpaces(end);
    for (int word = 0; word < 3 && text.isUpper(at); word++) {
      int next = text.wordEnd(at);
      if (word > 0 && words.beside.streets.holds(text.folded(at, next))) {
        return true;
      }
      at = text.skipSpaces(next);
    }
    return false;
  }

  private boolean isPlain(Numeral numeral) {
    if (!numeral.isWhole() || numeral.isScaled()) {
      return false;
    }
    for (int i = numeral.start(); i < numeral.end(); i++) {
      if (!text.isDigit(i)) {
        return false;
      }
    }
    return true;
  }

  /// 0-1, 2–6: a side of a result, or of what no unit makes a range.
  private boolean isDashed(int start, int end) {
    return text.at(end) == '-' && text.isDigit(end + 1)
        || text.at(end) == '+' && text.isLatin(end + 1) // 3+N
        || text.at(start - 1) == '-' && text.isDigit(start - 2);
  }

  private boolean isCode(int start, int end) {
    return text.at(start) == '0' && end - start > 1 || end - start > MAX_PLAIN;
  }

  private boolean isStatute(int start, int end) {
    boolean abbreviation =
        text.endsWith(". ", start) && text.isLatin(start - 3) && text.at(start - 4) == '.';
    return abbreviation || words.beside.statutes.isAt(text, text.skipSpaces(end));
  }

  /// [5], (5), (2024), 5.b, ^2, 401(k), 6'2".
  private boolean isMarkup(int start, int end) {
    char before = text.at(start - 1);
    char after = text.at(end);
    int size = end - start;
    boolean short1 =
        size <= 2 || size >= 4 && size <= 6 && text.folded(start, end).indexOf(',') < 0;
    return before == '[' && after == ']'
        || before == '(' && (after == ')' || after == '.') && short1
        || after == '.' && text.isLatin(end + 1)
        || after == '(' && text.isLatin(end + 1) && text.at(end + 2) == ')'
        || after == '\'' && text.isDigit(end + 1)
        || before == '\'' && text.isDigit(start - 2)
        || before == '^'
        || after == '^';
  }

  /// "3. Next" at the start of a line, or alone before the end.
  private boolean isListNumber(Numeral numeral) {
    int end = numeral.end();
    if (end - numeral.start() > 2) {
      return false;
    }
    char before = text.at(text.skipSpacesBack(numeral.start()) - 1);
    char after = text.at(end);
    boolean first = before == '\n' || ".;:!?•▲-".indexOf(before) >= 0;
    boolean mark = "\\)、".indexOf(after) >= 0 || after == '.' && !text.isDigit(end + 1);
    return first && mark && text.length > end + 1 || first && after == '.' && before != '\n';
  }

  /// A capital word before a bare number makes it part of a name: Proclamation 10962, Windows 10.
  boolean isNameBefore(int start) {
    int end = text.skipSpacesBack(start);
    int word = text.wordStart(end);
    if (start - end != 1 || word == end || !hasCapital(word, end)) {
      return false;
    }
    if (end - word == 1 && text.at(word) == 'i') {
      return false;
    }
    char c = text.at(text.skipSpacesBack(word) - 1);
    boolean sentenceStart = c == '\n' || ".!?\"•:".indexOf(c) >= 0;
    return !(sentenceStart && words.beside.sentenceStarts.holds(text.folded(word, end)));
  }

  /// Windows, and also iPhone and reMarkable.
  private boolean hasCapital(int word, int end) {
    for (int i = word; i < end; i++) {
      if (text.isUpper(i)) {
        return true;
      }
    }
    return false;
  }

  /// Number words in English: one is a pronoun as often as a number, the two sides were counted
  /// before.
  private Force latinWords(Numeral numeral) {
    boolean pronoun =
        numeral.form() == Numeral.Form.ONE
            && numeral.low().signum() > 0
            && !text.isAlone(numeral.start(), numeral.end());
    boolean counted = isCountedBefore(numeral) && !numeral.isScaled();
    boolean compound = text.at(numeral.end()) == '-' && text.isLatin(numeral.end() + 1);
    boolean none = numeral.low().signum() == 0 && text.isLatin(text.skipSpaces(numeral.end()));
    return pronoun
            || isForeign(numeral)
            || none && !text.isAlone(numeral.start(), numeral.end())
            || counted
            || compound && !isCompound(numeral)
            || isNamedInWords(numeral)
            || isLabel(numeral)
        ? Force.WEAK
        : Force.STATED;
  }

  /// A six-member panel, a four-cylinder engine; but not a two-way street and zero-sum games.
  private boolean isCompound(Numeral numeral) {
    return numeral.low().compareTo(BigDecimal.ONE) > 0
        && numeral.low().compareTo(BigDecimal.TEN) <= 0
        && !words.beside.compounds.isAt(text, numeral.end() + 1);
  }

  /// Ten hoogste, ten minste: among words of another language it is no English number.
  private boolean isForeign(Numeral numeral) {
    int from = Math.max(0, numeral.start() - FOREIGN_REACH);
    int to = Math.min(text.length, numeral.end() + FOREIGN_REACH);
    int words = 0;
    for (int i = from; i < to; i = text.isLatin(i) ? text.wordEnd(i) : i + 1) {
      words += text.isLatin(i) && this.words.beside.foreign.isAt(text, i) ? 1 : 0;
    }
    return words >= FOREIGN_WORDS;
  }

  /// Group Seven, No. Five: a capital word before a capital word.
  private boolean isNamedInWords(Numeral numeral) {
    int end = text.skipSpacesBack(numeral.start());
    int before = text.wordStart(end);
    return text.isUpper(numeral.start()) && text.isUpper(before) && before < end;
  }

  /// Chinese numerals without a unit count only if they are long or stand alone.
  private Force hanWords(Numeral numeral) {
    int start = numeral.start();
    int end = numeral.end();
    boolean listed =
        "、.)）:：,，".indexOf(text.at(end)) >= 0
            && end - start <= 2
            && (text.at(start - 1) == '\n' || text.at(start - 1) == '(');
    boolean separate = !text.isHan(start - 1) && !text.isHan(end);
    boolean spelledOut = numeral.form() == Numeral.Form.WORDS;
    boolean large = numeral.isScaled() && numeral.low().compareTo(HUNDRED) >= 0;
    boolean counts =
        numeral.inner() != null
            || spelledOut && (separate || large)
            || separate && text.isAlone(start, end)
            || isEquated(numeral)
            || isAmongFirst(numeral) && (!text.isHan(end) || text.at(end) == '的')
            || !numeral.isWhole() && !text.isHan(end);
    return counts && !listed ? Force.STATED : Force.WEAK;
  }

  /// 是五不是六: a number that something is said to be.
  private boolean isEquated(Numeral numeral) {
    int end = text.skipSpaces(numeral.end());
    boolean closed = !text.isHan(end) && !text.isLatin(end) && !text.isDigit(end);
    return words.beside.equals.isBefore(text, numeral.start())
        && (closed || words.beside.otherwise.isAt(text, end));
  }

  /// 前三, 前十大.
  boolean isAmongFirst(Numeral numeral) {
    return text.at(numeral.start() - 1) == '前'
        && numeral.form() != Numeral.Form.ONE
        && numeral.isWhole()
        && !numeral.isVague();
  }

  /// The two sides, these three, 这两个, 上述三家: what was counted before.
  boolean isCountedBefore(Numeral numeral) {
    int start = text.skipSpacesBack(numeral.start());
    boolean latin = text.isLatin(start - 1);
    boolean word =
        numeral.form() == Numeral.Form.WORDS || numeral.form() == Numeral.Form.ONE || !latin;
    return word && words.beside.counted.isBefore(text, start);
  }
}
