package dev.assay.ledger;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.ledger.Judgement.Outcome;
import dev.assay.ledger.Judgement.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All weights of an entry against each other. What they come to does not depend on the order in
/// which they were compared, so that with one more only that one is held against the others.
final class Comparisons {

  /// In the order in which they came; each has its slot for good.
  private final List<Weight> weights = new ArrayList<>();

  private final IdentityHashMap<Row, Integer> slots = new IdentityHashMap<>();
  private final List<BitSet> comparable = new ArrayList<>();
  private final List<@Nullable Contradiction> against = new ArrayList<>();
  private BiFunction<Weight, Weight, Optional<Mismatch>> mismatch;

  /// The slots by the time of their weights, and the place of each in that order.
  private int[] order = {};

  private int[] places = {};

  /// The plainest of each figure to look at, of the weights alone and with what is not trusted.
  private final Map<EvidenceId, Noted> ofWeights = new HashMap<>();

  private Map<EvidenceId, Noted> doubts = Map.of();

  /// Whether two weights were met of which nobody independent stands behind the one. Then it
  /// matters how many rows stand in a weight.
  private boolean metOneVoice;

  private @Nullable Pair firstMismatch;
  private @Nullable Mismatch why;
  private @Nullable Contradiction plainest;

  private Comparisons(BiFunction<Weight, Weight, Optional<Mismatch>> mismatch) {
    this.mismatch = mismatch;
  }

  /// The weights against each other.
  ///
  /// @param weights by time
  /// @param mismatch of an earlier weight and a later one, or of one with itself
  /// @param before comparisons that may be gone on from, and are used up; null for none
  static Comparisons of(
      List<Weight> weights,
      BiFunction<Weight, Weight, Optional<Mismatch>> mismatch,
      @Nullable Comparisons before) {
    boolean goesOn = before != null && before.goesOnIn(weights);
    Comparisons comparisons = before != null && goesOn ? before : new Comparisons(mismatch);
    comparisons.goOn(weights, mismatch);
    return comparisons;
  }

  /// Two weights by their slots, the earlier first.
  private record Pair(int one, int other) {}

  /// Two weights that cannot both hold.
  private record Contradiction(Pair pair, double gap) {}

  /// A figure to look at, noted when the weights in two slots were met.
  private record Noted(Doubt doubt, Pair pair) {}

  /// Whether every weight is among `later`, with the same first row, and with the same rows if that
  /// matters.
  private boolean goesOnIn(List<Weight> later) {
    int known = 0;
    for (Weight weight : later) {
      Integer slot = slots.get(weight.first());
      if (slot != null) {
        known++;
        if (!isContinuedBy(weights.get(slot), weight)) {
          return false;
        }
      }
    }
    return known == weights.size();
  }

  private boolean isContinuedBy(Weight weight, Weight later) {
    if (weight.rows().size() == later.rows().size() || metOneVoice) {
      return weight.rows().equals(later.rows());
    }
    return weight.isDated() == later.isDated() && later.has(weight.rows());
  }

  private void goOn(List<Weight> byTime, BiFunction<Weight, Weight, Optional<Mismatch>> mismatch) {
    this.mismatch = mismatch;
    int known = weights.size();
    order = new int[byTime.size()];
    places = new int[byTime.size()];
    for (int place = 0; place < byTime.size(); place++) {
      order[place] = slot(byTime.get(place));
      places[order[place]] = place;
    }
    for (int slot = known; slot < weights.size(); slot++) {
      for (int other = 0; other < slot; other++) {
        boolean later = places[slot] > places[other];
        compare(later ? other : slot, later ? slot : other);
      }
    }
    doubts = new HashMap<>(ofWeights);
  }

  private int slot(Weight weight) {
    Integer known = slots.putIfAbsent(weight.first(), weights.size());
    if (known != null) {
      weights.set(known, weight);
      return known;
    }
    weights.add(weight);
    comparable.add(new BitSet());
    against.add(null);
    return weights.size() - 1;
  }

  /// Holds the weights of two slots against each other, the earlier first.
  private void compare(int one, int other) {
    Weight earlier = weights.get(one);
    Weight later = weights.get(other);
    Optional<Mismatch> apart = mismatch.apply(earlier, later);
    if (apart.isPresent()) {
      if (firstMismatch == null || isBefore(one, other, firstMismatch)) {
        firstMismatch = new Pair(one, other);
        why = apart.get();
      }
      undated(one, other, apart.get());
      return;
    }
    comparable.get(one).set(other);
    comparable.get(other).set(one);
    double gap = gap(earlier.first(), later.first());
    if (gap > 0 && !areIndependent(earlier, later)) {
      doubt(ofWeights, new Pair(one, other), later, Doubt.Why.ONE_VOICE);
    } else if (gap > 0) {
      Contradiction contradiction = new Contradiction(new Pair(one, other), gap);
      against.set(one, plainer(against.get(one), contradiction));
      against.set(other, plainer(against.get(other), contradiction));
      plainest = plainer(plainest, contradiction);
    }
  }

  private boolean areIndependent(Weight one, Weight other) {
    boolean independent = one.isIndependentOf(other);
    metOneVoice |= !independent;
    return independent;
  }

  /// Of two alike that of the earlier weights.
  private Contradiction plainer(@Nullable Contradiction known, Contradiction found) {
    return known == null || isPlainer(found.gap(), found.pair(), known.gap(), known.pair())
        ? found
        : known;
  }

  private boolean isPlainer(double gap, Pair pair, double knownGap, Pair known) {
    return gap > knownGap || gap == knownGap && isBefore(pair.one(), pair.other(), known);
  }

  /// Whether the later of two weights is earlier than that of `pair`, or else the earlier one is.
  private boolean isBefore(int one, int other, Pair pair) {
    int order = Integer.compare(place(other), place(pair.other()));
    return order < 0 || order == 0 && places[one] < places[pair.one()];
  }

  /// What is not trusted comes after all others, in the order in which it is asked about.
  private int place(int slot) {
    return slot < places.length ? places[slot] : slot;
  }

  private void undated(int one, int other, Mismatch apart) {
    Weight earlier = weights.get(one);
    Weight later = weights.get(other);
    boolean alike = earlier.subject().scope().equals(later.subject().scope());
    if (apart instanceof Mismatch.Undated && alike && areIndependent(earlier, later)) {
      doubt(ofWeights, new Pair(one, other), later, Doubt.Why.UNDATED);
    }
  }

  /// Notes what would contradict a figure of the entry if their readings were trusted.
  ///
  /// @param untrusted by time
  void doubt(List<Weight> untrusted) {
    for (int i = 0; i < untrusted.size(); i++) {
      Weight one = untrusted.get(i);
      for (int slot : order) {
        Weight weight = weights.get(slot);
        if (weight.isIndependentOf(one) && mismatch.apply(weight, one).isEmpty()) {
          doubt(doubts, new Pair(slot, weights.size() + i), one, Doubt.Why.NOT_TRUSTED);
        }
      }
    }
  }

  private void doubt(Map<EvidenceId, Noted> noted, Pair pair, Weight other, Doubt.Why why) {
    Weight one = weights.get(pair.one());
    Evidence mine = one.first().evidence();
    Evidence theirs = other.first().evidence();
    double gap = gap(one.first(), other.first());
    if (gap > 0 && !mine.group().equals(theirs.group())) {
      boolean less = mine.claim().reading().trust() < theirs.claim().reading().trust();
      Doubt doubt = new Doubt(less ? mine : theirs, less ? theirs : mine, why, gap);
      noted.merge(doubt.asked().id(), new Noted(doubt, pair), this::plainer);
    }
  }

  private Noted plainer(Noted known, Noted found) {
    return isPlainer(found.doubt().gap(), found.pair(), known.doubt().gap(), known.pair())
        ? found
        : known;
  }

  /// What only a reader can settle, each figure to look at once, the plainest first.
  List<Doubt> doubts() {
    return doubts.values().stream()
        .sorted(
            (one, other) ->
                one == other
                    ? 0
                    : isPlainer(one.doubt().gap(), one.pair(), other.doubt().gap(), other.pair())
                        ? -1
                        : 1)
        .map(Noted::doubt)
        .toList();
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
          || one.grain() == other.grain() && parts(one.part(), other.part())
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
      Pair pair = plainest.pair();
      Row one = weights.get(pair.one()).first();
      Row other = weights.get(pair.other()).first();
      return new Outcome(Verdict.DIFFER, new Reason.Apart(one, other));
    }
    if (weights.isEmpty()) {
      return new Outcome(Verdict.NONE, new Reason.NoFigure());
    }
    List<Row> counting = byTime().flatMap(weight -> weight.rows().stream()).toList();
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
    Mismatch apart = why == null ? selfMismatch() : why;
    return apart == null || IndependentVoices.count(counting) == 1
        ? new Outcome(Verdict.NONE, new Reason.OneVoice())
        : new Outcome(Verdict.NOT_COMPARABLE, new Reason.NothingToCompare(apart));
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
    Weight first = weights.get(order[0]);
    return first.rows().size() > 1 ? mismatch.apply(first, first).orElse(null) : null;
  }

  /// How many rows can be compared with another one of an independent source; 0 if none.
  private int mostComparable() {
    int rows = 0;
    boolean independent = false;
    for (int i : order) {
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
    comparable.get(i).stream().forEach(other -> together.addAll(weights.get(other).rows()));
    return together;
  }

  /// The standing of each row that counts.
  Map<Row, RowStanding> standings() {
    IdentityHashMap<Row, RowStanding> standings = new IdentityHashMap<>();
    List<List<Integer>> sets = sets();
    for (int set = 0; set < sets.size(); set++) {
      for (int i : sets.get(set)) {
        RowStanding standing = new RowStanding.Compared(set, against(i));
        weights.get(i).rows().forEach(row -> standings.put(row, standing));
      }
    }
    for (int i : order) {
      if (!isCompared(i)) {
        RowStanding standing = new RowStanding.NotCompared(whyApart(i));
        weights.get(i).rows().forEach(row -> standings.put(row, standing));
      }
    }
    return standings;
  }

  /// What contradicts the weight of a slot most plainly.
  private @Nullable Evidence against(int slot) {
    Contradiction contradiction = against.get(slot);
    if (contradiction == null) {
      return null;
    }
    Pair pair = contradiction.pair();
    return weights.get(pair.one() == slot ? pair.other() : pair.one()).first().evidence();
  }

  private Stream<Weight> byTime() {
    return Arrays.stream(order).mapToObj(weights::get);
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
    for (int other : order) {
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
    for (int i : order) {
      if (isCompared(i)) {
        left.add(i);
      }
    }
    left.sort(Comparator.comparing(i -> weights.get(i).first(), Comparisons::byUpperEnd));
    List<CompatibleSet> sets = new ArrayList<>();
    while (!left.isEmpty()) {
      Row lowest = weights.get(left.getFirst()).first();
      List<Integer> set =
          left.stream().filter(i -> gap(lowest, weights.get(i).first()) == 0).toList();
      sets.add(new CompatibleSet(set, voices(set)));
      left.removeAll(Set.copyOf(set));
    }
    sets.sort(Comparator.comparingInt(set -> -set.voices()));
    return sets.stream().map(CompatibleSet::slots).toList();
  }

  /// Weights that can all hold together.
  private record CompatibleSet(List<Integer> slots, int voices) {}

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
