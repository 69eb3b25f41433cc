package dev.assay.topic;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.event.figure.EventFigures;
import dev.assay.event.figure.FigureRow;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.StoredArticle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the texts of events state, each by its own figure. It is read from the texts when an event
/// is shown, some milliseconds for each, and kept for those that were shown last. Safe for use by
/// many threads.
public final class ComparedFigures {

  private static final int MOST_KEPT = 1_000;

  private final Supplier<EventFigures> figures;
  private final Map<List<Text>, List<FigureRow>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Text>, List<FigureRow>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// A text as it was fetched at a moment: another revision is another text.
  private record Text(ArticleId id, Instant fetchedAt) {}

  public ComparedFigures(Supplier<EventFigures> figures) {
    this.figures = figures;
  }

  /// How many quantities the texts of an event state differently.
  int differing(Session session, List<ArticleHead> texts) {
    return (int) of(session, texts).stream().filter(FigureRow::differ).count();
  }

  /// The quantities that several texts of an event state, with their sentences, those that differ
  /// first.
  List<EventPage.Compared> shown(Session session, List<ArticleHead> texts) {
    return shown(session, texts, of(session, texts));
  }

  /// What other texts of its event state otherwise than an article: its own figure, and theirs.
  List<EventPage.Compared> against(Session session, List<ArticleHead> texts, ArticleId article) {
    List<FigureRow> against =
        of(session, texts).stream().flatMap(row -> against(row, article).stream()).toList();
    return shown(session, texts, against);
  }

  private static Optional<FigureRow> against(FigureRow row, ArticleId article) {
    return row.sides().stream()
        .filter(side -> side.report().equals(article))
        .findFirst()
        .map(
            own ->
                row.sides().stream()
                    .filter(side -> side.equals(own) || side.isApartFrom(own))
                    .toList())
        .filter(sides -> sides.size() > 1)
        .map(sides -> new FigureRow(sides, true));
  }

  private static List<EventPage.Compared> shown(
      Session session, List<ArticleHead> texts, List<FigureRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<ArticleId, ArticleHead> heads =
        texts.stream().collect(Collectors.toMap(ArticleHead::id, Function.identity()));
    Map<ArticleId, Article> articles =
        read(session, texts.subList(0, Math.min(EventFigures.MOST_REPORTS, texts.size()))).stream()
            .collect(Collectors.toMap(Article::id, Function.identity()));
    return rows.stream()
        .map(
            row ->
                new EventPage.Compared(
                    row.differ(),
                    row.sides().stream().map(side -> side(side, heads, articles)).toList()))
        .toList();
  }

  private static EventPage.Side side(
      FigureRow.Side side, Map<ArticleId, ArticleHead> heads, Map<ArticleId, Article> articles) {
    return new EventPage.Side(
        ArticleLine.of(Objects.requireNonNull(heads.get(side.report()))),
        side.written(),
        NamingSentences.sentence(
            Objects.requireNonNull(articles.get(side.report())),
            side.paragraph(),
            side.sentence()));
  }

  private List<FigureRow> of(Session session, List<ArticleHead> texts) {
    if (texts.size() < 2) {
      return List.of();
    }
    List<ArticleHead> compared =
        texts.subList(0, Math.min(EventFigures.MOST_REPORTS, texts.size()));
    List<Text> key = compared.stream().map(text -> new Text(text.id(), text.fetchedAt())).toList();
    synchronized (kept) {
      List<FigureRow> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    List<FigureRow> rows = figures.get().of(read(session, compared));
    synchronized (kept) {
      kept.put(key, rows);
    }
    return rows;
  }

  private static List<Article> read(Session session, List<ArticleHead> texts) {
    Map<ArticleId, StoredArticle> read =
        session.articles().find(texts.stream().map(ArticleHead::id).toList());
    return texts.stream()
        .map(text -> read.get(text.id()))
        .filter(Objects::nonNull)
        .map(StoredArticle::article)
        .toList();
  }
}
