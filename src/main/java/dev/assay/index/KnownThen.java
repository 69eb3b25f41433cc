package dev.assay.index;

import dev.assay.article.ArticleId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// What was known at a moment, beside what an index holds of the present.
///
/// @param otherwise the articles that were there then in another form, each as it was
public record KnownThen(Ids asNow, List<IndexedArticle> otherwise) {

  public KnownThen {
    otherwise = List.copyOf(otherwise);
  }

  /// Many ids in little room.
  public static final class Ids {
    private final long[] sorted;

    private Ids(long[] sorted) {
      this.sorted = sorted;
    }

    public static Ids of(Collection<ArticleId> ids) {
      return new Ids(ids.stream().mapToLong(ArticleId::value).sorted().toArray());
    }

    public boolean contains(long id) {
      return Arrays.binarySearch(sorted, id) >= 0;
    }
  }
}
