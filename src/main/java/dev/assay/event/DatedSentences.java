package dev.assay.event;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the sentences of an article that say on which day something happened: the day that they
/// are about, not the one on which they were published. Safe for use by many threads.
public final class DatedSentences {

  /// Of one article, those that speak best for themselves.
  private static final int MOST = 5;

  /// So many make a calendar, which is not looked at: each is looked for in its whole sentence.
  private static final int MOST_LISTED = 24;

  /// Letters beyond which nothing is one sentence.
  private static final int LONGEST = 1_000;

  /// A dateline stands before so many letters.
  private static final int DATELINE = 60;

  /// How far before a time the word stands that says what it is to the sentence.
  private static final int BEFORE = 12;

  /// What a sentence may be about that names no day: parts of a year, and weeks.
  private static final Set<Grain> LONGER =
      EnumSet.of(Grain.HALF, Grain.QUARTER, Grain.MONTH, Grain.WEEK);

  /// The first day of several of one month, before the last of them: "between 9 and 13 March".
  private static final Pattern FROM =
      Pattern.compile("\\b(?:between (\\d{1,2}) and|(\\d{1,2})(?: to| ?[-–])) ?$");

  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:至|到|—+|–|-|~|～|to|through|until|and|和)\\s*");

  /// Behind a time that only says which thing is meant: today's.
  private static final Pattern POSSESSIVE = Pattern.compile("^['’]s\\b");

  /// A name that begins right behind a time.
  private static final Pattern NAME = Pattern.compile("^ \\p{Lu}");

  private final Pattern dateline;
  private final Pattern state;
  private final Pattern ahead;
  private final Pattern past;
  private final Pattern document;
  private final Pattern aside;
  private final Pattern apposed;
  private final Pattern within;
  private final Pattern eversince;
  private final Pattern thenceBefore;
  private final Pattern thenceBehind;
  private final Pattern reported;
  private final Pattern told;
  private final Pattern named;
  private final Pattern saidBefore;
  private final Pattern saidBehind;
  private final Pattern planned;
  private final Pattern deadline;
  private final Pattern weekTo;
  private final Pattern weekOf;
  private final Pattern sameWeek;
  private final Set<String> vague;
  private final Set<String> loose;
  private final Set<String> joining;
  private final Pattern act;
  private final Weekdays weekdays;
  private final TellingSigns signs;
  private final Telling telling;

  /// What the table `event-days.tsv` says.
  public DatedSentences(Lexicon lexicon) {
    this.dateline = DayWords.pattern(lexicon, "dateline", "^[^\\p{L}]{0,3}(?:", ")");
    this.state = DayWords.pattern(lexicon, "state", "(?:", ")[^\\p{L}]{0,3}$");
    this.ahead = DayWords.pattern(lexicon, "ahead", "(?:", ")");
    this.past = DayWords.past(lexicon);
    this.document = DayWords.pattern(lexicon, "document", "(?:", ")[^\\p{L}]{0,14}(?:of )?$");
    this.aside = DayWords.pattern(lexicon, "aside", "(?:", ")[^,;，；]{0,80}$");
    this.apposed =
        DayWords.pattern(
            lexicon,
            "apposed",
            "^[^,]*, (?:\\p{L}+ly )?(?:first )?(?:",
            ") (?:in|on) (?:early |late |mid-)?$");
    this.within =
        DayWords.pattern(
            lexicon,
            "apposed",
            "\\b(?:under|following|including|through|per|via|despite) (?:an?|the|its|their|our|this) "
                + "(?:(?!the |an? )[\\p{L}\\d$.&’'-]+ ){1,8}?(?:",
            ") (?:in|on) (?:early |late |mid-)?$");
    this.eversince = DayWords.pattern(lexicon, "ever-since", "^[^，。；,;]{0,30}?(?:", ")");
    this.thenceBefore = DayWords.pattern(lexicon, "thence", "(?:", ")$");
    this.thenceBehind =
        DayWords.pattern(
            lexicon, "thence-end", "^(?:\\p{IsHan}{1,4}的|[^，。；,;]*?(?:", ")(?:[，,]|$))");
    this.reported = DayWords.pattern(lexicon, "reported", "^(?:，据)?[^，。；,;：:“]{0,24}?(?:", ")");
    this.told = DayWords.pattern(lexicon, "told", "^[^，。；,;.]{0,6}?(?:", ")");
    this.named = DayWords.pattern(lexicon, "named", "(?:", ") $");
    String words = DayWords.any(lexicon, "said");
    String between = DayWords.any(lexicon, "said-between");
    this.saidBefore =
        Pattern.compile(
            "(?:%s)(?: ?(?:%s)){0,40} ?$".formatted(words, between), Pattern.CASE_INSENSITIVE);
    this.saidBehind =
        Pattern.compile(
            "^ ?(?:(?:%s) ?){0,40}(?:%s)".formatted(between, words), Pattern.CASE_INSENSITIVE);
    this.planned = DayWords.pattern(lexicon, "planned", "(?:", ")[^,;，；]{0,80}$");
    this.deadline = DayWords.pattern(lexicon, "deadline", "(?:", ") $");
    this.weekTo = DayWords.pattern(lexicon, "week-to", "(?:", ")(?: on)? $");
    this.weekOf = DayWords.pattern(lexicon, "week-of", "(?:", ") $");
    this.sameWeek = DayWords.pattern(lexicon, "same-week", "^(?:", ")");
    this.weekdays =
        new Weekdays(
            ahead,
            DayWords.pattern(lexicon, "telling", "(?:", ")"),
            DayWords.pattern(lexicon, "telling", "(?:", ")(?: on)? $"),
            past);
    this.signs = new TellingSigns(lexicon);
    this.telling = new Telling(lexicon);
    this.vague = DayWords.words(lexicon, "vague");
    this.loose = DayWords.words(lexicon, "loose");
    this.joining = DayWords.words(lexicon, "joining");
    this.act = DayWords.pattern(lexicon, "act", "(?:", ")");
  }

  /// The sentences of an analysed article, in its order.
  public List<DatedSentence> of(Analysis analysis) {
    return candidates(analysis).stream()
        .map(candidate -> candidate.weighed(telling))
        .filter(sentence -> sentence.weight() >= Telling.LEAST)
        .sorted(Comparator.comparingInt(DatedSentence::weight).reversed())
        .limit(MOST)
        .sorted(
            Comparator.comparingInt(DatedSentence::paragraph)
                .thenComparingInt(dated -> dated.span().start()))
        .toList();
  }

  /// A sentence with a day, and what can be seen of it.
  record Candidate(DatedSentence sentence, Map<String, Double> signs) {
    DatedSentence weighed(Telling telling) {
      return sentence.weighing(telling.weight(signs));
    }
  }

  /// All sentences of an article that name a day, in its order.
  List<Candidate> candidates(Analysis analysis) {
    Set<Long> title = TellingSigns.content(analysis.article().title());
    List<Candidate> found = new ArrayList<>();
    PublicationTime published = analysis.article().publishedAt();
    StoryYears years =
        new StoryYears(published == null ? null : published.local().toLocalDate(), ahead, past);
    for (TextReading paragraph : analysis.paragraphs()) {
      boolean runs =
          switch (paragraph.kind()) {
            case TEXT, QUOTE, LIST -> true;
            case HEADING, TABLE, CAPTION -> false;
          };
      if (runs) {
        for (Span sentence : paragraph.sentences()) {
          Candidate candidate =
              sentence.length() > LONGEST
                  ? null
                  : dated(analysis, paragraph, sentence, years, title);
          if (candidate != null) {
            found.add(candidate);
          }
        }
      }
    }
    return found;
  }

  private @Nullable Candidate dated(
      Analysis analysis, TextReading paragraph, Span sentence, StoryYears years, Set<Long> title) {
    PublicationTime published = analysis.article().publishedAt();
    List<TimeExpression> named =
        weekdays.among(
            paragraph.numbers().times().stream()
                .filter(time -> sentence.start() <= time.span().start())
                .filter(time -> time.span().end() <= sentence.end())
                .toList(),
            paragraph.text(),
            sentence,
            published == null ? null : published.day());
    List<TimeExpression> times =
        years.next(
            named,
            paragraph.text(),
            sentence,
            time -> isBackground(paragraph.text(), sentence, time));
    TimeExpression chosen =
        times.size() > MOST_LISTED ? null : chosen(paragraph.text(), sentence, times);
    if (chosen == null || chosen.first() == null || chosen.last() == null) {
      return null;
    }
    Week week = week(paragraph.text(), sentence, chosen);
    LocalDate first = week.first(begin(paragraph.text(), sentence, chosen, chosen.first()));
    LocalDate last = week.last(end(paragraph.text(), chosen, times));
    if (last.isBefore(first)) {
      last = chosen.last();
    }
    String text = sentence.in(paragraph.text());
    DatedSentence dated =
        new DatedSentence(
            paragraph.paragraph(),
            sentence,
            text.replace('\n', ' ').replace(Paragraph.CELL, " "),
            first,
            last,
            0);
    return new Candidate(
        dated,
        signs.of(
            new TellingSigns.Seen(
                analysis.tags(),
                paragraph,
                sentence,
                chosen,
                dated.first(),
                times.size(),
                isOfSaying(paragraph.text(), sentence, chosen),
                published == null ? null : published.day(),
                title)));
  }

  /// What a day says of a week: nothing, its end ("the week to 5 June"), or which one it is ("the
  /// week of 13 July", 7月13日当周).
  private enum Week {
    NONE,
    TO,
    OF;

    LocalDate first(LocalDate day) {
      return switch (this) {
        case NONE -> day;
        case TO -> day.minusDays(DayOfWeek.values().length - 1L);
        case OF -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      };
    }

    LocalDate last(LocalDate day) {
      return this == OF ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)) : day;
    }
  }

  private Week week(String text, Span sentence, TimeExpression time) {
    String before = text.substring(sentence.start(), time.span().start());
    String behind = text.substring(time.span().end(), sentence.end());
    if (!TellingSigns.isDay(time)) {
      return Week.NONE;
    }
    return weekTo.matcher(before).find()
        ? Week.TO
        : weekOf.matcher(before).find() || sameWeek.matcher(behind).find() ? Week.OF : Week.NONE;
  }

  /// The time that a sentence is about: its first day that is neither that of the dateline, nor one
  /// up to which something is so, nor one in a document's name, nor one by which something earlier
  /// is called, nor one of an old plan; if it has no day, what it says most exactly, a half of a
  /// year at least; and the day on which somebody only says or reports it if it has neither.
  private @Nullable TimeExpression chosen(String text, Span sentence, List<TimeExpression> times) {
    TimeExpression longer = null;
    TimeExpression said = null;
    for (TimeExpression time : times) {
      if (isVague(text, sentence, time)
          || isDateline(text, sentence, time)
          || isState(text, sentence, time)
          || isOfADocument(text, sentence, time)
          || isOfWhatWasBefore(text, sentence, time)
          || isOfAnOldPlan(text, sentence, time, times)) {
        continue;
      }
      boolean isTold = isOfSaying(text, sentence, time) || isOfReport(text, sentence, time);
      if (time.first() != null && TellingSigns.isDay(time) && !isTold) {
        return time;
      }
      said = said == null && time.first() != null && TellingSigns.isDay(time) ? time : said;
      boolean exact = longer == null || time.grain().compareTo(longer.grain()) > 0;
      if (exact && time.first() != null && LONGER.contains(time.grain())) {
        longer = time;
      }
    }
    return longer == null ? said : longer;
  }

  /// Whether a time says nowadays: one that says a day as often does so where the verb nearest to
  /// it in its clause is none of an act ("the two signed it today"), or of a clause beside it
  /// ("signed the treaty that today governs").
  private boolean isVague(String text, Span sentence, TimeExpression time) {
    String words = time.span().in(text).toLowerCase(Locale.ROOT);
    return vague.contains(words)
        || loose.contains(words)
            && (POSSESSIVE.matcher(text.substring(time.span().end(), sentence.end())).find()
                || !isOfAnAct(text, Weekdays.clause(text, sentence, time.span()), time.span()));
  }

  private boolean isOfAnAct(String text, Span clause, Span time) {
    List<Word> words = WordCutter.of(text, clause);
    List<List<Word>> ways =
        Stream.of(
                toVerb(
                    words.stream().filter(word -> word.end() <= time.start()).toList().reversed()),
                toVerb(words.stream().filter(word -> word.start() >= time.end()).toList()))
            .filter(way -> !way.isEmpty())
            .toList();
    int nearest = ways.stream().mapToInt(List::size).min().orElse(0);
    return ways.stream()
        .filter(way -> way.size() == nearest)
        .filter(way -> way.stream().noneMatch(word -> joining.contains(word.base())))
        .map(List::getLast)
        .anyMatch(verb -> act.matcher(text).region(verb.start(), clause.end()).lookingAt());
  }

  /// The words up to the first verb, and it; none if there is no verb.
  private static List<Word> toVerb(List<Word> words) {
    return IntStream.range(0, words.size())
        .filter(i -> words.get(i).part().isVerb())
        .mapToObj(i -> words.subList(0, i + 1))
        .findFirst()
        .orElse(List.of());
  }

  /// Whether a time is that of a remark: "said late on Tuesday", 周二说.
  private boolean isOfSaying(String text, Span sentence, TimeExpression time) {
    return saidBefore.matcher(text.substring(sentence.start(), time.span().start())).find()
        || saidBehind.matcher(text.substring(time.span().end(), sentence.end())).find();
  }

  /// Whether somebody reports or learns of it then: 据韩联社25日报道, 记者2日从该所获悉.
  private boolean isOfReport(String text, Span sentence, TimeExpression time) {
    return reported.matcher(text.substring(time.span().end(), sentence.end())).find();
  }

  private boolean isDateline(String text, Span sentence, TimeExpression time) {
    return time.span().start() - sentence.start() < DATELINE
        && dateline.matcher(text.substring(time.span().end(), sentence.end())).find();
  }

  private boolean isState(String text, Span sentence, TimeExpression time) {
    int from = Math.max(sentence.start(), time.span().start() - BEFORE);
    String before = text.substring(sentence.start(), time.span().start());
    boolean toCome = deadline.matcher(before).find() && ahead.matcher(before).find();
    String behind = text.substring(time.span().end(), sentence.end());
    if (eversince.matcher(behind).find()
        || thenceBefore.matcher(before).find() && thenceBehind.matcher(behind).find()) {
      return true;
    }
    return !toCome && state.matcher(text.substring(from, time.span().start())).find();
  }

  /// Whether a time is a part of the name of a document: "Order 101 of 2 April", 第20号.
  private boolean isOfADocument(String text, Span sentence, TimeExpression time) {
    return document.matcher(text.substring(sentence.start(), time.span().start())).find();
  }

  /// Whether a time only says which earlier happening is meant: "the submarines, which we announced
  /// in March", "the fund, set up in May, buys", "including a quay opened in May", "under the
  /// February 2021 Roadmap", 9月29日公布的管制.
  private boolean isOfWhatWasBefore(String text, Span sentence, TimeExpression time) {
    String before = text.substring(sentence.start(), time.span().start());
    String behind = text.substring(time.span().end(), sentence.end());
    return aside.matcher(before).find()
        || behind.indexOf(',') >= 0 && apposed.matcher(before).find()
        || within.matcher(before).find()
        || told.matcher(behind).find()
        || NAME.matcher(behind).find() && named.matcher(before).find();
  }

  private boolean isBackground(String text, Span sentence, TimeExpression time) {
    return isOfADocument(text, sentence, time) || isOfWhatWasBefore(text, sentence, time);
  }

  /// Whether a time is the one for which something was planned at first; the next one of the
  /// sentence is what became of it: "originally planned for Tuesday, it was put off to Friday".
  private boolean isOfAnOldPlan(
      String text, Span sentence, TimeExpression time, List<TimeExpression> times) {
    Matcher before = planned.matcher(text.substring(sentence.start(), time.span().start()));
    return before.find()
        && times.stream()
            .takeWhile(other -> other.span().end() <= time.span().start())
            .noneMatch(other -> other.span().start() >= sentence.start() + before.start());
  }

  /// The first day of a time: one that is told before it by its number alone, if the two are one
  /// range.
  private static LocalDate begin(String text, Span sentence, TimeExpression time, LocalDate own) {
    Matcher from = FROM.matcher(text.substring(sentence.start(), time.span().start()));
    if (!TellingSigns.isDay(time) || !from.find()) {
      return own;
    }
    int day = Integer.parseInt(from.group(1) == null ? from.group(2) : from.group(1));
    return day > 0 && day < own.getDayOfMonth() ? own.withDayOfMonth(day) : own;
  }

  private static boolean isMonth(TimeExpression time) {
    return time.grain() == Grain.MONTH;
  }

  /// The last day of a time: that of the next one if the two are one range.
  private static LocalDate end(String text, TimeExpression chosen, List<TimeExpression> times) {
    int next = times.indexOf(chosen) + 1;
    LocalDate own = chosen.last() == null ? LocalDate.MIN : chosen.last();
    if (next < times.size()) {
      TimeExpression other = times.get(next);
      boolean one =
          other.span().start() >= chosen.span().end()
              && RANGE.matcher(text.substring(chosen.span().end(), other.span().start())).matches();
      boolean fits = TellingSigns.isDay(other) || isMonth(chosen) && isMonth(other);
      if (one && other.last() != null && fits) {
        return other.last();
      }
    }
    return own;
  }
}
