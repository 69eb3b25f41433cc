package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The texts of what was told before: what rises in the very same texts is the same rise. Used by
/// one thread.
final class Overlaps {

  /// So much of a rise's texts are those of another.
  private static final double SAME = 0.7;

  private final List<Set<ArticleId>> told = new ArrayList<>();

  /// Whether most of some texts are not those of something told before; they are remembered then.
  boolean isApart(Collection<ArticleId> texts) {
    boolean apart =
        told.stream()
            .noneMatch(
                known -> texts.stream().filter(known::contains).count() > SAME * texts.size());
    if (apart) {
      told.add(Set.copyOf(texts));
    }
    return apart;
  }
}
