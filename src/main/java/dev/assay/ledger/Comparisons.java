package dev.assay.ledger;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.ledger.Judgement.Outcome;
import dev.assay.ledger.Judgement.Weight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All weights of an entry against each other.
final class Comparisons {

  private final List<Weight> weights;
  private final BiFunction<Weight, Weight, Optional<Mismatch>> mismatch;
  private final List<BitSet> comparable = new ArrayList<>();
  private final double[] widestGaps;
  private final @Nullable Evidence[] against;

  /// The plainest of each figure to look at.
  private final Map<EvidenceId, Doubt> doubts = new LinkedHashMap<>();

  private @Nullable Mismatch firstMismatch;
  private Reason.@Nullable Apart plainest;
  private double widestGap = -1;

  Comparisons(List<Weight> weights, BiFunction<Weight, Weight, Optional<Mismatch>> mismatch) {
    this.weights = weights;
    this.mismatch = mismatch;
    this.widestGaps = new double[weights.size()];
    this.against = new Evidence[weights.size()];
    for (int i = 0; i < weights.size(); i++) {
      comparable.add(new BitSet(weights.size()));
      for (int j = 0; j < i; j++) {
        compare(i, j);
      }
    }
  }

  private void compare(int i, int j) {
    Weight one = weights.get(j);
    Weight other = weights.get(i);
    Optional<Mismatch> why = mismatch.apply(one, other);
    if (why.isPresent()) {
      firstMismatch = firstMismatch == null ? why.get() : firstMismatch;
      undated(one, other, why.get());
      return;
    }
    comparable.get(i).set(j);
    comparable.get(j).set(i);
    double gap = gap(one.first(), other.first());
    if (gap > 0 && !one.isIndependentOf(other)) {
      doubt(one, other, Doubt.Why.ONE_VOICE);
    } else if (gap > 0) {
      dispute(i, gap, one);
      dispute(j, gap, other);
      if (gap > widestGap) {
        widestGap = gap;
        plainest = new Reason.Apart(one.first(), other.first());
      }
    }
  }

  private void undated(Weight one, Weight other, Mismatch why) {
    boolean alike = one.subject().scope().equals(other.subject().scope());
    if (why instanceof Mismatch.Undated && alike && one.isIndependentOf(other)) {
      doubt(one, other, Doubt.Why.UNDATED);
    }
  }

  /// Notes what would contradict a figure of the entry if its reading were trusted.
  void doubt(Weight untrusted) {
    for (Weight weight : weights) {
      if (weight.isIndependentOf(untrusted) && mismatch.apply(weight, untrusted).isEmpty()) {
        doubt(weight, untrusted, Doubt.Why.NOT_TRUSTED);
      }
    }
  }

  private void doubt(Weight one, Weight other, Doubt.Why why) {
    Evidence mine = one.first().evidence();
    Evidence theirs = other.first().evidence();
    double gap = gap(one.first(), other.first());
    if (gap > 0 && !mine.group().equals(theirs.group())) {
      boolean less = mine.claim().reading().trust() < theirs.claim().reading().trust();
      Doubt doubt = new Doubt(less ? mine : theirs, less ? theirs : mine, why, gap);
      Doubt known = doubts.get(doubt.asked().id());
      if (known == null || gap > known.gap()) {
        doubts.remove(doubt.asked().id()); // of two alike the one noted first comes first
        doubts.put(doubt.asked().id(), doubt);
      }
    }
  }

  /// What only a reader can settle, each figure to look at once, the plainest first.
  List<Doubt> doubts() {
    return doubts.values().stream()
        .sorted(Comparator.comparingDouble((Doubt doubt) -> -doubt.gap()))
        .toList();
  }

  private void dispute(int i, double gap, Weight theirs) {
    if (gap > widestGaps[i]) {
      widestGaps[i] = gap;
      against[i] = theirs.first().evidence();
    }
  }

  /// How far two figures are apart, more than 0 if they cannot both hold.
  static double gap(Row one, Row other) {
    return switch (one.figure()) {
      case Row.Figure.Moment mine when other.figure() instanceof Row.Figure.Moment theirs ->
          Moments.differ(mine.time(), theirs.time()) ? 1 : 0;
      case Row.Figure.Number mine when other.figure() instanceof Row.Figure.Number theirs ->
          mine.interval().isApartFrom(theirs.interval())
              ? Double.MIN_NORMAL + mine.interval().gap(theirs.interval())
              : 0;
      case Row.Figure.Moment _, Row.Figure.Number _ -> 0;
    };
  }

  /// Times as far as they are named.
  static final class Moments {
    private Moments() {}

    /// Whether a part of the time that both name is not the same.
    static boolean differ(TimeExpression one, TimeExpression other) {
      return parts(one.year(), other.year())
          || parts(one.month(), other.month())
          || parts(one.day(), other.day())
          || one.month() == 0 && other.month() == 0 && parts(one.part(), other.part());
    }

    private static boolean parts(int one, int other) {
      return one > 0 && other > 0 && one != other;
    }
  }

  /// What the comparisons come to.
  ///
  /// @param rows all rows of the entry
  Outcome outcome(List<Row> rows) {
    if (plainest != null) {
      return new Outcome(Verdict.DIFFER, plainest);
    }
    if (weights.isEmpty()) {
      return new Outcome(Verdict.NONE, new Reason.NoFigure());
    }
    List<Row> counting = weights.stream().flatMap(weight -> weight.rows().stream()).toList();
    if (counting.size() == 1) {
      return whyAllOthersAreApart(rows, counting)
          .<Outcome>map(
              why -> new Outcome(Verdict.NOT_COMPARABLE, new Reason.NothingToCompare(why)))
          .orElseGet(() -> new Outcome(Verdict.NONE, new Reason.OneFigure()));
    }
    int most = mostComparable();
    if (most > 1) {
      return new Outcome(Verdict.AGREE, new Reason.Together(most));
    }
    Mismatch why = firstMismatch == null ? selfMismatch() : firstMismatch;
    return why == null || IndependentVoices.count(counting) == 1
        ? new Outcome(Verdict.NONE, new Reason.OneVoice())
        : new Outcome(Verdict.NOT_COMPARABLE, new Reason.NothingToCompare(why));
  }

  /// Why nothing is left to hold the one row against: the others, of independent sources, are of a
  /// past that is not dated.
  private static Optional<Mismatch> whyAllOthersAreApart(List<Row> rows, List<Row> counting) {
    List<Row> past =
        rows.stream()
            .filter(row -> row.standing() instanceof RowStanding.NotCompared(Mismatch.LongPast _))
            .toList();
    boolean independent =
        IndependentVoices.count(Stream.concat(past.stream(), counting.stream()).toList()) > 1;
    return past.isEmpty() || !independent ? Optional.empty() : Optional.of(new Mismatch.LongPast());
  }

  private @Nullable Mismatch selfMismatch() {
    Weight first = weights.getFirst();
    return first.rows().size() > 1 ? mismatch.apply(first, first).orElse(null) : null;
  }

  /// How many rows can be compared with another one of an independent source; 0 if none.
  private int mostComparable() {
    int rows = 0;
    boolean independent = false;
    for (int i = 0; i < weights.size(); i++) {
      if (isCompared(i)) {
        rows += weights.get(i).rows().size();
        independent = independent || IndependentVoices.count(comparedWith(i)) > 1;
      }
    }
    return independent ? rows : 0;
  }

  private List<Row> comparedWith(int i) {
    List<Row> together = new ArrayList<>();
    if (isAlike(weights.get(i))) {
      together.addAll(weights.get(i).rows());
    } else {
      together.add(weights.get(i).first());
    }
    comparable.get(i).stream().forEach(j -> together.addAll(weights.get(j).rows()));
    return together;
  }

  /// The standing of each row that counts.
  Map<Row, RowStanding> standings() {
    IdentityHashMap<Row, RowStanding> standings = new IdentityHashMap<>();
    List<List<Integer>> sets = sets();
    for (int set = 0; set < sets.size(); set++) {
      for (int i : sets.get(set)) {
        RowStanding standing = new RowStanding.Compared(set, against[i]);
        weights.get(i).rows().forEach(row -> standings.put(row, standing));
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      if (!isCompared(i)) {
        RowStanding standing = new RowStanding.NotCompared(whyApart(i));
        weights.get(i).rows().forEach(row -> standings.put(row, standing));
      }
    }
    return standings;
  }

  private boolean isCompared(int i) {
    Weight weight = weights.get(i);
    boolean alone = weights.size() == 1 && weight.rows().size() == 1;
    return alone || !comparable.get(i).isEmpty() || isAlike(weight);
  }

  /// Whether rows that say the same can be compared with each other.
  private boolean isAlike(Weight weight) {
    return weight.rows().size() > 1 && mismatch.apply(weight, weight).isEmpty();
  }

  /// Why weight `i` is apart: held against the weight of the most rows.
  private Mismatch whyApart(int i) {
    int heaviest = i;
    for (int other = 0; other < weights.size(); other++) {
      boolean heavier = weights.get(other).rows().size() > weights.get(heaviest).rows().size();
      if (other != i && (heaviest == i || heavier)) {
        heaviest = other;
      }
    }
    return mismatch.apply(weights.get(i), weights.get(heaviest)).orElseThrow();
  }

  /// The weights that are compared, in sets that have room for one figure: each set is what reaches
  /// over the least upper end of what is left. The set of the most independent voices comes first.
  private List<List<Integer>> sets() {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (isCompared(i)) {
        left.add(i);
      }
    }
    left.sort(Comparator.comparing(i -> weights.get(i).first(), Comparisons::byUpperEnd));
    List<List<Integer>> sets = new ArrayList<>();
    while (!left.isEmpty()) {
      Row lowest = weights.get(left.getFirst()).first();
      List<Integer> set =
          left.stream().filter(i -> gap(lowest, weights.get(i).first()) == 0).toList();
      sets.add(set);
      left.removeAll(set);
    }
    sets.sort(Comparator.comparingInt(set -> -voices(set)));
    return sets;
  }

  private int voices(List<Integer> set) {
    return IndependentVoices.count(
        set.stream().flatMap(i -> weights.get(i).rows().stream()).toList());
  }

  private static int byUpperEnd(Row one, Row other) {
    if (one.figure() instanceof Row.Figure.Number(Interval mine, _, _, _, _)
        && other.figure() instanceof Row.Figure.Number(Interval theirs, _, _, _, _)) {
      if (mine.high() == null || theirs.high() == null) {
        return Boolean.compare(mine.high() == null, theirs.high() == null);
      }
      int order = mine.high().compareTo(theirs.high());
      return order != 0 ? order : Boolean.compare(mine.highIncluded(), theirs.highIncluded());
    }
    return one.period().equals(other.period()) ? 0 : isoOrder(one, other);
  }

  private static int isoOrder(Row one, Row other) {
    return Judgement.sameFigure(one).compareTo(Judgement.sameFigure(other));
  }
}
