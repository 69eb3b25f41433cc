package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.WordTable;

/// Reads runs of months of one year: 1至9月, 一至三季度, 前10个月, January to September, the first nine
/// months, nine months ended September 30. What such a figure is of is the whole run, not the month
/// at its end.
///
/// A run over two years is left to its ends. Answers as the other readers of a [TimePass] do: where
/// the run that was read into the draft ends, or -1.
final class MonthRuns {

  private static final int MONTHS = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int QUARTERS = 4;

  /// What stands between the two ends, 至 and its signs.
  private static final String JOINTS = "-至到~—–";

  /// What may stand before 前三个月, besides the start of a clause and a year: an area. After any other
  /// word they are the three months before something.
  private static final String AREAS = "国省市县区州年";

  private static final String[] ENGLISH_JOINTS = {"to", "through", "until", "till"};
  private static final String[] ENDING = {"to", "through", "ended", "ending"};

  private final TimePass pass;
  private final FoldedText text;
  private final TimeDraft draft;

  MonthRuns(TimePass pass) {
    this.pass = pass;
    this.text = pass.text;
    this.draft = pass.draft;
  }

  // ---- Chinese

  /// 1至9月, 1月—9月份, 一至三季度: the run that begins with `first`.
  int between(SmallNumber first) {
    int joint = first.end();
    boolean month = text.at(joint) == '月';
    joint = month ? afterMonth(joint) : joint;
    int at = joint;
    while (JOINTS.indexOf(text.at(at)) >= 0) {
      at++;
    }
    SmallNumber last = pass.number(at);
    int end = last.end();
    if (at == joint || !first.isIn(1, last.value() - 1)) {
      return -1;
    }
    if (!month && last.isIn(1, QUARTERS) && text.startsWith("季度", end)) {
      return quarters(first.value(), last.value(), end + 2);
    }
    boolean whole = text.at(end) == '月' && text.at(end + 1) != '度' && !isDay(afterMonth(end));
    return whole && last.isIn(1, MONTHS)
        ? months(first.value(), last.value(), afterMonth(end))
        : -1;
  }

  private int afterMonth(int at) {
    return text.at(at + 1) == '份' ? at + 2 : at + 1;
  }

  private boolean isDay(int at) {
    SmallNumber day = pass.number(at);
    return !day.isNone() && (text.at(day.end()) == '日' || text.at(day.end()) == '号');
  }

  /// 前三季度, 头10个月, 首九个月; 前, 头 or 首 stands at `i`. 前一个月 is the month before.
  int soFar(int i) {
    SmallNumber number = pass.number(i + 1);
    int at = text.at(number.end()) == '个' ? number.end() + 1 : number.end();
    if (number.isIn(2, QUARTERS - 1) && text.startsWith("季度", at)) {
      return quarters(1, number.value(), at + 2);
    }
    return number.isIn(2, MONTHS) && text.at(at) == '月' && isFree(i)
        ? months(1, number.value(), afterMonth(at))
        : -1;
  }

  /// Whether nothing stands before `i` that the months could be before.
  private boolean isFree(int i) {
    return !Character.isLetterOrDigit(text.at(i - 1)) || AREAS.indexOf(text.at(i - 1)) >= 0;
  }

  // ---- English

  /// "from January to September", "between May and July"; the first word stands at `i`, and the
  /// year may follow what is read.
  int framed(int i) {
    boolean between = text.hasWord("between", i);
    WordTable.Match<Integer> first =
        between || text.hasWord("from", i) ? pass.monthAt(text.skipSpaces(text.wordEnd(i))) : null;
    return first == null ? -1 : to(first.value(), pass.afterPoint(first), between);
  }

  /// "to September" behind the name of a month, the `first`, that ends at `end`.
  int to(int first, int end) {
    return to(first, end, false);
  }

  private int to(int first, int end, boolean between) {
    SmallNumber year = pass.number(text.skipSpaces(end));
    boolean dated = year.isIn(BareYears.MIN, BareYears.MAX);
    int joint = jointEnd(dated ? year.end() : end, between);
    WordTable.Match<Integer> last = joint < 0 ? null : pass.monthAt(text.skipSpaces(joint));
    if (last == null || last.value() <= first) {
      return -1;
    }
    int after = pass.afterPoint(last);
    SmallNumber behind = pass.number(text.skipSpaces(after));
    boolean ofOneYear = !dated || behind.value() == year.value();
    return behind.isIn(1, 31) || !ofOneYear ? -1 : months(first, last.value(), after);
  }

  private int jointEnd(int end, boolean between) {
    if (JOINTS.indexOf(text.at(end)) >= 0) {
      return end + 1;
    }
    int at = text.skipSpaces(end);
    for (String joint : ENGLISH_JOINTS) {
      if (text.hasWord(joint, at)) {
        return at + joint.length();
      }
    }
    return between && text.hasWord("and", at) ? at + "and".length() : -1;
  }

  /// "nine months" or "three quarters" behind "first", from the start of the year.
  int firstOf(int i) {
    SmallNumber number = pass.counted(i);
    int at = text.skipSpaces(number.end());
    if (number.isIn(2, QUARTERS - 1) && text.hasWord("quarters", at)) {
      return quarters(1, number.value(), at + "quarters".length());
    }
    return number.isIn(2, MONTHS) && text.hasWord("months", at)
        ? months(1, number.value(), at + "months".length())
        : -1;
  }

  /// "nine months to September", "three months ended June 30": `number` is read. The month's day
  /// may follow, and the year.
  int endingIn(SmallNumber number) {
    int at = text.skipSpaces(number.end());
    at = text.at(at) == '-' ? at + 1 : at;
    boolean counted = text.hasWord("months", at) || text.hasWord("month", at);
    if (!counted || !number.isIn(2, MONTHS)) {
      return -1;
    }
    at = text.skipSpaces(text.wordEnd(at));
    at = text.hasWord("period", at) ? text.skipSpaces(text.wordEnd(at)) : at;
    for (String word : ENDING) {
      if (text.hasWord(word, at)) {
        return upTo(number.value(), text.skipSpaces(at + word.length()));
      }
    }
    return -1;
  }

  private int upTo(int count, int at) {
    SmallNumber dayFirst = pass.number(at);
    int named = dayFirst.isIn(1, 31) ? text.skipSpaces(dayFirst.end()) : at;
    WordTable.Match<Integer> last = pass.monthAt(named);
    if (last == null || last.value() < count) {
      return -1;
    }
    int after = pass.afterPoint(last);
    SmallNumber day = pass.number(text.skipSpaces(after));
    boolean dayBehind = named == at && day.isIn(1, 31) && text.at(day.end()) != '%';
    return months(last.value() - count + 1, last.value(), dayBehind ? day.end() : after);
  }

  // ---- both

  private int quarters(int first, int last, int end) {
    return months(MONTHS_OF_QUARTER * (first - 1) + 1, MONTHS_OF_QUARTER * last, end);
  }

  private int months(int first, int last, int end) {
    draft.months(first, last);
    return end;
  }
}
