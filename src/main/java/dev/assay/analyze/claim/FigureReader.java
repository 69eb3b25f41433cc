package dev.assay.analyze.claim;

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

/// Reads each figure of a text by weighing: its property, then its subject, twice, the second time
/// with what was thought of the figures beside it; then how far that can be trusted.
///
/// Immutable; safe for use by many threads.
final class FigureReader {

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

  FigureReader(Pass first, Pass second, Weights trust) {
    this.first = first;
    this.second = second;
    this.trust = trust;
  }

  /// The reader with the weights of the lexicon.
  static FigureReader of(Lexicon lexicon) {
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
        weights(models, 'u'));
  }

  private static Weights weights(Map<Character, List<String>> models, char letter) {
    return Weights.read(models.getOrDefault(letter, List.of()));
  }

  /// The lines that [#read] reads.
  List<String> lines(Features names, double least) {
    List<String> lines = new ArrayList<>();
    add(lines, 'p', first.property().lines(names, least));
    add(lines, 'q', second.property().lines(names, least));
    add(lines, 's', first.subject().lines(names, least));
    add(lines, 't', second.subject().lines(names, least));
    add(lines, 'u', trust.lines(names, 0.005));
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

  /// By how far an opinion can be trusted.
  Weights trust() {
    return trust;
  }

  /// What is read of the figures of a text, with at least `trust`.
  Reads reads(Choices choices, double least) {
    Reads reads = new Reads(choices.nounPhrases());
    List<Opinion> before = opinions(choices, first, List.of());
    List<Opinion> opinions = opinions(choices, second, before);
    for (int number = 0; number < opinions.size(); number++) {
      Opinion opinion = opinions.get(number);
      double trust = trust(choices, number, opinion, before.get(number));
      Phrase holder = opinion.holder();
      String measured = opinion.measured();
      if (holder != null
          && trust >= least
          && isHolder(choices.text, holder, measured)
          && !isBase(choices.text, choices.text.figures.get(number))) {
        boolean falls = measured.endsWith("-");
        reads.put(
            choices.text.figures.get(number),
            new Reads.Read(
                Property.of(falls ? measured.substring(0, measured.length() - 1) : measured),
                falls,
                choices.text.thing(holder),
                trust,
                new Span(holder.start(), holder.end())));
      }
    }
    return reads;
  }

  /// What weighs claims that somebody else read in a text.
  Hearing hearing(Choices choices, Weights weights) {
    List<Opinion> before = opinions(choices, first, List.of());
    return new Hearing(
        choices,
        second.subject(),
        before,
        opinions(choices, second, before),
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
            .probabilities(
                choices.subjectFeatures(number, candidates, properties.get(property), before));
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
  static List<Features> trusted(Features features) {
    return List.of(features, Features.like(features));
  }

  /// What is thought of each figure, with what counted most for its property and its subject.
  List<ClaimReader.Thought> explain(Choices choices) {
    List<ClaimReader.Thought> thoughts = new ArrayList<>();
    List<Opinion> before = opinions(choices, first, List.of());
    List<Opinion> opinions = opinions(choices, second, before);
    for (int number = 0; number < opinions.size(); number++) {
      Opinion opinion = opinions.get(number);
      Phrase holder = opinion.holder();
      thoughts.add(
          new ClaimReader.Thought(
              choices.text.figures.get(number).quantity().span().in(choices.text.text.original),
              opinion.measured(),
              holder == null ? "" : choices.text.written(holder),
              trust(choices, number, opinion, before.get(number)),
              reasons(choices, number, opinion, before)));
    }
    return thoughts;
  }

  private List<Weights.Reason> reasons(
      Choices choices, int number, Opinion opinion, List<Opinion> before) {
    Features property = choices.propertyFeatures(number, before).get(opinion.property());
    List<Weights.Reason> reasons = new ArrayList<>(second.property().reasons(property, MOST));
    if (opinion.subject() >= 0) {
      List<Features> subjects =
          choices.subjectFeatures(number, opinion.candidates(), opinion.measured(), before);
      reasons.addAll(second.subject().reasons(subjects.get(opinion.subject()), MOST));
    }
    return reasons;
  }
}
