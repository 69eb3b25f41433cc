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
  private final Map<List<Text>, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Text>, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// A text as it was fetched at a moment: another revision is another text.
  private record Text(ArticleId id, Instant fetchedAt) {}

  /// What was read.
  ///
  /// @param texts a mark of the texts that it was read from: one may be cleaned anew
  private record Kept(List<FigureRow> rows, int texts) {}

  public ComparedFigures(Supplier<EventFigures> figures) {
    this.figures = figures;
  }

  /// How many quantities the texts of an event state differently.
  int differing(Session session, List<ArticleHead> texts) {
    return (int) kept(session, texts).rows().stream().filter(FigureRow::differ).count();
  }

  /// The quantities that several texts of an event state, with their sentences, those that differ
  /// first.
  List<EventPage.Compared> shown(Session session, List<ArticleHead> texts) {
    return shown(session, texts, Optional::of);
  }

  /// What other texts of its event state otherwise than an article: its own figure, and theirs.
  List<EventPage.Compared> against(Session session, List<ArticleHead> texts, ArticleId article) {
    return shown(session, texts, row -> against(row, article));
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
      Session session, List<ArticleHead> texts, Function<FigureRow, Optional<FigureRow>> part) {
    Kept known = kept(session, texts);
    if (known.rows().stream().map(part).allMatch(Optional::isEmpty)) {
      return List.of();
    }
    List<Article> read = read(session, compared(texts));
    Kept current = known.texts() == read.hashCode() ? known : keep(compared(texts), read);
    Map<ArticleId, ArticleHead> heads =
        texts.stream().collect(Collectors.toMap(ArticleHead::id, Function.identity()));
    Map<ArticleId, Article> articles =
        read.stream().collect(Collectors.toMap(Article::id, Function.identity()));
    return current.rows().stream()
        .flatMap(row -> part.apply(row).stream())
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

  private Kept kept(Session session, List<ArticleHead> texts) {
    if (texts.size() < 2) {
      return new Kept(List.of(), 0);
    }
    List<ArticleHead> compared = compared(texts);
    synchronized (kept) {
      Kept known = kept.get(key(compared));
      if (known != null) {
        return known;
      }
    }
    return keep(compared, read(session, compared));
  }

  private Kept keep(List<ArticleHead> compared, List<Article> read) {
    Kept made = new Kept(figures.get().of(read), read.hashCode());
    synchronized (kept) {
      kept.put(key(compared), made);
    }
    return made;
  }

  private static List<Text> key(List<ArticleHead> compared) {
    return compared.stream().map(text -> new Text(text.id(), text.fetchedAt())).toList();
  }

  private static List<ArticleHead> compared(List<ArticleHead> texts) {
    return texts.subList(0, Math.min(EventFigures.MOST_REPORTS, texts.size()));
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
