package dev.assay.ledger;

/// Why an entry has its verdict. [Wording] puts it in words.
public sealed interface Reason {

  /// These two cannot both hold; of all such pairs the plainest.
  record Apart(Row one, Row other) implements Reason {}

  /// The words of all rows that can be compared leave room for one figure.
  ///
  /// @param rows how many can be compared
  record Together(int rows) implements Reason {}

  /// No two rows can be compared; the reason of the first two.
  record NothingToCompare(Mismatch mismatch) implements Reason {}

  /// There is one row.
  record OneFigure() implements Reason {}

  /// There are several rows, all of one voice or of copies of one text.
  record OneVoice() implements Reason {}

  /// No row counts: readers marked all as misread, or all are denied by their own texts.
  record NoFigure() implements Reason {}

  /// A reader said that the verdict is wrong.
  ///
  /// @param computed the verdict by the rules, which the reader overruled
  record Overruled(Verdict computed, Reason reason) implements Reason {}
}
