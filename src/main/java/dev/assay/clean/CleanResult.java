package dev.assay.clean;

import dev.assay.article.Article;

/// What one document came to.
public sealed interface CleanResult {

  /// The document holds an article.
  record Cleaned(Article article) implements CleanResult {}

  /// The document holds none that could be read; `reason` says what a person can do.
  record Refused(String reason) implements CleanResult {}
}
