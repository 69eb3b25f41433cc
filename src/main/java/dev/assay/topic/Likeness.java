package dev.assay.topic;

import dev.assay.fold.Change;
import dev.assay.fold.Changes;

/// How much of one text another has, in short.
///
/// @param percent of the text that is in the other, 0 to 100; 100 only if all of it is
/// @param figures sentences in which a figure is another
/// @param changed other sentences that read otherwise
/// @param removed sentences that the other lacks
/// @param added sentences that only the other has
public record Likeness(int percent, long figures, long changed, long removed, long added) {

  static Likeness of(Changes changes) {
    long figures = changes.ofFigures();
    long rewritten = count(changes, Change.Changed.class);
    return new Likeness(
        (int) Math.floor(100 * changes.kept()),
        figures,
        rewritten - figures,
        count(changes, Change.Removed.class),
        count(changes, Change.Added.class));
  }

  private static long count(Changes changes, Class<? extends Change> kind) {
    return changes.list().stream().filter(kind::isInstance).count();
  }

  /// Whether there is no difference.
  public boolean isSame() {
    return percent == 100 && figures + changed + removed + added == 0;
  }
}
