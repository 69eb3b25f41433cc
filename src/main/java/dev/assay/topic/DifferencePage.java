package dev.assay.topic;

import dev.assay.fold.Changes;

/// Two texts and what differs.
///
/// @param before the canonical article's text, or the earlier revision
/// @param after the copy's, or the later revision
public record DifferencePage(Version before, Version after, Changes changes) {

  /// Whether the two are texts of one article.
  public boolean isRevision() {
    return before.article().id().equals(after.article().id());
  }

  public boolean isRetitled() {
    return !before.title().equals(after.title());
  }

  public Likeness likeness() {
    return Likeness.of(changes);
  }
}
