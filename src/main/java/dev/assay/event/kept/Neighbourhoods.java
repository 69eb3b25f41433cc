package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.event.OneEvent;
import dev.assay.store.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which texts are grouped at once.
///
/// A text's neighbourhood is all that hangs together with it by likenesses that may make one event.
/// If that is more than can be grouped at once, it is what hangs together by higher likenesses, the
/// lowest at which it is few enough. So it does not matter which text came first: every text of a
/// neighbourhood has the same one. Used by one thread, within its session, as long as no likeness
/// changes.
final class Neighbourhoods {

  private static final List<Double> LEVELS = List.of(OneEvent.LIKELY, 0.7, 0.9, 0.97);

  private final Session session;
  private final LikenessTable likenesses;
  private final int most;

  /// What was found, by level and text: a neighbourhood is looked for once and not from each of its
  /// texts.
  private final Map<Double, Map<ArticleId, Set<ArticleId>>> found = new HashMap<>();

  /// @param most texts that are grouped at once
  Neighbourhoods(Session session, LikenessTable likenesses, int most) {
    this.session = session;
    this.likenesses = likenesses;
    this.most = most;
  }

  /// The neighbourhood of a text; if too many are nearly the same, itself and what a reader joined
  /// to it.
  Set<ArticleId> of(ArticleId id) {
    for (double level : LEVELS) {
      Set<ArticleId> texts = within(id, level);
      if (texts.size() <= most) {
        return texts;
      }
    }
    Set<ArticleId> joined = new LinkedHashSet<>(List.of(id));
    joined.addAll(session.handEvents().withThem(joined));
    return joined;
  }

  /// The texts whose neighbourhood became too large by the coming of a text.
  Set<ArticleId> brokenUp(ArticleId newcomer) {
    Set<ArticleId> broken = new HashSet<>();
    for (double level : LEVELS) {
      if (within(newcomer, level).size() <= most) {
        break;
      }
      Set<ArticleId> seen = new HashSet<>();
      for (ArticleId neighbour : likenesses.near(List.of(newcomer), level, Integer.MAX_VALUE)) {
        if (!seen.contains(neighbour)) {
          Set<ArticleId> before = within(neighbour, level, newcomer);
          seen.addAll(before);
          broken.addAll(before.size() <= most ? before : Set.of());
        }
      }
    }
    return broken;
  }

  /// What hangs together with a text by likenesses of so much or more; if that is more than `most`,
  /// some more than that.
  private Set<ArticleId> within(ArticleId id, double level) {
    Map<ArticleId, Set<ArticleId>> known = found.computeIfAbsent(level, _ -> new HashMap<>());
    Set<ArticleId> texts = known.get(id);
    if (texts == null) {
      Set<ArticleId> all = within(id, level, null);
      all.forEach(text -> known.put(text, all));
      return all;
    }
    return texts;
  }

  /// The same.
  ///
  /// @param without a text that is looked through as if it were not there
  private Set<ArticleId> within(ArticleId id, double level, @Nullable ArticleId without) {
    Set<ArticleId> texts = new LinkedHashSet<>(List.of(id));
    Set<ArticleId> last = texts;
    while (!last.isEmpty() && texts.size() <= most) {
      Set<ArticleId> next =
          new LinkedHashSet<>(likenesses.near(last, level, most + texts.size() + 2));
      next.addAll(session.handEvents().withThem(last));
      next.removeAll(texts);
      if (without != null) {
        next.remove(without);
      }
      texts.addAll(next);
      last = next;
    }
    return texts;
  }
}
