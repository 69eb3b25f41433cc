package dev.assay.ledger;

import org.jspecify.annotations.Nullable;

/// How a row stands to the other rows of its entry.
public sealed interface RowStanding {

  /// It is compared.
  ///
  /// @param set rows of one set have room for one figure; 0 is the set of the most independent
  ///   voices. A plot gives each set a mark of its own
  /// @param against what is plainest of the figures that cannot hold together with it; null if all
  ///   can
  record Compared(int set, @Nullable Evidence against) implements RowStanding {}

  /// It is shown apart.
  record NotCompared(Mismatch why) implements RowStanding {}

  /// A reader marked it as misread; it counts for nothing.
  record Withdrawn() implements RowStanding {}
}
