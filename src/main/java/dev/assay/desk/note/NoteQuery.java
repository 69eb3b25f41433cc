package dev.assay.desk.note;

import dev.assay.article.ArticleId;
import org.jspecify.annotations.Nullable;

/// Which notes are listed, the newest first.
///
/// @param words all of which must stand in quote, text or tags; empty for any
/// @param tag a tag that they bear; empty for any
/// @param article on which they stand; null for any
/// @param from how many are passed over
/// @param limit 1 or more
public record NoteQuery(
    String words, String tag, @Nullable ArticleId article, int from, int limit) {

  public NoteQuery {
    if (limit < 1 || from < 0) {
      throw new IllegalArgumentException(
          "limit must be 1 or more and from 0 or more, got %d and %d".formatted(limit, from));
    }
  }

  /// All on one article.
  static NoteQuery on(ArticleId article) {
    return new NoteQuery("", "", article, 0, Integer.MAX_VALUE);
  }
}
