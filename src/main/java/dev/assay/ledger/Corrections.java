package dev.assay.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What readers said of the ledger. It outlives a new reading of the articles, because it names
/// claims and entries by ids that are computed from what they say.
///
/// @param misread claims whose reading is wrong; shown, and counted for nothing
/// @param parted claims that a reader took out of their entry because they are of another thing,
///   with a name for that thing; claims with one name form an entry
/// @param overrulings verdicts that a reader found wrong
public record Corrections(
    Set<EvidenceId> misread, Map<EvidenceId, String> parted, List<Overruling> overrulings) {

  public static final Corrections NONE = new Corrections(Set.of(), Map.of(), List.of());

  public Corrections {
    misread = Set.copyOf(misread);
    parted = Map.copyOf(parted);
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
