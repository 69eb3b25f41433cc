package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.LexiconFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold of a number and its place for a unit word to be its unit: a row of
/// `lexicon/*/unit-limits.tsv`, whose head says what the conditions mean.
///
/// @param least the least value, or null
/// @param most the greatest value, or null
/// @param notBefore folded words that must not follow
/// @param evenBefore longer words that may
record UnitLimits(
    Set<Condition> conditions,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    List<String> notBefore,
    List<String> evenBefore) {

  static final UnitLimits NONE =
      new UnitLimits(EnumSet.noneOf(Condition.class), null, null, List.of(), List.of());

  /// No digit may follow.
  static final UnitLimits BEFORE_NO_DIGIT =
      new UnitLimits(
          EnumSet.noneOf(Condition.class),
          null,
          null,
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          List.of());

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HOURS = BigDecimal.valueOf(24);

  /// How many lines the pictures of films and cameras have.
  private static final Set<Integer> LINES =
      Set.of(144, 240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320);

  enum Condition {
    NEVER,
    RECENT,
    DIGITS,
    TOUCHING,
    JOINED,
    LOWER_CASE,
    NOT_ONE,
    NOT_SINGLE,
    NOT_WORDS,
    NOT_ARTICLE,
    NOT_FRACTION,
    NOT_CLOCK,
    NOT_MILLIONS,
    NOT_ORDINAL,
    NOT_ADVERB,
    NOT_LINES,
    AFTER_PER,
    HOT
  }

  UnitLimits {
    notBefore = List.copyOf(notBefore);
    evenBefore = List.copyOf(evenBefore);
  }

  /// The limits of each word of a file.
  static Map<String, UnitLimits> read(LexiconFile file, String between) {
    Map<String, UnitLimits> limits = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      for (String word : row.cell(0).split(between)) {
        limits.put(word, of(row));
      }
    }
    return limits;
  }

  private static UnitLimits of(LexiconFile.Row row) {
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    BigDecimal least = null;
    BigDecimal most = null;
    for (String word : cells(row.cell(1))) {
      if (word.startsWith("from:")) {
        least = new BigDecimal(word.substring(5));
      } else if (word.startsWith("to:")) {
        most = new BigDecimal(word.substring(3));
      } else {
        conditions.add(Condition.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    List<String> not = new ArrayList<>();
    List<String> even = new ArrayList<>();
    for (String word : cells(row.cell(2))) {
      if (word.startsWith("+")) {
        even.add(word.substring(1));
      } else {
        not.add(word);
      }
    }
    return new UnitLimits(conditions, least, most, not, even);
  }

  private static List<String> cells(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" +"));
  }

  /// Whether the word at `[from, to)` may be the unit of `numeral`, which ends at `numberEnd` with
  /// all that belongs to it.
  boolean allow(FoldedText text, int from, int to, int numberEnd, Numeral numeral) {
    if (least != null && numeral.high().compareTo(least) < 0
        || most != null && numeral.high().compareTo(most) > 0) {
      return false;
    }
    for (Condition condition : conditions) {
      if (!holds(condition, text, from, to, numberEnd, numeral)) {
        return false;
      }
    }
    return !isStopped(text, to);
  }

  /// Whether it must stand in a sentence of temperatures.
  boolean isHot() {
    return conditions.contains(Condition.HOT);
  }

  /// Whether it is a unit after 近 alone, and that stands before the number at `start`.
  boolean isRecent(FoldedText text, int start) {
    return conditions.contains(Condition.RECENT) && isAfterRecent(text, start);
  }

  private static boolean isAfterRecent(FoldedText text, int start) {
    return text.at(start - 1) == '近';
  }

  private boolean isStopped(FoldedText text, int to) {
    for (String word : evenBefore) {
      if (text.startsWith(word, to)) {
        return false;
      }
    }
    for (String word : notBefore) {
      if (text.startsWith(word, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAfterPer(FoldedText text, int from) {
    int end = text.skipSpacesBack(from);
    return text.hasWord("per", end - 3) || text.hasWord("a", end - 1);
  }

  private static boolean holds(
      Condition condition, FoldedText text, int from, int to, int numberEnd, Numeral numeral) {
    return switch (condition) {
      case NEVER -> false;
      case RECENT -> isAfterRecent(text, numeral.start());
      case DIGITS -> numeral.form() == Numeral.Form.DIGITS;
      case TOUCHING -> from - numberEnd <= 1;
      case JOINED -> from == numberEnd || text.at(numberEnd) == '-';
      case LOWER_CASE -> !text.isUpper(from);
      case NOT_ONE -> numeral.form() != Numeral.Form.ONE;
      case NOT_SINGLE ->
          numeral.form() != Numeral.Form.SINGLE || numeral.low().compareTo(BigDecimal.TEN) > 0;
      case NOT_WORDS -> numeral.form() != Numeral.Form.WORDS;
      case NOT_ARTICLE -> numeral.form() != Numeral.Form.ARTICLE;
      case NOT_FRACTION -> numeral.form() != Numeral.Form.FRACTION;
      case NOT_CLOCK ->
          numeral.low().abs().compareTo(HOURS) > 0
              || !numeral.isWhole()
              || text.isDigit(numeral.start() - 1);
      case NOT_MILLIONS ->
          numeral.scale().compareTo(MILLION) < 0 || text.hasWord("of", text.skipSpaces(to));
      case NOT_ADVERB ->
          numeral.end() - numeral.start() > 1
              || text.at(numeral.start()) != '十'
              || to - from > 1
              || !text.isHan(to);
      case NOT_ORDINAL -> text.at(numeral.start() - 1) != '第';
      case NOT_LINES -> !LINES.contains(numeral.low().intValue());
      case HOT -> true; // is for the reader of units, which knows the words
      case AFTER_PER -> "/每".indexOf(text.at(from - 1)) >= 0 || isAfterPer(text, from);
    };
  }
}
