package dev.assay.topic;

import dev.assay.article.Language;

/// A name that has a topic page.
///
/// @param label as it is shown, and as it stands in the page's address
/// @param language the language of the label; unknown for a name that the lexicon does not have
/// @param read whether the machine alone takes it for a name
public record Name(String label, Language language, boolean read) {

  public Name(String label, Language language) {
    this(label, language, false);
  }
}
