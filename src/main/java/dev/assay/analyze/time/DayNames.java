package dev.assay.analyze.time;

import java.time.DayOfWeek;
import java.util.Locale;

/// How the days of the week are called in English and Chinese, as parts of patterns, and which day
/// each is. Stateless.
public final class DayNames {

  /// What stands before *day*, as in *Wednesday*.
  public static final String ENGLISH = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";

  /// What stands before the day, as in 周三.
  public static final String WEEK = "周|週|星期|礼拜|禮拜";

  /// The days, as in 周三; the last two are both Sunday.
  public static final String CHINESE = "一二三四五六日天";

  private static final String STARTS = "montuewedthufrisatsun";
  private static final int LETTERS = 3;

  private DayNames() {}

  /// The day that a name is of, of which the first three letters are enough, or the character
  /// behind 周.
  public static DayOfWeek day(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int day =
        lower.length() < LETTERS
            ? Math.min(CHINESE.indexOf(lower), DayOfWeek.SUNDAY.getValue() - 1)
            : STARTS.indexOf(lower.substring(0, LETTERS)) / LETTERS;
    return DayOfWeek.of(day + 1);
  }
}
