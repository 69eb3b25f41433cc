package dev.assay.index;

import dev.assay.article.ExpectedFailure;
import org.jspecify.annotations.Nullable;

/// The index cannot do what was asked, for a reason outside the program: a disk or damaged files.
/// Nothing is lost by it, since all that an index holds is in the store too.
public final class IndexFailure extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  private enum Kind {
    DAMAGED,
    AWAY,
    OTHER
  }

  private final Kind kind;

  private IndexFailure(String message, Kind kind, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// The files are not what was written.
  ///
  /// @param name what the index holds, and where, such as `index in /home/w/assay/index/1`
  public static IndexFailure damaged(String name, Throwable cause) {
    return new IndexFailure(
        "The search %s is damaged (%s). The articles are safe: run assay reindex, or any writing command, and it is made anew."
            .formatted(name, cause.getClass().getSimpleName()),
        Kind.DAMAGED,
        cause);
  }

  /// The disk did not do its part.
  ///
  /// @param what such as `commit`
  public static IndexFailure disk(String name, String what, Throwable cause) {
    return new IndexFailure(
        "The search %s could not %s: %s. The articles are safe. Look at the disk's free space and the folder's rights, then run the command again: it goes on where it stopped."
            .formatted(name, what, cause.getMessage()),
        Kind.OTHER,
        cause);
  }

  /// No node of a cluster answered.
  public static IndexFailure unreachable(String nodes, @Nullable Throwable cause) {
    return new IndexFailure(
        "The search index at %s does not answer. The articles are safe: look whether its nodes run; what it lacks is put when they do."
            .formatted(nodes),
        Kind.AWAY,
        cause);
  }

  /// A cluster answered, and did not do it.
  public static IndexFailure refused(String path, int status, String said) {
    return new IndexFailure(
        "The search index would not do %s: status %d, %s. The articles are safe; look at the cluster's log."
            .formatted(path, status, said),
        Kind.OTHER,
        null);
  }

  /// A cluster answers that it is not ready, or too busy.
  public static IndexFailure unready(String path, int status, String said) {
    return new IndexFailure(
        "The search index is not ready for %s: status %d, %s. The articles are safe; try again in a moment, or look at the cluster's log."
            .formatted(path, status, said),
        Kind.AWAY,
        null);
  }

  /// Whether the index has to be made anew.
  public boolean isDamaged() {
    return kind == Kind.DAMAGED;
  }

  /// Whether it is not reached or not ready, and may be asked again in a moment.
  public boolean isAway() {
    return kind == Kind.AWAY;
  }
}
