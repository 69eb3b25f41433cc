package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads ranks (第二大, ranked third), places in a series (第十四届, the 14th) and results of two sides
/// (3:1), and adds them to what was found.
final class PlaceReader {

  private static final int RANK_REACH = 24;
  private static final int TOP_REACH = 8;

  /// Before the top that somebody else has: 比榜首少9分.
  private static final String OTHERS = "比距离与和追";

  /// A side of a result has at most so many digits.
  private static final int MAX_SIDE = 3;

  private final QuantityWords words;
  private final FoldedText text;
  private final FoundQuantities found;

  PlaceReader(QuantityWords words, FoldedText text, FoundQuantities found) {
    this.words = words;
    this.text = text;
    this.found = found;
  }

  /// Whether st, nd, rd or th stands at `end`.
  boolean isOrdinalSuffix(int end) {
    return text.hasSuffix("st", end)
        || text.hasSuffix("nd", end)
        || text.hasSuffix("rd", end)
        || text.hasSuffix("th", end);
  }

  /// 2nd-largest is a rank, the 14th congress a place in a series.
  Amount ordinalDigits(Numeral numeral, int end) {
    int superlative = superlativeEnd(end + 2);
    boolean ranked =
        superlative > 0 || isRankedBefore(numeral.start()) || isCame(numeral.start(), end + 2);
    return Amount.of(
            numeral,
            superlative > 0 ? superlative : end + 2,
            ranked ? Units.RANK : Units.ORDINAL,
            BigDecimal.ONE)
        .withForce(ranked ? Force.STATED : Force.WEAK);
  }

  private int superlativeEnd(int end) {
    boolean joined = text.at(end) == '-' || text.at(end) == ' ';
    return joined ? words.beside.superlatives.endAt(text, end + 1) : -1;
  }

  private boolean isRankedBefore(int start) {
    int from = Math.max(0, start - RANK_REACH);
    for (int i = start - 1; i >= from && !isStop(i); i--) {
      if (text.startsWith("rank", i) && !text.isLatin(i - 1)) {
        return true;
      }
    }
    return text.startsWith("place", text.skipSpaces(start));
  }

  /// Came third: a verb right before the ordinal, behind which its phrase is over.
  private boolean isCame(int start, int end) {
    return words.beside.rankVerbs.isBefore(text, text.skipSpacesBack(start))
        && (!text.isLatin(text.skipSpaces(end))
            || words.beside.closings.isAt(text, text.skipSpaces(end)))
        && text.at(end) != '-';
  }

  /// Ends a sentence, and no abbreviation such as No. does.
  private boolean isStop(int at) {
    return text.at(at) == '.' && !text.hasWord("no", at - 2);
  }

  /// #6 and No. 6: a rank where something is ranked, else a place in a series; null if it is none.
  @Nullable Amount numbered(Numeral numeral) {
    int start = numeral.start();
    int end = numeral.end();
    if (!isNumbered(start) || end - start > MAX_SIDE || isJoinedTo(end)) {
      return null;
    }
    boolean ranked = isRankedBefore(start);
    return Amount.of(numeral, end, ranked ? Units.RANK : Units.ORDINAL, BigDecimal.ONE)
        .withForce(ranked ? Force.STATED : Force.WEAK);
  }

  private boolean isNumbered(int start) {
    int point = text.skipSpacesBack(start) - 1;
    return text.at(start - 1) == '#'
        || text.at(point) == '.' && text.hasWord("no", point - 2) && text.isUpper(point - 2);
  }

  private boolean isJoinedTo(int end) {
    return text.isLatin(end)
        || text.isDigit(end)
        || "-/.,:".indexOf(text.at(end)) >= 0 && text.isDigit(end + 1);
  }

  /// Second-largest, ranked third, in second place; the end of the word, or -1 if it is none. The
  /// 14th is read among the digits.
  int rank(int i) {
    if ("fsten".indexOf(text.at(i)) < 0 || text.isLatin(i - 1)) {
      return -1;
    }
    WordTable.Match<Integer> word = words.ordinals.at(text.chars, i, text.length);
    if (word == null) {
      return -1;
    }
    int end = word.end();
    int superlative = superlativeEnd(end);
    boolean ranked =
        superlative > 0 || isRankedBefore(i) || isCame(i, end) || text.hasWord("place", end + 1);
    boolean fraction = !ranked && word.value() > 1 && words.english.read(text, i) != null;
    if (fraction) {
      return -1;
    }
    found.addPlace(word.value(), i, superlative > 0 ? superlative : end, ranked);
    return end;
  }

  /// 第二大, 排名第八, 全国第一: ranks; 第十四届, 第122条: places in a series. Where to go on from.
  int ordinal(int i) {
    char first = text.at(i + 1);
    Numeral numeral = words.han.read(text, i + 1, false);
    if (numeral == null || first == '几' || first == '数' || !numeral.isWhole()) {
      return i + 1;
    }
    int end = numeral.end();
    if (words.beside.noRanks.isAt(text, end) || words.beside.noRanks.isAt(text, i + 1)) {
      return end;
    }
    int adjective = words.beside.rankAdjectives.endAt(text, end);
    boolean listed = text.at(end) == '名' && text.at(end + 1) != '字';
    boolean verb = words.beside.rankVerbs.isBefore(text, i);
    boolean ranked = adjective > 0 || listed || verb;
    boolean longer = adjective > 0 || text.at(end) == '名' || text.at(end) == '位';
    found.addPlace(numeral.low().intValue(), i, ranked && longer ? end + 1 : end, ranked);
    return end;
  }

  /// 位居首位, 居首, 榜首. Where to go on from.
  int top(int i) {
    boolean place = text.startsWith("首位", i) && text.isHan(i - 1) && reaches(i, "居列位排");
    boolean head =
        text.startsWith("榜首", i)
            || text.at(i) == '首' && (text.endsWith("居", i) || text.endsWith("之", i));
    if (!place && !head || OTHERS.indexOf(text.at(i - 1)) >= 0) {
      return i + 1;
    }
    found.addPlace(1, i, text.at(i + 1) == '位' || text.at(i) == '榜' ? i + 2 : i + 1, true);
    return i + 2;
  }

  private boolean reaches(int i, String verbs) {
    for (int k = i - 1; k >= Math.max(0, i - TOP_REACH); k--) {
      if (verbs.indexOf(text.at(k)) >= 0) {
        return true;
      }
      if (!text.isHan(k)) {
        return false;
      }
    }
    return false;
  }

  /// 30-22, 6–4: two sides of up to three digits, of which the second is not the larger; a rising
  /// pair may be a range. Its end, or -1 if there is none.
  int dashedScore(int i) {
    int left = digitsEnd(i);
    int dash = text.startsWith(" - ", left) ? left + 1 : left; // signs that were cut from numbers
    int right = dash > left ? dash + 2 : dash + 1;
    int end = digitsEnd(right);
    boolean shaped =
        text.at(dash) == '-'
            && left - i <= MAX_SIDE
            && end - right <= MAX_SIDE
            && end > right
            && text.at(i - 1) != '-'
            && !isGoingOn(end);
    if (!shaped || number(i, left) < number(right, end)) {
      return -1;
    }
    found.addScore(number(i, left), number(right, end), i, end);
    return end;
  }

  /// Whether what begins at `end` belongs to digits before it: a scale, a unit, more digits.
  private boolean isGoingOn(int end) {
    char c = text.at(end);
    return "-%/:$".indexOf(c) >= 0
        || ".,".indexOf(c) >= 0 && text.isDigit(end + 1)
        || text.isLatin(end)
        || text.isHan(end);
  }

  /// 3:1, 2：2, 112比109: a result of two sides, or a ratio. Its end, or -1 if there is none.
  int score(int i) {
    int colon = digitsEnd(i);
    char c = text.at(colon);
    int right = isClockApart(i, colon) ? colon + 2 : colon + 1;
    if (colon - i > 3 || c != ':' && c != '：' && c != '比' || !text.isDigit(right)) {
      return -1;
    }
    int end = digitsEnd(right);
    if (end - right > 3
        || text.at(end) == '.' && text.isDigit(end + 1)
        || text.at(end) == '%'
        || text.at(end) == ':') {
      return -1;
    }
    found.addScore(number(i, colon), number(right, end), i, end);
    return end;
  }

  /// 4: 43, a time whose colon was cut from its minutes.
  private boolean isClockApart(int i, int colon) {
    return text.startsWith(": ", colon)
        && colon - i <= 2
        && digitsEnd(colon + 2) - colon - 2 == 2
        && text.at(colon + 2) < '6';
  }

  /// The end of the digits at `i`, of which at most four are looked at.
  private int digitsEnd(int i) {
    int at = i;
    while (text.isDigit(at) && at - i < 4) {
      at++;
    }
    return at;
  }

  private int number(int from, int to) {
    return Integer.parseInt(text.folded(from, to));
  }
}
