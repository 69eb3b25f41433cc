package dev.assay.analyze.choice;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads each figure of a text by weighing: its property, then its subject, twice, the second time
/// with what was thought of the figures beside it; then how far that can be trusted.
///
/// Immutable; safe for use by many threads.
public final class FigureReader {

  /// Where the weights stand, beside the lexicon.
  static final String FILE = "claim-weights.tsv";

  /// How many reasons are given for a choice.
  private static final int MOST = 5;

  private static final Pattern BEFORE_BASE = Pattern.compile("(?:\\b(?:per|every) |每)$");
  private static final int LONGEST_BEFORE_BASE = "every ".length();

  /// The weights of one pass.
  record Pass(Weights property, Weights subject) {}

  private final Pass first;
  private final Pass second;
  private final Weights trust;
  private final Weights measurand;
  private final Weights whole;
  private final Rows rows;

  /// The weights of the trust in rows, of Chinese texts and of others: each language is learned by
  /// itself, so that rows that are judged in one do not move those of the other.
  public record Rows(Weights chinese, Weights other) {

    static final Rows NONE = new Rows(Weights.read(List.of()), Weights.read(List.of()));
  }

  /// @param trust that property and subject are right
  /// @param measurand which phrase says what is counted or measured
  /// @param whole that this phrase is right, where property and subject are
  /// @param rows that all is that a claim says
  FigureReader(
      Pass first, Pass second, Weights trust, Weights measurand, Weights whole, Rows rows) {
    this.first = first;
    this.second = second;
    this.trust = trust;
    this.measurand = measurand;
    this.whole = whole;
    this.rows = rows;
  }

  /// The reader with the weights of the lexicon.
  public static FigureReader of(Lexicon lexicon) {
    return read(
        lexicon.once(FILE).rows().stream().map(row -> String.join("\t", row.cells())).toList());
  }

  /// The reader with the weights of these lines: those of each model begin with its letter.
  static FigureReader read(List<String> lines) {
    Map<Character, List<String>> models = new HashMap<>();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        models.computeIfAbsent(line.charAt(0), _ -> new ArrayList<>()).add(line.substring(2));
      }
    }
    return new FigureReader(
        new Pass(weights(models, 'p'), weights(models, 's')),
        new Pass(weights(models, 'q'), weights(models, 't')),
        weights(models, 'u'),
        weights(models, 'm'),
        weights(models, 'w'),
        new Rows(weights(models, 'v'), weights(models, 'x')));
  }

  private static Weights weights(Map<Character, List<String>> models, char letter) {
    return Weights.read(models.getOrDefault(letter, List.of()));
  }

  /// The lines that [#read] reads for the trust in a row.
  public static List<String> rowLines(Rows rows, Features names) {
    List<String> lines = new ArrayList<>();
    add(lines, 'v', rows.chinese().lines(names, 0.01));
    add(lines, 'x', rows.other().lines(names, 0.01));
    return lines;
  }

  /// The lines that [#read] reads, but for those of the trust in a row.
  List<String> lines(Features names, double least) {
    List<String> lines = measurandLines(measurand, whole, names, least);
    add(lines, 'p', first.property().lines(names, least));
    add(lines, 'q', second.property().lines(names, least));
    add(lines, 's', first.subject().lines(names, least));
    add(lines, 't', second.subject().lines(names, least));
    add(lines, 'u', trust.lines(names, 0.005));
    return lines;
  }

  /// The lines of what is counted or measured.
  static List<String> measurandLines(
      Weights measurand, Weights whole, Features names, double least) {
    List<String> lines = new ArrayList<>();
    add(lines, 'm', measurand.lines(names, least));
    add(lines, 'w', whole.lines(names, 0.005));
    return lines;
  }

  private static void add(List<String> lines, char letter, List<String> weights) {
    weights.forEach(line -> lines.add(letter + " " + line));
  }

  Pass first() {
    return first;
  }

  Pass second() {
    return second;
  }

  Weights measurand() {
    return measurand;
  }

  Weights whole() {
    return whole;
  }

  /// By how far an opinion can be trusted.
  Weights trust() {
    return trust;
  }

  /// What is read of the figures of a text.
  ///
  /// @param rows says how far a claim can be trusted in all that it says
  /// @param least the least trust in property and subject
  /// @param whole the least trust in all that a claim says
  public Reads reads(Choices choices, RowTrust rows, double least, double whole) {
    Reads reads = new Reads(choices.nounPhrases(), rows, whole);
    for (Whole one : wholes(choices, least)) {
      Phrase holder = one.opinion().holder();
      Figure figure = choices.text.figures.get(one.number());
      String measured = one.opinion().measured();
      if (holder != null
          && one.trust() >= least
          && isHolder(choices.text, holder, measured)
          && !isBase(choices.text, figure)) {
        reads.put(figure, read(choices.text, holder, measured, one));
      }
    }
    return reads;
  }

  /// What says how far the claims of a text are to be trusted in all that they say.
  ///
  /// @param like a bag for the purpose
  public RowTrust rows(WordedText text, Features like) {
    return new RowTrust(text, text.isChinese ? rows.chinese() : rows.other(), like);
  }

  /// All that is thought of one figure.
  ///
  /// @param phrase what it counts or measures; null if the text does not say it or need not, or if
  ///   property and subject are not trusted enough to ask
  /// @param trust the probability that property and subject are right
  /// @param whole that what is measured is right too, and the number one for a table
  record Whole(
      int number,
      Opinion opinion,
      List<Opinion> before,
      @Nullable Phrase phrase,
      double trust,
      double whole) {

    double both() {
      return trust * whole;
    }
  }

  /// What is thought of each figure of a text, one after the other: what one counts or measures
  /// often is what the next does.
  ///
  /// @param least trust of property and subject from which on it is asked what is measured
  List<Whole> wholes(Choices choices, double least) {
    Passes passes = passes(choices);
    List<Opinion> before = passes.before();
    List<Opinion> opinions = passes.after();
    List<Whole> wholes = new ArrayList<>();
    Phrase earlier = null;
    String earlierProperty = "";
    for (int number = 0; number < opinions.size(); number++) {
      Opinion opinion = opinions.get(number);
      double trust = trust(choices, number, opinion, before.get(number));
      if (trust < least || opinion.holder() == null) {
        wholes.add(new Whole(number, opinion, before, null, trust, 0));
        continue;
      }
      String property = opinion.measured();
      MeasurandFeatures.Case one =
          new MeasurandFeatures.Case(
              choices.text.figures.get(number),
              property,
              opinion.holder(),
              earlier,
              earlierProperty);
      Measured measured = measured(choices, number, measurand, one);
      earlier = measured.phrase();
      earlierProperty = property;
      wholes.add(
          new Whole(
              number,
              opinion,
              before,
              measured.phrase(),
              trust,
              whole(choices, number, opinion, measured)));
    }
    return wholes;
  }

  private static Property property(String measured) {
    boolean falls = measured.endsWith("-");
    return Property.of(falls ? measured.substring(0, measured.length() - 1) : measured);
  }

  private static Reads.Read read(WordedText text, Phrase holder, String measured, Whole one) {
    Phrase phrase = one.phrase();
    return new Reads.Read(
        property(measured),
        measured.endsWith("-"),
        text.thing(holder),
        one.trust(),
        new Span(holder.start(), holder.end()),
        phrase == null ? null : new Span(phrase.start(), phrase.end()),
        one.whole());
  }

  /// The probability that the phrase is right, and the number one for a table, if property and
  /// subject are.
  private double whole(Choices choices, int number, Opinion opinion, Measured measured) {
    return whole.probabilities(trusted(choices.wholeFeatures(number, opinion, measured)))[0];
  }

  /// What one figure counts or measures.
  static Measured measured(
      Choices choices, int number, Weights weights, MeasurandFeatures.Case one) {
    List<Phrase> candidates = choices.measurands(number);
    return Measured.of(
        candidates, weights.probabilities(choices.measurandFeatures(one, candidates)));
  }

  /// What weighs claims that somebody else read in a text.
  public Hearing hearing(Choices choices, Weights weights) {
    Passes passes = passes(choices);
    return new Hearing(
        choices,
        second.subject(),
        measurand,
        passes.before(),
        passes.after(),
        weights,
        Features.bare());
  }

  /// Whether a number is what a rate is told for: "20.4 per 100,000 people", 每10万人. Nobody has it.
  private static boolean isBase(WordedText text, Figure figure) {
    int start = figure.quantity().span().start();
    return BEFORE_BASE
        .matcher(text.text.original)
        .region(Math.max(0, start - LONGEST_BEFORE_BASE), start)
        .find();
  }

  /// Whether a phrase can have what is measured. Who sells or buys has no imports or exports, but a
  /// share of them.
  private static boolean isHolder(WordedText text, Phrase phrase, String measured) {
    boolean share = measured.equals(Property.SHARE.word());
    boolean partner = !share && (text.isImportedFrom(phrase) || text.isExportedTo(phrase));
    return isThing(text, phrase) && !partner && !(isOfThings(measured) && text.isTelling(phrase));
  }

  /// Whether who only tells of it cannot have it: a survey has a length, a cost and a number of
  /// people, and no share of them.
  private static boolean isOfThings(String measured) {
    return switch (measured) {
      case "count", "amount", "duration", "cost", "price", "investment" -> false;
      default -> true;
    };
  }

  /// Not a word alone for what is measured: 产量, "revenue".
  private static boolean isThing(WordedText text, Phrase phrase) {
    return phrase.id() != null
        || phrase.first() != phrase.last()
        || !text.cue(phrase.head()).startsWith("n:");
  }

  /// What is thought of each figure of a text at first, and then with what was thought of those
  /// beside it.
  private record Passes(List<Opinion> before, List<Opinion> after) {}

  /// The second pass goes one figure behind the first, so that it meets what was made for that.
  private Passes passes(Choices choices) {
    List<Opinion> before = new ArrayList<>();
    List<Opinion> after = new ArrayList<>();
    for (int number = 0; number <= choices.size(); number++) {
      if (number < choices.size()) {
        before.add(opinion(choices, number, first, List.of()));
      }
      if (number > 0) {
        after.add(opinion(choices, number - 1, second, before));
      }
    }
    return new Passes(before, after);
  }

  /// What is thought of each figure of a text after one pass.
  ///
  /// @param before what was thought in the pass before, empty if this is the first
  static List<Opinion> opinions(Choices choices, Pass pass, List<Opinion> before) {
    List<Opinion> opinions = new ArrayList<>();
    for (int number = 0; number < choices.size(); number++) {
      opinions.add(opinion(choices, number, pass, before));
    }
    return opinions;
  }

  private static Opinion opinion(Choices choices, int number, Pass pass, List<Opinion> before) {
    List<String> properties = choices.properties(number);
    double[] p = pass.property().probabilities(choices.propertyFeatures(number, before));
    int property = best(p, 1, p.length);
    List<Phrase> candidates = choices.candidates(number);
    double[] s =
        pass.subject()
            .probabilities(choices.subjectFeatures(number, properties.get(property), before));
    return new Opinion(properties, p, property, candidates, s, best(s, 0, candidates.size()));
  }

  /// The place of the highest of `[from, to)`, -1 if there is none.
  private static int best(double[] chances, int from, int to) {
    int best = -1;
    for (int i = from; i < to; i++) {
      best = best < 0 || chances[i] > chances[best] ? i : best;
    }
    return best;
  }

  /// The probability that property and subject are both right; 0 if there is no subject.
  double trust(Choices choices, int number, Opinion opinion, Opinion before) {
    return opinion.subject() < 0
        ? 0
        : trust.probabilities(trusted(choices.trustFeatures(number, opinion, before)))[0];
  }

  /// To trust, or not to, of which nothing is seen.
  public static List<Features> trusted(Features features) {
    return List.of(features, Features.like(features));
  }

  /// What is thought of each figure, with what counted most for its property and its subject.
  public List<Thought> explain(Choices choices) {
    return wholes(choices, 0).stream().map(one -> thought(choices, one)).toList();
  }

  private Thought thought(Choices choices, Whole one) {
    Phrase holder = one.opinion().holder();
    Phrase phrase = one.phrase();
    return new Thought(
        choices.text.figures.get(one.number()).quantity().span().in(choices.text.text.original),
        one.opinion().measured(),
        holder == null ? "" : choices.text.written(holder),
        phrase == null ? "" : choices.text.written(phrase),
        one.both(),
        reasons(choices, one.number(), one.opinion(), one.before()));
  }

  private List<Weights.Reason> reasons(
      Choices choices, int number, Opinion opinion, List<Opinion> before) {
    Features property = choices.propertyFeatures(number, before).get(opinion.property());
    List<Weights.Reason> reasons = new ArrayList<>(second.property().reasons(property, MOST));
    if (opinion.subject() >= 0) {
      List<Features> subjects = choices.subjectFeatures(number, opinion.measured(), before);
      reasons.addAll(second.subject().reasons(subjects.get(opinion.subject()), MOST));
    }
    return reasons;
  }
}
