package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over one text, left to right. Where a number may begin it is read with its unit
/// ([AmountReader], [NumberWords]), unless it is a rank or a result ([PlaceReader]) or no number at
/// all ([Codes], [BareNumbers]); joined with a second one to a range ([RangeReader]); and kept with
/// the words that say how it is meant ([ModifierReader], [FoundQuantities]). Times were read before
/// and are passed over.
final class QuantityScanner {

  private final QuantityWords words;
  private final FoldedText text;
  private final List<TimeExpression> times;
  private final Codes codes;
  private final PlaceReader places;
  private final BareNumbers bare;
  private final AmountReader amounts;
  private final NumberWords numberWords;
  private final RangeReader ranges;
  private final OutOfReader outOf;
  private final NumeralReader numerals;
  private final FoundQuantities found;

  QuantityScanner(
      QuantityWords words, FoldedText text, Language language, List<TimeExpression> times) {
    this.words = words;
    this.text = text;
    this.times = times;
    this.numerals = new NumeralReader(words, text, language.isChinese());
    UnitReader units = new UnitReader(words, text);
    ModifierReader modifiers = new ModifierReader(words, text);
    this.codes = new Codes(words.beside, text, numerals);
    this.found = new FoundQuantities(words.beside, text, modifiers);
    this.places = new PlaceReader(words, text, found);
    this.bare = new BareNumbers(words, text, places);
    this.amounts = new AmountReader(words, text, numerals, units, bare);
    this.numberWords = new NumberWords(words, text, units, modifiers);
    this.ranges = new RangeReader(words, text, times, amounts);
    this.outOf = new OutOfReader(words, text, units, numerals);
  }

  QuantityExtractor.Reading scan() {
    int time = 0;
    int i = 0;
    while (i < text.length) {
      while (time < times.size() && times.get(time).span().start() < i) {
        time++;
      }
      if (time < times.size() && times.get(time).span().start() == i) {
        i = countedMonths(times.get(time));
        continue;
      }
      i = Math.max(step(i), i + 1);
    }
    return found.reading(times);
  }

  /// The nine months of "the first nine months" are no figure of the text but those of a time; that
  /// there are nine can be looked up. Returns the end of the time.
  private int countedMonths(TimeExpression time) {
    Span span = time.span();
    boolean part = time.part() > 0;
    for (int i = span.start(); part && i < span.end(); i++) {
      Amount amount = countAt(i);
      if (amount != null && isMonths(amount) && amount.end() <= span.end()) {
        found.add(amount.withForce(Force.WEAK), bare);
        part = false;
      }
    }
    return span.end();
  }

  private static boolean isMonths(Amount amount) {
    String unit = amount.unitOrCount().code();
    return unit.equals("month") || unit.equals("quarter");
  }

  private @Nullable Amount countAt(int i) {
    char c = text.chars[i];
    if (WordTable.isLatin(c)) {
      return i == text.wordStart(i + 1) && words.english.mayBegin(c) ? amounts.word(i) : null;
    }
    return text.isDigit(i) && !text.isDigit(i - 1) || words.han.isNumeral(c)
        ? amounts.number(i)
        : null;
  }

  /// Reads what begins at `i`; the place to go on from.
  private int step(int i) {
    char c = text.chars[i];
    if (c < 128) {
      if (c >= '0' && c <= '9' || c == '.' && isDecimal(i)) {
        return digits(i);
      }
      return WordTable.isLatin(c) ? latin(i) : i + 1;
    }
    if (words.han.isNumeral(c) || c == '几' || c == '数') {
      return han(i);
    }
    return switch (c) {
      case '第' -> places.ordinal(i);
      case '首', '榜' -> places.top(i);
      case '半' -> accept(numberWords.half(i), i + 1);
      case '翻' -> accept(numberWords.doubled(i), i + 1);
      case '对', '腰' -> accept(numberWords.multiple(i), i + 1);
      case '½', '¼', '¾', '⅓', '⅔', '⅕', '⅙', '⅛' -> accept(amounts.vulgar(i), i + 1);
      default -> WordTable.isLatin(c) ? latin(i) : i + 1;
    };
  }

  private boolean isDecimal(int i) {
    return text.at(i - 1) != '.' && (text.isDigit(i + 1) || isPointApart(i));
  }

  /// Of. 08 percent: a point that was cut from its decimals.
  private boolean isPointApart(int i) {
    return text.startsWith(". 0", i)
        && text.isDigit(i + 3)
        && text.isLatin(i - 1)
        && times.stream().noneMatch(time -> time.span().start() == i + 2); // It closed. 03 June
  }

  private int digits(int i) {
    if (codes.isPartOfCode(i) && !isPointApart(i)) {
      return codes.pastCode(i);
    }
    int watch = Math.max(codes.stopwatchEnd(i), codes.clockEnd(i));
    if (watch > 0) {
      return watch;
    }
    int score = Math.max(places.score(i), places.dashedScore(i));
    if (score > 0) {
      return score;
    }
    Amount amount = amounts.number(i);
    return amount == null ? codes.pastCode(i) : accept(amount, amount.end());
  }

  private int latin(int i) {
    int address = codes.addressEnd(i);
    if (address > 0) {
      return address;
    }
    int rank = places.rank(i);
    if (rank > 0) {
      return rank;
    }
    Amount amount = words.english.mayBegin(text.at(i)) ? amounts.word(i) : null;
    if (amount == null) {
      amount = numberWords.articleOfTime(i);
    }
    if (amount == null) {
      amount = numberWords.multiple(i);
    }
    return accept(amount, text.wordEnd(i));
  }

  private int han(int i) {
    int skip = notNumber(i);
    Amount amount = amounts.number(i);
    if (skip > 0 && isInWord(i)) {
      return skip;
    }
    boolean whole = amount != null && skip == amount.numeral().end() && amount.unit() == null;
    if (skip > 0 && (amount == null || skip > amount.numeral().end() || whole)) {
      return skip;
    }
    return accept(amount, amount == null ? i + 1 : amount.numeral().end());
  }

  /// Whether a word of the stop list that covers `i` begins before it: 唯一一个 is no 11.
  private boolean isInWord(int i) {
    for (int start = i - 1; start >= Math.max(0, i - 2); start--) {
      WordTable.Match<Boolean> stop = words.notNumbers.at(text.chars, start, text.length);
      if (stop != null && stop.end() > i) {
        return true;
      }
    }
    return false;
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

  /// Adds the number, if there is one, with what it is a range with; the place to go on from.
  private int accept(@Nullable Amount amount, int next) {
    if (amount == null) {
      return next;
    }
    OutOfReader.OutOf share = outOf.read(amount);
    if (share != null) {
      found.add(share.share(), bare);
      found.addPart(share.first());
      found.addPart(share.second());
      return share.share().end();
    }
    RangeReader.Pair pair = ranges.pair(amount);
    if (pair == null) {
      found.add(amount, bare);
      numerals.passed(amount.end());
      return Math.max(amount.numeral().end(), amount.end());
    }
    if (pair.change()) {
      found.add(pair.low(), bare);
      found.add(pair.high(), bare);
    } else {
      found.addRange(pair.low(), pair.high());
    }
    return pair.end();
  }
}
