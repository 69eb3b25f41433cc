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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds which figures of two texts are of one quantity where both tell of one thing on any days:
/// what a bridge cost, how many live in a town. As [EventFigures] does for reports on one
/// happening, and by weights that were learned from texts of which most have nothing to do with
/// each other. Safe for use by many threads; its parts are costly to make, so make one.
public final class AlikeFigures {

  /// Figures are of the same quantity from this chance on, chosen over things that are not held
  /// back (`docs/measurements/ledger.md`).
  private static final double LIKELY = 0.7;

  /// Texts that are remembered, and the characters of one: some megabytes at most.
  private static final int MOST_REMEMBERED = 128;

  private static final int LONGEST_REMEMBERED = 20_000;

  private final QuantityExtractor numbers;
  private final Outlets outlets;
  private final Moods moods;
  private final FigureReader reader;
  private final SideBySide sideBySide;

  public AlikeFigures(
      Lexicon lexicon, EventReader reader, QuantityExtractor numbers, Outlets outlets) {
    this(
        lexicon,
        reader,
        numbers,
        outlets,
        SideBySide.weighedBy(lexicon, "alike-figures.tsv", LIKELY, LIKELY));
  }

  AlikeFigures(
      Lexicon lexicon,
      EventReader reader,
      QuantityExtractor numbers,
      Outlets outlets,
      SideBySide sideBySide) {
    this.numbers = numbers;
    this.outlets = outlets;
    this.moods = Moods.of(lexicon);
    this.reader = new FigureReader(lexicon, reader);
    this.sideBySide = sideBySide;
  }

  /// Two figures that are likely of one quantity.
  public record Pair(Side one, Side other) {}

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
    public List<Pair> of(Article text, List<Article> others) {
      Dated own = dated(text);
      return own.report().figures().isEmpty()
          ? List.of()
          : others.stream().flatMap(other -> pairs(own, dated(other))).toList();
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

  Stream<Pair> pairs(Dated one, Dated other) {
    return sideBySide.rows(List.of(one.report(), other.report())).stream()
        .map(row -> List.of(first(row, 0), first(row, 1)))
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
