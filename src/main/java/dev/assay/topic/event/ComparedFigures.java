package dev.assay.topic.event;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.event.figure.EventFigures;
import dev.assay.event.figure.FigureRow;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.StoredArticle;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.NamingSentences;
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

  /// A text as it is since a change: another revision, and one that was cleaned anew, is another
  /// text.
  private record Text(ArticleId id, long sequence) {}

  public ComparedFigures(Supplier<EventFigures> figures) {
    this.figures = figures;
  }

  /// How many quantities the texts of an event state differently.
  int differing(Session session, List<ArticleHead> texts) {
    return (int)
        rows(session, compared(texts), ids -> read(session, ids)).stream()
            .filter(FigureRow::differ)
            .count();
  }

  /// The quantities that several texts of an event state, with their sentences, those that differ
  /// first.
  ///
  /// @param read gives the texts of some articles; what was read already need not be read again
  List<EventPage.Compared> shown(
      Session session,
      List<ArticleHead> texts,
      Function<List<ArticleId>, Map<ArticleId, Article>> read) {
    return shown(session, texts, read, Optional::of);
  }

  /// What other texts of its event state otherwise than an article: its own figure, and theirs.
  List<EventPage.Compared> against(Session session, List<ArticleHead> texts, ArticleId article) {
    return shown(session, texts, ids -> read(session, ids), row -> against(row, article));
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

  private List<EventPage.Compared> shown(
      Session session,
      List<ArticleHead> texts,
      Function<List<ArticleId>, Map<ArticleId, Article>> read,
      Function<FigureRow, Optional<FigureRow>> part) {
    List<ArticleHead> compared = compared(texts);
    List<FigureRow> rows =
        rows(session, compared, read).stream().flatMap(row -> part.apply(row).stream()).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<ArticleId, Article> articles = read.apply(ids(compared));
    Map<ArticleId, ArticleHead> heads =
        texts.stream().collect(Collectors.toMap(ArticleHead::id, Function.identity()));
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

  private List<FigureRow> rows(
      Session session,
      List<ArticleHead> compared,
      Function<List<ArticleId>, Map<ArticleId, Article>> read) {
    if (compared.size() < 2) {
      return List.of();
    }
    List<ArticleId> ids = ids(compared);
    Map<ArticleId, Long> sequences = session.articles().sequences(ids);
    List<Text> key = ids.stream().map(id -> new Text(id, sequences.getOrDefault(id, 0L))).toList();
    synchronized (kept) {
      List<FigureRow> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Map<ArticleId, Article> articles = read.apply(ids);
    List<FigureRow> made =
        figures.get().of(ids.stream().map(articles::get).filter(Objects::nonNull).toList());
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  private static List<ArticleHead> compared(List<ArticleHead> texts) {
    return texts.subList(0, Math.min(EventFigures.MOST_REPORTS, texts.size()));
  }

  private static List<ArticleId> ids(List<ArticleHead> texts) {
    return texts.stream().map(ArticleHead::id).toList();
  }

  private static Map<ArticleId, Article> read(Session session, List<ArticleId> ids) {
    return session.articles().find(ids).values().stream()
        .collect(Collectors.toMap(StoredArticle::id, StoredArticle::article));
  }
}
