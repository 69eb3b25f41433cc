package dev.assay.analyze.time;

import dev.assay.analyze.number.HanNumerals;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordKinds;
import dev.assay.analyze.text.WordList;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The words of dates and times, and those that stand beside them (`lexicon/*/times.tsv`, and
/// `lexicon/*/beside-times.tsv`, which says what each kind does). Immutable; safe for use by many
/// threads.
final class TimeWords {

  /// What a word told from the day of writing means: `by` so many years, months, weeks, ...
  record Shift(TimeExpression.Grain grain, int by) {}

  private enum Kind {
    DAY_PART,
    AFTERNOON,
    CLOCK_AFTER,
    MONTH_AFTER,
    MONTH_JOINT,
    NO_MONTH_BEFORE,
    YEAR_AFTER,
    YEAR_BEFORE,
    NO_YEAR_AFTER,
    NO_BARE_YEAR_AFTER,
    NO_YEAR_BEFORE,
    LENGTH_BEFORE,
    NO_DAY_BEFORE,
    NO_DAY_AFTER,
    DAY_AFTER,
    OTHER_WORD,
    NO_DATE_BEFORE,
    NO_HOUR_BEFORE,
    SEASONS_AFTER,
    NO_QUARTER_BEFORE,
    NO_MONTHS_BEFORE,
    PLAN,
    PLAN_BEFORE
  }

  /// What a date may begin with, besides the words: a digit, or the first letter of `FY`, `Q3`,
  /// `H1`, `first`, `third`, `nine months to`, 第, 上半年, 首季, 前三季度.
  private static final String BEGINNINGS = "0123456789fqhstneb第上下首当前头二三四五六七八九十一〇零周星";

  final HanNumerals han;
  final WordTable<Shift> shifts;

  /// The names of the months, short and long; 1 is January.
  final WordTable<Integer> months;

  /// Two to twelve, in words.
  final WordTable<Integer> counts;

  final WordList dayParts;

  /// Those of the day's parts whose hours are counted from noon.
  final WordList afternoon;

  final WordList clockAfter;
  final WordList monthAfter;
  final WordList monthJoint;
  final WordList noMonthBefore;
  final WordList yearAfter;
  final WordList yearBefore;
  final WordList noYearAfter;
  final WordList noBareYearAfter;
  final WordList noYearBefore;
  final WordList lengthBefore;
  final WordList noDayBefore;
  final WordList noDayAfter;
  final WordList dayAfter;
  final WordList otherWord;
  final WordList noDateBefore;
  final WordList noHourBefore;
  final WordList seasonsAfter;
  final WordList noQuarterBefore;
  final WordList noMonthsBefore;

  /// What a five-year plan is called behind its number.
  final WordList plan;

  final WordList planBefore;
  final WordTable<Integer> ordinals;

  private final boolean[] beginnings = new boolean[Character.MAX_VALUE + 1];

  TimeWords(Lexicon lexicon, HanNumerals han) {
    this.han = han;
    Map<String, Shift> shiftWords = new HashMap<>();
    addShifts(lexicon.table("zh/times.tsv"), " ", shiftWords);
    addShifts(lexicon.table("en/times.tsv"), ", ", shiftWords);
    this.shifts = WordTable.forwards(shiftWords);
    Map<String, Integer> monthNames = monthNames();
    this.months = WordTable.forwards(monthNames);
    this.counts = counts(lexicon.table("en/numerals.tsv"));
    WordKinds<Kind> beside = new WordKinds<>(lexicon, Kind.class, "beside-times.tsv");
    this.dayParts = beside.list(Kind.DAY_PART);
    this.afternoon = beside.list(Kind.AFTERNOON);
    this.clockAfter = beside.list(Kind.CLOCK_AFTER);
    this.monthAfter = beside.list(Kind.MONTH_AFTER);
    this.monthJoint = beside.list(Kind.MONTH_JOINT);
    this.noMonthBefore = beside.list(Kind.NO_MONTH_BEFORE);
    this.yearAfter = beside.list(Kind.YEAR_AFTER);
    this.yearBefore = beside.list(Kind.YEAR_BEFORE);
    this.noYearAfter = beside.list(Kind.NO_YEAR_AFTER);
    this.noBareYearAfter = beside.list(Kind.NO_BARE_YEAR_AFTER);
    this.noYearBefore = beside.list(Kind.NO_YEAR_BEFORE);
    this.lengthBefore = beside.list(Kind.LENGTH_BEFORE);
    this.noDayBefore = beside.list(Kind.NO_DAY_BEFORE);
    this.noDayAfter = beside.list(Kind.NO_DAY_AFTER);
    this.dayAfter = beside.list(Kind.DAY_AFTER);
    this.otherWord = beside.list(Kind.OTHER_WORD);
    this.noDateBefore = beside.list(Kind.NO_DATE_BEFORE);
    this.noHourBefore = beside.list(Kind.NO_HOUR_BEFORE);
    this.seasonsAfter = beside.list(Kind.SEASONS_AFTER);
    this.noQuarterBefore = beside.list(Kind.NO_QUARTER_BEFORE);
    this.noMonthsBefore = beside.list(Kind.NO_MONTHS_BEFORE);
    this.plan = beside.list(Kind.PLAN);
    this.planBefore = beside.list(Kind.PLAN_BEFORE);
    Map<String, Integer> ordinalWords = ordinals(lexicon.table("en/ordinals.tsv"));
    this.ordinals = WordTable.forwards(ordinalWords);
    ordinalWords.keySet().forEach(word -> beginnings[word.charAt(0)] = true);
    BEGINNINGS.chars().forEach(c -> beginnings[c] = true);
    shiftWords.keySet().forEach(word -> beginnings[word.charAt(0)] = true);
    monthNames.keySet().forEach(name -> beginnings[name.charAt(0)] = true);
  }

  /// Whether a date or time may begin with `c`.
  boolean mayBegin(char c) {
    return beginnings[c];
  }

  private static void addShifts(LexiconFile file, String between, Map<String, Shift> words) {
    for (LexiconFile.Row row : file.rows()) {
      Shift shift =
          new Shift(
              TimeExpression.Grain.valueOf(row.cell(1).toUpperCase(Locale.ROOT)),
              Integer.parseInt(row.cell(2)));
      for (String word : row.cell(0).split(between)) {
        words.put(FoldedText.fold(word), shift);
      }
    }
  }

  private static WordTable<Integer> counts(LexiconFile numerals) {
    Map<String, Integer> counts = new HashMap<>();
    for (LexiconFile.Row row : numerals.rows()) {
      boolean plain = row.cell(1).equals("unit") || row.cell(1).equals("teen");
      int value = plain ? Integer.parseInt(row.cell(2)) : 0;
      if (value >= 2 && value <= Month.values().length) {
        counts.put(row.cell(0), value);
      }
    }
    return WordTable.forwards(counts);
  }

  private static Map<String, Integer> ordinals(LexiconFile file) {
    Map<String, Integer> ordinals = new HashMap<>();
    file.rows().forEach(row -> ordinals.put(row.cell(0), Integer.parseInt(row.cell(1))));
    return ordinals;
  }

  private static Map<String, Integer> monthNames() {
    Map<String, Integer> names = new HashMap<>(Map.of("sept", Month.SEPTEMBER.getValue()));
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      names.put(name, month.getValue());
      names.put(name.substring(0, 3), month.getValue());
    }
    return names;
  }
}
