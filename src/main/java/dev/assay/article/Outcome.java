package dev.assay.article;

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
