package dev.assay.clean;

import dev.assay.article.Article;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What one document came to.
public sealed interface CleanResult {

  /// The document holds an article.
  ///
  /// @param next address of the page on which its text goes on, if there is one
  record Cleaned(Article article, @Nullable URI next) implements CleanResult {

    /// An article that ends where its document ends.
    public Cleaned(Article article) {
      this(article, null);
    }
  }

  /// The document tells of an article, its title and time, and holds none of its text; `reason`
  /// says what a person can do. The article has no paragraphs.
  record Untold(Article article, String reason) implements CleanResult {}

  /// The document holds none that could be read; `reason` says what a person can do.
  record Refused(String reason) implements CleanResult {}
}
