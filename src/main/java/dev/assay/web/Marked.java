package dev.assay.web;

import dev.assay.article.ArticleId;
import dev.assay.desk.Mark;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// What a reader has read and starred of the articles that a page shows.
///
/// @param made when the page is made
/// @param back the page's own address, to which its forms lead back
public record Marked(Instant made, String back, Map<ArticleId, Mark> marks) {

  public Marked {
    marks = Map.copyOf(marks);
  }

  public Mark of(ArticleId id) {
    return marks.getOrDefault(id, Mark.NONE);
  }

  /// The articles of a list in its order, as a form sends them.
  public static String listed(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::toString).collect(Collectors.joining(" "));
  }
}
