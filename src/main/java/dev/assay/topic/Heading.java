package dev.assay.topic;

import dev.assay.lexicon.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a topic is called.
///
/// @param name as the reader asked for it, or as the lexicon writes it
/// @param type null for a name that the lexicon does not have: the page then holds the articles
///   that match it as a query
/// @param otherNames labels and aliases in other languages and scripts
/// @param saved whether the reader has saved the topic
public record Heading(Name name, @Nullable EntityType type, List<Name> otherNames, boolean saved) {

  public Heading {
    otherNames = List.copyOf(otherNames);
  }
}
