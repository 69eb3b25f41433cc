package dev.assay.brief.model;

/// What was counted in the sentences of a model, as it wrote them: before any was withheld.
///
/// @param sentences that it wrote
/// @param failed of them, for any reason
/// @param numbers numbers, dates and ranks; `unsupportedNumbers` of them stand not where they are
///   cited
/// @param names that could be told; `missingNames` of them stand not where they are cited
/// @param quotes words in quotation marks; `changedQuotes` of them stand not where they are cited
public record VettingTally(
    int sentences,
    int failed,
    int numbers,
    int unsupportedNumbers,
    int names,
    int missingNames,
    int quotes,
    int changedQuotes) {

  public static final VettingTally NONE = new VettingTally(0, 0, 0, 0, 0, 0, 0, 0);

  /// Of one sentence.
  static VettingTally ofOne(boolean sound) {
    return new VettingTally(1, sound ? 0 : 1, 0, 0, 0, 0, 0, 0);
  }

  VettingTally plus(VettingTally other) {
    return new VettingTally(
        sentences + other.sentences,
        failed + other.failed,
        numbers + other.numbers,
        unsupportedNumbers + other.unsupportedNumbers,
        names + other.names,
        missingNames + other.missingNames,
        quotes + other.quotes,
        changedQuotes + other.changedQuotes);
  }
}
