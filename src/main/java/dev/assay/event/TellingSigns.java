package dev.assay.event;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import dev.assay.fold.ContentTokens;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be seen of a sentence with a day that speaks for its telling what happened on that day,
/// or against it: the [signs][Sign] that were thought of, and its [words][TellingWords]. Safe for
/// use by many threads.
final class TellingSigns {

  /// What is looked at beside the words, as a number, most of them 0 or 1.
  enum Sign {
    /// It stands in one of the first paragraphs.
    FIRST,
    /// It is the first sentence of the first paragraph.
    LEAD,
    /// It names a day, and no week or month.
    DAY,
    /// It names no more than a half or quarter of a year.
    LONG,
    /// The day is one on which somebody says it.
    SAID,
    /// In its clause somebody says, thinks or warns something.
    REMARK,
    /// It begins with what somebody says.
    SPEECH,
    /// It has words in quotation marks.
    QUOTE,
    /// Somebody speaks of himself: I, we, 我 (but not 我国).
    SPEAKER,
    /// It asks.
    QUESTION,
    /// Its time stands at its beginning.
    EARLY,
    /// Right before its time stands a word that says on which day something happens, the name of
    /// who did it (as in Chinese), or nothing.
    ANCHORED,
    /// It is too short, as a dateline or a byline is, or too long to be read at a glance.
    UNWIELDY,
    /// It has no full stop at its end.
    OPEN,
    /// How many names it has, up to three.
    NAMES,
    /// How many words it shares with the title, up to six.
    TITLE,
    /// How many words of the news it has, up to four.
    NEWS,
    /// How many times it names beside the chosen one, up to four.
    TIMES,
    /// It begins with a word that points to what was said before.
    POINTING,
    /// It supposes.
    PLAN,
    /// It foretells.
    FORECAST,
    /// It tells how things stand, or what has come together until now.
    SO_FAR,
    /// It wishes, welcomes or demands.
    WISH,
    /// It tells when the writer learned of it.
    LEARNT,
    /// It has a verb of an act or a happening.
    ACT,
    /// It has a word of what was.
    PAST,
    /// It has a word of what is to come.
    AHEAD,
    /// The day is after that of the text.
    FUTURE,
    /// How many days lie between the day and that of the text, as a logarithm.
    APART,
    /// How many figures it has beside its times, up to four.
    FIGURES,
    /// How many shares and changes it tells, up to three.
    SHARES,
    /// How many commas and semicolons part its clauses, up to six.
    CLAUSES,
    /// It is written in Chinese characters.
    HAN,
    /// Nothing: what holds of any sentence.
    ANY;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
      return word;
    }
  }

  /// A sentence of which the day was chosen.
  ///
  /// @param first the first day that it is about
  /// @param times how many times it names
  /// @param isSaid whether somebody says it on that day
  /// @param published the day of its text
  /// @param title the words of the title
  record Seen(
      List<Tag> tags,
      TextReading paragraph,
      Span sentence,
      TimeExpression time,
      LocalDate first,
      int times,
      boolean isSaid,
      @Nullable LocalDate published,
      Set<Long> title) {

    String text() {
      return sentence.in(paragraph.text());
    }

    String before() {
      return paragraph.text().substring(sentence.start(), time.span().start());
    }

    String behind() {
      return paragraph.text().substring(time.span().end(), sentence.end());
    }
  }

  private static final int FIRST_PARAGRAPHS = 3;

  /// Letters of a sentence that is read at a glance.
  private static final int LEAST_LETTERS = 30;

  /// A whole sentence may be shorter.
  private static final int LEAST_OF_A_SENTENCE = 20;

  private static final int MOST_LETTERS = 420;
  private static final int MOST_NAMES = 3;
  private static final int MOST_WORDS = 6;
  private static final int MOST_NEWS = 4;
  private static final int MOST_NUMBERS = 4;
  private static final int MOST_SHARES = 3;
  private static final int MOST_CLAUSES = 6;

  /// What a word that stands there is worth as a sign. A weight that is learned for it costs more
  /// the less this is, so that the many words do not learn their sentences by heart.
  private static final double A_WORD = 0.3;

  /// What a comma is worth: long sentences have many.
  private static final double A_CLAUSE = 0.5;

  /// Letters before a time that stands at the beginning, of a sentence of three times as many.
  private static final int A_THIRD = 3;

  private static final Pattern SPEECH = Pattern.compile("^[\"“「]");
  private static final Pattern QUOTE = Pattern.compile("[\"“”「」]");
  private static final Pattern ENDED = Pattern.compile("[.!?。！？…][\"”」’）)]*$");
  private static final Pattern OPENING_COMMA = Pattern.compile("^[,，]");
  private static final Pattern QUESTION = Pattern.compile("[?？][\"”」’]?$");

  private final Pattern anchor;
  private final Pattern pointing;
  private final Pattern plan;
  private final Pattern remarkBefore;
  private final Pattern remarkBehind;
  private final Pattern forecast;
  private final Pattern soFar;
  private final Pattern wish;
  private final Pattern learnt;
  private final Pattern act;
  private final Pattern share;
  private final Pattern past;
  private final Pattern ahead;
  private final Pattern speaker;
  private final Concepts concepts;

  TellingSigns(Lexicon lexicon) {
    this.anchor = DayWords.pattern(lexicon, "anchor", "(?:^|[,，、;；:：]|", ") ?$");
    this.pointing = DayWords.pattern(lexicon, "pointing", "^[“\"‘'（(]?(?:", ")");
    this.plan = DayWords.pattern(lexicon, "plan", "(?:", ")");
    this.remarkBefore = DayWords.pattern(lexicon, "remark", "(?:", ")[^,.;，。；]{0,40}$");
    this.remarkBehind = DayWords.pattern(lexicon, "remark", "^[^,.;。；“”\"]{0,60}?(?:", ")");
    this.forecast = DayWords.forecast(lexicon);
    this.soFar = DayWords.pattern(lexicon, "so-far", "(?:", ")");
    this.wish = DayWords.pattern(lexicon, "wish", "(?:", ")");
    this.learnt = DayWords.pattern(lexicon, "learnt", "(?:", ")");
    this.share = DayWords.pattern(lexicon, "share", "(?:", ")");
    this.act = DayWords.pattern(lexicon, "act", "(?:", ")");
    this.past = DayWords.past(lexicon);
    this.ahead = DayWords.pattern(lexicon, "ahead", "(?:", ")");
    this.speaker = DayWords.pattern(lexicon, "speaker", "(?:", ")(?![国國省市县縣区區方军軍校院])");
    this.concepts = new Concepts(lexicon);
  }

  /// What is seen of a sentence, by the names of the signs; what is not there is not seen.
  Map<String, Double> of(Seen seen) {
    Map<String, Double> signs = new HashMap<>();
    String text = seen.text();
    for (Sign sign : Sign.values()) {
      signs.put(sign.word(), of(sign, seen, text));
    }
    TellingWords.of(seen.paragraph().text(), seen.sentence(), seen.time().span())
        .forEach(word -> signs.put(word, A_WORD));
    return signs;
  }

  private double of(Sign sign, Seen seen, String text) {
    return switch (sign) {
      case FIRST -> is(seen.paragraph().paragraph() <= FIRST_PARAGRAPHS);
      case LEAD -> is(seen.paragraph().paragraph() == 1 && seen.sentence().start() == 0);
      case DAY -> is(isDay(seen.time()));
      case LONG -> is(seen.time().grain().compareTo(Grain.MONTH) < 0);
      case SAID -> is(seen.isSaid());
      case REMARK -> is(isRemark(seen));
      case SPEECH -> is(SPEECH.matcher(text).find());
      case QUOTE -> is(QUOTE.matcher(text).find());
      case SPEAKER -> is(speaker.matcher(text).find());
      case QUESTION -> is(QUESTION.matcher(text).find());
      case EARLY -> is(seen.before().length() < text.length() / A_THIRD);
      case ANCHORED -> is(anchor.matcher(seen.before()).find() || isBehindAName(seen));
      case UNWIELDY -> is(isUnwieldy(text));
      case OPEN -> is(!ENDED.matcher(text.strip()).find());
      case NAMES -> Math.min(MOST_NAMES, names(seen));
      case TITLE -> Math.min(MOST_WORDS, shared(content(text), seen.title()));
      case NEWS -> Math.min(MOST_NEWS, concepts.words(text));
      case TIMES -> Math.min(MOST_NUMBERS, seen.times() - 1);
      case POINTING -> is(pointing.matcher(text).find());
      case PLAN -> is(plan.matcher(text).find());
      case FORECAST -> is(forecast.matcher(text).find());
      case SO_FAR -> is(soFar.matcher(text).find());
      case WISH -> is(wish.matcher(text).find());
      case LEARNT -> is(learnt.matcher(text).find());
      case ACT -> is(act.matcher(text).find());
      case PAST -> is(past.matcher(text).find());
      case AHEAD -> is(ahead.matcher(text).find());
      case FUTURE -> is(seen.published() != null && seen.first().isAfter(seen.published()));
      case APART -> apart(seen);
      case FIGURES -> Math.min(MOST_NUMBERS, figures(seen));
      case SHARES -> Math.min(MOST_SHARES, share.matcher(text).results().count());
      case CLAUSES ->
          A_CLAUSE * Math.min(MOST_CLAUSES, Weekdays.CLAUSE.matcher(text).results().count());
      case HAN -> is(Concepts.isHan(text));
      case ANY -> 1;
    };
  }

  /// A comma behind a time that opens its sentence ends no clause: "On 5 June, she said".
  private boolean isRemark(Seen seen) {
    Matcher opening = OPENING_COMMA.matcher(seen.behind());
    boolean skips = Weekdays.opens(seen.before()) && opening.find();
    return remarkBefore.matcher(seen.before()).find()
        || remarkBehind.matcher(seen.behind().substring(skips ? opening.end() : 0)).find();
  }

  private static boolean isBehindAName(Seen seen) {
    int time = seen.time().span().start();
    return seen.tags().stream()
        .flatMap(tag -> tag.mentions().stream())
        .anyMatch(
            mention ->
                mention.paragraph() == seen.paragraph().paragraph()
                    && mention.span().end() == time);
  }

  private static double is(boolean so) {
    return so ? 1 : 0;
  }

  static boolean isDay(TimeExpression time) {
    return time.grain() == Grain.DAY || (time.grain() == Grain.MINUTE && time.day() > 0);
  }

  private static double apart(Seen seen) {
    return seen.published() == null
        ? 0
        : Math.log1p((double) Math.abs(ChronoUnit.DAYS.between(seen.first(), seen.published())));
  }

  private static boolean isUnwieldy(String text) {
    int letters = letters(text);
    boolean ended = ENDED.matcher(text.strip()).find();
    return letters < (ended ? LEAST_OF_A_SENTENCE : LEAST_LETTERS) || letters > MOST_LETTERS;
  }

  /// Letters of a text in Latin script; Han characters count double.
  private static int letters(String text) {
    return text.codePoints().map(c -> HanScript.isHan((char) c) ? 2 : 1).sum();
  }

  private static int shared(Set<Long> words, Set<Long> title) {
    return (int) words.stream().filter(title::contains).count();
  }

  private static int figures(Seen seen) {
    return (int)
        seen.paragraph().numbers().quantities().stream()
            .filter(
                quantity ->
                    quantity.span().start() >= seen.sentence().start()
                        && quantity.span().end() <= seen.sentence().end())
            .count();
  }

  private static int names(Seen seen) {
    return (int)
        seen.tags().stream()
            .filter(
                tag ->
                    tag.mentions().stream()
                        .anyMatch(
                            mention ->
                                mention.paragraph() == seen.paragraph().paragraph()
                                    && mention.span().start() >= seen.sentence().start()
                                    && mention.span().end() <= seen.sentence().end()))
            .count();
  }

  /// The words of a text by which it is held against a title.
  static Set<Long> content(String text) {
    ContentTokens tokens = ContentTokens.of(text.toLowerCase(Locale.ROOT));
    Set<Long> content = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.end(i) - tokens.start(i) > 3) {
        content.add(tokens.hash(i));
      } else if (i > 0
          && tokens.kind(i) == ContentTokens.Kind.CHARACTER
          && tokens.start(i) == tokens.end(i - 1)) {
        content.add(31 * tokens.hash(i - 1) + tokens.hash(i));
      }
    }
    return content;
  }
}
