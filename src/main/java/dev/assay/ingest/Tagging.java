package dev.assay.ingest;

import dev.assay.analyze.Tag;
import dev.assay.analyze.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.Names;
import dev.assay.store.NameTable.Tagged;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable.TagRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// Tags the stored articles again when names changed: a new version of the program or of a pack, or
/// a word of the user.
///
/// Goes through the articles in the order of their ids, some at a time, and remembers how far it
/// came; whatever stops it, it goes on from there. Only articles whose tags changed are written and
/// indexed again. Safe for use by many threads.
public final class Tagging {

  /// Articles to one transaction: a tenth of a second in which no other can be written.
  private static final int STEP = 100;

  private final Store store;
  private final SearchIndex index;
  private final NameBook book;

  public Tagging(Store store, SearchIndex index, NameBook book) {
    this.store = store;
    this.index = index;
    this.book = book;
  }

  /// How many articles are not yet tagged with the names as they are now, of how many.
  public record State(long waiting, long articles) {}

  public State state() {
    String version = book.matcher().version();
    return store.read(
        session -> {
          long articles = session.articles().countAfter(-1);
          return new State(waiting(session, version, articles), articles);
        });
  }

  private static long waiting(Session session, String version, long articles) {
    return session
        .names()
        .tagged()
        .filter(tagged -> tagged.version().equals(version))
        .map(tagged -> session.articles().countAfter(tagged.lastId()))
        .orElse(articles);
  }

  /// Tags every article that waits.
  ///
  /// @param progress hears how many articles were looked at so far
  public void run(LongConsumer progress) {
    long seen = 0;
    int step = step();
    while (step > 0) {
      seen += step;
      progress.accept(seen);
      step = step();
    }
  }

  /// Tags the next articles that wait, and makes the index durable after the last.
  ///
  /// @return how many were looked at; 0 if none waits
  public int step() {
    if (isDone()) {
      return 0;
    }
    TagMatcher matcher = book.matcher();
    Names names = book.names();
    int seen = store.write(session -> step(session, matcher, names));
    index.refresh();
    if (seen < STEP) {
      index.commit(store.read(session -> session.articles().lastSequence()));
    }
    return seen;
  }

  private boolean isDone() {
    String version = book.matcher().version();
    return store
        .<java.util.Optional<Tagged>>read(session -> session.names().tagged())
        .filter(tagged -> tagged.version().equals(version) && tagged.isDone())
        .isPresent();
  }

  /// The index takes the articles before the transaction ends: it may be ahead of the store for a
  /// moment, never behind what it says it has.
  private int step(Session session, TagMatcher matcher, Names names) {
    long from =
        session
            .names()
            .tagged()
            .filter(tagged -> tagged.version().equals(matcher.version()))
            .map(Tagged::lastId)
            .orElse(-1L);
    long before = session.articles().lastSequence();
    List<Article> articles = session.articles().after(from, STEP);
    Map<ArticleId, List<TagRow>> known =
        session.tags().of(articles.stream().map(Article::id).toList());
    for (Article article : articles) {
      List<TagRow> rows = rows(matcher.match(article));
      if (!isSame(rows, known.getOrDefault(article.id(), List.of()))) {
        session.tags().put(article.id(), article.orderedBy(), rows);
        session.articles().touch(article.id());
      }
    }
    List<StoredArticle> changed = session.articles().changedAfter(before, STEP);
    if (!changed.isEmpty()) {
      index.put(IndexFollower.indexed(session, changed, names));
    }
    if (articles.size() < STEP) {
      session.names().taggedAll(matcher.version());
    } else {
      session.names().tagged(matcher.version(), articles.getLast().id().value());
    }
    return articles.size();
  }

  static List<TagRow> rows(List<Tag> tags) {
    return tags.stream().map(tag -> new TagRow(tag.entity(), tag.salience())).toList();
  }

  private static boolean isSame(Collection<TagRow> some, Collection<TagRow> others) {
    return new HashSet<>(some).equals(new HashSet<>(others));
  }

  /// Keeps account of articles that were just taken in with tags of `version`: tags of another
  /// version than the last run's leave it to be done anew.
  static void recorded(Session session, String version, boolean first) {
    Tagged tagged = session.names().tagged().orElse(null);
    if (tagged == null && first) {
      session.names().taggedAll(version);
    } else if (tagged != null && !tagged.version().equals(version)) {
      session.names().tagged(tagged.version(), -1);
    }
  }
}
