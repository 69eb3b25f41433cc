package dev.assay.event;

import java.util.List;
import java.util.stream.Stream;

/// What comparing needs of a text.
///
/// @param terms for texts of its own language
/// @param head those of its head
/// @param concepts for texts of the other
/// @param facts the same
/// @param wording how it is worded
/// @param han whether it is written in Chinese characters
public record EventText(
    Vector terms, Vector head, Vector concepts, Facts facts, Wording wording, boolean han) {

  /// By how much what texts of two languages have in common counts more: they have fewer words in
  /// which to say it.
  private static final double ACROSS = 0.8;

  /// Part of names, figures and days in what texts of one language have in common.
  private static final double CONCEPTS = 0.15;

  /// How much two texts tell of the same, 0 to 1.
  public double likeness(EventText other) {
    return han == other.han
        ? (1 - CONCEPTS) * terms.cosine(other.terms) + CONCEPTS * concepts.cosine(other.concepts)
        : Math.min(1, ACROSS * concepts.cosine(other.concepts));
  }

  /// The terms, concepts and facts by which texts like this one are found: those that tell most,
  /// but for what many texts have.
  public List<Long> keys() {
    return Stream.of(
            terms.heaviest(KEYS), concepts.heaviest(CONCEPT_KEYS), facts.heaviest(FACT_KEYS))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static final int KEYS = 12;
  private static final int CONCEPT_KEYS = 12;
  private static final int FACT_KEYS = 8;
}
