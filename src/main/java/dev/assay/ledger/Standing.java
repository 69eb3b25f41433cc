package dev.assay.ledger;

/// How a row stands to the other rows of its entry.
public sealed interface Standing {

  /// It is compared.
  ///
  /// @param set rows of one set have room for one figure; 0 is the set of the most independent
  ///   voices. A plot gives each set a mark of its own
  record Compared(int set) implements Standing {}

  /// It is shown apart.
  record NotCompared(Mismatch why) implements Standing {}

  /// A reader marked it as misread; it counts for nothing.
  record Withdrawn() implements Standing {}
}
