package dev.assay.brief.work;

import dev.assay.brief.model.Product;
import dev.assay.brief.model.Standing;
import dev.assay.brief.model.VettingTally;
import java.math.BigDecimal;

/// What was counted in the answers of one model about one product, for one source and one language.
///
/// @param source the outlet's name; may be empty
/// @param language of what was made
/// @param articles sent; for `made` of them it made what was asked
/// @param standing of its sentences; of a translation of its lines
/// @param tally of everything the model wrote, before any of it was withheld
/// @param verdicts of readers on it, whatever the version of the prompt was
/// @param tokens questions and answers together
public record ModelShare(
    Product product,
    String model,
    int promptVersion,
    String source,
    String language,
    long articles,
    long made,
    Standing standing,
    VettingTally tally,
    ReadersVerdicts verdicts,
    long tokens,
    BigDecimal cost) {

  /// Of 100 numbers that it wrote, how many did not stand where it cited; 0 if it wrote none.
  public double unsupportedPercent() {
    return tally.numbers() == 0 ? 0 : 100.0 * tally.unsupportedNumbers() / tally.numbers();
  }
}
