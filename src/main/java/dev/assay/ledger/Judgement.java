package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.ledger.Judged.Filed;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From the claims of one entry to its rows and verdict.
///
/// Rows that say the same of the same scope and time are one [Weight]; weights are compared in
/// pairs. An entry of ten thousand rows has some hundred weights.
final class Judgement {

  /// More weights than this are not compared: the work grows with the square of their number. The
  /// latest ones are taken.
  private static final int MOST_WEIGHTS = 2000;

  /// Beyond that the earliest go so many at a time, so that with one more the others stay the same.
  private static final int WEIGHTS_LEFT_OUT = 500;

  /// Of more figures that are not trusted the latest are held against the weights: each is held
  /// against all.
  private static final int MOST_DOUBTFUL = 500;

  private static final String MISREAD = "misread\t";

  /// A reader settles a few; with them the others change.
  private static final int MOST_DOUBTS = 5;

  /// So many digits of a number that two texts give are hardly chance.
  private static final int TELLING_DIGITS = 2;

  private final Ledger.Filing filing;
  private final LedgerRules rules;
  private final List<Filed> byTime;
  private final Pace pace;
  private final Set<Need> needs;
  private final Property property;
  private final String unit;

  /// The same few subjects meet in nearly all pairs.
  private final Map<FigureSubject, Map<FigureSubject, Between>> pairs = new HashMap<>();

  private final Judged.OfEntry before;
  private final Map<String, Line> lines = new HashMap<>();

  /// @param before what was judged of the entry, which is gone on from
  Judgement(Ledger.Filing filing, LedgerRules rules, Judged.OfEntry before) {
    this.filing = filing;
    this.rules = rules;
    this.before = before;
    this.byTime = filing.evidence().stream().sorted(Filed.BY_TIME).toList();
    Claim first = byTime.getFirst().evidence().claim();
    this.property = first.property();
    this.pace = rules.pace(first);
    this.needs = rules.needs(first);
    this.unit = commonest(byTime);
  }

  private static String commonest(List<Filed> filed) {
    Map<String, Integer> counts = new TreeMap<>();
    filed.forEach(one -> counts.merge(Measures.code(one.evidence().claim()), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  LedgerEntry entry(Corrections corrections) {
    List<Line> clear = lines(corrections);
    List<Row> rows = clear.stream().map(Line::row).toList();
    Comparisons comparisons = Comparisons.of(weights(clear), this::mismatch, before.comparisons());
    comparisons.doubt(doubtful(corrections));
    before.keep(unit, lines, comparisons);
    Map<Row, RowStanding> standings = comparisons.standings();
    List<Row> judged =
        rows.stream()
            .map(row -> row.standing(standings.getOrDefault(row, row.standing())))
            .toList();
    Outcome outcome = overruled(comparisons.outcome(rows), corrections);
    List<Evidence> evidence = byTime.stream().map(Filed::evidence).toList();
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
  private List<Weight> doubtful(Corrections corrections) {
    return filing.doubtful().stream()
        .sorted(Filed.BY_TIME.reversed())
        .map(one -> line(one.evidence().id().value(), List.of(one.evidence()), corrections))
        .filter(Line::isCompared)
        .limit(MOST_DOUBTFUL)
        .sorted(BY_TIME)
        .map(line -> Weight.of(List.of(line)))
        .toList();
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

  /// A row before it is held against others.
  ///
  /// @param weight one text for all rows that say the same of the same scope and time
  /// @param sentence one text for all rows of one sentence of a group of copies
  /// @param earlier whether it rests on what else its sentence says
  record Line(Row row, FigureSubject subject, String weight, String sentence, boolean earlier) {

    boolean isCompared() {
      return row.standing() instanceof RowStanding.Compared;
    }

    private boolean isWithdrawn() {
      return row.standing() instanceof RowStanding.Withdrawn;
    }

    private boolean isOf(List<Evidence> same) {
      return row.evidence().equals(same.getFirst())
          && row.copies().equals(same.subList(1, same.size()));
    }

    private Line unclear() {
      return new Line(
          row.standing(new RowStanding.NotCompared(new Mismatch.OneSentence())),
          subject,
          weight,
          sentence,
          earlier);
    }
  }

  private static final Comparator<Line> BY_TIME =
      Comparator.comparing(line -> line.row().evidence(), Evidence.BY_TIME);

  /// One line for each figure of each group of copies, in the order of publication.
  private List<Line> lines(Corrections corrections) {
    Map<String, List<Evidence>> byText = new LinkedHashMap<>();
    for (Filed one : byTime) {
      String text = isMisread(one.evidence(), corrections) ? MISREAD : "";
      byText.computeIfAbsent(text + one.text(), _ -> new ArrayList<>()).add(one.evidence());
    }
    List<Line> all = new ArrayList<>();
    byText.forEach((text, same) -> all.add(line(text, same, corrections))); // by their first
    Map<String, List<Line>> bySentence =
        all.stream().filter(Line::isCompared).collect(Collectors.groupingBy(Line::sentence));
    return all.stream()
        .map(
            line ->
                isUnclear(line, bySentence.getOrDefault(line.sentence(), List.of()))
                    ? line.unclear()
                    : line)
        .toList();
  }

  /// What tells two figures of one sentence apart is not always read: "12 million tons here and 86
  /// million there". Neither can be held against another then.
  private static boolean isUnclear(Line line, List<Line> comparedOfItsSentence) {
    return line.isCompared()
        && comparedOfItsSentence.size() > 1
        && comparedOfItsSentence.stream().anyMatch(other -> isUnclear(line, other));
  }

  private static boolean isUnclear(Line one, Line other) {
    return Comparisons.gap(one.row(), other.row()) > 0
        && one.row().period().equals(other.row().period())
        && !one.row().evidence().isIndependentOf(other.row().evidence())
        && one.subject().scope().equals(other.subject().scope());
  }

  /// One text for all that say the same in copies of one text.
  static String text(Evidence evidence, Scope scope) {
    Claim claim = evidence.claim();
    return String.join(
        "\t",
        evidence.group().toString(),
        scope.key(),
        claim.stance().name(),
        claim.time() == null ? "" : claim.time().iso(),
        valueKey(claim));
  }

  private static String valueKey(Claim claim) {
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

  /// The line of evidence that says the same in one text: as it was, unless it rests on something
  /// else. Of earlier figures that may be another sentence of the text.
  private Line line(String text, List<Evidence> same, Corrections corrections) {
    Line known = before.lines(unit).get(text);
    boolean stands =
        known != null
            && known.isOf(same)
            && !known.earlier()
            && known.isWithdrawn() == isMisread(same.getFirst(), corrections);
    Line line = known != null && stands ? known : made(same, corrections);
    lines.put(text, line);
    return line;
  }

  private Line made(List<Evidence> same, Corrections corrections) {
    Evidence first = same.getFirst();
    Period period = Period.of(first.claim(), first.day());
    Row row =
        new Row(
            first,
            same.subList(1, same.size()),
            figure(first),
            period,
            standing(first, corrections));
    FigureSubject subject = FigureSubject.of(first, period, rules);
    return new Line(
        row,
        subject,
        weightKey(row, subject),
        first.group() + "\t" + first.quote(),
        isEarlier(first.claim()));
  }

  private static boolean isMisread(Evidence evidence, Corrections corrections) {
    return corrections.misread().contains(evidence.id());
  }

  /// What can be said of a row alone.
  private RowStanding standing(Evidence evidence, Corrections corrections) {
    if (isMisread(evidence, corrections)) {
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

  private static Optional<Mismatch> mismatch(Mood mood) {
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
            && rules.pastWords().arePast(evidence.clause());
  }

  private boolean isEarlier(Claim claim) {
    return claim.of().stream().anyMatch(rules.scopes()::isEarlier);
  }

  /// Whether the time of an earlier figure is that of the later one in its sentence: "in 2024 it
  /// rose from 60 % to 70 %".
  private boolean isTimeOfWhatFollowed(Evidence earlier) {
    TimeExpression time = earlier.claim().time();
    return byTime.stream()
        .map(Filed::evidence)
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

  /// The lines that count, those that say the same of the same scope and time together.
  private static List<Weight> weights(List<Line> lines) {
    Map<String, List<Line>> alike = new LinkedHashMap<>();
    lines.stream()
        .filter(Line::isCompared)
        .forEach(line -> alike.computeIfAbsent(line.weight(), _ -> new ArrayList<>()).add(line));
    List<Weight> weights = alike.values().stream().map(Weight::of).toList(); // by their first
    int beyond = Math.max(0, weights.size() - MOST_WEIGHTS);
    int leftOut = Math.ceilDiv(beyond, WEIGHTS_LEFT_OUT) * WEIGHTS_LEFT_OUT;
    return weights.subList(leftOut, weights.size());
  }

  private String weightKey(Row row, FigureSubject subject) {
    Period period = pace.kind() == Pace.Kind.LEVEL ? row.period() : row.period().wholeMonth();
    return subject.scope().key() + "\t" + period + "\t" + sameFigure(row);
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

    static Weight of(List<Line> alike) {
      List<Row> rows = alike.stream().map(Line::row).toList();
      return new Weight(
          rows, alike.getFirst().subject(), rows.stream().allMatch(row -> row.period().isKnown()));
    }

    Row first() {
      return rows.getFirst();
    }

    /// Whether all of `others`, the very same, are among its rows.
    boolean has(List<Row> others) {
      Set<Row> mine = Collections.newSetFromMap(new IdentityHashMap<>());
      mine.addAll(rows);
      return mine.containsAll(others);
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
