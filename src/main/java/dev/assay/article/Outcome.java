package dev.assay.article;

import java.util.Optional;

/// What became of one document that was given to Assay. Every document has one, and it is stored.
public sealed interface Outcome {

  /// The article is stored; it was not known before.
  record Imported(ArticleId id) implements Outcome {}

  /// The same bytes were stored before: nothing was done.
  record Unchanged(ArticleId id) implements Outcome {}

  /// The article was known with another text, which is kept as revision `revision`.
  record Updated(ArticleId id, int revision) implements Outcome {}

  /// The article is stored, and its text is that of `canonical`.
  record Copy(ArticleId id, ArticleId canonical) implements Outcome {}

  /// Nothing was stored but this reason, which says what a person can do.
  record Refused(String reason) implements Outcome {}

  /// The article that the document is now, if it was taken.
  default Optional<ArticleId> article() {
    return switch (this) {
      case Imported(ArticleId id) -> Optional.of(id);
      case Unchanged(ArticleId id) -> Optional.of(id);
      case Updated(ArticleId id, _) -> Optional.of(id);
      case Copy(ArticleId id, _) -> Optional.of(id);
      case Refused _ -> Optional.empty();
    };
  }

  /// The word used in JSON, in the store and on the command line.
  default String word() {
    return switch (this) {
      case Imported _ -> "imported";
      case Unchanged _ -> "unchanged";
      case Updated _ -> "updated";
      case Copy _ -> "copy";
      case Refused _ -> "refused";
    };
  }
}
