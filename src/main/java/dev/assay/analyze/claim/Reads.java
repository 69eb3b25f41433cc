package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.cite.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What was read of the figures of one text, by where they begin.
final class Reads {

  private final NounPhrases phrases;
  private final ToDoubleFunction<Property> least;
  private final Map<Integer, Read> reads = new HashMap<>();

  /// @param phrases of the same text
  /// @param least how far a claim of each property must be trusted in all that it says
  Reads(NounPhrases phrases, ToDoubleFunction<Property> least) {
    this.phrases = phrases;
    this.least = least;
  }

  boolean isEnough(Property property, double trust) {
    return trust >= least.applyAsDouble(property);
  }

  NounPhrases phrases() {
    return phrases;
  }

  /// A figure with its property and its subject.
  ///
  /// @param falls whether it is a change downwards
  /// @param trust the probability that both are right
  /// @param place of the subject in the text
  /// @param measurand where the text says what is counted or measured; null if it need not or does
  ///   not
  /// @param whole the probability that this is right too, and the number one for a table
  record Read(
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
  @Nullable Read at(int start) {
    return reads.get(start);
  }
}
