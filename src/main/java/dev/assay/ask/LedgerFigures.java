package dev.assay.ask;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ask.Answer.Disagreement;
import dev.assay.ask.Answer.Figure;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Period;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.RowStanding.Compared;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.About;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.search.AskedTerms;
import dev.assay.store.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers a question for a figure from the ledger: which figures, who says so, and whether they
/// can all be right.
final class LedgerFigures {

  /// With less of the question than this an entry is of something else.
  private static final double FITS = 0.75;

  /// With this much of it, it is of something near.
  private static final double NEAR = 0.45;

  /// A name stands in a text with this much of it; what the fit is worth for each that does not.
  private static final double STANDS = 0.5;

  private static final double LACKING = 0.6;

  /// What an entry loses for each part of its scope that was not asked for.
  private static final double NARROWER = 0.03;

  /// What it gains for each further independent source, up to three.
  private static final double SUPPORTED = 0.05;

  private static final int MOST_ENTRIES = 40;
  private static final int MOST_ROWS = 12;

  /// Figures that are told.
  private static final int MOST_FIGURES = 6;

  /// Sides of which a sentence is shown.
  private static final int MOST_SIDES = 2;

  private final Names names;
  private final Bookkeeping bookkeeping;
  private final AskWords words;
  private final MeasureWords measures;
  private final Wording english;
  private final Wording chinese;

  LedgerFigures(Names names, Bookkeeping bookkeeping, AskWords words, MeasureWords measures) {
    this.names = names;
    this.bookkeeping = bookkeeping;
    this.words = words;
    this.measures = measures;
    this.english = Wording.of(names, Language.EN);
    this.chinese = Wording.of(names, Language.ZH_HANS);
  }

  /// What the ledger has.
  ///
  /// @param figures the side of most sources first, each side by time, the newest first
  /// @param sentences that tell a figure of each side, the row of a table behind its head
  /// @param apart two of the figures that cannot hold together; null if all can
  record Counted(
      List<Figure> figures, List<BriefSentence> sentences, @Nullable Disagreement apart) {}

  /// What a look into the ledger came to.
  ///
  /// @param counted null if it has no such figure
  /// @param near whether it has one of something near
  /// @param otherTime whether it has one of another time
  record Look(@Nullable Counted counted, boolean near, boolean otherTime) {
    static final Look NOTHING = new Look(null, false, false);
  }

  private record Fitting(LedgerEntry entry, double fit) {

    /// Of entries that fit alike, the one that more sources speak of.
    double worth() {
      return fit + SUPPORTED * Math.clamp(entry.independent() - 1, 0, 3);
    }
  }

  /// The figures that `question` asks for.
  ///
  /// @param passes whether a row's article lies within what is asked
  Look find(Session session, AskedQuestion question, Predicate<Evidence> passes) {
    List<String> ids = entities(question);
    if (ids.isEmpty() || question.properties().isEmpty() && question.kind() != AskedKind.FIGURE) {
      return Look.NOTHING;
    }
    List<Fitting> fitting = new ArrayList<>();
    for (KeptEntry kept : listed(session, ids, properties(question))) {
      bookkeeping
          .entry(session, kept, MOST_ROWS)
          .filter(entry -> !entry.rows().isEmpty())
          .ifPresent(entry -> fitting.add(new Fitting(entry, fit(question, entry))));
    }
    fitting.sort(
        Comparator.comparingDouble(Fitting::worth)
            .reversed()
            .thenComparing(one -> one.entry(), LedgerEntry.BY_INTEREST));
    boolean otherTime = false;
    for (Fitting one : fitting) {
      if (one.fit() >= FITS) {
        List<Row> told = told(question, one.entry(), passes);
        List<Row> timely = told.stream().filter(row -> isOfTime(question, row)).toList();
        if (!timely.isEmpty()) {
          return new Look(counted(session, one.entry(), timely), false, false);
        }
        otherTime |= !told.isEmpty();
      }
    }
    boolean near = fitting.stream().anyMatch(one -> one.fit() >= NEAR);
    return new Look(null, near && !otherTime, otherTime);
  }

  /// The rows of what is asked by their own words, and with them those that the ledger compares
  /// with one of these.
  private List<Row> told(AskedQuestion question, LedgerEntry entry, Predicate<Evidence> passes) {
    List<Row> passing = entry.rows().stream().filter(row -> isTold(row, passes)).toList();
    List<Row> fitting = passing.stream().filter(row -> fits(question, row)).toList();
    boolean compared = fitting.stream().anyMatch(row -> row.standing() instanceof Compared);
    return passing.stream()
        .filter(row -> fitting.contains(row) || compared && row.standing() instanceof Compared)
        .toList();
  }

  /// What the question names.
  private List<String> entities(AskedQuestion question) {
    Set<String> ids = new LinkedHashSet<>();
    for (AskedTerms.Term term : question.terms().terms()) {
      if (term.named()) {
        names.lookup(term.text()).map(NamedEntity::id).ifPresent(ids::add);
      }
    }
    return List.copyOf(ids);
  }

  /// What the figures measure that are asked for: of a part of a whole no amount of it, though the
  /// question names what it is a part of.
  private Set<Property> properties(AskedQuestion question) {
    if (!question.sought().contains(Sought.SHARE)
        || words.asksForAPart(AskWords.plain(question.text()))) {
      return question.properties();
    }
    Set<Property> parts = EnumSet.of(Property.SHARE);
    question.properties().stream().filter(measures::isPart).forEach(parts::add);
    return parts;
  }

  private static List<KeptEntry> listed(
      Session session, List<String> ids, Set<Property> properties) {
    LedgerTable table = new LedgerTable(session);
    LedgerFilter all = LedgerFilter.SEVERAL.withVerdicts(EnumSet.allOf(Verdict.class));
    if (properties.isEmpty()) {
      return table.list(new About.Entities(ids), all, 0, MOST_ENTRIES);
    }
    return properties.stream()
        .flatMap(
            property ->
                table.list(new About.Entities(ids), of(all, property), 0, MOST_ENTRIES).stream())
        .toList();
  }

  private static LedgerFilter of(LedgerFilter filter, Property property) {
    return new LedgerFilter(
        filter.verdicts(), "", property, Set.of(), Set.of(), filter.from(), filter.until());
  }

  /// How much of what is asked an entry is of, less what it says beyond that.
  private double fit(AskedQuestion question, LedgerEntry entry) {
    String said =
        String.join(
            " \n ",
            Stream.concat(
                    Stream.of(english.title(entry), chinese.title(entry), entry.entity().words()),
                    entry.scope().stream().map(Claim.Part::words))
                .toList());
    long unasked = entry.scope().stream().filter(part -> !isAsked(question, part)).count();
    return fit(question, said, entry.property()) - NARROWER * unasked;
  }

  /// How much of what is asked stands in a text. What is named counts as much as the rarest word
  /// and must stand there, however common it is in the library. Years are told apart elsewhere.
  ///
  /// @param property what the figure measures; every word for it stands there
  private double fit(AskedQuestion question, String said, Property property) {
    double[] stands = question.terms().in(said).within(CandidateSentences.all(said)).degrees();
    List<Span> named = measures.named(AskWords.plain(question.text()), property);
    for (int i = 0; i < stands.length; i++) {
      Span term = question.terms().terms().get(i).span();
      stands[i] = named.stream().anyMatch(measure -> measure.contains(term)) ? 1 : stands[i];
    }
    double heaviest = 0;
    for (int i = 0; i < stands.length; i++) {
      heaviest = Math.max(heaviest, question.weight(i));
    }
    double sum = 0;
    double all = 0;
    int lacking = 0;
    for (int i = 0; i < stands.length; i++) {
      AskedTerms.Term term = question.terms().terms().get(i);
      if (!term.number()) {
        double weight = term.named() ? heaviest : question.weight(i);
        sum += weight * stands[i];
        all += weight;
        lacking += term.named() && stands[i] < STANDS ? 1 : 0;
      }
    }
    return all == 0 ? 0 : Math.pow(LACKING, lacking) * sum / all;
  }

  /// Whether a row, which may be narrower or wider than its entry, is of what is asked by its own
  /// words.
  private boolean fits(AskedQuestion question, Row row) {
    Claim claim = row.evidence().claim();
    List<String> said = new ArrayList<>(List.of(english.title(claim), chinese.title(claim)));
    said.add(row.evidence().quote());
    claim.of().forEach(part -> said.add(part.words()));
    return fit(question, String.join(" \n ", said), claim.property()) >= FITS;
  }

  private boolean isAsked(AskedQuestion question, Claim.Part part) {
    String words = part.words() + " \n " + english.part(part) + " \n " + chinese.part(part);
    return question.share(
            question.terms().in(words).within(CandidateSentences.all(words)).degrees())
        > 0;
  }

  private static boolean isTold(Row row, Predicate<Evidence> passes) {
    return !(row.standing() instanceof RowStanding.Withdrawn)
        && row.evidence().claim().stance() != Claim.Stance.DENIED
        && passes.test(row.evidence());
  }

  /// Whether the figure is of a time that was asked for, if any was.
  private static boolean isOfTime(AskedQuestion question, Row row) {
    Period period = row.period();
    return question.times().stream()
        .filter(time -> time.first() != null && time.last() != null)
        .allMatch(time -> overlaps(period, time));
  }

  private static boolean overlaps(Period period, TimeExpression time) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    return first != null
        && last != null
        && time.first() != null
        && time.last() != null
        && !first.isAfter(time.last())
        && !last.isBefore(time.first());
  }

  private static Counted counted(Session session, LedgerEntry entry, List<Row> rows) {
    List<Evidence> apart = apart(entry, rows);
    Comparator<Row> newest =
        Comparator.comparing(
            (Row row) -> row.evidence().orderedBy(),
            Comparator.nullsLast(Comparator.<Instant>reverseOrder()));
    List<Row> ordered =
        rows.stream()
            .sorted(
                Comparator.comparingInt(LedgerFigures::side)
                    .thenComparing(row -> !apart.contains(row.evidence()))
                    .thenComparing(newest))
            .toList();
    Map<Integer, Set<String>> voices = new HashMap<>();
    for (Row row : ordered) {
      Evidence evidence = row.evidence();
      voices
          .computeIfAbsent(side(row), _ -> new LinkedHashSet<>())
          .add(evidence.voice().isEmpty() ? evidence.group().toString() : evidence.voice());
    }
    List<Figure> figures = new ArrayList<>();
    Map<Integer, List<Evidence>> sides = new LinkedHashMap<>();
    for (Row row : ordered) {
      int side = side(row);
      List<Evidence> told = sides.computeIfAbsent(side, _ -> new ArrayList<>());
      told.add(row.evidence());
      if (told.size() <= MOST_FIGURES / 2 && figures.size() < MOST_FIGURES) {
        figures.add(figure(entry, row, side, voices.getOrDefault(side, Set.of()).size()));
      }
    }
    TellingSentences telling = new TellingSentences(session);
    List<BriefSentence> sentences =
        sides.values().stream()
            .map(telling::of)
            .filter(said -> !said.isEmpty())
            .limit(MOST_SIDES)
            .flatMap(List::stream)
            .toList();
    Disagreement disagreement =
        apart.isEmpty()
            ? null
            : new Disagreement(
                entry.id().value(),
                apart.getFirst().written(),
                apart.getLast().written(),
                apart.getFirst().article(),
                apart.getLast().article());
    return new Counted(figures, sentences, disagreement);
  }

  /// Two of the rows that cannot hold together: those that the ledger names, if both are told;
  /// empty if all can.
  private static List<Evidence> apart(LedgerEntry entry, List<Row> rows) {
    Set<EvidenceId> told = new LinkedHashSet<>();
    rows.forEach(row -> told.add(row.evidence().id()));
    Stream<List<Evidence>> named =
        entry.dispute().stream()
            .map(apart -> List.of(apart.one().evidence(), apart.other().evidence()));
    Stream<List<Evidence>> others =
        rows.stream()
            .flatMap(
                row ->
                    row.standing() instanceof Compared(_, Evidence against) && against != null
                        ? Stream.of(List.of(row.evidence(), against))
                        : Stream.empty());
    return Stream.concat(named, others)
        .filter(pair -> pair.stream().allMatch(one -> told.contains(one.id())))
        .findFirst()
        .orElse(List.of());
  }

  /// Rows that are shown apart are of no side and stand last.
  private static int side(Row row) {
    return row.standing() instanceof Compared(int set, _) ? set : Integer.MAX_VALUE;
  }

  private static Figure figure(LedgerEntry entry, Row row, int side, int independent) {
    Evidence evidence = row.evidence();
    Optional<Quantity> quantity = evidence.claim().quantity();
    return new Figure(
        entry.id().value(),
        evidence.id().value(),
        evidence.written(),
        quantity.map(one -> text(one.low())).orElse(null),
        quantity.map(one -> text(one.high())).orElse(null),
        quantity.map(one -> one.unit().code()).orElse("date"),
        quantity.map(one -> one.modifier().word()).orElse("exact"),
        time(row.period()),
        row.period().stated(),
        side == Integer.MAX_VALUE ? -1 : side,
        independent,
        evidence.quote(),
        new Citation(
            evidence.article(),
            Math.max(1, evidence.claim().paragraph()),
            evidence.claim().value().span()));
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable String time(Period period) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    if (first == null || last == null) {
      return null;
    }
    return first.equals(last) ? first.toString() : first + ".." + last;
  }

  /// The articles whose figures are told, and those whose words stand against each other.
  static Set<ArticleId> articles(Counted counted) {
    Set<ArticleId> ids = new LinkedHashSet<>();
    counted.figures().forEach(figure -> ids.add(figure.place().article()));
    Disagreement apart = counted.apart();
    if (apart != null) {
      Stream.of(apart.oneArticle(), apart.otherArticle())
          .filter(Objects::nonNull)
          .forEach(ids::add);
    }
    return ids;
  }
}
