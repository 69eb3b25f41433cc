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
      for (UnitWord word : match.value()) {
        if (isUnit(word, from, match.end(), end, numeral)) {
          return close(word, from, match.end(), open);
        }
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

  private boolean isUnit(UnitWord word, int from, int to, int numberEnd, Numeral numeral) {
    boolean spelled =
        !word.exact()
            || text.isSpelled(word.spelled(), from)
            || isShouted(word.spelled(), from, to);
    return spelled && word.limits().allow(text, from, to, numberEnd, numeral);
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
