package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Outcome;
import dev.assay.fold.Fingerprint;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.UnsettledTable.Unsettled;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what needs more than one document, of the articles that [Worker]s stored: which are
/// copies, which tell of one event, in which order the index follows, and which entries of the
/// ledger must be made anew.
///
/// All of it happens in transactions that exclude each other ([Store#write]), so that it does not
/// matter how many do it; one is enough. Killed at any moment, the next goes on.
public final class Settler {

  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

  /// Articles to one transaction: others who decide wait for it.
  private static final int STEP = 64;

  private final Store store;
  private final Stages stages;

  public Settler(Store store, Stages stages) {
    this.store = store;
    this.stages = stages;
  }

  /// Settles all that waits, then makes the entries of the ledger that are stale. An article on
  /// which that fails stands by itself, without copies and without an event, and holds up nobody.
  ///
  /// @return how many articles were settled
  public int run() {
    return run(false);
  }

  /// As [#run()], but that figures wait for each other while more texts come: they meet by the day
  /// of publication, and which texts are near hangs on what is there.
  ///
  /// @param more whether more texts may be about to come
  public int run(boolean more) {
    int settled = 0;
    int step = STEP;
    while (step == STEP) {
      step = step();
      settled += step;
    }
    if (more) {
      stages.bookkeeping().refresh(store, () -> {});
    } else {
      stages.bringToLedger(store, () -> {});
    }
    return settled;
  }

  private int step() {
    try {
      return store.write(session -> settle(session, session.unsettled().first(STEP), this::joined));
    } catch (ExpectedFailure e) {
      throw e; // the store is not there: all wait still
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("articles are settled one by one, since all together failed", e);
    }
    List<Unsettled> waiting = store.read(session -> session.unsettled().first(STEP));
    for (Unsettled one : waiting) {
      try {
        store.write(session -> settle(session, List.of(one), this::joined));
      } catch (ExpectedFailure e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        LOG.error("article {} stands by itself, since it cannot be joined", one.article(), e);
        store.write(session -> settle(session, List.of(one), (_, article) -> article.id()));
      }
    }
    return waiting.size();
  }

  /// @param joining gives the article that stands for the group of one
  /// @return how many were settled
  private int settle(
      Session session, List<Unsettled> waiting, BiFunction<Session, Article, ArticleId> joining) {
    boolean first = session.articles().lastSequence() == 0;
    Map<ArticleId, StoredArticle> found =
        session.articles().find(waiting.stream().map(Unsettled::article).toList());
    for (Unsettled one : waiting) {
      StoredArticle stored = found.get(one.article());
      if (stored != null) {
        session.articles().touch(stored.article().id());
        ArticleId canonical = joining.apply(session, stored.article());
        if (told(session, stored.article(), canonical) instanceof Outcome.Copy copy) {
          session.outcomes().settle(copy);
        }
      }
    }
    if (!waiting.isEmpty()) {
      Tagging.recorded(session, stages.analyzer().namesVersion(), first);
      session.unsettled().remove(waiting);
    }
    return waiting.size();
  }

  private ArticleId joined(Session session, Article article) {
    return settle(session, article, Fingerprint.of(article));
  }

  /// Says that an article came, and as what.
  static Outcome told(Session session, Article article, ArticleId canonical) {
    boolean copy = !canonical.equals(article.id());
    session
        .happenings()
        .add(
            Kind.ARTICLE_CREATED,
            article.fetchedAt(),
            Happening.About.article(article.id(), copy ? Happening.COPY : ""));
    return copy ? new Outcome.Copy(article.id(), canonical) : new Outcome.Imported(article.id());
  }

  /// Joins an article that is stored to its copies and to its event, and has the ledger take in its
  /// claims and its figures.
  ///
  /// @return the article that stands for its group
  ArticleId settle(Session session, Article article, Fingerprint fingerprint) {
    session.fingerprints().putKeys(article.id(), CopyJoin.keys(fingerprint));
    session.claims().markStale(article.id(), article.fetchedAt());
    CopyJoin copies = new CopyJoin(session, article.fetchedAt());
    ArticleId canonical = copies.join(article, fingerprint);
    stages.events().join(session, article.id(), article.fetchedAt());
    stages.events().follow(session, copies.changedBeside(canonical), article.fetchedAt());
    AlikeJoin.await(session, article.id());
    return canonical;
  }
}
