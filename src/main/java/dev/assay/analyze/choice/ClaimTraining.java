package dev.assay.analyze.choice;

import dev.assay.analyze.choice.FigureReader.Pass;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Learner.Choice;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Learns the weights of the reading of claims from labelled passages.
///
/// The pages are dealt into parts. What is thought of the figures beside one, and how sure the
/// weights are, is learned from opinions on pages that those who hold them were not trained on. The
/// same passages give the same lines, byte for byte.
public final class ClaimTraining {

  private static final int PARTS = 5;
  private static final double WRITTEN = 0.005;
  private static final Learner.Settings MODEL = new Learner.Settings(8, 8, 3, 0.125);
  private static final Learner.Settings MEASURAND = new Learner.Settings(8, 8, 3, 0.125);
  private static final Learner.Settings TRUST = new Learner.Settings(25, 40, 3, 0);

  /// One held-out figure: what a curve is made of.
  ///
  /// @param trust how sure the reader was, who had not seen its page
  /// @param right whether property, subject and value were those of the label
  public record Held(
      String id,
      String language,
      String surface,
      String property,
      String subject,
      String label,
      double trust,
      boolean right,
      Parts parts) {}

  /// What of it was right: why a claim was lost.
  ///
  /// @param value whether the figure has the value of a label
  /// @param candidate whether the subject was among the candidates
  /// @param property whether the property was that of the label
  /// @param subject whether the subject was that of the label
  public record Parts(boolean value, boolean candidate, boolean property, boolean subject) {}

  private final Lexicon lexicon;
  private final Features names;
  private final List<LabelledChoices> all = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();

  /// The choices of one passage, to learn one pass from.
  private record Lesson(LabelledChoices of, List<Choice> properties, List<Choice> subjects) {}

  /// @param passages to learn from, of one or many pages
  public ClaimTraining(List<LabelledText> passages, Lexicon lexicon, Names known) {
    this(passages, lexicon, known, Features.named());
  }

  /// @param names a bag that shares the names of the features
  ClaimTraining(List<LabelledText> passages, Lexicon lexicon, Names known, Features names) {
    this.lexicon = lexicon;
    this.names = names;
    TextMarks marks = new TextMarks(lexicon);
    QuantityExtractor numbers = new QuantityExtractor(lexicon);
    ClaimUnits units = new ClaimUnits(lexicon);
    TagMatcher matcher = new TagMatcher(known);
    for (LabelledText passage : passages) {
      List<Tag> tags = matcher.named("", List.of(passage.text())).all();
      boolean isChinese = passage.language().equals("zh");
      Language language = isChinese ? Language.ZH_HANS : Language.EN;
      WordedText text =
          marks.worded(numbers.readAlone(1, passage.text(), language, null), isChinese, tags);
      all.add(
          new LabelledChoices(
              passage,
              new Choices(text, units, names),
              id -> known.entity(id).map(entity -> entity.label(Language.EN)).orElse(id)));
    }
  }

  /// The lines of the file of weights.
  public List<String> train() {
    List<Lesson> lessons = lessons(Map.of());
    Map<LabelledChoices, List<Opinion>> first = heldOut(lessons, Map.of());
    List<Lesson> again = lessons(first);
    Map<LabelledChoices, List<Opinion>> second = heldOut(again, first);
    for (int part = 0; part < PARTS; part++) {
      Weights trust = trust(without(part), first, second);
      all.stream().filter(within(part)).forEach(one -> hold(one, first, second, trust));
    }
    Weights measurand = Learner.learn(measurandLessons(second, _ -> true), MEASURAND);
    FigureReader reader =
        new FigureReader(
            pass(lessons, _ -> true),
            pass(again, _ -> true),
            trust(_ -> true, first, second),
            measurand,
            whole(second),
            FigureReader.Rows.NONE); // learned from rows, by RowTraining
    return reader.lines(names, WRITTEN);
  }

  // ---- what is counted or measured

  /// What was told of one figure, and what it is chosen from.
  private record Told(
      LabelledChoices of, int number, LabelledText.Measurand label, MeasurandFeatures.Case one) {}

  /// The figures of which somebody said what they count or measure, each with the phrase of the one
  /// before.
  private static List<Told> told(LabelledChoices one, List<Opinion> opinions) {
    List<Told> all = new ArrayList<>();
    Phrase earlier = null;
    String earlierProperty = "";
    for (int number = 0; number < opinions.size(); number++) {
      LabelledText.Measurand label = one.measurand(number);
      if (label == null) {
        continue;
      }
      String property = one.property(number);
      Phrase subject = one.subject(number, opinions.get(number));
      Figure figure = one.choices.text.figures.get(number);
      all.add(
          new Told(
              one,
              number,
              label,
              new MeasurandFeatures.Case(figure, property, subject, earlier, earlierProperty)));
      earlier = best(one, label, one.choices.measurands(number));
      earlierProperty = property;
    }
    return all;
  }

  private static @Nullable Phrase best(
      LabelledChoices one, LabelledText.Measurand label, List<Phrase> candidates) {
    boolean[] right = one.rightMeasurands(label, candidates);
    for (int k = 0; k < candidates.size(); k++) {
      if (right[k]) {
        return candidates.get(k);
      }
    }
    return null;
  }

  private List<Choice> measurandLessons(
      Map<LabelledChoices, List<Opinion>> opinions, Predicate<LabelledChoices> wanted) {
    List<Choice> choices = new ArrayList<>();
    for (LabelledChoices one : all.stream().filter(wanted).toList()) {
      for (Told told : told(one, opinions.getOrDefault(one, List.of()))) {
        List<Phrase> candidates = one.choices.measurands(told.number());
        boolean[] right = one.rightMeasurands(told.label(), candidates);
        if (told.label().tells() && any(right)) {
          choices.add(
              new Choice(
                  one.passage.page(),
                  one.choices.measurandFeatures(told.one(), candidates),
                  right));
        }
      }
    }
    return choices;
  }

  private static boolean any(boolean[] right) {
    for (boolean one : right) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /// Whether phrases are right, learned from those chosen by weights that had not seen their page.
  private Weights whole(Map<LabelledChoices, List<Opinion>> opinions) {
    List<Choice> choices = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      Weights weights = Learner.learn(measurandLessons(opinions, without(part)), MEASURAND);
      for (LabelledChoices one : all.stream().filter(within(part)).toList()) {
        List<Opinion> thought = opinions.getOrDefault(one, List.of());
        for (Told told : told(one, thought)) {
          Measured measured =
              FigureReader.measured(one.choices, told.number(), weights, told.one());
          boolean right = told.label().tells() && one.isMeasurand(told.label(), measured.phrase());
          measurands.add(measurand(told, measured, right));
          if (one.isRight(told.number(), thought.get(told.number()))) {
            choices.add(
                new Choice(
                    one.passage.page(),
                    FigureReader.trusted(
                        one.choices.wholeFeatures(
                            told.number(), thought.get(told.number()), measured)),
                    new boolean[] {right, !right}));
          }
        }
      }
    }
    return Learner.learn(choices, TRUST);
  }

  /// What was thought that a figure counts or measures, by weights that had not seen its page.
  ///
  /// @param told what a person said, the best first; empty if there are no words for it
  /// @param isFigure whether the number is one for a table
  /// @param chosen the phrase, empty for none
  /// @param closeness how much of it is what a person said, 1 if all is
  /// @param possible how much of the closest candidate is
  public record HeldMeasurand(
      String id,
      String language,
      String figure,
      String property,
      List<String> told,
      boolean isFigure,
      String chosen,
      double chance,
      double closeness,
      double possible,
      boolean right) {}

  private final List<HeldMeasurand> measurands = new ArrayList<>();

  /// What was thought by those who had not seen the page, after [#train].
  public List<HeldMeasurand> measurands() {
    return List.copyOf(measurands);
  }

  /// The same with the subjects that the weights of the lexicon find, without learning anything
  /// else: to try what tells a phrase.
  public List<HeldMeasurand> measurandsAlone() {
    Map<LabelledChoices, List<Opinion>> opinions = new HashMap<>();
    unseen().forEach(one -> opinions.put(one.text(), one.second()));
    whole(opinions);
    return measurands();
  }

  /// The lines of the weights of what is counted or measured, to stand beside those of the lexicon,
  /// which find the subjects.
  public List<String> trainMeasurands() {
    Map<LabelledChoices, List<Opinion>> opinions = new HashMap<>();
    unseen().forEach(one -> opinions.put(one.text(), one.second()));
    Weights measurand = Learner.learn(measurandLessons(opinions, _ -> true), MEASURAND);
    return FigureReader.measurandLines(measurand, whole(opinions), names, WRITTEN);
  }

  /// What is thought of `unread` by weights that are learned from all of these passages, with
  /// subject and property as they were labelled.
  public List<HeldMeasurand> measurandsOf(ClaimTraining unread) {
    Map<LabelledChoices, List<Opinion>> opinions = new HashMap<>();
    unseen().forEach(one -> opinions.put(one.text(), one.second()));
    return unread.triedMeasurands(Learner.learn(measurandLessons(opinions, _ -> true), MEASURAND));
  }

  /// The same by the weights of the lexicon, with subject and property as they were labelled.
  public List<HeldMeasurand> triedMeasurands() {
    return triedMeasurands(FigureReader.of(lexicon).measurand());
  }

  private List<HeldMeasurand> triedMeasurands(Weights weights) {
    for (HeldOut held : unseen()) {
      for (Told told : told(held.text(), held.second())) {
        LabelledChoices one = told.of();
        Measured measured = FigureReader.measured(one.choices, told.number(), weights, told.one());
        boolean right = told.label().tells() && one.isMeasurand(told.label(), measured.phrase());
        measurands.add(measurand(told, measured, right));
      }
    }
    return measurands();
  }

  /// How much of what was chosen, a phrase or none, is what was told.
  private static double closeness(Told told, @Nullable Phrase phrase) {
    boolean none = told.label().places().isEmpty();
    if (phrase == null || none) {
      return phrase == null && none ? 1 : 0;
    }
    return told.of().closeness(told.label(), phrase);
  }

  private static HeldMeasurand measurand(Told told, Measured measured, boolean right) {
    LabelledChoices one = told.of();
    Phrase phrase = measured.phrase();
    boolean none = told.label().places().isEmpty();
    String text = one.passage.text();
    return new HeldMeasurand(
        one.passage.id(),
        one.passage.language(),
        told.one().figure().quantity().span().in(text),
        told.one().property(),
        told.label().places().stream().map(place -> place.in(text)).toList(),
        told.label().tells(),
        phrase == null ? "" : one.choices.text.written(phrase),
        measured.chance(),
        closeness(told, phrase),
        none
            ? 1
            : measured.candidates().stream()
                .mapToDouble(candidate -> one.closeness(told.label(), candidate))
                .max()
                .orElse(0),
        right);
  }

  /// A text with what those think of its figures who were not trained on its page.
  record HeldOut(
      LabelledChoices text, List<Opinion> first, List<Opinion> second, Weights subjects) {}

  /// What is thought of each text by others than those who learned from it.
  List<HeldOut> heldOut() {
    List<Lesson> lessons = lessons(Map.of());
    Map<LabelledChoices, List<Opinion>> first = heldOut(lessons, Map.of());
    List<Lesson> again = lessons(first);
    List<HeldOut> texts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      Pass pass = pass(again, without(part));
      for (LabelledChoices one : all.stream().filter(within(part)).toList()) {
        List<Opinion> before = first.getOrDefault(one, List.of());
        List<Opinion> second = FigureReader.opinions(one.choices, pass, before);
        texts.add(new HeldOut(one, before, second, pass.subject()));
      }
    }
    return texts;
  }

  /// The same of texts that the weights of the lexicon were not learned from.
  List<HeldOut> unseen() {
    FigureReader shipped = FigureReader.of(lexicon);
    List<HeldOut> texts = new ArrayList<>();
    for (LabelledChoices one : all) {
      List<Opinion> before = FigureReader.opinions(one.choices, shipped.first(), List.of());
      List<Opinion> second = FigureReader.opinions(one.choices, shipped.second(), before);
      texts.add(new HeldOut(one, before, second, shipped.second().subject()));
    }
    return texts;
  }

  /// What those think of each text who were trained on the other parts.
  private Map<LabelledChoices, List<Opinion>> heldOut(
      List<Lesson> lessons, Map<LabelledChoices, List<Opinion>> before) {
    Map<LabelledChoices, List<Opinion>> opinions = new HashMap<>();
    for (int part = 0; part < PARTS; part++) {
      Pass pass = pass(lessons, without(part));
      for (LabelledChoices one : all.stream().filter(within(part)).toList()) {
        opinions.put(
            one, FigureReader.opinions(one.choices, pass, before.getOrDefault(one, List.of())));
      }
    }
    return opinions;
  }

  /// What the weights of the lexicon make of the passages, which they must not have been learned
  /// from.
  public List<Held> tried() {
    FigureReader shipped = FigureReader.of(lexicon);
    for (LabelledChoices one : all) {
      for (FigureReader.Whole whole : shipped.wholes(one.choices, 0)) {
        hold(one, whole.number(), whole.opinion(), whole.both());
      }
    }
    return held();
  }

  /// What was thought of each figure by those who had not seen its page, after [#train].
  public List<Held> held() {
    return List.copyOf(held);
  }

  private static int part(LabelledChoices one) {
    return Math.floorMod(one.passage.page().hashCode() * 0x9E3779B9, PARTS);
  }

  private static Predicate<LabelledChoices> within(int part) {
    return one -> part(one) == part;
  }

  private static Predicate<LabelledChoices> without(int part) {
    return one -> part(one) != part;
  }

  private List<Lesson> lessons(Map<LabelledChoices, List<Opinion>> before) {
    List<Lesson> lessons = new ArrayList<>();
    for (LabelledChoices one : all) {
      lessons.add(lesson(one, before.getOrDefault(one, List.of())));
    }
    return lessons;
  }

  private static Lesson lesson(LabelledChoices one, List<Opinion> before) {
    Lesson lesson = new Lesson(one, new ArrayList<>(), new ArrayList<>());
    String page = one.passage.page();
    for (int number = 0; number < one.choices.size(); number++) {
      List<Features> properties = one.choices.propertyFeatures(number, before);
      if (one.isKnown(number)) {
        lesson.properties().add(new Choice(page, properties, one.rightProperties(number)));
      }
      if (one.isClaim(number)) {
        List<Features> subjects = one.choices.subjectFeatures(number, one.property(number), before);
        boolean[] right = one.rightSubjects(number, one.choices.candidates(number));
        lesson.subjects().add(new Choice(page, subjects, right));
      }
    }
    return lesson;
  }

  private static Pass pass(List<Lesson> lessons, Predicate<LabelledChoices> wanted) {
    List<Lesson> taken = lessons.stream().filter(lesson -> wanted.test(lesson.of())).toList();
    return new Pass(
        Learner.learn(taken.stream().flatMap(one -> one.properties().stream()).toList(), MODEL),
        Learner.learn(taken.stream().flatMap(one -> one.subjects().stream()).toList(), MODEL));
  }

  private Weights trust(
      Predicate<LabelledChoices> wanted,
      Map<LabelledChoices, List<Opinion>> first,
      Map<LabelledChoices, List<Opinion>> opinions) {
    List<Choice> choices = new ArrayList<>();
    for (LabelledChoices one : all.stream().filter(wanted).toList()) {
      if (one.passage.sort() == LabelledText.Sort.WRITTEN) {
        continue;
      }
      List<Opinion> thought = opinions.getOrDefault(one, List.of());
      for (int number = 0; number < thought.size(); number++) {
        if (thought.get(number).subject() >= 0 && one.isKnown(number)) {
          boolean right = one.isRight(number, thought.get(number));
          choices.add(
              new Choice(
                  one.passage.page(),
                  FigureReader.trusted(
                      one.choices.trustFeatures(
                          number, thought.get(number), before(first, one, number))),
                  new boolean[] {right, !right}));
        }
      }
    }
    return Learner.learn(choices, TRUST);
  }

  private void hold(
      LabelledChoices one,
      Map<LabelledChoices, List<Opinion>> first,
      Map<LabelledChoices, List<Opinion>> opinions,
      Weights trust) {
    List<Opinion> thought = opinions.getOrDefault(one, List.of());
    for (int number = 0; number < thought.size(); number++) {
      Opinion opinion = thought.get(number);
      if (opinion.holder() != null) {
        Features features = one.choices.trustFeatures(number, opinion, before(first, one, number));
        double sure = trust.probabilities(FigureReader.trusted(features))[0];
        hold(one, number, opinion, sure);
      }
    }
  }

  private void hold(LabelledChoices one, int number, Opinion opinion, double trust) {
    Phrase holder = opinion.holder();
    if (holder != null && one.isKnown(number)) {
      held.add(
          new Held(
              one.passage.id(),
              one.passage.language(),
              one.choices.text.figures.get(number).quantity().span().in(one.passage.text()),
              opinion.measured(),
              one.choices.text.written(holder),
              one.label(number),
              trust,
              one.isRight(number, opinion),
              one.parts(number, opinion)));
    }
  }

  private static Opinion before(
      Map<LabelledChoices, List<Opinion>> first, LabelledChoices one, int number) {
    return Objects.requireNonNull(first.get(one)).get(number); // each was thought of at first
  }
}
