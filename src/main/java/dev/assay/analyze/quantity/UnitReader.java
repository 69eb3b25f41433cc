package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.quantity.QuantityWords.UnitWord;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the unit that stands after a number in one text.
final class UnitReader {

  /// Short units of two small letters that are no unit in capitals, because those mean another.
  private static final String NOT_SHOUTED = "mw";

  /// Spaces that may stand between a number and its unit.
  private static final int MAX_GAP = 4;

  /// So far before a number a word of its clause may stand.
  private static final int CLAUSE = 40;

  /// And so far before it one of its sentence.
  private static final int SENTENCE = 80;

  private static final String MASS = "mass";

  private final QuantityWords words;
  private final FoldedText text;

  UnitReader(QuantityWords words, FoldedText text) {
    this.words = words;
    this.text = text;
  }

  /// A unit where it stands.
  ///
  /// @param unit null for a weak counter
  /// @param factor how many of `unit` one of the word is
  /// @param letters whether it is written in Latin letters
  record UnitAt(@Nullable Unit unit, BigDecimal factor, int end, int start, boolean letters) {}

  /// The unit of `numeral` that begins at `end`, or after one space, a hyphen or an opening
  /// bracket; null if there is none.
  @Nullable UnitAt unitAt(int end, Numeral numeral) {
    int from = text.skipSpaces(end);
    if (from - end > MAX_GAP) {
      return null;
    }
    boolean open = "(<[".indexOf(text.at(from)) >= 0;
    if (open || text.at(from) == '-' && text.isLatin(from + 1)) {
      from++;
    }
    from = pastAdjective(from);
    WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, from, text.length);
    while (match != null) {
      UnitWord word = unit(match, from, end, numeral);
      if (word != null) {
        return close(word, from, match.end(), open);
      }
      match = match.end() - 1 > from ? words.units.at(text.chars, from, match.end() - 1) : null;
    }
    return null;
  }

  private @Nullable UnitAt close(UnitWord word, int from, int to, boolean open) {
    boolean closed = ")>]".indexOf(text.at(to)) >= 0;
    if (open && !closed) {
      return null;
    }
    int end = open ? to + 1 : to;
    return new UnitAt(word.unit(), word.factor(), end, from, text.isLatin(from));
  }

  /// What the word at `from` means: of pounds and crowns, which are money or not, what stands
  /// beside them tells.
  private @Nullable UnitWord unit(
      WordTable.Match<List<UnitWord>> match, int from, int end, Numeral numeral) {
    UnitWord last = match.value().getLast();
    boolean several = match.value().size() > 1;
    boolean doubtful =
        last.unit() != null
            && last.unit().isMoney()
            && (several || !last.limits().equals(UnitLimits.NONE))
            && isSpelled(last, from, match.end());
    if (doubtful && isPrice(numeral.start(), match.end(), several)) {
      return last;
    }
    if (doubtful && several && isWeight(numeral.start())) {
      return match.value().getFirst();
    }
    for (UnitWord word : match.value()) {
      if (isUnit(word, from, match.end(), end, numeral)) {
        return word;
      }
    }
    return null;
  }

  /// Paid 300 pounds, 4 pounds a kilo, 30 crowns an hour; but not paid for 12 pounds of rice.
  private boolean isPrice(int start, int end, boolean isMassToo) {
    int next = text.skipSpaces(end);
    int per = text.isLatin(next) ? words.beside.per.endAt(text, next) : -1;
    int bottom = per < 0 ? end : text.skipSpaces(per);
    WordTable.Match<List<UnitWord>> unit =
        per < 0 ? null : words.units.at(text.chars, bottom, text.length);
    Unit of = unit == null ? null : unit.value().getFirst().unit();
    return of != null && (of.kind().equals(MASS) || !isMassToo)
        || !text.hasWord("of", next) && words.beside.paid.isWithin(text, clauseStart(start), start);
  }

  private boolean isWeight(int start) {
    return words.beside.weighed.isWithin(text, clauseStart(start), start);
  }

  private int clauseStart(int at) {
    return start(at, CLAUSE, ",;:\n");
  }

  /// The place at most `reach` before `at` behind the last of `ends`.
  private int start(int at, int reach, String ends) {
    int from = at;
    while (from > 0 && at - from < reach && ends.indexOf(text.at(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  private boolean isUnit(UnitWord word, int from, int to, int numberEnd, Numeral numeral) {
    return isSpelled(word, from, to)
        && word.limits().allow(text, from, to, numberEnd, numeral)
        && (!word.limits().isHot() || isHot(from, numberEnd, numeral));
  }

  private boolean isSpelled(UnitWord word, int from, int to) {
    return !word.exact()
        || text.isSpelled(word.spelled(), from)
        || isShouted(word.spelled(), from, to);
  }

  /// 14C and 四十度 in a sentence of temperatures, but not in "14C dating" and "Room 14C".
  private boolean isHot(int from, int numberEnd, Numeral numeral) {
    boolean digits = numeral.form() == Numeral.Form.DIGITS && !text.isDigit(from + 1);
    boolean plain = from == numberEnd && (digits || text.isHan(from));
    int start = start(numeral.start(), SENTENCE, ".!?;。！？；\n");
    return plain && words.beside.heat.isWithin(text, start, numberEnd);
  }

  /// Nine straight months are nine months.
  private int pastAdjective(int from) {
    int end = text.isLatin(from) ? words.beside.spanAdjectives.endAt(text, from) : -1;
    if (end < 0) {
      return from;
    }
    int at = text.skipSpaces(end);
    WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, at, text.length);
    Unit unit = match == null ? null : match.value().getFirst().unit();
    return unit != null && unit.isDuration() ? at : from;
  }

  /// 168CM: a unit of two small letters in capitals.
  private boolean isShouted(String word, int from, int to) {
    boolean capitals =
        word.length() == 2
            && word.equals(word.toLowerCase(Locale.ROOT))
            && !word.equals(NOT_SHOUTED);
    for (int i = from; capitals && i < to; i++) {
      capitals = text.isUpper(i);
    }
    return capitals;
  }
}
