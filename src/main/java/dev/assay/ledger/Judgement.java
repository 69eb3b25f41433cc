package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From the claims of one entry to its rows and verdict.
///
/// Rows that say the same of the same scope and time are one [Weight]; weights are compared in
/// pairs. An entry of ten thousand rows has some hundred weights.
final class Judgement {

  /// More weights than this are not compared: the work grows with the square of their number. The
  /// latest ones are taken.
  private static final int MOST_WEIGHTS = 2000;

  /// Of more figures that are not trusted the latest are held against the weights: each is held
  /// against all.
  private static final int MOST_DOUBTFUL = 500;

  /// A reader settles a few; with them the others change.
  private static final int MOST_DOUBTS = 5;

  /// So many digits of a number that two texts give are hardly chance.
  private static final int TELLING_DIGITS = 2;

  private final Ledger.Filing filing;
  private final LedgerRules rules;
  private final Pace pace;
  private final Set<Need> needs;
  private final Property property;
  private final String unit;

  /// The same few subjects meet in nearly all pairs.
  private final Map<FigureSubject, Map<FigureSubject, Between>> pairs = new HashMap<>();

  private final IdentityHashMap<Evidence, FigureSubject> subjects = new IdentityHashMap<>();

  Judgement(Ledger.Filing filing, LedgerRules rules) {
    this.filing = filing;
    this.rules = rules;
    this.property = filing.evidence().getFirst().claim().property();
    this.pace = rules.pace(property);
    this.needs = rules.needs(filing.evidence().getFirst().claim());
    this.unit = commonest(filing.evidence());
  }

  private static String commonest(List<Evidence> evidence) {
    Map<String, Integer> counts = new TreeMap<>();
    evidence.forEach(one -> counts.merge(Measures.code(one.claim()), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  LedgerEntry entry(Corrections corrections) {
    List<Row> rows = rows(corrections);
    List<Weight> weights = weights(rows);
    Comparisons comparisons = new Comparisons(weights, this::mismatch);
    doubtful(corrections).forEach(comparisons::doubt);
    Map<Row, RowStanding> standings = comparisons.standings();
    List<Row> judged =
        rows.stream()
            .map(row -> row.standing(standings.getOrDefault(row, row.standing())))
            .toList();
    Outcome outcome = overruled(comparisons.outcome(rows), corrections);
    List<Evidence> evidence = filing.evidence().stream().sorted(Evidence.BY_TIME).toList();
    return new LedgerEntry(
        filing.ids().getFirst(),
        filing.otherIds(),
        filing.drawer(),
        evidence.getFirst().claim().entity(),
        property,
        Scope.union(evidence.stream().map(Evidence::claim).toList(), rules.scopes()),
        unit,
        outcome.verdict(),
        outcome.reason(),
        judged,
        doubts(comparisons, corrections),
        IndependentVoices.count(counting(judged)),
        newest(evidence));
  }

  /// Without the figures that a reader found to be right: nothing more can be asked of them.
  private static List<Doubt> doubts(Comparisons comparisons, Corrections corrections) {
    return comparisons.doubts().stream()
        .filter(doubt -> !corrections.right().contains(doubt.asked().id()))
        .limit(MOST_DOUBTS)
        .toList();
  }

  /// The figures that would stand in the entry if they were trusted, each by itself.
  private Stream<Weight> doubtful(Corrections corrections) {
    return filing.doubtful().stream()
        .sorted(Evidence.BY_TIME.reversed())
        .map(one -> row(List.of(one), corrections))
        .filter(row -> row.standing() instanceof RowStanding.Compared)
        .limit(MOST_DOUBTFUL)
        .sorted(Comparator.comparing(Row::evidence, Evidence.BY_TIME))
        .map(row -> Weight.of(List.of(row), subject(row)));
  }

  /// A verdict with its reason.
  record Outcome(Verdict verdict, Reason reason) {}

  private Outcome overruled(Outcome computed, Corrections corrections) {
    return corrections.overrulings().stream()
        .filter(one -> filing.ids().contains(one.entry()) && one.wrong() == computed.verdict())
        .findFirst()
        .map(
            one ->
                new Outcome(
                    one.right(), new Reason.Overruled(computed.verdict(), computed.reason())))
        .orElse(computed);
  }

  private static @Nullable Instant newest(List<Evidence> evidence) {
    return evidence.stream()
        .map(Evidence::orderedBy)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// The rows behind which somebody stands.
  private static List<Row> counting(List<Row> rows) {
    return rows.stream().filter(Row::isTold).toList();
  }

  /// One row for each figure of each group of copies, in the order of publication.
  private List<Row> rows(Corrections corrections) {
    Map<String, List<Evidence>> byText = new TreeMap<>();
    for (Evidence one : filing.evidence().stream().sorted(Evidence.BY_TIME).toList()) {
      byText.computeIfAbsent(sameText(one, corrections), _ -> new ArrayList<>()).add(one);
    }
    List<Row> rows =
        byText.values().stream()
            .map(same -> row(same, corrections))
            .sorted(Comparator.comparing(Row::evidence, Evidence.BY_TIME))
            .toList();
    Map<String, List<Row>> bySentence =
        rows.stream().collect(Collectors.groupingBy(Judgement::sentence));
    return rows.stream()
        .map(row -> unlessUnclear(row, bySentence.getOrDefault(sentence(row), List.of())))
        .toList();
  }

  /// One text for all rows of one sentence of a group of copies.
  private static String sentence(Row row) {
    return row.evidence().group() + "\t" + row.evidence().quote();
  }

  /// What tells two figures of one sentence apart is not always read: "12 million tons here and 86
  /// million there". Neither can be held against another then.
  private Row unlessUnclear(Row row, List<Row> ofItsSentence) {
    boolean unclear =
        row.standing() instanceof RowStanding.Compared
            && ofItsSentence.stream()
                .filter(other -> other.standing() instanceof RowStanding.Compared)
                .anyMatch(other -> isUnclear(row, other));
    return unclear ? row.standing(new RowStanding.NotCompared(new Mismatch.OneSentence())) : row;
  }

  private boolean isUnclear(Row one, Row other) {
    return Comparisons.gap(one, other) > 0
        && one.period().equals(other.period())
        && !one.evidence().isIndependentOf(other.evidence())
        && subject(one).scope().equals(subject(other).scope());
  }

  private String sameText(Evidence one, Corrections corrections) {
    Claim claim = one.claim();
    return String.join(
        "\t",
        one.group().toString(),
        Scope.of(claim, rules.scopes()).key(),
        claim.stance().name(),
        claim.time() == null ? "" : claim.time().iso(),
        valueKey(claim),
        String.valueOf(corrections.misread().contains(one.id())));
  }

  static String valueKey(Claim claim) {
    return switch (claim.value()) {
      case Claim.Value.Figure(Quantity quantity) ->
          plain(quantity.low())
              + ".."
              + plain(quantity.high())
              + quantity.unit()
              + quantity.modifier();
      case Claim.Value.Moment(TimeExpression time) -> time.iso();
    };
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  private Row row(List<Evidence> same, Corrections corrections) {
    Evidence first = same.getFirst();
    return new Row(
        first,
        same.subList(1, same.size()),
        figure(first),
        Period.of(first.claim(), first.day()),
        standing(first, corrections));
  }

  /// What can be said of a row alone.
  private RowStanding standing(Evidence evidence, Corrections corrections) {
    if (corrections.misread().contains(evidence.id())) {
      return new RowStanding.Withdrawn();
    }
    if (evidence.claim().stance() == Claim.Stance.DENIED) {
      return new RowStanding.NotCompared(new Mismatch.Denied(evidence.claim().speaker()));
    }
    return rules
        .moods()
        .of(evidence)
        .flatMap(Judgement::mismatch)
        .or(() -> Optional.of(new Mismatch.LongPast()).filter(_ -> isLongPast(evidence)))
        .<RowStanding>map(RowStanding.NotCompared::new)
        .orElseGet(() -> new RowStanding.Compared(0, null));
  }

  private static Optional<Mismatch> mismatch(Moods.Mood mood) {
    return switch (mood) {
      case ASKS -> Optional.of(new Mismatch.Asked());
      case RUMOUR -> Optional.of(new Mismatch.Rumour());
      case PLANNED, GOAL, LIMIT, EXPECTED, IF, TOGETHER -> Optional.empty(); // a scope of its own
    };
  }

  /// Whether the text says that it was so once, or until it changed, and not when.
  private boolean isLongPast(Evidence evidence) {
    Claim claim = evidence.claim();
    if (Period.of(claim, evidence.day()).stated()) {
      return isEarlier(claim) && isTimeOfWhatFollowed(evidence);
    }
    return isEarlier(claim)
        || pace.isOfSomeTime()
            && property != Property.CHANGE
            && rules.pastWords().arePast(Clause.of(evidence));
  }

  private boolean isEarlier(Claim claim) {
    return claim.of().stream().anyMatch(rules.scopes()::isEarlier);
  }

  /// Whether the time of an earlier figure is that of the later one in its sentence: "in 2024 it
  /// rose from 60 % to 70 %".
  private boolean isTimeOfWhatFollowed(Evidence earlier) {
    TimeExpression time = earlier.claim().time();
    return filing.evidence().stream()
        .filter(one -> one.article().equals(earlier.article()))
        .filter(one -> one.quote().equals(earlier.quote()))
        .filter(one -> !isEarlier(one.claim()))
        .map(one -> one.claim().time())
        .anyMatch(other -> time != null && other != null && other.span().equals(time.span()));
  }

  private Row.Figure figure(Evidence evidence) {
    return switch (evidence.claim().value()) {
      case Claim.Value.Moment(TimeExpression time) -> new Row.Figure.Moment(time);
      case Claim.Value.Figure(Quantity quantity) -> number(quantity, evidence.written());
    };
  }

  private Row.Figure number(Quantity quantity, String written) {
    Interval interval = rules.widths().of(quantity, written, property);
    Interval drawn = rules.widths().drawn(interval);
    BigDecimal mark = Widths.mark(quantity);
    Optional<Unit> common = Units.of(unit).filter(quantity.unit()::convertsTo);
    if (common.isEmpty() || quantity.unit().code().equals(unit)) {
      String own = quantity.unit().code();
      return new Row.Figure.Number(interval, drawn, mark, own, quantity.modifier());
    }
    BigDecimal factor =
        quantity.unit().factor().divide(common.get().factor(), MathContext.DECIMAL64);
    return new Row.Figure.Number(
        interval.times(factor),
        drawn.times(factor),
        mark.multiply(factor),
        unit,
        quantity.modifier());
  }

  /// The rows that count, those that say the same of the same scope and time together.
  private List<Weight> weights(List<Row> rows) {
    Map<String, List<Row>> alike = new TreeMap<>();
    for (Row row : rows) {
      if (row.standing() instanceof RowStanding.Compared) {
        alike.computeIfAbsent(weightKey(row), _ -> new ArrayList<>()).add(row);
      }
    }
    return alike.values().stream()
        .map(rowsOfOne -> Weight.of(rowsOfOne, subject(rowsOfOne.getFirst())))
        .sorted(
            Comparator.comparing(
                (Weight weight) -> weight.first().evidence(), Evidence.BY_TIME.reversed()))
        .limit(MOST_WEIGHTS)
        .sorted(Comparator.comparing(weight -> weight.first().evidence(), Evidence.BY_TIME))
        .toList();
  }

  private FigureSubject subject(Row row) {
    return subjects.computeIfAbsent(
        row.evidence(), one -> FigureSubject.of(one, row.period(), rules));
  }

  private String weightKey(Row row) {
    Period period = pace.kind() == Pace.Kind.LEVEL ? row.period() : row.period().wholeMonth();
    return subject(row).scope().key() + "\t" + period + "\t" + sameFigure(row);
  }

  /// One text for all rows that give the same figure.
  static String sameFigure(Row row) {
    return switch (row.figure()) {
      case Row.Figure.Number number ->
          plain(number.interval().low())
              + number.interval().lowIncluded()
              + ".."
              + plain(number.interval().high())
              + number.interval().highIncluded()
              + number.unit();
      case Row.Figure.Moment moment -> moment.time().iso();
    };
  }

  /// Rows that say the same of the same scope and time.
  ///
  /// @param isDated whether it is known when it held: stated, or the day of publication
  record Weight(List<Row> rows, FigureSubject subject, boolean isDated) {

    static Weight of(List<Row> rows, FigureSubject subject) {
      return new Weight(rows, subject, rows.stream().allMatch(row -> row.period().isKnown()));
    }

    Row first() {
      return rows.getFirst();
    }

    /// Whether somebody else tells one of `other` than one of these.
    boolean isIndependentOf(Weight other) {
      return rows.stream()
          .anyMatch(
              mine ->
                  other.rows.stream()
                      .anyMatch(theirs -> mine.evidence().isIndependentOf(theirs.evidence())));
    }

    /// Whether the time that the text states was still to come when it was published.
    boolean isAhead() {
      LocalDate day = first().evidence().day();
      return day != null && first().period().isAfter(day);
    }
  }

  /// Why two weights are not compared; empty if they are.
  private Optional<Mismatch> mismatch(Weight one, Weight other) {
    Claim mine = one.first().evidence().claim();
    Claim theirs = other.first().evidence().claim();
    Between between = between(one.subject(), other.subject());
    if (between.difference().isPresent()) {
      Facet facet = between.difference().get();
      return Optional.of(new Mismatch.OtherScope(facet, parts(mine, facet), parts(theirs, facet)));
    }
    if (one.subject().leavesOut() != other.subject().leavesOut()) {
      return Optional.of(new Mismatch.PartLeftOut());
    }
    return unitMismatch(mine, theirs)
        .or(() -> between.unsaid().filter(_ -> !sayTheSame(one, other)))
        .or(() -> timeMismatch(one, other));
  }

  /// How two subjects stand to each other, whatever is said of them.
  ///
  /// @param difference the facet in which they differ
  /// @param unsaid what one of them would have to say
  private record Between(Optional<Facet> difference, Optional<Mismatch> unsaid) {}

  private Between between(FigureSubject one, FigureSubject other) {
    return pairs
        .computeIfAbsent(one, _ -> new HashMap<>())
        .computeIfAbsent(
            other,
            _ ->
                new Between(
                    one.scope().difference(other.scope(), rules.scopes()), unsaid(one, other)));
  }

  private static List<Claim.Part> parts(Claim claim, Facet facet) {
    return claim.of().stream().filter(part -> part.facet() == facet).toList();
  }

  private static Optional<Mismatch> unitMismatch(Claim mine, Claim theirs) {
    Optional<Unit> one = mine.quantity().map(Quantity::unit);
    Optional<Unit> other = theirs.quantity().map(Quantity::unit);
    if (one.isEmpty() || other.isEmpty() || one.get().convertsTo(other.get())) {
      return Optional.empty();
    }
    return Optional.of(
        one.get().kind().startsWith("money")
            ? new Mismatch.OtherCurrency(one.get().code(), other.get().code())
            : new Mismatch.OtherUnit(one.get().code(), other.get().code()));
  }

  private Optional<Mismatch> timeMismatch(Weight one, Weight other) {
    Period mine = one.first().period();
    Period theirs = other.first().period();
    if (pace.isOfSomeTime() && !rules.timeless() && !(one.isDated() && other.isDated())) {
      return Optional.of(new Mismatch.Undated());
    }
    return pace.fits(mine, theirs) && one.isAhead() == other.isAhead()
        ? Optional.empty()
        : Optional.of(new Mismatch.OtherTime(mine, theirs));
  }

  /// Whether both give one number of two digits or more for a known thing and the same parts: that
  /// is no chance, though two other numbers would not have to be of the same.
  private boolean sayTheSame(Weight one, Weight other) {
    Scope scope = one.subject().scope();
    return one.first().figure() instanceof Row.Figure.Number mine
        && other.first().figure() instanceof Row.Figure.Number theirs
        && mine.mark().compareTo(theirs.mark()) == 0
        && !mine.interval().isApartFrom(theirs.interval())
        && mine.mark().stripTrailingZeros().precision() >= TELLING_DIGITS
        && Keys.isId(one.subject().entity())
        && scope.statedFacets() > 0
        && scope.statesTheSameAs(other.subject().scope(), rules.scopes());
  }

  private Optional<Mismatch> unsaid(FigureSubject one, FigureSubject other) {
    return needs.stream()
        .filter(need -> !need.isMet(one, other, rules.scopes()))
        .findFirst()
        .map(
            need ->
                switch (need) {
                  case TIME -> new Mismatch.TimeUnsaid();
                  case BASE -> new Mismatch.BaseUnsaid();
                  case FREE, WHAT, STEP, WHOLE, MATERIAL, PARTY, PARTNER, SAME, DEAL ->
                      new Mismatch.ScopeUnsaid();
                });
  }
}
