package dev.assay.brief.work;

import dev.assay.article.ArticleId;
import dev.assay.llm.ModelSettings.Reach;
import dev.assay.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What waits for a model, without looking through all articles again while nothing changed: no
/// article came or was edited, nothing was written, and no text is due to be sent again. Safe for
/// use by many threads.
final class WaitingArticles {

  /// What else can change, such as what a site reserves, is seen after this.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /// What was found when the store stood at `sequence` and so much was written and to be sent
  /// again, which another process may ask for.
  private record Seen(long sequence, long written, long again, Instant until, long count) {
    boolean holds(Session session, ModelTextTable.Key key, long nowWritten, Instant now) {
      return written == nowWritten
          && now.isBefore(until)
          && sequence == session.articles().lastSequence()
          && again == new ModelTextTable(session).sentAgain(key);
    }

    Seen with(long waiting) {
      return new Seen(sequence, written, again, until, waiting);
    }
  }

  private final Map<ModelTextTable.Key, Seen> nothing = new ConcurrentHashMap<>();
  private final Map<ModelTextTable.Key, Seen> counted = new ConcurrentHashMap<>();
  private final AtomicLong written = new AtomicLong();

  /// Hears that an answer was kept, or that texts are to be sent again.
  void changed() {
    written.incrementAndGet();
  }

  /// As [ModelTextTable#waiting].
  List<ArticleId> next(
      Session session,
      ModelTextTable.Key key,
      Reach reach,
      Collection<String> followed,
      Instant now,
      int most) {
    long before = written.get(); // what is written while we look is seen the next time
    Seen seen = nothing.get(key);
    if (seen != null && seen.holds(session, key, before, now)) {
      return List.of();
    }
    Seen empty = seen(session, key, before, now);
    List<ArticleId> ids = new ModelTextTable(session).waiting(key, reach, followed, now, most);
    if (ids.isEmpty()) {
      nothing.put(key, empty);
    }
    return ids;
  }

  /// As [ModelTextTable#countWaiting].
  long count(Session session, ModelTextTable.Key key, Reach reach, Instant now) {
    long before = written.get();
    Seen seen = counted.get(key);
    if (seen == null || !seen.holds(session, key, before, now)) {
      Seen none = seen(session, key, before, now);
      seen = none.with(new ModelTextTable(session).countWaiting(key, reach, now));
      counted.put(key, seen);
    }
    return seen.count();
  }

  /// How the store stands before it is looked through: what comes meanwhile is seen the next time.
  private static Seen seen(Session session, ModelTextTable.Key key, long written, Instant now) {
    Instant most = now.plus(LONGEST);
    ModelTextTable texts = new ModelTextTable(session);
    Instant due = texts.nextRetry(key, now).orElse(most);
    return new Seen(
        session.articles().lastSequence(),
        written,
        texts.sentAgain(key),
        due.isBefore(most) ? due : most,
        0);
  }
}
