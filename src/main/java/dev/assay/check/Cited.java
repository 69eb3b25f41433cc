package dev.assay.check;

import dev.assay.article.Language;
import org.jspecify.annotations.Nullable;

/// A paragraph that a sentence cites, of a text that was not analysed.
///
/// @param language of the text that it stands in
/// @param above the line over it, which may tell the scale of a table; null if nothing stands there
public record Cited(String text, Language language, @Nullable String above) {}
