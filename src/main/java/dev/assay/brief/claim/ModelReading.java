package dev.assay.brief.claim;

import java.util.List;

/// What a model read in an article, as it is stored: what was admitted, and of the rest only why it
/// was not.
///
/// Stored: a component may be added but never renamed.
///
/// @param model its name
public record ModelReading(String model, List<SaidClaim> said, List<Refused> refused) {

  public ModelReading {
    said = List.copyOf(said);
    refused = List.copyOf(refused);
  }

  /// A claim that was not admitted.
  ///
  /// @param paragraph the line it cites, 0 if there is no such line
  /// @param figure its figure; empty if the line has no such words
  public record Refused(int paragraph, String figure, Refusal reason) {}
}
