package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.cite.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read of the figures of one text, by where they begin.
public final class Reads {

  private final NounPhrases phrases;
  private final @Nullable RowTrust rows;
  private final double least;
  private final Map<Integer, Read> reads = new HashMap<>();

  /// @param phrases of the same text
  /// @param rows says how far a claim is to be trusted in all that it says; null if the trust in
  ///   its parts is all that is asked
  /// @param least how far a claim must be trusted in all that it says
  Reads(NounPhrases phrases, @Nullable RowTrust rows, double least) {
    this.phrases = phrases;
    this.rows = rows;
    this.least = least;
  }

  public boolean isEnough(double trust) {
    return trust >= least;
  }

  public NounPhrases phrases() {
    return phrases;
  }

  /// How far a claim can be trusted in all that it says.
  ///
  /// @param whole the probability that its phrase is right
  public double trust(Claim claim, Read read, double whole, RowTrust.Said said) {
    return rows == null ? read.trust() * whole : rows.of(claim, read, whole, said);
  }

  /// A figure with its property and its subject.
  ///
  /// @param falls whether it is a change downwards
  /// @param trust the probability that both are right
  /// @param place of the subject in the text
  /// @param measurand where the text says what is counted or measured; null if it need not or does
  ///   not
  /// @param whole the probability that this is right too, and the number one for a table
  public record Read(
      Property property,
      boolean falls,
      Thing subject,
      double trust,
      Span place,
      @Nullable Span measurand,
      double whole) {}

  void put(Figure figure, Read read) {
    reads.put(figure.quantity().span().start(), read);
  }

  /// What was read of the figure that begins at `start`; null if nothing that could be told.
  public @Nullable Read at(int start) {
    return reads.get(start);
  }
}
