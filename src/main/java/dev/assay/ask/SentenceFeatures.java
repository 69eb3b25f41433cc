package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.weigh.Features;
import dev.assay.article.Article;
import dev.assay.search.AskedTerms;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What speaks for each of the sentences that may answer a question, and what for that none does.
///
/// How much each counts was learned (`ask-weights.tsv`); nothing here decides.
final class SentenceFeatures {

  /// Steps in which a share is told.
  private static final int STEPS = 10;

  private static final String[] STEP_NAMES =
      IntStream.rangeClosed(0, STEPS).mapToObj(Integer::toString).toArray(String[]::new);

  /// Two terms of a question that are this near in a sentence, in characters, stand together.
  private static final int TOGETHER = 24;

  /// Between things that are set side by side.
  private static final Pattern LISTED =
      Pattern.compile("、|；|;|, (?=\\S+(?: \\S+){0,5}?(?:,| and | or ))| and (?=[A-Z])");

  /// From this on something stands there.
  private static final double HALF = 0.5;

  private final AskedQuestion question;
  private final AskWords words;
  private final AnswerSigns signs;
  private final Features like;
  private final List<CandidateSentence> candidates;
  private final int[] byRarity;

  /// Which terms are names, and which are numbers.
  private final boolean[] proper;

  private final boolean[] number;
  private final boolean looksAhead;
  private final double mostOwn;
  private final double mostGuess;
  private final double mostContent;

  /// @param like a bag for the same purpose as those that are made
  SentenceFeatures(
      AskedQuestion question,
      List<CandidateSentence> candidates,
      AskWords words,
      QuantityExtractor numbers,
      Features like) {
    this.question = question;
    this.candidates = candidates;
    this.words = words;
    this.like = like;
    this.byRarity =
        IntStream.range(0, question.size())
            .filter(i -> question.weight(i) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -question.weight(i)))
            .mapToInt(i -> i)
            .toArray();
    this.signs = new AnswerSigns(question, byRarity.length == 0 ? -1 : byRarity[0], words, numbers);
    this.proper = properNames(question);
    this.number = new boolean[question.size()];
    for (int i = 0; i < number.length; i++) {
      number[i] = question.terms().terms().get(i).number();
    }
    this.looksAhead = words.looksAhead(AskWords.plain(question.text()));
    this.mostOwn = most(c -> question.share(c.own().degrees()));
    this.mostContent = most(c -> c.content(c.own().degrees()));
    this.mostGuess = most(CandidateSentence::guess);
  }

  /// Which terms are names: of what Assay knows, as a word list says, or by a capital.
  static boolean[] properNames(AskedQuestion question) {
    String text = question.text();
    List<Word> words = WordCutter.of(text, CandidateSentences.all(text));
    boolean[] proper = new boolean[question.size()];
    for (int i = 0; i < proper.length; i++) {
      AskedTerms.Term term = question.terms().terms().get(i);
      boolean capital = term.span().start() > 0 && Character.isUpperCase(term.text().charAt(0));
      boolean name =
          words.stream()
              .anyMatch(
                  word ->
                      word.part().isName()
                          && word.start() < term.span().end()
                          && word.end() > term.span().start());
      proper[i] = term.named() || capital || name;
    }
    return proper;
  }

  /// The features of each candidate, in order.
  List<Features> all() {
    return candidates.stream().map(candidate -> of(candidate, signs.fit(candidate))).toList();
  }

  /// What tells of a sentence whether it has what an answer must have.
  AnswerSigns signs() {
    return signs;
  }

  /// Where a term stands, seen from a sentence.
  private String where(CandidateSentence candidate, int term) {
    if (candidate.own().degrees()[term] >= 0.5) {
      return "own";
    }
    if (candidate.near()[term] >= 0.5) {
      return "near";
    }
    if (candidate.paragraph()[term] >= 0.5) {
      return "paragraph";
    }
    if (candidate.in().whole()[term] >= 0.5) {
      return "article";
    }
    return question.terms().terms().get(term).articles() == 0 ? "nowhere" : "elsewhere";
  }

  /// A count as all the numbers up to it, at most three.
  private static void addCount(String name, long count, Features features) {
    for (int step = 1; step <= Math.min(3, count); step++) {
      features.add(name, STEP_NAMES[step]);
    }
  }

  private static int step(double share) {
    return (int) Math.min(STEPS, Math.floor(share * STEPS + 1e-9));
  }

  /// A share as all the steps that it reaches, so that what is learned of one step holds above it.
  static void add(String name, double share, Features features) {
    for (int step = 1; step <= step(share); step++) {
      features.add(name, STEP_NAMES[step]);
    }
  }

  static void add(String name, double share, String of, Features features) {
    for (int step = 1; step <= step(share); step++) {
      features.add(name, of, STEP_NAMES[step]);
    }
  }

  private Features of(CandidateSentence candidate, AnswerSigns.Fit fit) {
    Features features = Features.like(like);
    String kind = question.kind().word();
    double own = question.share(candidate.own().degrees());
    add("own", own, features);
    add("own.kind", own, kind, features);
    add("own.most", mostOwn == 0 ? 0 : own / mostOwn, features);
    add("head", question.share(candidate.in().head()), features);
    add("guess.most", mostGuess == 0 ? 0 : candidate.guess() / mostGuess, features);
    double content = candidate.content(candidate.own().degrees());
    add("content", content, features);
    add("content.kind", content, kind, features);
    add("content.most", mostContent == 0 ? 0 : content / mostContent, features);
    add("content.near", candidate.content(candidate.near()), features);
    add("content.paragraph", candidate.content(candidate.paragraph()), features);
    add("content.whole", candidate.content(candidate.in().whole()), features);
    int[] told = byContent(candidate);
    for (int place = 0; place < Math.min(2, told.length); place++) {
      features.add("told", Integer.toString(place), where(candidate, told[place]));
    }
    candidate.previous().ifPresent(before -> addBeside("before", before, kind, features));
    candidate.next().ifPresent(behind -> addBeside("behind", behind, kind, features));
    add("near.answer", nearAnswer(candidate), kind, features);
    add("near", question.share(candidate.near()), features);
    add("paragraph", question.share(candidate.paragraph()), features);
    add("whole", question.share(candidate.in().whole()), features);
    for (int place = 0; place < Math.min(3, byRarity.length); place++) {
      features.add("rare", Integer.toString(place), where(candidate, byRarity[place]));
    }
    addAsked("before", question.before(), candidate, kind, features);
    addAsked("after", question.after(), candidate, kind, features);
    features.add("names", names(candidate));
    features.add("fit", kind, fit.word());
    add("fit.own", own, fit.word(), features);
    add("fit.content", content, fit.word(), features);
    features.add("cue", kind, hasCue(candidate) ? "yes" : "no");
    addTimes("time", candidate, features);
    features.add("numbers", numbers(candidate));
    addPlace(candidate, features);
    add("together", together(candidate), features);
    return features;
  }

  /// What stands beside: a label before its value, the deed before what came of it.
  private void addBeside(String name, CandidateSentence beside, String kind, Features features) {
    double content = beside.content(beside.own().degrees());
    add(name + (beside.opens() ? ".opens" : ""), content, features);
    double guess = mostGuess == 0 ? 0 : beside.guess() / mostGuess;
    add(name + ".guess", guess, features);
    features.add(name + ".kind", kind, guess > 0.8 ? "high" : guess > 0.5 ? "some" : "low");
  }

  /// How near what fits the kind of the answer stands to a term of the question that tells this
  /// sentence from the others: 1 where they touch, 0 where there is none of it.
  private double nearAnswer(CandidateSentence candidate) {
    List<Integer> answers = signs.places(candidate);
    double nearest = 0;
    for (int i = 0; i < question.size(); i++) {
      int at = candidate.own().at()[i];
      if (at >= 0 && candidate.in().local()[i] > strong(candidate)) {
        for (int answer : answers) {
          double apart = Math.abs(answer - at) / (isChinese(candidate) ? 20.0 : 60.0);
          nearest = Math.max(nearest, 1 / (1 + apart));
        }
      }
    }
    return nearest;
  }

  /// A term that tells more than half as much as the one that tells most.
  private static double strong(CandidateSentence candidate) {
    return Arrays.stream(candidate.in().local()).max().orElse(0) / 2;
  }

  /// Terms by what they tell of this sentence among those of its article, those that tell most
  /// first.
  private int[] byContent(CandidateSentence candidate) {
    double[] local = candidate.in().local();
    return IntStream.range(0, question.size())
        .filter(i -> question.weight(i) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -local[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  private void addAsked(
      String name, int term, CandidateSentence candidate, String kind, Features features) {
    String where = term < 0 ? "none" : where(candidate, term);
    features.add(name, where);
    features.add(name + ".kind", where, kind);
  }

  /// Where the names of the question stand.
  private String names(CandidateSentence candidate) {
    int own = 0;
    int whole = 0;
    int all = 0;
    for (int i = 0; i < question.size(); i++) {
      if (question.terms().terms().get(i).named()) {
        all++;
        own += candidate.own().degrees()[i] >= 0.5 ? 1 : 0;
        whole += candidate.in().whole()[i] >= 0.5 ? 1 : 0;
      }
    }
    return all == 0
        ? "none"
        : own == all ? "own" : whole == all ? "whole" : whole > 0 ? "some" : "missing";
  }

  /// Where the numbers of the question stand, the year too.
  private String numbers(CandidateSentence candidate) {
    return farthest(candidate, number);
  }

  /// The farthest place of the terms that are meant; what an article is about stands at its head.
  private String farthest(CandidateSentence candidate, boolean[] meant) {
    int farthest = -1;
    for (int i = 0; i < question.size(); i++) {
      if (meant[i]) {
        int place = NEAREST_FIRST.indexOf(where(candidate, i));
        boolean atHead = candidate.in().head()[i] >= HALF;
        farthest = Math.max(farthest, atHead ? Math.min(place, AT_HEAD) : place);
      }
    }
    return farthest < 0 ? "none" : NEAREST_FIRST.get(farthest);
  }

  private void addTimes(String name, CandidateSentence candidate, Features features) {
    if (question.times().isEmpty()) {
      return;
    }
    Article article = candidate.article();
    List<TimeExpression> told = signs.read(candidate).times();
    for (TimeExpression asked : question.times()) {
      boolean same = told.stream().anyMatch(time -> isWithin(time, asked));
      boolean other =
          told.stream()
              .anyMatch(time -> time.year() > 0 && asked.year() > 0 && time.year() != asked.year());
      boolean published =
          article.publishedAt() != null
              && asked.first() != null
              && asked.last() != null
              && !article.publishedAt().local().toLocalDate().isBefore(asked.first())
              && !article.publishedAt().local().toLocalDate().isAfter(asked.last());
      features.add(name, same ? "same" : other ? "other" : published ? "published" : "untold");
    }
  }

  /// Whether a time is the asked one or lies within it, as far as both say.
  private static boolean isWithin(TimeExpression time, TimeExpression asked) {
    return (asked.year() == 0 || time.year() == asked.year())
        && (asked.month() == 0 || time.month() == asked.month())
        && (asked.day() == 0 || time.day() == asked.day())
        && (asked.part() == 0 || time.part() == asked.part());
  }

  private static String plain(CandidateSentence candidate) {
    return AskWords.plain(candidate.text());
  }

  private void addPlace(CandidateSentence candidate, Features features) {
    features.add("place", place(candidate));
    features.add("rank", rank(candidate));
    int length = candidate.text().length() * (isChinese(candidate) ? 3 : 1);
    features.add("length", Integer.toString(Math.min(10, length / 40)));
    features.add("paragraph.kind", candidate.place().kind().word());
    features.add("end", end(candidate));
    features.add("language", isChinese(candidate) == question.chinese() ? "same" : "other");
  }

  private static String place(CandidateSentence candidate) {
    int number = candidate.place().number();
    return number == 1 ? "1" : number <= 3 ? "3" : number <= 10 ? "10" : "far";
  }

  private static String rank(CandidateSentence candidate) {
    int rank = candidate.in().rank();
    return rank < 3 ? Integer.toString(rank) : rank < 6 ? "5" : rank < 12 ? "11" : "far";
  }

  /// The share of what is asked of the thing: of all terms but names and numbers.
  private double asked(double[] degrees) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < question.size(); i++) {
      if (!proper[i] && !number[i]) {
        sum += question.weight(i) * degrees[i];
        all += question.weight(i);
      }
    }
    return all == 0 ? 1 : sum / all;
  }

  private boolean hasCue(CandidateSentence candidate) {
    return !words.answers(question.kind(), plain(candidate)).isEmpty();
  }

  private String end(CandidateSentence candidate) {
    char end = candidate.text().charAt(candidate.text().length() - 1);
    return end == '?' || end == '？' || words.asks(plain(candidate))
        ? "asks"
        : candidate.opens() ? "opens" : "stop";
  }

  private static boolean isChinese(CandidateSentence candidate) {
    return candidate.article().language().isChinese();
  }

  /// The share of neighbouring terms of the question that stand together in the sentence.
  private double together(CandidateSentence candidate) {
    int pairs = 0;
    int[] at = candidate.own().at();
    for (int i = 0; i + 1 < at.length; i++) {
      pairs += at[i] >= 0 && at[i + 1] >= 0 && Math.abs(at[i] - at[i + 1]) <= TOGETHER ? 1 : 0;
    }
    return at.length < 2 ? 0 : (double) pairs / (at.length - 1);
  }

  /// What tells of each candidate whether it says what is asked, however many do.
  List<Features> told() {
    return candidates.stream().map(this::told).toList();
  }

  private Features told(CandidateSentence candidate) {
    Features features = Features.like(like);
    String length = question.kind().isShort() ? "short" : "long";
    String kind = question.kind().word();
    AnswerSigns.Fit fit = signs.fit(candidate);
    double own = question.share(candidate.own().degrees());
    add("t.own", own, features);
    add("t.own", own, length, features);
    add("t.own.most", mostOwn == 0 ? 0 : own / mostOwn, features);
    add("t.most", mostOwn, features);
    add("t.joint", joint(candidate), features);
    add("t.near", question.share(candidate.near()), features);
    add("t.whole", question.share(candidate.in().whole()), features);
    add("t.near.answer", nearAnswer(candidate), length, features);
    features.add("t.fit", kind, fit.word());
    features.add("t.fit.own", fit.word(), own >= HALF ? "half" : "less");
    String thing = farthest(candidate, proper);
    String constraint = numbers(candidate);
    double property = asked(candidate.own().degrees());
    features.add("t.names", thing);
    add("t.property", property, length, features);
    add("t.property.near", asked(candidate.near()), features);
    features.add("t.meets", length, meets(candidate) ? "yes" : "no");
    add("t.together", together(candidate), features);
    add("t.head", question.share(candidate.in().head()), features);
    features.add("t.rank", rank(candidate));
    features.add("t.place", place(candidate));
    addCount("t.agree", agreeing(candidate), features);
    features.add("t.paragraph", candidate.place().kind().word());
    features.add("t.lost", kind, Integer.toString(Math.min(2, lost(candidate))));
    features.add("t.numbers", constraint);
    for (int place = 0; place < Math.min(3, byRarity.length); place++) {
      features.add("t.rare", Integer.toString(place), where(candidate, byRarity[place]));
    }
    addTimes("t.time", candidate, features);
    features.add("t.cue", kind, hasCue(candidate) ? "yes" : "no");
    features.add("t.items", kind, STEP_NAMES[Math.min(3, items(candidate))]);
    features.add("t.ahead", looksAhead ? "asked" : "not", looksAhead(candidate) ? "told" : "not");
    features.add("t.about", kind, aboutWhat(candidate));
    features.add("t.end", end(candidate));
    features.add("t.language", isChinese(candidate) == question.chinese() ? "same" : "other");
    features.add("t.kind", kind);
    return features;
  }

  /// What tells of each candidate by itself whether it adds anything to others.
  List<Features> alone() {
    return candidates.stream().map(this::alone).toList();
  }

  private Features alone(CandidateSentence candidate) {
    Features features = Features.like(like);
    String length = question.kind().isShort() ? "short" : "long";
    add("n.own", question.share(candidate.own().degrees()), length, features);
    add("n.property", asked(candidate.own().degrees()), features);
    features.add("n.fit", question.kind().word(), signs.fit(candidate).word());
    features.add("n.names", farthest(candidate, proper));
    features.add("n.numbers", numbers(candidate));
    for (int place = 0; place < Math.min(2, byRarity.length); place++) {
      features.add("n.rare", Integer.toString(place), where(candidate, byRarity[place]));
    }
    features.add("n.cue", question.kind().word(), hasCue(candidate) ? "yes" : "no");
    features.add("n.items", question.kind().word(), STEP_NAMES[Math.min(3, items(candidate))]);
    features.add("n.language", isChinese(candidate) == question.chinese() ? "same" : "other");
    return features;
  }

  /// Which terms of the question are names.
  boolean[] proper() {
    return proper;
  }

  /// How many things a sentence sets side by side, beyond the first.
  static int items(CandidateSentence candidate) {
    return (int) LISTED.matcher(candidate.text()).results().limit(3).count();
  }

  private boolean looksAhead(CandidateSentence candidate) {
    return words.looksAhead(plain(candidate));
  }

  /// Where in a sentence the first name stands that is asked about: what it begins with it is
  /// mostly about.
  private String aboutWhat(CandidateSentence candidate) {
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < question.size(); i++) {
      if (proper[i] && candidate.own().degrees()[i] >= HALF) {
        first = Math.min(first, candidate.own().at()[i] - candidate.span().start());
      }
    }
    return first == Integer.MAX_VALUE
        ? "none"
        : first * 4 <= candidate.text().length() ? "begins" : "behind";
  }

  /// Whether a sentence is about the thing, under the conditions that are asked, with most of what
  /// is asked of it and in the form of an answer.
  private boolean meets(CandidateSentence candidate) {
    AnswerSigns.Fit fit = signs.fit(candidate);
    return isAbout(candidate)
        && asked(candidate.own().degrees()) >= HALF
        && fit != AnswerSigns.Fit.NO
        && fit != AnswerSigns.Fit.SOME;
  }

  /// Whether the names and numbers of the question stand near enough.
  private boolean isAbout(CandidateSentence candidate) {
    return NEAR.contains(farthest(candidate, proper)) && NEAR.contains(numbers(candidate));
  }

  /// In how many other articles a sentence that has as much of the question gives the same answer:
  /// the same number, day or name.
  private long agreeing(CandidateSentence candidate) {
    Set<String> own = signs.given(candidate);
    return own.isEmpty()
        ? 0
        : candidates.stream()
            .filter(one -> one.in() != candidate.in())
            .filter(one -> question.share(one.own().degrees()) >= HALF * mostOwn)
            .filter(one -> signs.given(one).stream().anyMatch(own::contains))
            .map(CandidateSentence::in)
            .distinct()
            .count();
  }

  /// The odds of a share, in whole steps of their logarithm that it reaches.
  static void addOdds(String name, double share, Features features) {
    double odds = Math.log((share + 1e-3) / (1 - share + 1e-3));
    for (int step = -6; step <= Math.min(6, (int) Math.floor(odds)); step++) {
      features.add(name, Integer.toString(step));
    }
  }

  /// How many terms that say much stand nowhere in the article.
  private int lost(CandidateSentence candidate) {
    double heaviest = byRarity.length == 0 ? 0 : question.weight(byRarity[0]);
    int lost = 0;
    for (int term : byRarity) {
      boolean heavy = question.weight(term) >= HALF * heaviest;
      lost += heavy && candidate.in().whole()[term] < HALF ? 1 : 0;
    }
    return lost;
  }

  /// What is seen of all candidates together: whether any of them can answer.
  Features whole() {
    Features features = Features.like(like);
    String kind = question.kind().word();
    features.add("none");
    features.add("none.kind", kind);
    features.add("none.terms", Integer.toString(Math.min(12, question.size())));
    add("none.own", mostOwn, features);
    add("none.own.kind", mostOwn, kind, features);
    add("none.near", most(c -> question.share(c.near())), features);
    add("none.whole", most(c -> question.share(c.in().whole())), features);
    add("none.joint", most(this::joint), features);
    add(
        "none.local",
        most(c -> question.share(c.in().whole()) * c.content(c.own().degrees())),
        features);
    add("none.content", mostContent, features);
    add("none.content.whole", most(c -> c.content(c.in().whole())), features);
    add("none.guess", mostGuess / 2.2, features);
    if (candidates.isEmpty()) {
      features.add("none.empty");
      return features;
    }
    for (int place = 0; place < Math.min(3, byRarity.length); place++) {
      features.add("none.rare", Integer.toString(place), best(byRarity[place]));
    }
    String length = question.kind().isShort() ? "short" : "long";
    List<CandidateSentence> meeting = candidates.stream().filter(one -> meets(one)).toList();
    long articles = meeting.stream().map(CandidateSentence::in).distinct().count();
    features.add("none.meets", length, Integer.toString(Math.min(3, meeting.size())));
    features.add("none.meets.articles", length, Long.toString(Math.min(3, articles)));
    addCount("none.agree", agreeing(candidates.getFirst()), features);
    features.add("none.names", nearest(proper));
    features.add("none.numbers", nearest(number));
    add("none.property", most(one -> isAbout(one) ? asked(one.near()) : 0), length, features);
    features.add("none.before", kind, question.before() < 0 ? "none" : best(question.before()));
    features.add("none.after", kind, question.after() < 0 ? "none" : best(question.after()));
    return features;
  }

  private interface Measured {
    double of(CandidateSentence candidate);
  }

  private double most(Measured measured) {
    return candidates.stream().mapToDouble(measured::of).max().orElse(0);
  }

  /// What a sentence has of the question, and a part for what only its article has.
  private double joint(CandidateSentence candidate) {
    double sum = 0;
    for (int i = 0; i < question.size(); i++) {
      boolean named = question.terms().terms().get(i).named();
      sum +=
          question.weight(i)
              * Math.max(
                  candidate.own().degrees()[i],
                  Math.max(
                      0.7 * candidate.near()[i], (named ? 0.8 : 0.4) * candidate.in().whole()[i]));
    }
    return question.size() == 0 ? 0 : sum / question.whole();
  }

  private static final List<String> NEAREST_FIRST =
      List.of("own", "near", "head", "paragraph", "article", "elsewhere", "nowhere");

  private static final int AT_HEAD = NEAREST_FIRST.indexOf("head");

  /// Where a name or a number of the question stands near enough for a sentence to be about it.
  private static final Set<String> NEAR = Set.of("none", "own", "near", "head");

  /// The nearest place of all terms that are meant to one sentence.
  private String nearest(boolean[] meant) {
    return candidates.stream()
        .map(one -> farthest(one, meant))
        .min(Comparator.comparingInt(NEAREST_FIRST::indexOf))
        .orElse("nowhere");
  }

  /// The nearest place of a term to one of the best sentences.
  private String best(int term) {
    int nearest = NEAREST_FIRST.size() - 1;
    for (CandidateSentence candidate : candidates.subList(0, Math.min(10, candidates.size()))) {
      nearest = Math.min(nearest, NEAREST_FIRST.indexOf(where(candidate, term)));
    }
    return NEAREST_FIRST.get(nearest);
  }
}
