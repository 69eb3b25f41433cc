package dev.assay.desk;

/// What one reader did with one article.
///
/// @param read whether the text was read, here or in another copy
/// @param starred whether this very article is starred
public record Mark(boolean read, boolean starred) {

  /// Of an article that nobody touched.
  public static final Mark NONE = new Mark(false, false);

  /// What a reader says of an article.
  public enum Said {
    READ,
    UNREAD,
    STARRED,
    UNSTARRED
  }
}
