package dev.assay.desk.note;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.List;

/// What a reader wrote beside words of an article.
///
/// @param id 10 letters and digits
/// @param text empty for a highlight alone
/// @param tags the reader's own words for it, in order
public record Note(
    String id,
    ArticleId article,
    Anchor anchor,
    String text,
    List<String> tags,
    Instant createdAt,
    Instant changedAt) {

  public static final int LONGEST_TEXT = 10_000;
  public static final int LONGEST_QUOTE = 5_000;
  public static final int LONGEST_TAG = 60;
  public static final int MOST_TAGS = 20;

  public Note {
    tags = List.copyOf(tags);
  }

  /// The note with other words.
  Note with(String otherText, List<String> otherTags, Instant now) {
    return new Note(id, article, anchor, otherText, otherTags, createdAt, now);
  }
}
