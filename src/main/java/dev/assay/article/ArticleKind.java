package dev.assay.article;

import java.util.Locale;

/// What sort of document an article is.
public enum ArticleKind {
  NEWS,
  ANALYSIS,
  REPORT,
  FILING,
  TRANSCRIPT,
  SOCIAL,
  FILE;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ArticleKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
