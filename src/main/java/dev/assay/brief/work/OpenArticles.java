package dev.assay.brief.work;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.model.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What readers have open and a model may make something of, until that is asked for. What is
/// opened while too much waits takes the place of what was opened longest ago. Safe for use by many
/// threads.
final class OpenArticles {

  private static final int MOST = 100;

  private final SequencedSet<Wish> wishes = new LinkedHashSet<>();

  record Wish(ArticleId article, Language language, Product product) {}

  synchronized void add(Wish wish) {
    wishes.remove(wish);
    wishes.addLast(wish);
    if (wishes.size() > MOST) {
      wishes.removeFirst();
    }
    notifyAll();
  }

  /// All of them, the last opened first; none is left.
  synchronized List<Wish> take() {
    List<Wish> taken = new ArrayList<>(wishes.reversed());
    wishes.clear();
    return taken;
  }

  /// Returns when there is one, or after `most`.
  synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (wishes.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
