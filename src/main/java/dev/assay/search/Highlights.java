package dev.assay.search;

import dev.assay.index.IndexQuery.PlacedTerm;
import java.util.List;
import java.util.Map;

/// What to mark in a hit.
///
/// @param words terms that are marked wherever they stand, as [dev.assay.index.IndexTerms] makes
///   them, each with what it is worth
/// @param runs terms that are marked where they stand side by side; where a hit holds nothing else
///   to mark, each for itself. Two terms or more, each run with what it is worth
record Highlights(Map<String, Double> words, Map<List<PlacedTerm>, Double> runs) {

  static final Highlights NONE = new Highlights(Map.of(), Map.of());

  Highlights {
    words = Map.copyOf(words);
    runs = Map.copyOf(runs);
  }
}
