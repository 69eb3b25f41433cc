package dev.assay.event.figure;

import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Moods;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.PublicationTime;
import dev.assay.event.EventReader;
import dev.assay.event.figure.FigureRow.Side;
import dev.assay.event.figure.SideBySide.Place;
import dev.assay.event.figure.SideBySide.Report;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Finds which figures of two texts are of one quantity. Of two reports on one happening as
/// [EventFigures] does; of two texts that tell of one thing on any days, what a bridge cost, how
/// many live in a town, by weights that were learned from texts of which most have nothing to do
/// with each other. Safe for use by many threads; its parts are costly to make, so make one.
public final class AlikeFigures {

  /// Figures are of the same quantity from this chance on, chosen over things that are not held
  /// back (`docs/measurements/ledger.md`).
  private static final double LIKELY = 0.7;

  /// Figures of two reports on one happening that differ are of the same quantity from this chance
  /// on: a dispute is counted and told to whoever follows the topic, where the page of the event
  /// only shows both. Chosen over six stories and the things that are not held back.
  private static final double SURE = 0.85;

  /// Where so many other texts near to one were published within [#RUNNING] days of it, a story is
  /// told as it goes on.
  private static final int STORY = 3;

  private static final int RUNNING = 45;

  /// What a story counts, offers and owes is another figure some days later: of two figures that
  /// differ so many days at most may lie between the texts.
  private static final int SAME_DAYS = 1;

  /// Texts that are remembered, and the characters of one: some megabytes at most.
  private static final int MOST_REMEMBERED = 128;

  private static final int LONGEST_REMEMBERED = 20_000;

  private final QuantityExtractor numbers;
  private final Outlets outlets;
  private final Moods moods;
  private final FigureReader reader;
  private final SideBySide ofEvents;
  private final SideBySide ofThings;

  public AlikeFigures(
      Lexicon lexicon, EventReader reader, QuantityExtractor numbers, Outlets outlets) {
    this.numbers = numbers;
    this.outlets = outlets;
    this.moods = Moods.of(lexicon);
    this.reader = new FigureReader(lexicon, reader);
    this.ofEvents = EventFigures.sideBySide(lexicon, SURE);
    this.ofThings = SideBySide.weighedBy(lexicon, "alike-figures.tsv", LIKELY, LIKELY);
  }

  /// Two figures that are likely of one quantity.
  public record Pair(Side one, Side other) {
    boolean touches(Pair pair) {
      return one.isAt(pair.one) || other.isAt(pair.other);
    }
  }

  /// Whether a story is told as it goes on around a text.
  ///
  /// @param near the texts that share most of what is rare with it
  public static boolean isOfStory(Article text, List<Article> near) {
    return near.stream().filter(other -> days(text, other) <= RUNNING).count() >= STORY;
  }

  private static long days(Article one, Article other) {
    return Duration.between(one.orderedBy(), other.orderedBy()).abs().toDays();
  }

  /// Holds many texts against each other, one after the other.
  public Comparing comparing() {
    return new Comparing();
  }

  /// Remembers what was read in the last texts: each is near to several. Used by one thread.
  public final class Comparing {

    private final Map<ArticleId, Dated> read =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ArticleId, Dated> eldest) {
            return size() > MOST_REMEMBERED;
          }
        };

    private Comparing() {}

    /// What a text and others of other outlets both give figures of, in the order of the others.
    ///
    /// @param events of those of the texts that report on a happening as others do, its number
    /// @param story whether a story is told as it goes on around the text
    public List<Pair> of(
        Article text, List<Article> others, Map<ArticleId, ArticleId> events, boolean story) {
      Dated own = dated(text);
      ArticleId event = events.get(text.id());
      return own.report().figures().isEmpty()
          ? List.of()
          : others.stream()
              .map(this::dated)
              .flatMap(
                  other ->
                      event != null && event.equals(events.get(other.text().id()))
                          ? ofOneEvent(own, other, story)
                          : ofOneThing(own, other, story))
              .toList();
    }

    /// What was read in an article, again if its text is another by now.
    private Dated dated(Article article) {
      Dated known = read.get(article.id());
      if (known == null || !known.text().equals(article)) {
        known = AlikeFigures.this.read(article);
        if (length(article) <= LONGEST_REMEMBERED) {
          read.put(article.id(), known);
        }
      }
      return known;
    }

    private static int length(Article article) {
      return article.paragraphs().stream().mapToInt(one -> one.text().length()).sum();
    }
  }

  /// A text that is compared.
  record Dated(Article text, Report report) {

    /// The year of publication, 0 if it is not known.
    private int year() {
      PublicationTime published = text.publishedAt();
      return published == null ? 0 : published.local().getYear();
    }
  }

  Dated read(Article text) {
    return new Dated(
        text,
        new Report(
            text.language().isChinese(),
            outlets.owner(text.source()),
            reader.of(numbers.read(text))));
  }

  private Stream<Pair> ofOneEvent(Dated one, Dated other, boolean story) {
    return pairs(ofEvents, one, other, mayMeet(one, other, story));
  }

  /// Beside what is likely of one quantity, the numbers that hardly another quantity has and that
  /// would be of one if both texts reported on one happening.
  private Stream<Pair> ofOneThing(Dated one, Dated other, boolean story) {
    List<Pair> likely = pairs(ofThings, one, other, mayMeet(one, other, story)).toList();
    if (!one.report().shares(other.report())) {
      return likely.stream();
    }
    Stream<Pair> same =
        pairs(ofEvents, one, other, StatedFigure::isSameAndRare)
            .filter(pair -> likely.stream().noneMatch(pair::touches));
    return Stream.concat(likely.stream(), same);
  }

  /// Whether two figures may meet: such as differ where it is known when both were told, and in a
  /// story only of one day and the next.
  private static BiPredicate<StatedFigure, StatedFigure> mayMeet(
      Dated one, Dated other, boolean story) {
    boolean dated = one.year() > 0 && other.year() > 0;
    return dated && (!story || days(one.text(), other.text()) <= SAME_DAYS)
        ? (_, _) -> true
        : StatedFigure::isLike;
  }

  private Stream<Pair> pairs(
      SideBySide sideBySide, Dated one, Dated other, BiPredicate<StatedFigure, StatedFigure> may) {
    return sideBySide.rows(List.of(one.report(), other.report())).stream()
        .map(row -> List.of(first(row, 0), first(row, 1)))
        .filter(sides -> may.test(sides.getFirst(), sides.getLast()))
        .filter(sides -> areOfOne(sides.getFirst(), one.year(), sides.getLast(), other.year()))
        .map(
            sides ->
                new Pair(
                    Side.of(one.text(), sides.getFirst()), Side.of(other.text(), sides.getLast())))
        .filter(pair -> isFact(one.text(), pair.one()) && isFact(other.text(), pair.other()))
        .filter(pair -> !areSiblings(one.text(), pair.one(), other.text(), pair.other()));
  }

  /// Whether the text says the figure of what is so, and does not plan, expect or deny it.
  private boolean isFact(Article text, Side side) {
    String sentence = side.sentence().in(text.paragraph(side.paragraph()).text());
    int figure = side.figure().start() - side.sentence().start();
    return moods.of(Clause.of(sentence, figure, side.written().length())).isEmpty();
  }

  private static boolean areSiblings(Article one, Side here, Article other, Side there) {
    return one.language().isChinese() == other.language().isChinese()
        && siblings(one, here).areParted(siblings(other, there));
  }

  private static Siblings siblings(Article text, Side side) {
    return Siblings.of(text.paragraph(side.paragraph()).text(), side.sentence());
  }

  /// Whether two figures with like words around them are of one quantity by their times, and by
  /// more than a number that many quantities have. What one text says something rose or fell to is
  /// no other figure for what was before.
  static boolean areOfOne(StatedFigure one, int year, StatedFigure other, int otherYear) {
    boolean tell =
        one.isLike(other)
            ? one.isTelling() && other.isTelling()
            : (one.isTelling() || other.isTelling()) && !one.isMoved() && !other.isMoved();
    return tell && one.canBeOfTimeOf(year, other, otherYear);
  }

  /// Where one of two texts gives the figure first.
  private static StatedFigure first(List<Place> row, int report) {
    return row.stream()
        .filter(place -> place.report() == report)
        .map(Place::figure)
        .min(
            Comparator.comparingInt(StatedFigure::place)
                .thenComparing(figure -> figure.quantity().span().start()))
        .orElseThrow();
  }
}
