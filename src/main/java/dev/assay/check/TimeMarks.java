package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.check.ArithmeticWords.Words;
import dev.assay.check.TimeMark.Use;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the times of a text that may date its numbers: its dates, and the words of
/// `lexicon/check-periods.tsv`. Immutable; safe for use by many threads.
final class TimeMarks {

  /// Nine months to September, the year ended June 30; the month follows.
  private static final Pattern ENDING =
      Pattern.compile(
          "\\b(?:(\\w{1,6})[ -]months?|(year|half|quarter))(?: period)? "
              + "(?:to|through|until|ended|ending)(?: in| on)?(?: the end of)? $");

  /// 截至6月的一年, 6月底止的九个月; the month stands before.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:底|末)?(?:的|止)(?:的|之)?(?:(\\d{1,2}|[一二两三四五六七八九十]{1,2})个月|(一年|年度|财年|财政年度|半年|季度))");

  /// How many months the words for a part of a year mean.
  private static final Map<String, Integer> PARTS =
      Map.of(
          "year", 12, "half", 6, "quarter", 3, "一年", 12, "年度", 12, "财年", 12, "财政年度", 12, "半年", 6,
          "季度", 3);

  private static final int LONGEST_ENDING = 40;

  private static final Pattern RANGE =
      Pattern.compile("\\s?(?:-|–|—|~|至|到|、|to|through|until|and)\\s?");

  /// Between two that are one time: the second quarter of last year.
  private static final Pattern JOINT = Pattern.compile("\\s?|的|, ?| of | of the | in ");

  private static final int LONGEST_JOINT = 9;

  /// Between a time and the word that makes it a base: than in the same quarter of last year.
  private static final Pattern LINK =
      Pattern.compile(
          "(?:(?:the|that|those|same|quarter|period|month|half|time|end|start|beginning|level|of|in|at)"
              + "\\s+)+$");

  private static final int LONGEST_LINK = 40;

  private static final List<String> ENGLISH =
      List.of(
          "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final String HAN = "〇一二三四五六七八九十";

  private record Word(String kind, String value) {}

  private static final Set<String> KINDS = Set.of("told", "months", "length");

  private final WordTable<Word> times;
  private final Words base;
  private final Words after;

  TimeMarks(LexiconFile file) {
    Map<String, Word> words = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      if (KINDS.contains(row.cell(0))) {
        for (String form : row.cell(1).split(" \\| ")) {
          words.put(new String(Folding.letters(form)), new Word(row.cell(0), row.cell(2)));
        }
      }
    }
    this.times = WordTable.forwards(words);
    this.base = ArithmeticWords.words(file, "base");
    this.after = ArithmeticWords.words(file, "after");
  }

  /// The times of a text, in order; `folded` is its letters, folded.
  List<TimeMark> in(char[] folded, List<TimeExpression> dates) {
    String text = new String(folded);
    List<TimeMark> marks = new ArrayList<>();
    for (TimeExpression date : dates) {
      TimeMark mark = TimeMark.of(date);
      if (mark != null) {
        add(marks, mark, text);
      }
    }
    words(folded, marks);
    marks.sort(Comparator.comparingInt(TimeMark::start));
    return joined(text, marks).stream().map(mark -> used(text, mark)).toList();
  }

  /// Adds `mark`, as one with the last where the two are a range: 2018 to 2022.
  private static void add(List<TimeMark> marks, TimeMark mark, String text) {
    TimeMark last = marks.isEmpty() ? null : marks.getLast();
    if (last == null || !isBetween(RANGE, text, last, mark)) {
      marks.add(ending(mark, text));
    } else if (last.isYear() && mark.isYear() && last.year() < mark.year()) {
      marks.set(marks.size() - 1, last.as(Use.SPAN));
      marks.add(mark.as(Use.SPAN));
    } else {
      marks.add(ending(mark, text));
    }
  }

  private static boolean isBetween(Pattern joint, String text, TimeMark one, TimeMark other) {
    int from = one.end();
    int to = other.start();
    return from <= to
        && to - from <= LONGEST_JOINT
        && joint.matcher(text.substring(from, to)).matches();
  }

  /// September of the nine months to September: all of them; those of two years are so many.
  private static TimeMark ending(TimeMark mark, String text) {
    if (mark.from() == 0 || mark.from() != mark.to()) {
      return mark;
    }
    int from = Math.max(0, mark.start() - LONGEST_ENDING);
    Matcher before = ENDING.matcher(text.substring(from, mark.start()));
    if (before.find()) {
      return over(mark, from + before.start(), mark.end(), months(before));
    }
    Matcher behind = BEGINNING.matcher(text).region(mark.end(), text.length());
    return behind.lookingAt() ? over(mark, mark.start(), behind.end(), months(behind)) : mark;
  }

  private static int months(Matcher told) {
    return told.group(1) == null ? PARTS.getOrDefault(told.group(2), 0) : number(told.group(1));
  }

  /// `mark` with the months before it.
  private static TimeMark over(TimeMark mark, int start, int end, int months) {
    if (months <= 0) {
      return mark;
    }
    return months <= mark.to()
        ? mark.from(start, end, mark.to() - months + 1)
        : mark.lasting(start, end, months);
  }

  /// A number of a few digits or a small one in words; 0 if it is none.
  static int number(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return word.chars().allMatch(Character::isDigit) ? Integer.parseInt(word) : 0;
    }
    int english = ENGLISH.indexOf(word);
    if (english >= 0) {
      return english;
    }
    String plain = word.replace('两', '二');
    int last = HAN.indexOf(plain.charAt(plain.length() - 1));
    return plain.length() == 1 ? last : plain.charAt(0) == '十' ? HAN.indexOf('十') + last : 0;
  }

  private void words(char[] folded, List<TimeMark> marks) {
    for (int i = 0; i < folded.length; ) {
      boolean start = i == 0 || !WordTable.isLatin(folded[i - 1]) || !WordTable.isLatin(folded[i]);
      WordTable.Match<Word> match = start ? times.at(folded, i, folded.length) : null;
      if (match != null) {
        add(marks, word(match.value(), i, match.end()));
      }
      i = match == null ? i + 1 : match.end();
    }
  }

  private static TimeMark word(Word word, int start, int end) {
    String[] values = word.value().split(" ");
    return switch (word.kind()) {
      case "months" ->
          TimeMark.months(start, end, Integer.parseInt(values[0]), Integer.parseInt(values[1]));
      case "length" -> TimeMark.length(start, end, Integer.parseInt(values[0]));
      default -> TimeMark.told(start, end, word.value());
    };
  }

  /// Adds a word, as one with the date that has it as a part: 去年第四季度.
  private static void add(List<TimeMark> marks, TimeMark word) {
    for (int i = 0; i < marks.size(); i++) {
      TimeMark mark = marks.get(i);
      if (mark.start() < word.end() && word.start() < mark.end()) {
        marks.set(i, mark.with(word));
        return;
      }
    }
    marks.add(word);
  }

  private static List<TimeMark> joined(String text, List<TimeMark> marks) {
    List<TimeMark> joined = new ArrayList<>();
    for (TimeMark mark : marks) {
      TimeMark last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.joins(mark) && isBetween(JOINT, text, last, mark)) {
        joined.set(joined.size() - 1, last.with(mark));
      } else {
        joined.add(mark);
      }
    }
    return joined;
  }

  /// What the words beside a time make of it.
  private TimeMark used(String text, TimeMark mark) {
    int from = Math.max(0, mark.start() - LONGEST_LINK);
    Matcher link = LINK.matcher(text.substring(from, mark.start()));
    int start = link.find() ? from + link.start() : mark.start();
    boolean against = base.endsAt(text, start) || after.startsAt(text, mark.end());
    return mark.use() == Use.OF && against ? mark.as(Use.BASE) : mark;
  }
}
