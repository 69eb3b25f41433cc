package dev.assay.event;

import dev.assay.analyze.time.DayNames;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days that a sentence names by their place in the week: "on Tuesday", 上周六. News dates most of
/// what just happened so.
///
/// A bare one is the last before the text was published, or that day itself; where its clause says
/// that something is still to come, the next: before it, or behind it if nothing before it was and
/// nobody tells that on the day ("on Wednesday the two will meet", but not "passed a law Wednesday
/// that will last", nor "on Wednesday she said they will", nor "she said Wednesday they will").
/// What happens each week ("Monday to Friday"), and what only is called by its day ("Monday's
/// fire", "the Sunday Times", "Monday Night Tennis"), is no time here.
final class Weekdays {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![Ee]very )(?<![Ee]ach )(?<!Black )(?<!Good )(?<!Easter )"
              + "(?<!day (?:to|through) )"
              + "(?:\\b(?<which>[Ll]ast|[Nn]ext|[Tt]his|coming) )?"
              + "\\b(?<day>"
              + DayNames.ENGLISH
              + ")day\\b(?!['’]s| (?:to|through) \\p{Lu}|(?<=(?:\\b[Tt]he |^|[.!?] )\\p{L}{6,9}) \\p{Lu})");

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<!(?:W)[D][至到])(?<![每逢一二两兩三四五六七八九十\\d])(?<which>上|下|本|这|這)?(?:W)(?<day>[D])"
                  .replace("W", DayNames.WEEK)
                  .replace("D", DayNames.CHINESE)
              + "(?![次个個报報刊年期大天场場至到])");

  private static final Pattern UNTIL = Pattern.compile("[至到]$");

  /// Between two clauses; not in a number.
  static final Pattern CLAUSE = Pattern.compile("[，;；]|,(?!\\d)");

  /// Before a day that opens its sentence or clause: a word at most.
  private static final Pattern OPENING = Pattern.compile("\\P{L}*(?:\\p{L}+ ?)?");

  /// A weekday that stands so near to a day says nothing of its own: "Tuesday, 3 March".
  private static final int BESIDE = 3;

  /// A sentence that names more is a calendar.
  private static final int MOST = 12;

  private final Pattern ahead;
  private final Pattern telling;
  private final Pattern toldOn;
  private final Pattern past;

  /// @param ahead words that tell of what is still to come
  /// @param telling words by which somebody tells it
  /// @param toldOn the same, right before a day
  /// @param past words of what was, before a day
  Weekdays(Pattern ahead, Pattern telling, Pattern toldOn, Pattern past) {
    this.ahead = ahead;
    this.telling = telling;
    this.toldOn = toldOn;
    this.past = past;
  }

  /// The times of a sentence with its weekdays among them, in the order of the text.
  ///
  /// @param times those that are named otherwise
  /// @param published when the text was; without it no weekday is a day
  List<TimeExpression> among(
      List<TimeExpression> times, String text, Span sentence, @Nullable LocalDate published) {
    if (published == null || !mayName(text, sentence)) {
      return times;
    }
    List<MatchResult> weekdays =
        Stream.of(ENGLISH, CHINESE)
            .map(pattern -> pattern.matcher(text).useTransparentBounds(true))
            .flatMap(named -> named.region(sentence.start(), sentence.end()).results())
            .toList();
    if (weekdays.size() > MOST) {
      return times;
    }
    List<TimeExpression> all = new ArrayList<>(times);
    for (MatchResult named : weekdays) {
      Span span = new Span(named.start(), named.end());
      if (times.stream().noneMatch(time -> isDayBeside(time, span))) {
        all.removeIf(time -> overlap(time.span(), span));
        all.add(day(span, day(named, published, isToCome(text, sentence, span))));
      }
    }
    all.sort(Comparator.comparingInt(time -> time.span().start()));
    return all;
  }

  /// Whether a sentence has what each name of a weekday has: most have not, and need no patterns.
  private static boolean mayName(String text, Span sentence) {
    return Stream.of("day", "周", "週", "期", "拜")
        .anyMatch(part -> text.indexOf(part, sentence.start(), sentence.end()) >= 0);
  }

  private boolean isToCome(String text, Span sentence, Span day) {
    Span clause = clause(text, sentence, day);
    String before = text.substring(clause.start(), day.start());
    String behind = text.substring(day.end(), clause.end());
    Matcher later = ahead.matcher(behind);
    return ahead.matcher(before).find()
        || UNTIL.matcher(before).find()
        || !toldOn.matcher(before).find()
            && !past.matcher(before).find()
            && later.find()
            && !telling.matcher(behind.substring(0, later.start())).find();
  }

  /// What no comma parts from a day, but for one right behind a day that opens its clause: "on
  /// Wednesday, the two will meet", "the two, on Wednesday, will meet".
  static Span clause(String text, Span sentence, Span day) {
    Matcher mark = CLAUSE.matcher(text).useTransparentBounds(true);
    mark.region(sentence.start(), day.start());
    int start = sentence.start();
    while (mark.find()) {
      start = mark.end();
    }
    boolean opens = opens(text.substring(start, day.start()));
    mark.region(Math.min(day.end() + (opens ? 1 : 0), sentence.end()), sentence.end());
    return new Span(start, mark.find() ? mark.start() : sentence.end());
  }

  /// Whether a day behind these words opens what they are the beginning of.
  static boolean opens(String before) {
    return OPENING.matcher(before).matches();
  }

  private static boolean isDayBeside(TimeExpression time, Span span) {
    return time.day() > 0
        && time.span().start() <= span.end() + BESIDE
        && span.start() <= time.span().end() + BESIDE;
  }

  /// Whether a time was read out of the word for the weekday: 上周 of 上周六.
  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static LocalDate day(MatchResult named, LocalDate published, boolean toCome) {
    DayOfWeek day = DayNames.day(named.group("day"));
    LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (which(named)) {
      case "last" -> published.with(TemporalAdjusters.previous(day));
      case "coming" -> published.with(TemporalAdjusters.next(day));
      case "上" -> monday.minusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
      case "next", "下" -> monday.plusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
      case "this", "本", "这", "這" -> monday.with(TemporalAdjusters.nextOrSame(day));
      default ->
          published.with(
              toCome ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
    };
  }

  private static String which(MatchResult named) {
    String which = named.group("which");
    return which == null ? "" : which.toLowerCase(Locale.ROOT);
  }

  private static TimeExpression day(Span span, LocalDate day) {
    return new TimeExpression(
        span,
        day.getYear(),
        0,
        day.getMonthValue(),
        day.getDayOfMonth(),
        -1,
        Grain.DAY,
        false,
        day,
        day);
  }
}
