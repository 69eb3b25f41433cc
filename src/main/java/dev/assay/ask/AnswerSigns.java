package dev.assay.ask;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Units;
import dev.assay.search.AskedTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What sentences have that can answer a question of its kind: numbers, days, names, words such as
/// *because*. Each sentence is read once; for one question and one thread.
final class AnswerSigns {

  /// How far from the beginning of a name it may be said what it is, in characters.
  private static final int DEFINED_WITHIN = 60;

  /// Between clauses that are sentences of their own.
  private static final Pattern APART = Pattern.compile("[;；]");

  /// How far behind *one* what is counted may begin, in characters.
  private static final int COUNTED_WITHIN = 12;

  /// Things that are set side by side beyond the first, from which on they are a list.
  private static final int SEVERAL = 2;

  /// A term stands somewhere with this much of it.
  private static final double STANDS = 0.5;

  private final AskedQuestion question;
  private final int thing;
  private final AskWords words;
  private final QuantityExtractor numbers;
  private final Set<BigDecimal> ordinals;
  private final boolean refusesAges;
  private final IdentityHashMap<CandidateSentence, QuantityExtractor.Reading> read =
      new IdentityHashMap<>();
  private final IdentityHashMap<CandidateSentence, List<Word>> otherNames = new IdentityHashMap<>();
  private final IdentityHashMap<CandidateSentence, Fit> fits = new IdentityHashMap<>();
  private final IdentityHashMap<CandidateSentence, Set<String>> given = new IdentityHashMap<>();

  /// @param thing the term that says most; -1 if there is none
  AnswerSigns(AskedQuestion question, int thing, AskWords words, QuantityExtractor numbers) {
    this.question = question;
    this.thing = thing;
    this.words = words;
    this.numbers = numbers;
    Language language = question.chinese() ? Language.ZH_HANS : Language.EN;
    this.ordinals = ordinals(numbers.read(question.text(), language, null));
    this.refusesAges =
        question.families().equals(Set.of(UnitFamily.SPAN))
            && !words.tellsAnAge(AskWords.plain(question.text()));
  }

  /// How the kind of an answer fits what the sentence has beside the words of the question.
  enum Fit {
    /// What is asked for.
    FITS,
    /// Something like it.
    SOME,
    NO,
    /// The kind can be told by no sign.
    OPEN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a sentence fits the kind of the answer.
  Fit fit(CandidateSentence candidate) {
    return fits.computeIfAbsent(candidate, this::findFit);
  }

  private Fit findFit(CandidateSentence candidate) {
    return switch (question.kind()) {
      case FIGURE -> figure(candidate);
      case DATE -> date(candidate);
      case WHO -> named(candidate, true);
      case WHERE -> named(candidate, false);
      case DEFINITION -> defines(candidate) ? Fit.FITS : Fit.NO;
      case LIST, WHY, HOW, SUMMARY, COMPARE, WHETHER, OTHER -> Fit.OPEN;
    };
  }

  /// Whether a sentence has what is sought, as far as that shows.
  boolean has(Sought sought, CandidateSentence candidate) {
    return switch (sought) {
      case AMOUNT, SUM, PRICE, SHARE, SPAN, FIGURE -> hasFigure(candidate);
      case DATE -> date(candidate) == Fit.FITS;
      case NAME -> named(candidate, true) != Fit.NO;
      case PLACE -> named(candidate, false) != Fit.NO;
      case ANYTHING -> true;
    };
  }

  /// Whether a sentence has a figure of the sort that is asked for, of what is asked; where it is
  /// asked how many, what is counted must stand there. What opens a list can be counted.
  private boolean hasFigure(CandidateSentence candidate) {
    boolean counts = question.families().equals(Set.of(UnitFamily.COUNT));
    if (counts && candidate.opens()) {
      return true;
    }
    QuantityExtractor.Reading reading = read(candidate);
    boolean stated =
        reading.quantities().stream()
            .filter(this::isNew)
            .filter(one -> isOfFamily(one) && isOfTheThing(one, candidate))
            .filter(one -> !refusesAges || !isAge(one, candidate))
            .anyMatch(one -> !counts || !isOne(one) || isCounted(one, candidate));
    boolean used =
        reading.weak().stream()
            .filter(one -> !one.unit().equals(Units.ORDINAL) && !isOne(one))
            .anyMatch(one -> question.families().isEmpty() || counts && isCounted(one, candidate));
    return (stated || used) && hasCounted(candidate);
  }

  /// Whether a sentence lists what is asked how many there are of: that can be counted, though
  /// nobody did.
  boolean lists(CandidateSentence candidate) {
    int counted = question.counted() < 0 ? question.before() : question.counted();
    return question.families().equals(Set.of(UnitFamily.COUNT))
        && counted >= 0
        && Math.max(candidate.near()[counted], candidate.paragraph()[counted]) >= STANDS
        && (candidate.place().kind() == Paragraph.Kind.LIST
            || SentenceFeatures.items(candidate) >= SEVERAL);
  }

  /// Whether a length of time is how old somebody is: by its words, or without a unit behind a name
  /// and a comma (*Ann Lee, 58*).
  private boolean isAge(Quantity quantity, CandidateSentence candidate) {
    String written = AskWords.plain(quantity.span().in(candidate.text()));
    boolean bare = written.chars().noneMatch(Character::isLetter);
    return UnitFamily.of(quantity.unit()) == UnitFamily.SPAN
        && (words.tellsAnAge(written) || bare && isBehindName(quantity, candidate.text()));
  }

  private static boolean isBehindName(Quantity quantity, String text) {
    String before = text.substring(0, quantity.span().start()).stripTrailing();
    Span named = new Span(0, Math.max(0, before.length() - 1));
    return before.endsWith(",")
        && WordCutter.of(before, named).stream()
            .anyMatch(word -> word.part().isName() && word.end() == named.end());
  }

  /// Whether the question is of one of a row by its place (*the 8th summit*, 第8届), and a sentence
  /// names others and not this one.
  boolean isOfAnother(CandidateSentence candidate) {
    Set<BigDecimal> told = ordinals.isEmpty() ? Set.of() : ordinals(read(candidate));
    return !told.isEmpty() && told.stream().noneMatch(ordinals::contains);
  }

  /// The ordinals that are named, without the first: of the first is told in many words (首次, *the
  /// initial one*), and *for the first time* of any.
  private static Set<BigDecimal> ordinals(QuantityExtractor.Reading reading) {
    return reading.weak().stream()
        .filter(one -> one.unit().equals(Units.ORDINAL) && !isOne(one))
        .flatMap(one -> one.value().stream())
        .collect(Collectors.toSet());
  }

  private boolean isOfFamily(Quantity quantity) {
    return question.families().isEmpty()
        || question.families().contains(UnitFamily.of(quantity.unit()));
  }

  /// Whether what is asked stands in the clause of a quantity, as far as it stands in the sentence:
  /// a figure behind a semicolon is of something else.
  private boolean isOfTheThing(Quantity quantity, CandidateSentence candidate) {
    String text = candidate.text();
    int start = 0;
    int end = text.length();
    for (MatchResult mark : (Iterable<MatchResult>) APART.matcher(text).results()::iterator) {
      start = mark.end() <= quantity.span().start() ? mark.end() : start;
      end = mark.start() >= quantity.span().end() ? Math.min(end, mark.start()) : end;
    }
    double inClause = 0;
    double inSentence = 0;
    for (int i = 0; i < question.size(); i++) {
      if (candidate.own().degrees()[i] >= STANDS) {
        int at = candidate.own().at()[i] - candidate.span().start();
        inSentence += question.weight(i);
        inClause += at >= start && at < end ? question.weight(i) : 0;
      }
    }
    return inClause >= inSentence / 2;
  }

  /// *One* is mostly no number.
  private static boolean isOne(Quantity quantity) {
    return quantity.value().filter(value -> value.compareTo(BigDecimal.ONE) == 0).isPresent();
  }

  /// Whether what is counted stands right behind a quantity.
  private boolean isCounted(Quantity quantity, CandidateSentence candidate) {
    if (question.counted() < 0 || candidate.own().degrees()[question.counted()] < STANDS) {
      return false;
    }
    int apart =
        candidate.own().at()[question.counted()] - candidate.span().start() - quantity.span().end();
    return Math.abs(apart) <= COUNTED_WITHIN;
  }

  /// Whether what is counted stands in the sentence or beside it: of people, anybody.
  private boolean hasCounted(CandidateSentence candidate) {
    if (question.counted() < 0 || candidate.near()[question.counted()] >= STANDS) {
      return true;
    }
    AskedTerms.Term counted = question.terms().terms().get(question.counted());
    return words.isAnybody(AskWords.plain(counted.text()))
        && words.namesAnybody(AskWords.plain(candidate.text()));
  }

  private Fit figure(CandidateSentence candidate) {
    QuantityExtractor.Reading reading = read(candidate);
    Fit fit = Fit.NO;
    for (Quantity quantity : reading.quantities()) {
      if (isNew(quantity)) {
        fit = isOfFamily(quantity) ? Fit.FITS : fit == Fit.NO ? Fit.SOME : fit;
      }
    }
    boolean weak = fit == Fit.NO && !reading.weak().isEmpty();
    return weak ? Fit.SOME : fit;
  }

  /// Whether the question does not state it itself.
  private boolean isNew(Quantity quantity) {
    return question.quantities().stream().noneMatch(asked -> isSame(asked, quantity));
  }

  private static boolean isSame(Quantity one, Quantity other) {
    return one.unit().equals(other.unit())
        && one.value().isPresent()
        && other.value().isPresent()
        && one.value().get().compareTo(other.value().get()) == 0;
  }

  private Fit date(CandidateSentence candidate) {
    Fit fit = Fit.NO;
    for (TimeExpression time : read(candidate).times()) {
      boolean asked = question.times().stream().anyMatch(one -> one.iso().equals(time.iso()));
      boolean dates = time.year() > 0 || time.month() > 0;
      fit = !asked && dates ? Fit.FITS : fit == Fit.NO ? Fit.SOME : fit;
    }
    return fit;
  }

  /// Whether the sentence has a name that the question has not.
  private Fit named(CandidateSentence candidate, boolean actor) {
    Fit fit = Fit.NO;
    for (Word word : otherNames(candidate)) {
      fit = fits(word, actor) ? Fit.FITS : fit == Fit.NO ? Fit.SOME : fit;
    }
    return fit;
  }

  private static boolean fits(Word word, boolean actor) {
    return word.part() == Word.Part.NAME || (word.part() == Word.Part.PLACE) != actor;
  }

  /// Whether the thing that is asked about is said to be something, right behind its name.
  private boolean defines(CandidateSentence candidate) {
    if (thing < 0) {
      return false;
    }
    int at = candidate.own().at()[thing];
    String text = candidate.place().text();
    int end = Math.min(candidate.span().end(), at + DEFINED_WITHIN);
    return at >= 0 && words.defines(AskWords.plain(text.substring(at, Math.max(at, end))));
  }

  /// Where in the paragraph that stands which answers such a question: numbers, times and names
  /// that the question has not, and words such as *because*.
  List<Integer> places(CandidateSentence candidate) {
    int start = candidate.span().start();
    QuantityExtractor.Reading reading = read(candidate);
    List<Integer> found = new ArrayList<>();
    if (question.kind() == AskedKind.FIGURE || question.kind() == AskedKind.OTHER) {
      reading.quantities().stream()
          .filter(this::isNew)
          .forEach(one -> found.add(start + one.span().start()));
    }
    words
        .answers(question.kind(), AskWords.plain(candidate.text()))
        .forEach(at -> found.add(start + at));
    if (question.kind() == AskedKind.DATE) {
      reading.times().forEach(one -> found.add(start + one.span().start()));
    }
    if (question.kind() == AskedKind.WHO || question.kind() == AskedKind.WHERE) {
      boolean actor = question.kind() == AskedKind.WHO;
      otherNames(candidate).stream()
          .filter(word -> fits(word, actor))
          .forEach(word -> found.add(word.start()));
    }
    return found;
  }

  /// What a sentence has that can be the answer and that the question has not.
  Set<String> given(CandidateSentence candidate) {
    return given.computeIfAbsent(candidate, this::findGiven);
  }

  private Set<String> findGiven(CandidateSentence candidate) {
    return switch (question.kind()) {
      case FIGURE, OTHER ->
          read(candidate).quantities().stream()
              .filter(this::isNew)
              .flatMap(one -> one.value().map(value -> plain(value) + one.unit().code()).stream())
              .collect(Collectors.toSet());
      case DATE ->
          read(candidate).times().stream()
              .filter(time -> time.month() > 0 || time.year() > 0)
              .map(TimeExpression::iso)
              .filter(iso -> question.times().stream().noneMatch(time -> time.iso().equals(iso)))
              .collect(Collectors.toSet());
      case WHO, WHERE ->
          otherNames(candidate).stream()
              .filter(word -> fits(word, question.kind() == AskedKind.WHO))
              .map(word -> AskWords.plain(word.in(candidate.place().text())))
              .collect(Collectors.toSet());
      case LIST, WHY, HOW, DEFINITION, SUMMARY, COMPARE, WHETHER -> Set.of();
    };
  }

  /// A number in the one way in which it is written out: 1.5 million and 1,500,000 are one.
  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /// The quantities and times of a sentence; it is read once.
  QuantityExtractor.Reading read(CandidateSentence candidate) {
    return read.computeIfAbsent(
        candidate,
        one -> numbers.read(one.text(), one.article().language(), one.article().publishedAt()));
  }

  /// Names of the sentence that the question has not; they are looked for once.
  private List<Word> otherNames(CandidateSentence candidate) {
    return otherNames.computeIfAbsent(candidate, this::findOtherNames);
  }

  private List<Word> findOtherNames(CandidateSentence candidate) {
    String text = candidate.place().text();
    String asked = AskWords.plain(question.text());
    return WordCutter.of(text, candidate.span()).stream()
        .filter(word -> word.part().isName() && !asked.contains(AskWords.plain(word.in(text))))
        .toList();
  }
}
