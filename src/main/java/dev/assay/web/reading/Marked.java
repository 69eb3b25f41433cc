package dev.assay.web.reading;

import dev.assay.article.ArticleId;
import dev.assay.desk.Mark;
import dev.assay.desk.Mute;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reader has read and starred of the articles that a page shows.
///
/// @param made when the page is made
/// @param back the page's own address, to which its forms lead back
/// @param muted those that the reader muted, each with why
public record Marked(
    Instant made, String back, Map<ArticleId, Mark> marks, Map<ArticleId, Mute> muted) {

  public Marked {
    marks = Map.copyOf(marks);
    muted = Map.copyOf(muted);
  }

  public Mark of(ArticleId id) {
    return marks.getOrDefault(id, Mark.NONE);
  }

  /// Why an article is muted; null if it is not.
  public @Nullable Mute mute(ArticleId id) {
    return muted.get(id);
  }

  /// The same on the page of a topic that the reader muted, who came for it all the same.
  Marked without(Collection<Mute> mutes) {
    Map<ArticleId, Mute> others = new HashMap<>(muted);
    others.values().removeIf(mutes::contains);
    return new Marked(made, back, marks, others);
  }

  /// The articles of a list in its order, as a form sends them.
  public static String listed(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::toString).collect(Collectors.joining(" "));
  }
}
