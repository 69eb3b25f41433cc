package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Naming;
import dev.assay.analyze.claim.Proposal;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Weighs proposals for the figures of one text: what the weights of the reading think of such a
/// property and such a subject, and whether another figure, another property or another thing fits
/// better. It finds a subject exchanged with its neighbour's, and a figure that measures something
/// else. Used by one thread.
public final class Hearing {

  /// Where the weights stand, beside the lexicon.
  private static final String FILE = "hearing-weights.tsv";

  /// Says nothing; its weight holds how often a model errs.
  static final String PRIOR = "H.prior";

  private static final double[] STEPS = {
    0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98
  };
  private static final double[] APART = {-0.5, -0.2, -0.1, -0.03, 0, 0.03, 0.1, 0.2, 0.5};

  /// How often something is likelier, as a power of two.
  private static final int MOST_DOUBLINGS = 8;

  private final Choices choices;
  private final Weights subjects;
  private final Weights measurands;
  private final List<Opinion> before;
  private final List<Opinion> opinions;
  private final Weights weights;
  private final Features like;
  private final String language;

  /// What a figure is taken to measure.
  private record Asked(int number, String property) {}

  /// How likely each candidate is the subject of a figure that measures so; every proposal asks it
  /// of every figure.
  private final Map<Asked, double[]> chances = new HashMap<>();

  /// @param subjects the weights that subjects are chosen by, with what was thought `before`
  /// @param opinions what is thought of each figure of the text
  /// @param weights of what speaks for a proposal
  Hearing(
      Choices choices,
      Weights subjects,
      Weights measurands,
      List<Opinion> before,
      List<Opinion> opinions,
      Weights weights,
      Features like) {
    this.choices = choices;
    this.subjects = subjects;
    this.measurands = measurands;
    this.before = before;
    this.opinions = opinions;
    this.weights = weights;
    this.like = like;
    this.language = choices.text.isChinese ? "zh" : "en";
  }

  /// The weights of the lexicon.
  public static Weights weights(Lexicon lexicon) {
    return Weights.read(
        lexicon.once(FILE).rows().stream().map(row -> String.join("\t", row.cells())).toList());
  }

  /// The probability that a proposal is right; 0 if it is of no figure.
  public double chance(Proposal proposal, List<Proposal> all) {
    OptionalInt number = figure(proposal);
    return number.isEmpty() ? 0 : weights.probability(features(number.getAsInt(), proposal, all));
  }

  /// The proposal as it is read of its figure; nothing if it is of none.
  public Reads reads(Proposal proposal, double trust) {
    Reads reads = new Reads(choices.nounPhrases(), null, 0);
    Span subject = proposal.subject();
    if (isPointing(subject)) {
      return reads;
    }
    Phrase named = choices.text.phrase(subject);
    figure(proposal)
        .ifPresent(
            number ->
                reads.put(
                    choices.text.figures.get(number),
                    new Reads.Read(
                        proposal.property(),
                        proposal.falls(),
                        choices.text.thing(named),
                        trust,
                        subject,
                        measurand(number, proposal, named),
                        1)));
    return reads;
  }

  /// Where the text says what the figure counts or measures; null if it does not.
  private @Nullable Span measurand(int number, Proposal proposal, Phrase holder) {
    Figure figure = choices.text.figures.get(number);
    Phrase phrase =
        FigureReader.measured(
                choices,
                number,
                measurands,
                new MeasurandFeatures.Case(figure, proposal.measured(), holder, null, ""))
            .phrase();
    return phrase == null ? null : new Span(phrase.start(), phrase.end());
  }

  /// Whether nothing stands there but a word that points at what was named before.
  private boolean isPointing(Span subject) {
    return IntStream.range(0, choices.text.size())
        .filter(i -> choices.text.word(i).start() == subject.start())
        .filter(i -> choices.text.word(i).end() == subject.end())
        .anyMatch(choices.text::isPointing);
  }

  /// The number of the figure that a proposal is of; empty if no figure is read there, or such a
  /// unit cannot measure what is proposed.
  OptionalInt figure(Proposal proposal) {
    return IntStream.range(0, choices.size())
        .filter(number -> span(number).overlaps(proposal.figure()))
        .filter(number -> choices.properties(number).contains(proposal.measured()))
        .findFirst();
  }

  private Span span(int number) {
    return choices.text.figures.get(number).quantity().span();
  }

  /// What speaks for a proposal of a figure, and against it.
  ///
  /// @param all proposals of the text by the same reader: one that errs is seldom wrong of each
  Features features(int number, Proposal proposal, List<Proposal> all) {
    Opinion own = opinion(number, proposal);
    String property = proposal.measured();
    Set<Integer> named = named(number, proposal);
    double p = own.propertyChance();
    double s = named.stream().mapToDouble(k -> own.subjectChances()[k]).sum();
    Features bag = Features.like(like);
    bag.add(PRIOR);
    bag.add("H", language);
    bag.add("H.prop", property, language);
    bag.add("H.fam", choices.text.figures.get(number).family(), property);
    steps(bag, "H.p", p);
    steps(bag, "H.s", s);
    steps(bag, "H.ps", p * s);
    steps(bag, "H.none", own.noneChance());
    steps(bag, "H.nobody", own.nobodyChance());
    doublings(bag, "H.pless", next(own), p);
    doublings(bag, "H.sless", nextSubject(own, named), s);
    apart(bag, "H.rival", rival(number, proposal) - p * s);
    bag.add("H.named", String.valueOf(Math.min(3, named.size())), language);
    place(bag, number, proposal);
    beside(bag, proposal, all, own, named);
    if (own.subject() >= 0) {
      bag.addAll(choices.trustFeatures(number, own, before.get(number)));
    }
    return bag;
  }

  /// What the other proposals say: a figure that is claimed twice, and whether the figures beside
  /// it are of the same thing.
  private void beside(
      Features bag, Proposal proposal, List<Proposal> all, Opinion own, Set<Integer> named) {
    List<Proposal> others = all.stream().filter(other -> !other.equals(proposal)).toList();
    List<Proposal> twice =
        others.stream().filter(other -> other.figure().overlaps(proposal.figure())).toList();
    bag.add("M.twice", yes(!twice.isEmpty()));
    for (Proposal other : twice) {
      apart(bag, "M.twice", joint(other) - joint(proposal));
    }
    List<Proposal> elsewhere = others.stream().filter(other -> !twice.contains(other)).toList();
    side(
        bag,
        "before",
        proposal,
        elsewhere.stream().filter(other -> isBefore(other, proposal)).toList().reversed());
    side(
        bag,
        "after",
        proposal,
        elsewhere.stream().filter(other -> isBefore(proposal, other)).toList());
    long same = elsewhere.stream().filter(other -> isSameSubject(other, proposal)).count();
    String share =
        elsewhere.isEmpty()
            ? "alone"
            : same == 0 ? "none" : same == elsewhere.size() ? "all" : "some";
    bag.add("M.share", share, language);
    bag.add(
        "M.again",
        yes(
            elsewhere.stream()
                .anyMatch(
                    other ->
                        isSameSubject(other, proposal)
                            && other.measured().equals(proposal.measured()))),
        share);
    int rival = rivalSubject(own, named);
    if (rival >= 0) {
      String words = choices.text.written(own.candidates().get(rival));
      boolean used =
          elsewhere.stream()
              .anyMatch(
                  other -> Naming.same(other.subject().in(choices.text.text.original), words));
      bag.add("M.rival", yes(used), share);
      steps(bag, used ? "M.used" : "M.unused", own.subjectChances()[rival]);
    }
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static boolean isBefore(Proposal one, Proposal other) {
    return one.figure().start() < other.figure().start();
  }

  private boolean isSameSubject(Proposal one, Proposal other) {
    String text = choices.text.text.original;
    return Naming.same(one.subject().in(text), other.subject().in(text));
  }

  /// The nearest proposal on one side.
  private void side(Features bag, String side, Proposal proposal, List<Proposal> nearestFirst) {
    if (nearestFirst.isEmpty()) {
      bag.add("M.side", side, "none", language);
      return;
    }
    Proposal next = nearestFirst.getFirst();
    String subject = yes(isSameSubject(next, proposal));
    String property = yes(next.measured().equals(proposal.measured()));
    bag.add("M.side", side, subject, language);
    bag.add("M.prop", side, subject, property);
    bag.add("M.props", subject, next.measured(), proposal.measured());
    String between =
        choices.text.text.original.substring(
            Math.min(next.figure().end(), proposal.figure().end()),
            Math.max(
                Math.max(next.figure().start(), proposal.figure().start()),
                Math.min(next.figure().end(), proposal.figure().end())));
    bag.add("M.stops", side, subject, String.valueOf(Math.min(3, stops(between))), language);
    boolean crossed =
        Math.min(proposal.subject().start(), proposal.figure().start()) < next.figure().start()
            && next.figure().start()
                < Math.max(proposal.subject().start(), proposal.figure().start());
    bag.add("M.crossed", side, subject, yes(crossed), language);
  }

  private double joint(Proposal proposal) {
    OptionalInt number = figure(proposal);
    if (number.isEmpty()) {
      return 0;
    }
    Opinion own = opinion(number.getAsInt(), proposal);
    return own.propertyChance()
        * named(number.getAsInt(), proposal).stream()
            .mapToDouble(k -> own.subjectChances()[k])
            .sum();
  }

  private static int rivalSubject(Opinion own, Set<Integer> named) {
    int best = -1;
    for (int k = 0; k < own.candidates().size(); k++) {
      if (!named.contains(k)
          && (best < 0 || own.subjectChances()[k] > own.subjectChances()[best])) {
        best = k;
      }
    }
    return best;
  }

  /// What the weights think if the figure measures what is proposed and is of such a thing.
  private Opinion opinion(int number, Proposal proposal) {
    Opinion free = opinions.get(number);
    double[] s =
        chances.computeIfAbsent(
            new Asked(number, proposal.measured()),
            measured ->
                subjects.probabilities(
                    choices.subjectFeatures(number, measured.property(), before)));
    int best = -1;
    for (int k : named(number, proposal)) {
      best = best < 0 || s[k] > s[best] ? k : best;
    }
    return new Opinion(
        free.properties(),
        free.propertyChances(),
        free.properties().indexOf(proposal.measured()),
        free.candidates(),
        s,
        best);
  }

  /// The candidates that name what is proposed, there or elsewhere.
  private Set<Integer> named(int number, Proposal proposal) {
    List<Phrase> candidates = opinions.get(number).candidates();
    String words = proposal.subject().in(choices.text.text.original);
    return IntStream.range(0, candidates.size())
        .filter(k -> isNamed(candidates.get(k), words, proposal.subject()))
        .boxed()
        .collect(Collectors.toSet());
  }

  private boolean isNamed(Phrase candidate, String words, Span subject) {
    String written = choices.text.written(candidate);
    boolean here = candidate.start() < subject.end() && subject.start() < candidate.end();
    return written.equals(words) || here && Naming.same(written, words);
  }

  private static double next(Opinion own) {
    return IntStream.range(0, own.propertyChances().length)
        .filter(i -> i != own.property())
        .mapToDouble(i -> own.propertyChances()[i])
        .max()
        .orElse(0);
  }

  private static double nextSubject(Opinion own, Set<Integer> named) {
    return IntStream.range(0, own.subjectChances().length)
        .filter(k -> !named.contains(k))
        .mapToDouble(k -> own.subjectChances()[k])
        .max()
        .orElse(0);
  }

  /// The chance of the other figure that is likeliest what is proposed.
  private double rival(int number, Proposal proposal) {
    double most = 0;
    for (int other = 0; other < choices.size(); other++) {
      if (other != number && choices.properties(other).contains(proposal.measured())) {
        Opinion own = opinion(other, proposal);
        Set<Integer> named = named(other, proposal);
        double s = named.stream().mapToDouble(k -> own.subjectChances()[k]).sum();
        most = Math.max(most, own.propertyChance() * s);
      }
    }
    return most;
  }

  /// Where the subject stands to the figure, and how many other figures are nearer to it.
  private void place(Features bag, int number, Proposal proposal) {
    Span figure = span(number);
    Span subject = proposal.subject();
    String text = choices.text.text.original;
    int from = Math.min(subject.end(), figure.end());
    int to = Math.max(subject.start(), figure.start());
    String between = from < to ? text.substring(from, to) : "";
    long figures =
        IntStream.range(0, choices.size())
            .filter(other -> other != number)
            .filter(other -> span(other).start() >= from && span(other).end() <= to)
            .count();
    String side = subject.start() < figure.start() ? "L" : "R";
    bag.add("H.side", side, language);
    bag.add("H.between", String.valueOf(Math.min(4, figures)), side, language);
    bag.add("H.commas", String.valueOf(Math.min(4, stops(between))), side, language);
    bag.add("H.far", String.valueOf(Math.min(7, log2(between.length()))), side, language);
  }

  private static long stops(String between) {
    return between.chars().filter(c -> ",，、;；。.:：".indexOf(c) >= 0).count();
  }

  private static int log2(int length) {
    return 32 - Integer.numberOfLeadingZeros(length);
  }

  private void steps(Features bag, String name, double chance) {
    for (double step : STEPS) {
      if (chance >= step) {
        bag.add(name, String.valueOf(step), language);
        bag.add(name, String.valueOf(step));
      }
    }
  }

  private void apart(Features bag, String name, double apart) {
    for (double step : APART) {
      if (apart > step) {
        bag.add(name, String.valueOf(step), language);
        bag.add(name, String.valueOf(step));
      }
    }
  }

  /// How often `other` is `own`, in doublings.
  private void doublings(Features bag, String name, double other, double own) {
    double times = Math.log((other + 1e-4) / (own + 1e-4)) / Math.log(2);
    for (int step = -MOST_DOUBLINGS; step <= MOST_DOUBLINGS; step++) {
      if (times >= step) {
        bag.add(name, String.valueOf(step), language);
        bag.add(name, String.valueOf(step));
      }
    }
  }
}
