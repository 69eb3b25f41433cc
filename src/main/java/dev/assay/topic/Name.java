package dev.assay.topic;

import dev.assay.article.Language;

/// A name that has a topic page.
///
/// @param label as it is shown, and as it stands in the page's address
/// @param language the language of the label; unknown for a name that the lexicon does not have
public record Name(String label, Language language) {}
