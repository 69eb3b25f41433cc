package dev.assay.brief.vet;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.EnglishBase;
import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a text for comparing: its clauses with their words, names, numbers and cues. Immutable;
/// safe for use by many threads.
final class TextReader {

  /// What a name is the name of.
  static final String PERSON = "person";

  static final String THING = "thing";

  static final double NAME = 2;
  private static final double FIGURE = 1.5;
  private static final double MEANING = 1;

  /// One Chinese character means too much.
  private static final double SHORT_MEANING = 0.4;

  private static final double LETTERS = 1;
  private static final double PAIR = 0.35;

  private static final int LEAST_LETTERS = 3;

  private static final String CLAUSE_ENDS = "，,；;：:—（）()\n";
  private static final List<String> JOINTS =
      List.of(
          " but ",
          " while ",
          " although ",
          " though ",
          " whereas ",
          " because ",
          " unless ",
          " if ",
          " who ",
          " which ");

  private static final String AND = " and ";

  /// So many letters stand at least before the figure of a part of its own.
  private static final int FEWEST_BETWEEN = 6;

  /// What follows a day where more days of its month do: *, 7 and 9*, and nothing that the last
  /// number counts, as in *and 12 judges*, *and 12 July*.
  private static final Pattern LISTED_DAYS =
      Pattern.compile(
          "(?:, ?\\d{1,2}(?![\\d.,:]\\d))*+(?:,? and |,? or | & )\\d{1,2}(?![\\d.,:]?\\d| ?%)"
              + "(?=$|[.,;:)\\]\\n]| (?:in|at|on|for|to|with|by|from|of|and|but|or|when|where|as|is|are"
              + "|was|were|will|the|that|this)\\b)");

  /// Days of one month: 6月6、7和9日.
  private static final Pattern CHINESE_LISTED_DAYS =
      Pattern.compile("(\\d{1,2})月\\d{1,2}日?(?:[、,，]\\d{1,2}日?)*+[和及与]\\d{1,2}日");

  private static final Pattern DAY = Pattern.compile("\\d{1,2}");

  private static final Pattern CODE =
      Pattern.compile("(?<![A-Za-z\\d])[A-Z]{1,4}-\\d{1,4}(?![\\d.,]?\\d)");

  /// How a date ends behind which others of its month may be listed: not *6 June*, nor *6, 2025*.
  private static final Pattern ENDS_IN_DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?$");

  private static final Pattern PER = Pattern.compile("an? \\p{L}+");

  /// Units that count things: which of them a translator takes says nothing.
  private static final Set<String> COUNTING =
      Set.of("count", "points", "lot", "ordinal", "times", "rank");

  /// Words that bound a figure, and without one say where something is.
  private static final Set<String> PLACING = Set.of("under", "over", "above", "below");

  /// So many letters may stand between: *below its 2020 level of 30*.
  private static final int COUNTED_WITHIN = 16;

  /// What a number in Chinese may end in that counts nothing.
  private static final String MAGNITUDES = "〇零一二两三四五六七八九十百千万亿兆几多余半";

  /// What a word behind 将 is where that stands before an object; a verb follows a *will*.
  private static final Set<Word.Part> OBJECTS =
      EnumSet.of(
          Word.Part.NOUN,
          Word.Part.PRONOUN,
          Word.Part.PERSON,
          Word.Part.PLACE,
          Word.Part.BODY,
          Word.Part.NAME,
          Word.Part.ATTRIBUTE);

  private final NewsWords words;
  private final Cues cues;
  private final TagMatcher names;
  private final QuantityExtractor quantities;
  private final Set<String> stops = new HashSet<>();

  TextReader(Lexicon lexicon, TagMatcher names, QuantityExtractor quantities) {
    this.words = new NewsWords(lexicon);
    this.cues = new Cues(lexicon);
    this.names = names;
    this.quantities = quantities;
    lexicon.table("en/brief-stop.tsv").rows().stream()
        .filter(row -> row.cell(0).equals("function"))
        .forEach(row -> stops.addAll(Arrays.asList(row.cell(1).split(" "))));
  }

  /// @param published of the text; null if it is not known
  ReadText read(String text, Language language, @Nullable PublicationTime published) {
    return read(text, language, published, Heard.NOTHING);
  }

  /// @param heard tells which words sound like names of another text
  ReadText read(String text, Language language, @Nullable PublicationTime published, Heard heard) {
    char[] folded = folded(text);
    QuantityExtractor.Reading reading = quantities.read(text, language, published);
    List<Figure> figures = figures(text, reading);
    List<Figure> names = new ArrayList<>();
    List<Term> terms = terms(text, folded, figures, names, heard);
    boolean[] inFigure = places(text, figures);
    List<Cue> found = new ArrayList<>(cues(text, folded, figures, names));
    found.addAll(ahead(reading, published));
    found.sort(Comparator.comparingInt(Cue::start));
    List<Span> sentences = Sentences.of(text);
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      for (Span part : parts(text, sentences.get(i), inFigure)) {
        clauses.add(
            new Clause(
                part.start(),
                part.end(),
                i,
                terms.stream().filter(term -> isIn(term.start(), part)).toList(),
                found.stream().filter(cue -> isIn(cue.start(), part)).toList()));
      }
    }
    return new ReadText(text, clauses, figures, names);
  }

  private List<Cue> cues(String text, char[] folded, List<Figure> figures, List<Figure> names) {
    boolean[] inFigure = places(text, figures);
    boolean[] inName = places(text, names);
    CutText cut = new CutText(text);
    return cues.in(new String(folded), cut).stream()
        .filter(cue -> !isObjectMarker(folded, cue, cut))
        .filter(cue -> !inFigure[cue.start()]) // a month is no *may*
        .filter(cue -> !inName[cue.start()] || opens(text, cue)) // the 若 of a person is no *if*
        .filter(
            cue ->
                !PLACING.contains(text.substring(cue.start(), cue.end())) || counts(figures, cue))
        .toList();
  }

  /// Whether it is the 将 that stands before an object, as 把 does, and is no *will*: 将范围扩大.
  private static boolean isObjectMarker(char[] folded, Cue cue, CutText cut) {
    return cue.end() - cue.start() == 1
        && folded[cue.start()] == '将'
        && cut.after(cue.end()).filter(word -> OBJECTS.contains(word.part())).isPresent();
  }

  /// A day, month or year after that on which the text was published says *will* by itself.
  private static List<Cue> ahead(
      QuantityExtractor.Reading reading, @Nullable PublicationTime published) {
    if (published == null) {
      return List.of();
    }
    LocalDate day = published.local().toLocalDate();
    return reading.times().stream()
        .filter(time -> time.first() != null && time.first().isAfter(day))
        .map(
            time ->
                new Cue(time.span().start(), time.span().end(), Set.of(Cue.Kind.FUTURE, Cue.DATED)))
        .toList();
  }

  /// One form for an apostrophe, straight or not, as in *didn't*.
  private static char[] folded(String text) {
    char[] folded = Folding.letters(text);
    for (int i = 0; i < folded.length; i++) {
      folded[i] = folded[i] == '’' ? '\'' : folded[i];
    }
    return folded;
  }

  /// Whether a figure stands directly behind the cue: *under 30 minutes*, not *under a plan*.
  private static boolean counts(List<Figure> figures, Cue cue) {
    return figures.stream()
        .anyMatch(
            figure -> figure.start() >= cue.end() && figure.start() - cue.end() <= COUNTED_WITHIN);
  }

  /// What a place of this name is called in the other language; empty if it is none.
  Optional<String> placeInOther(String name) {
    return words.placeInOther(name);
  }

  /// What finds the names in the other language of a thing of this name; empty if nothing is.
  List<OtherName> namesInOther(String name) {
    return words.namesInOther(name);
  }

  /// What opens a sentence is read with a name behind it: 若赫尔姆斯塔德的银行同意.
  private static boolean opens(String text, Cue cue) {
    return cue.is(Cue.Kind.CONDITION)
        && (cue.start() == 0 || "。；;\n".indexOf(text.charAt(cue.start() - 1)) >= 0);
  }

  private static boolean isIn(int place, Span part) {
    return place >= part.start() && place < part.end();
  }

  private static List<Span> parts(String text, Span sentence, boolean[] inFigure) {
    List<Span> parts = new ArrayList<>();
    int from = sentence.start();
    for (int i = sentence.start(); i < sentence.end(); i++) {
      int at = i;
      boolean ends =
          !inFigure[i]
              && (CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0 && !isWithinNumber(text, i)
                  || text.charAt(i) == ' '
                      && (JOINTS.stream().anyMatch(joint -> text.startsWith(joint, at))
                          || text.startsWith(AND, i) && joinsFigures(text, from, i, inFigure)));
      if (ends) {
        add(from, i, parts);
        from = i + 1;
      }
    }
    add(from, sentence.end(), parts);
    return parts;
  }

  /// Whether *and* joins two parts that each have a figure of their own: *Norland rose 3 percent
  /// and Stenby fell 4*, not *3 and 4 percent*.
  private static boolean joinsFigures(String text, int from, int at, boolean[] inFigure) {
    int behind = at + AND.length();
    boolean before = false;
    for (int i = from; i < at; i++) {
      before |= inFigure[i];
    }
    for (int i = behind;
        before && i < text.length() && CLAUSE_ENDS.indexOf(text.charAt(i)) < 0;
        i++) {
      if (inFigure[i]) {
        return i - behind >= FEWEST_BETWEEN;
      }
    }
    return false;
  }

  /// Of each place of the text whether a figure stands there.
  private static boolean[] places(String text, List<Figure> figures) {
    boolean[] places = new boolean[text.length()];
    figures.forEach(figure -> Arrays.fill(places, figure.start(), figure.end(), true));
    return places;
  }

  private static boolean isWithinNumber(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static void add(int from, int to, List<Span> parts) {
    if (to > from) {
      parts.add(new Span(from, to));
    }
  }

  private static List<Figure> figures(String text, QuantityExtractor.Reading reading) {
    List<Figure> figures = new ArrayList<>();
    reading.quantities().forEach(quantity -> figures.add(figure(text, quantity)));
    reading.weak().forEach(quantity -> figures.add(figure(text, quantity)));
    reading.times().forEach(time -> figures.add(figure(time)));
    reading.times().forEach(time -> addListed(text, time, figures));
    addListed(text, figures);
    List<Span> codes = codes(text);
    figures.removeIf(figure -> codes.stream().anyMatch(span(figure)::overlaps));
    figures.sort(Comparator.comparingInt(Figure::start));
    return figures.stream().filter(figure -> !isRate(text, figure, figures)).toList();
  }

  /// Whether it says per what a rate is, and is no figure by itself: *twice a week*.
  private static boolean isRate(String text, Figure figure, List<Figure> figures) {
    return PER.matcher(text).region(figure.start(), figure.end()).matches()
        && figures.stream().anyMatch(each -> each.end() + 1 == figure.start());
  }

  private static Span span(Figure figure) {
    return new Span(figure.start(), figure.end());
  }

  /// Letters and digits that are one name: AI-92, F-35.
  private static List<Span> codes(String text) {
    List<Span> codes = new ArrayList<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      codes.add(new Span(code.start(), code.end()));
    }
    return codes;
  }

  /// Adds the days behind a day that share its month.
  private static void addListed(String text, TimeExpression time, List<Figure> figures) {
    boolean isDay =
        time.day() > 0
            && time.month() > 0
            && time.minute() < 0
            && ENDS_IN_DAY.matcher(time.span().in(text)).find();
    Matcher list = LISTED_DAYS.matcher(text).region(time.span().end(), text.length());
    if (isDay && list.lookingAt()) {
      addDays(text, new Span(list.start(), list.end()), time.month(), figures);
    }
  }

  private static void addListed(String text, List<Figure> figures) {
    Matcher list = CHINESE_LISTED_DAYS.matcher(text);
    while (list.find()) {
      Span days = new Span(list.end(1) + 1, list.end());
      addDays(text, days, Integer.parseInt(list.group(1)), figures);
    }
  }

  private static void addDays(String text, Span days, int month, List<Figure> figures) {
    Matcher day = DAY.matcher(text).region(days.start(), days.end());
    while (day.find()) {
      int number = Integer.parseInt(day.group());
      long key = Term.key(Term.FIGURE, "day" + number);
      figures.add(
          new Figure(day.start(), day.end(), Figure.LISTED_DAY, key, day(month, number), 0));
    }
  }

  private static long day(int month, int day) {
    return Term.key(Term.FIGURE, "month%dday%d".formatted(month, day));
  }

  private static Figure figure(String text, Quantity quantity) {
    String unit = quantity.unit().kind();
    String kind = COUNTING.contains(quantity.unit().code()) ? Figure.COUNT : unit;
    BigDecimal factor = quantity.unit().factor();
    Span span = quantity.span();
    boolean counts = kind.equals(Figure.COUNT) && isMeasured(text.charAt(span.end() - 1));
    return new Figure(
        span.start(),
        span.end(),
        kind,
        Term.key(Term.FIGURE, kind + value(quantity, factor)),
        Term.key(Term.FIGURE, (counts ? kind : "") + value(quantity, BigDecimal.ONE)),
        bound(quantity.modifier()),
        quantity.unit().equals(Units.COUNT) ? size(quantity) : Double.NaN);
  }

  private static double size(Quantity quantity) {
    return quantity.value().map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  /// Whether a number that ends so says what it counts (312个): it is of no other unit.
  static boolean isMeasured(char last) {
    return HanScript.isHan(last) && MAGNITUDES.indexOf(last) < 0;
  }

  private static int bound(Modifier modifier) {
    return switch (modifier) {
      case MORE_THAN, AT_LEAST -> 1;
      case LESS_THAN, AT_MOST, NEARLY -> -1;
      case EXACT, ABOUT, RANGE -> 0;
    };
  }

  /// Whether it is said to be more or less than that is for the check of numbers to say.
  private static String value(Quantity quantity, BigDecimal factor) {
    BigDecimal one = quantity.value().orElse(null);
    return one != null
        ? base(one, factor)
        : base(quantity.low(), factor) + "|" + base(quantity.high(), factor);
  }

  private static String base(@Nullable BigDecimal value, BigDecimal factor) {
    return value == null ? "" : value.multiply(factor).stripTrailingZeros().toPlainString();
  }

  /// A day is known by its number: a text may leave out month and year.
  private static Figure figure(TimeExpression time) {
    String value =
        time.day() > 0
            ? "day" + time.day()
            : time.month() > 0
                ? months(time)
                : time.minute() >= 0
                    ? "minute" + time.minute()
                    : time.grain().word() + time.part() + "of" + time.year();
    long key = Term.key(Term.FIGURE, value);
    boolean hour = time.day() == 0 && time.month() == 0 && time.minute() >= 0;
    return new Figure(
        time.span().start(),
        time.span().end(),
        hour ? Figure.CLOCK : Figure.TIME,
        key,
        time.day() > 0 && time.month() > 0 ? day(time.month(), time.day()) : key,
        0);
  }

  private static String months(TimeExpression time) {
    return "month" + time.month() + (time.grain() == Grain.MONTHS ? "to" + time.part() : "");
  }

  /// @param named takes the names
  private List<Term> terms(
      String text, char[] folded, List<Figure> figures, List<Figure> named, Heard heard) {
    List<Term> terms = new ArrayList<>();
    boolean[] taken = places(text, figures);
    for (Figure figure : figures) {
      // a text may leave the unit out, or have one that is not known
      long[] keys = {figure.key(), figure.value()};
      terms.add(new Term(figure.start(), figure.end(), Term.Kind.FIGURE, keys, FIGURE));
    }
    for (Span code : codes(text)) {
      long key = Namesakes.key(code.in(text));
      named.add(new Figure(code.start(), code.end(), THING, key, key, 0));
      terms.add(new Term(code.start(), code.end(), Term.Kind.NAME, new long[] {key}, NAME));
      Arrays.fill(taken, code.start(), code.end(), true);
    }
    for (Tag tag : names.read("", List.of(text))) {
      for (Tag.Mention mention : tag.mentions()) {
        Span span = mention.span();
        if (!isTaken(taken, span.start(), span.end())) {
          long key =
              tag.isRead() ? Namesakes.key(span.in(text)) : Term.key(Term.NAME, tag.entity());
          named.add(new Figure(span.start(), span.end(), kind(tag.type()), key, key, 0));
          terms.add(new Term(span.start(), span.end(), Term.Kind.NAME, new long[] {key}, NAME));
          if (!tag.isRead()) {
            Arrays.fill(taken, span.start(), span.end(), true);
          }
        }
      }
    }
    named.sort(Comparator.comparingInt(Figure::start));
    latin(text, folded, taken, terms, heard);
    han(folded, taken, terms, heard);
    terms.sort(Comparator.comparingInt(Term::start));
    return terms;
  }

  private static String kind(EntityType type) {
    return switch (type) {
      case COMPANY, ORGANISATION -> "body";
      case PERSON -> PERSON;
      case PLACE -> "place";
      case INDUSTRY, PRODUCT, EVENT, CONCEPT -> THING;
    };
  }

  private static boolean isTaken(boolean[] taken, int start, int end) {
    for (int i = start; i < end; i++) {
      if (taken[i]) {
        return true;
      }
    }
    return false;
  }

  private void latin(String text, char[] folded, boolean[] taken, List<Term> terms, Heard heard) {
    List<Span> places = new ArrayList<>();
    List<String> stemmed = new ArrayList<>();
    int i = 0;
    while (i < folded.length) {
      int end = i;
      while (end < folded.length && isWordPart(folded, end) && !taken[end]) {
        end++;
      }
      if (end > i) {
        places.add(new Span(i, end));
        stemmed.add(EnglishBase.stem(new String(folded, i, end - i)));
      }
      i = Math.max(end, i + 1);
    }
    int at = 0;
    while (at < places.size()) {
      Span place = places.get(at);
      String word = new String(folded, place.start(), place.end() - place.start());
      NewsWords.Found found = words.latin(stemmed, at);
      if (found != null) {
        Span last = places.get(found.end() - 1);
        terms.add(meaning(found, place.start(), last.end(), stemmed.get(at), MEANING));
        at = found.end();
        continue;
      }
      if (word.length() >= LEAST_LETTERS && !stops.contains(word)) {
        boolean name = Character.isUpperCase(text.charAt(place.start()));
        long sound = name ? heard.han(word) : 0;
        long letters = Term.key(Term.LETTERS, stemmed.get(at));
        terms.add(
            sound != 0
                ? new Term(place.start(), place.end(), Term.Kind.NAME, new long[] {sound}, NAME)
                : new Term(
                    place.start(),
                    place.end(),
                    Term.Kind.LETTERS,
                    new long[] {letters},
                    name ? LETTERS * 1.5 : LETTERS));
      }
      at++;
    }
  }

  private static boolean isWordPart(char[] text, int at) {
    char c = text[at];
    boolean inner = (c == '\'' || c == '’') && at > 0 && WordTable.isLatin(text[at - 1]);
    return WordTable.isLatin(c) || inner;
  }

  private static Term meaning(
      NewsWords.Found found, int start, int end, String stem, double weight) {
    long[] keys = new long[found.meanings().size() + 1];
    for (int k = 0; k < found.meanings().size(); k++) {
      keys[k] = found.meanings().get(k);
    }
    keys[keys.length - 1] = Term.key(Term.LETTERS, stem);
    return new Term(start, end, Term.Kind.MEANING, keys, weight);
  }

  private void han(char[] folded, boolean[] taken, List<Term> terms, Heard heard) {
    int i = 0;
    while (i < folded.length) {
      if (taken[i] || !HanScript.isHan(folded[i])) {
        i++;
        continue;
      }
      if (i + 1 < folded.length && HanScript.isHan(folded[i + 1]) && !taken[i + 1]) {
        terms.add(pair(folded, i));
        Term sound = heard.latin(folded, i);
        if (sound != null) {
          terms.add(sound);
        }
      }
      NewsWords.Found found = words.han(folded, i);
      if (found != null && !isTaken(taken, i, found.end())) {
        String word = new String(folded, i, found.end() - i);
        terms.add(
            meaning(found, i, found.end(), word, word.length() > 1 ? MEANING : SHORT_MEANING));
        for (int k = i + 1; k + 1 < found.end(); k++) {
          terms.add(pair(folded, k));
        }
        i = found.end();
        continue;
      }
      i++;
    }
  }

  private static Term pair(char[] folded, int at) {
    long[] key = {Term.pair(folded[at], folded[at + 1])};
    return new Term(at, at + 2, Term.Kind.PAIR, key, PAIR);
  }
}
