package dev.assay.index.meaning;

import dev.assay.cite.Span;

/// A stretch of one paragraph and its vector.
///
/// @param paragraph its number
/// @param span within the paragraph
public record PassageVector(int paragraph, Span span, float[] vector) {}
