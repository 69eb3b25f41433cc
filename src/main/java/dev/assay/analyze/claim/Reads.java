package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.cite.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read of the figures of one text, by where they begin.
final class Reads {

  private final NounPhrases phrases;
  private final Map<Integer, Read> reads = new HashMap<>();

  /// @param phrases of the same text
  Reads(NounPhrases phrases) {
    this.phrases = phrases;
  }

  NounPhrases phrases() {
    return phrases;
  }

  /// A figure with its property and its subject.
  ///
  /// @param falls whether it is a change downwards
  /// @param trust the probability that both are right
  /// @param place of the subject in the text
  record Read(Property property, boolean falls, Thing subject, double trust, Span place) {}

  void put(Figure figure, Read read) {
    reads.put(figure.quantity().span().start(), read);
  }

  /// What was read of the figure that begins at `start`; null if nothing that could be told.
  @Nullable Read at(int start) {
    return reads.get(start);
  }
}
