package dev.assay.ledger;

import java.util.List;
import java.util.Set;

/// What readers said of the ledger. It outlives a new reading of the articles, because it names
/// claims and entries by ids that are computed from what they say.
///
/// @param misread claims whose reading is wrong; shown, and counted for nothing
/// @param right claims whose reading is right: they are trusted, however sure the reading was
/// @param overrulings verdicts that a reader found wrong
public record Corrections(
    Set<EvidenceId> misread, Set<EvidenceId> right, List<Overruling> overrulings) {

  public static final Corrections NONE = new Corrections(Set.of(), Set.of(), List.of());

  public Corrections {
    misread = Set.copyOf(misread);
    right = Set.copyOf(right);
    overrulings = List.copyOf(overrulings);
  }

  /// A reader's word on a verdict. It holds as long as the rules come to the verdict that the
  /// reader saw; when they come to another one, the reader has to look again.
  ///
  /// @param entry any id the entry ever had
  /// @param wrong the verdict that the reader saw
  /// @param right what it should be
  public record Overruling(EntryId entry, Verdict wrong, Verdict right) {}
}
