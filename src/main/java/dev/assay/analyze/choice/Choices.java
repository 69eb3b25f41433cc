package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Naming;
import dev.assay.analyze.weigh.Features;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// All that is to be chosen in one text, with its features: for each figure a property, a subject,
/// and whether to trust the two.
public final class Choices {

  private static final List<Step> STEPS =
      steps(
          0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98,
          0.99);
  private static final List<Step> BESIDE = steps(0.05, 0.2, 0.4, 0.6, 0.8);
  private static final double LIKELY = 0.5;

  /// No two sentences have so many phrases, but rows of signs and numbers that are none do.
  private static final int MOST_CANDIDATES = 200;

  /// A chance, and how it is written in the name of a feature.
  private record Step(double chance, String name) {}

  private static List<Step> steps(double... chances) {
    return DoubleStream.of(chances)
        .mapToObj(chance -> new Step(chance, String.valueOf(chance)))
        .toList();
  }

  final WordedText text;
  private final ClaimUnits units;
  private final List<Phrase> phrases;
  private final PropertyFeatures properties;
  private final SubjectFeatures subjects;
  private final DealtLists dealt;
  private final NounPhrases nounPhrases;
  private final MeasurandFinder measurands;
  private final MeasurandFeatures measurandFeatures;
  private final Features like;
  private final String language;

  /// The two figures that were asked for last: a second pass, one figure behind the first, finds
  /// its own here.
  private final @Nullable Alone[] last = new Alone[2];

  /// @param like a bag for the purpose: with names to learn or to give reasons, bare to read
  public Choices(WordedText text, ClaimUnits units, Features like) {
    this.text = text;
    this.units = units;
    this.like = like;
    this.phrases = PhraseFinder.of(text);
    Clauses clauses = new Clauses(text, phrases);
    this.properties = new PropertyFeatures(text, clauses, like);
    this.subjects = new SubjectFeatures(text, phrases, clauses, like);
    this.dealt = new DealtLists(text, clauses.wholes());
    this.nounPhrases = new NounPhrases(text, clauses.wholes(), dealt);
    this.measurands = new MeasurandFinder(text);
    this.measurandFeatures = new MeasurandFeatures(text, clauses, like);
    this.language = text.isChinese ? "zh" : "en";
  }

  NounPhrases nounPhrases() {
    return nounPhrases;
  }

  int size() {
    return text.figures.size();
  }

  private Figure figure(int number) {
    return text.figures.get(number);
  }

  /// What the text alone says of one figure, before anything is thought of those beside it.
  private final class Alone {
    private final int number;
    private final Features figure;
    private final List<Phrase> candidates;
    private final Map<String, Features> naming = new HashMap<>();
    private final Map<String, List<Features>> subjects = new HashMap<>();

    Alone(int number) {
      this.number = number;
      this.figure = properties.of(number);
      this.candidates = candidates(figure(number));
    }

    /// Where the words stand that name a property.
    Features naming(String property) {
      return naming.computeIfAbsent(property, one -> properties.naming(number, one));
    }

    /// A bag for each candidate, and behind them that of nobody, if such a property is measured.
    List<Features> subjects(String property) {
      return subjects.computeIfAbsent(
          property,
          one -> {
            List<Features> all = new ArrayList<>();
            for (Phrase candidate : candidates) {
              all.add(Choices.this.subjects.of(figure(number), candidate, one));
            }
            all.add(Choices.this.subjects.none(figure(number), candidates, one));
            return all;
          });
    }
  }

  private Alone alone(int number) {
    Alone alone = last[number % 2];
    if (alone == null || alone.number != number) {
      alone = new Alone(number);
      last[number % 2] = alone;
    }
    return alone;
  }

  // ---- what it measures

  /// `none`, then what such a figure can measure.
  List<String> properties(int number) {
    return units.of(figure(number).family());
  }

  /// The features of each property for a figure.
  ///
  /// @param before what was thought of the figures of the text at first, empty the first time
  List<Features> propertyFeatures(int number, List<Opinion> before) {
    Alone alone = alone(number);
    Features bag = alone.figure.copy();
    for (int step : new int[] {-1, 1}) {
      int other = number + step;
      if (other >= 0 && other < before.size()) {
        Opinion opinion = before.get(other);
        String claims = opinion.noneChance() > LIKELY ? ClaimUnits.NONE : opinion.measured();
        bag.add("P.beside", String.valueOf(step), claims, family(number, other));
      }
    }
    List<Features> all = new ArrayList<>();
    for (String property : properties(number)) {
      Features own = bag.of(property);
      own.addAll(alone.naming(property));
      all.add(own);
    }
    return all;
  }

  private String family(int number, int other) {
    String family = figure(number).family();
    return family.equals(figure(other).family()) ? "same" : family;
  }

  // ---- whose it is

  /// Whose the figure can be: the phrases of its sentence and of the one before, but where "it" has
  /// the figure nothing behind that.
  List<Phrase> candidates(int number) {
    return alone(number).candidates;
  }

  private List<Phrase> candidates(Figure figure) {
    int at = figure.word();
    boolean pronoun = subjects.isOfPronoun(at);
    List<Phrase> all =
        phrases.stream()
            .filter(phrase -> phrase.first() > at && !pronoun || phrase.last() < at)
            .filter(phrase -> text.sentence(at) - text.sentence(phrase.head()) <= 1)
            .filter(phrase -> text.sentence(phrase.head()) <= text.sentence(at))
            .filter(phrase -> !dealt.isOfAnother(figure, phrase))
            .toList();
    return all.size() <= MOST_CANDIDATES ? all : nearest(all, at);
  }

  private static List<Phrase> nearest(List<Phrase> all, int at) {
    int[] distances =
        all.stream().mapToInt(phrase -> Math.abs(phrase.head() - at)).sorted().toArray();
    return all.stream()
        .filter(phrase -> Math.abs(phrase.head() - at) < distances[MOST_CANDIDATES])
        .toList();
  }

  /// The features of each candidate, and behind them those of nobody.
  List<Features> subjectFeatures(int number, String property, List<Opinion> before) {
    Alone alone = alone(number);
    List<Phrase> candidates = alone.candidates;
    List<Features> all = new ArrayList<>();
    for (Features bag : alone.subjects(property)) {
      all.add(bag.copy());
    }
    for (int step : new int[] {-1, 1}) {
      int other = number + step;
      if (other >= 0 && other < before.size()) {
        Map<String, Double> chances = chances(before.get(other));
        for (int k = 0; k < candidates.size(); k++) {
          double chance = chances.getOrDefault(text.written(candidates.get(k)), 0.0);
          addBeside(all.get(k), number, step, chance, property, before.get(other).measured());
        }
        long fifths = Math.round(before.get(other).nobodyChance() * 5);
        all.getLast().add("N.beside", String.valueOf(step), String.valueOf(fifths));
      }
    }
    return all;
  }

  /// @param chance that the figure beside is of the same phrase
  /// @param its what that figure measures
  private void addBeside(
      Features bag, int number, int step, double chance, String property, String its) {
    for (Step least : BESIDE) {
      if (chance >= least.chance()) {
        bag.add("S.beside", String.valueOf(step), least.name());
      }
    }
    if (chance >= LIKELY) {
      boolean together = text.together(figure(number).word(), figure(number + step).word());
      bag.add("S.beside.prop", String.valueOf(step), property, its, String.valueOf(together));
    }
  }

  /// The chance that a figure is of a phrase with such words.
  private Map<String, Double> chances(Opinion opinion) {
    Map<String, Double> chances = new HashMap<>();
    for (int k = 0; k < opinion.candidates().size(); k++) {
      chances.merge(
          text.written(opinion.candidates().get(k)), opinion.subjectChances()[k], Double::sum);
    }
    return chances;
  }

  /// What the candidates that name the same as the likeliest have together.
  double together(Opinion opinion) {
    return together(opinion, Objects.requireNonNull(opinion.holder()));
  }

  private double together(Opinion opinion, Phrase holder) {
    double sum = 0;
    for (int k = 0; k < opinion.candidates().size(); k++) {
      boolean same = Naming.same(text.written(opinion.candidates().get(k)), text.written(holder));
      sum += same ? opinion.subjectChances()[k] : 0;
    }
    return sum;
  }

  // ---- what it counts or measures

  /// The phrases that may say what a figure counts or measures.
  List<Phrase> measurands(int number) {
    Figure figure = figure(number);
    return measurands.of(figure).stream()
        .filter(phrase -> !dealt.isOfOtherItem(figure.word(), phrase))
        .toList();
  }

  /// The features of each phrase, and behind them those of none.
  List<Features> measurandFeatures(MeasurandFeatures.Case one, List<Phrase> candidates) {
    List<Features> all = new ArrayList<>();
    for (Phrase candidate : candidates) {
      all.add(measurandFeatures.of(one, candidate));
    }
    all.add(measurandFeatures.none(one));
    return all;
  }

  /// What tells whether the phrase that was chosen is right, and the number one for a table.
  Features wholeFeatures(int number, Opinion opinion, Measured measured) {
    Features bag = Features.like(like);
    Figure figure = figure(number);
    String property = opinion.measured();
    int at = figure.word();
    Phrase phrase = measured.phrase();
    bag.add("W");
    bag.add("W.prop", property, language);
    bag.add("W.fam", figure.family(), property, language);
    bag.add("W.is", phrase == null ? "none" : "phrase", property, language);
    steps(bag, "W.p." + language, measured.chance());
    steps(bag, "W.p." + property, measured.chance());
    steps(bag, "W.head." + language, measured.headChance());
    steps(bag, "W.none." + language, measured.noneChance());
    steps(bag, "W.q." + language, opinion.propertyChance());
    double size = figure.size();
    if (size == Math.rint(size) && size >= 0 && size <= 12) {
      bag.add("W.small", figure.unit(), String.valueOf((int) size), language);
    }
    bag.add("W.unit", figure.unit(), language);
    bag.add("W.kl", text.like(at - 1), figure.family(), language);
    bag.add("W.kr", text.like(at + 1), figure.family(), language);
    bag.add("W.l", text.base(at - 1), figure.family());
    bag.add("W.r", text.base(at + 1), figure.family());
    if (phrase != null) {
      bag.add("W.head", text.base(phrase.head()));
      bag.add("W.khead", text.like(phrase.head()), language);
      bag.add("W.part", text.part(phrase.head()), property, language);
      bag.add("W.words", String.valueOf(Math.min(6, phrase.last() - phrase.first())), language);
      bag.add("W.next", text.part(phrase.last() + 1), text.part(phrase.last()), language);
      bag.add("W.prev", text.part(phrase.first() - 1), text.part(phrase.first()), language);
      boolean here = text.together(phrase.head(), at);
      String side = phrase.last() < at ? "L" : "R";
      int distance = Math.min(6, MeasurandFinder.distance(phrase, at));
      bag.add("W.where", here ? side : "p", String.valueOf(distance), property, language);
    }
    return bag;
  }

  // ---- whether to trust it

  /// How sure property and subject are, of what kind the claim is, and what else could be chosen.
  ///
  /// @param before what was thought of it at first, null if that is not known
  Features trustFeatures(int number, Opinion opinion, @Nullable Opinion before) {
    Features bag = Features.like(like);
    Phrase holder = Objects.requireNonNull(opinion.holder());
    String property = opinion.measured();
    String family = figure(number).family();
    bag.add("T");
    bag.add("T.lang", language);
    bag.add("T.prop", property, language);
    bag.add("T.fam", family, property, language);
    bag.add("T.kind", holder.kind().name(), language);
    bag.add("T.tag", text.part(holder.head()), language);
    bag.add("T.type", holder.id() == null ? "-" : NamedEntity.kindOf(holder.id()), language);
    double subject = together(opinion);
    double none = Math.max(opinion.noneChance(), opinion.nobodyChance());
    double both = opinion.propertyChance() * subject;
    steps(bag, "T.p", opinion.propertyChance());
    steps(bag, "T.s", subject);
    steps(bag, "T.ps", both);
    steps(bag, "T.ps." + language, both);
    steps(bag, "T.none." + language, none);
    steps(bag, "T.best." + language, opinion.subjectChances()[opinion.subject()]);
    steps(bag, "T.second." + language, second(opinion));
    bag.add("T.many", String.valueOf(Math.min(6, opinion.candidates().size() / 5)));
    bag.add("T.figures", String.valueOf(Math.min(6, size())));
    boolean here = text.together(figure(number).word(), holder.head());
    bag.add("T.sentence", String.valueOf(here), language);
    bag.add("T.cue", text.cue(holder.head()), language);
    bag.addAll(properties.naming(number, property));
    if (before != null) {
      boolean sameProperty = before.measured().equals(property);
      Phrase first = before.holder();
      boolean sameHolder = first != null && Naming.same(text.written(first), text.written(holder));
      bag.add("T.again", String.valueOf(sameProperty), String.valueOf(sameHolder), language);
      steps(bag, "T.first." + language, before.propertyChance() * together(before, holder));
    }
    steps(bag, "T.margin." + language, opinion.propertyChance() - next(opinion));
    bag.add("T.words", String.valueOf(Math.min(5, holder.last() - holder.first())), language);
    return bag;
  }

  /// The chance of the property that is likeliest after the chosen one, `none` among them.
  private static double next(Opinion opinion) {
    double most = 0;
    for (int i = 0; i < opinion.propertyChances().length; i++) {
      most = i == opinion.property() ? most : Math.max(most, opinion.propertyChances()[i]);
    }
    return most;
  }

  /// The chance of the likeliest phrase that names something else.
  private double second(Opinion opinion) {
    Phrase holder = Objects.requireNonNull(opinion.holder());
    double most = 0;
    for (int k = 0; k < opinion.candidates().size(); k++) {
      Phrase other = opinion.candidates().get(k);
      if (!Naming.same(text.written(other), text.written(holder))) {
        most = Math.max(most, opinion.subjectChances()[k]);
      }
    }
    return most;
  }

  static void steps(Features bag, String name, double chance) {
    for (Step step : STEPS) {
      if (chance >= step.chance()) {
        bag.add(name, step.name());
      }
    }
  }
}
