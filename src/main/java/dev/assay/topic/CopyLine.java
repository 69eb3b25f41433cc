package dev.assay.topic;

import org.jspecify.annotations.Nullable;

/// Another article with the text of the one that is shown.
///
/// @param likeness what it has of the shown text; null where so many copies stand that nobody asks
public record CopyLine(ArticleLine article, @Nullable Likeness likeness) {}
