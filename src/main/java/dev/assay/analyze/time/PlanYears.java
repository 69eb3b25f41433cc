package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.WordTable;

/// Reads the years of China's five-year plans: 十五五, “十四五”末, 第十四个五年规划, the 15th Five-Year Plan. The
/// third plan began in 1966, and since then each has followed on the one before; the first two have
/// other years and are left out.
///
/// Answers as the other readers of a [TimePass] do: where the plan that was read into the draft
/// ends, or -1.
final class PlanYears {

  private static final int YEARS = 5;
  private static final int FIRST = 3;
  private static final int LAST = 30;

  /// Short names end here: 二十五 is 25.
  private static final int LAST_SHORT = 19;

  private static final int START_OF_FIRST = 1966;

  /// From this plan on its short name is no other word: 九五 is a discount too, 十五 fifteen.
  private static final int FIRST_PLAIN = 11;

  private static final String QUOTES = "”\"」』’";

  private final TimePass pass;
  private final FoldedText text;

  PlanYears(TimePass pass) {
    this.pass = pass;
    this.text = pass.text;
  }

  /// 十五五, “十四五”末; a numeral stands at `i`.
  int shortName(int i) {
    int end = i;
    while (text.at(end) == '十' || pass.words.han.digit(text.at(end)) >= 0) {
      end++;
    }
    int plan = end - i < 2 || text.at(end - 1) != '五' ? -1 : ordinal(i, end - 1);
    int behind = QUOTES.indexOf(text.at(end)) >= 0 ? end + 1 : end;
    boolean told = plan >= FIRST_PLAIN || pass.words.planBefore.isAt(text, behind);
    boolean feast = text.at(i - 1) == '月'; // 正月十五期间
    return !told || feast || plan > LAST_SHORT || !isPlan(plan)
        ? -1
        : years(plan, end, text.at(behind) == '末' ? behind + 1 : -1);
  }

  /// 十四 is 14, 二十 is 20; -1 for digits that are read out.
  private int ordinal(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (text.at(i) == '十') {
        value = 10 * Math.max(1, value);
      } else if (value % 10 == 0) {
        value += pass.words.han.digit(text.at(i));
      } else {
        return -1;
      }
    }
    return value;
  }

  /// 第十四个五年规划; 第 stands at `i`.
  int longName(int i) {
    SmallNumber number = pass.number(i + 1);
    int at = text.at(number.end()) == '个' ? number.end() + 1 : number.end();
    int end = pass.words.plan.endAt(text, at);
    return end < 0 || !isPlan(number.value())
        ? -1
        : years(number.value(), end, text.at(end) == '末' ? end + 1 : -1);
  }

  /// The Fourteenth Five-Year Plan; a word stands at `i`.
  int spelled(int i) {
    WordTable.Match<Integer> ordinal = pass.words.ordinals.at(text.chars, i, text.length);
    return ordinal == null || text.isLatin(ordinal.end())
        ? -1
        : plan(i, ordinal.value(), ordinal.end());
  }

  /// The 15th Five-Year Plan; the `number` is read.
  int counted(int i, SmallNumber number) {
    int end = pass.ordinalEnd(number.end());
    return end > number.end() ? plan(i, number.value(), end) : -1;
  }

  private int plan(int i, int number, int at) {
    int end = pass.words.plan.endAt(text, text.skipSpaces(at));
    return end < 0 || !isPlan(number)
        ? -1
        : years(number, end, text.endsWith("end of the ", i) ? end : -1);
  }

  private static boolean isPlan(int number) {
    return number >= FIRST && number <= LAST;
  }

  /// @param ended where the words end that name the last year of the plan; -1 if there are none
  private int years(int plan, int end, int ended) {
    int first = START_OF_FIRST + YEARS * (plan - FIRST);
    if (ended > 0) {
      pass.draft.year(first + YEARS - 1);
      return ended;
    }
    pass.draft.years(first, first + YEARS - 1);
    return end;
  }
}
