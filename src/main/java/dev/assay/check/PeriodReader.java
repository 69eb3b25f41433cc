package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.check.ArithmeticWords.Words;
import dev.assay.check.ContextReader.Place;
import dev.assay.check.TimeMark.Use;
import dev.assay.cite.Places;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads of what time each number of a text is: the time right behind it (5,000 tonnes in 2024) or
/// before it in its sentence, that of the number before if it has none; and never what it is
/// measured against (up 4 percent from the first quarter). Immutable; safe for use by many threads.
final class PeriodReader {

  /// A clause that is so short before its number has no subject of its own: 同比下降5%.
  private static final int APPENDED = 12;

  /// No time is looked for further from a number than this.
  private static final int REACH = 300;

  private static final String LAST_YEAR = "year -1";

  private final TimeMarks marks;
  private final Words of;
  private final Words toldBy;

  PeriodReader(Lexicon lexicon) {
    LexiconFile file = lexicon.table("check-periods.tsv");
    this.marks = new TimeMarks(file);
    this.of = ArithmeticWords.words(file, "of");
    this.toldBy = ArithmeticWords.words(file, "told-by");
  }

  List<TimeMark> marks(char[] folded, List<TimeExpression> dates) {
    return marks.in(folded, dates);
  }

  /// The time of the number at `index`.
  Period read(NumberReader.Text in, int index) {
    TimeMark dealt = dealt(in, index);
    if (dealt != null) {
      return period(in, dealt, true);
    }
    TimeMark behind = behind(in, index);
    return behind == null ? before(in, index) : period(in, behind, true);
  }

  /// The time that the number at `index` is dealt out to: 4月和5月产量分别为12万吨和13万吨. Null if there are
  /// not as many times as numbers, in a list before them.
  private static @Nullable TimeMark dealt(NumberReader.Text in, int index) {
    DealtNumbers.Run run = DealtNumbers.run(in.folded(), in.places(), index);
    if (run == null) {
      return null;
    }
    int to = in.places().get(run.first()).start();
    List<TimeMark> times =
        Places.within(in.marks(), TimeMark::start, sentenceStart(in.folded(), to), to);
    boolean fits = times.size() == run.size() && isList(in.folded(), times);
    return fits ? times.get(index - run.first()) : null;
  }

  private static boolean isList(char[] text, List<TimeMark> times) {
    return IntStream.range(1, times.size())
        .allMatch(i -> DealtNumbers.isJoint(text, times.get(i - 1).end(), times.get(i).start()));
  }

  /// What the number at `index` is measured against, if its clause names it by a date: `month` for
  /// 较5月末, `quarter` for "from the second quarter", `year` for "above those of a year ago"; null if
  /// it does not.
  @Nullable String against(NumberReader.Text in, int index) {
    Place place = in.places().get(index);
    int from = clauseStart(in.folded(), place.start());
    int to = clauseEnd(in.folded(), place.end());
    String against = null;
    for (TimeMark mark : Places.within(in.marks(), TimeMark::start, from, to)) {
      boolean base = mark.use() == Use.BASE;
      if (base && isFree(in, index, mark)) {
        against = isMonthOfOtherYear(in, mark) ? "year" : against(mark);
      }
      if (base && mark.start() >= place.end()) {
        break;
      }
    }
    return against;
  }

  /// Whether the text tells of the same month of no told year: 6 percent more than in May 2024.
  private static boolean isMonthOfOtherYear(NumberReader.Text in, TimeMark base) {
    return base.isMonth()
        && base.hasYear()
        && in.marks().stream()
            .anyMatch(
                mark ->
                    mark.use() == Use.OF
                        && mark.isMonth()
                        && !mark.hasYear()
                        && mark.from() == base.from());
  }

  /// A month or quarter of no told year is the one before, a year ago is a year before.
  private static @Nullable String against(TimeMark mark) {
    if (mark.hasYear()) {
      return LAST_YEAR.equals(mark.told()) ? "year" : null;
    }
    return mark.isMonth() ? "month" : mark.from() > 0 ? "quarter" : null;
  }

  /// Whether no other number stands between the one at `index` and `mark`, but the several that it
  /// is of: 4 cases per 100,000 people in 2023.
  private static boolean isFree(NumberReader.Text in, int index, TimeMark mark) {
    Place place = in.places().get(index);
    boolean after = mark.start() >= place.end();
    int from = after ? place.end() : mark.end();
    int to = after ? mark.start() : place.start();
    return Places.within(in.places(), Place::start, from, to + 1).stream()
        .filter(other -> other.end() <= to && !other.equals(place))
        .allMatch(Place::isEvery);
  }

  /// Whether the clause of the number tells who said it: its time may be that of the telling.
  boolean isTold(NumberReader.Text in, int index) {
    Place place = in.places().get(index);
    String text = in.text();
    int from = sentenceStart(in.folded(), place.start());
    int to = clauseEnd(in.folded(), place.end());
    return toldBy.isIn(text, from, to);
  }

  /// The time right behind the number at `index`, in its clause and before the next number.
  private @Nullable TimeMark behind(NumberReader.Text in, int index) {
    int end = in.places().get(index).end();
    int to = clauseEnd(in.folded(), end);
    for (TimeMark mark : Places.within(in.marks(), TimeMark::start, end, to)) {
      if (mark.use() == Use.OF) {
        boolean touching = mark.start() - end <= 1;
        boolean told = mark.told() != null && touching;
        boolean span = in.text().startsWith("from ", mark.start()); // from January to May
        boolean meant = mark.same() || told || span || of.endsAt(in.text(), mark.start());
        return meant && isFree(in, index, mark) ? mark : null;
      }
    }
    return null;
  }

  private Period before(NumberReader.Text in, int index) {
    Place place = in.places().get(index);
    int from = sentenceStart(in.folded(), place.start());
    TimeMark nearest = null;
    boolean several = false;
    for (TimeMark mark : Places.within(in.marks(), TimeMark::start, from, place.start() + 1)) {
      if (mark.end() <= place.start() && mark.use() == Use.OF) {
        several |= nearest != null;
        nearest = mark;
      }
    }
    if (nearest == null) {
      return Period.NONE;
    }
    boolean own = isOwn(in, index, nearest);
    boolean appended = place.start() - clauseStart(in.folded(), place.start()) <= APPENDED;
    boolean sure = own || !several || appended && isChange(in, index);
    return sure ? period(in, nearest, own) : Period.NONE;
  }

  /// Whether a time before the number at `index` is its own: no number stands between the two, and
  /// it is not that of a number before it.
  private boolean isOwn(NumberReader.Text in, int index, TimeMark mark) {
    if (!isFree(in, index, mark)) {
      return false;
    }
    int before = index - 1;
    return before < 0 || !mark.equals(behind(in, before));
  }

  private static boolean isChange(NumberReader.Text in, int index) {
    String kind = in.numbers().get(index).unit().kind();
    return kind.equals("share") || kind.equals("points-of-share");
  }

  /// The time of `mark`, which the marks before it may complete.
  private static Period period(NumberReader.Text in, TimeMark mark, boolean own) {
    int year = mark.year();
    String told = mark.told();
    int from = mark.from();
    int to = mark.to();
    int length = mark.length();
    int sentence = sentenceStart(in.folded(), mark.start());
    for (TimeMark other :
        Places.within(in.marks(), TimeMark::start, sentence, mark.start()).reversed()) {
      if (other.use() != Use.OF) {
        continue;
      }
      if (mark.before() && year == 0 && other.year() > 0) {
        year = other.year() - 1;
        told = null;
      } else if (year == 0 && told == null) {
        year = other.year();
        told = other.told();
      }
      if (mark.same() && from == 0 && length == 0) {
        from = other.from();
        to = other.to();
        length = other.length();
      }
    }
    return new Period(year, told, from, to, mark.day(), length, own);
  }

  private static int sentenceStart(char[] text, int at) {
    int edge = Math.max(0, at - REACH);
    for (int i = at - 1; i >= edge; i--) {
      if (ContextReader.isSentenceEnd(text, i)) {
        return i + 1;
      }
    }
    return edge;
  }

  private static int clauseStart(char[] text, int at) {
    int edge = Math.max(0, at - REACH);
    for (int i = at - 1; i >= edge; i--) {
      if (isClauseEnd(text, i)) {
        return i + 1;
      }
    }
    return edge;
  }

  private static int clauseEnd(char[] text, int at) {
    int edge = Math.min(text.length, at + REACH);
    for (int i = at; i < edge; i++) {
      if (isClauseEnd(text, i)) {
        return i;
      }
    }
    return edge;
  }

  private static boolean isClauseEnd(char[] text, int i) {
    boolean grouped =
        text[i] == ','
            && i + 1 < text.length
            && Character.isDigit(text[i + 1])
            && i > 0
            && Character.isDigit(text[i - 1]);
    return !grouped
        && (Ends.OF_CHECKED_CLAUSE.indexOf(text[i]) >= 0 || ContextReader.isSentenceEnd(text, i));
  }
}
