package dev.assay.check;

import org.jspecify.annotations.Nullable;

/// A paragraph that a sentence cites.
///
/// @param above the line over it, which may tell the scale of a table; null if nothing stands there
public record Cited(String text, @Nullable String above) {}
