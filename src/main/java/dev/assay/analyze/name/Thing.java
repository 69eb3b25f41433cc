package dev.assay.analyze.name;

import dev.assay.lexicon.NamedEntity;
import org.jspecify.annotations.Nullable;

/// What a text speaks of: what a figure is about, or who gives it.
///
/// @param id of the [NamedEntity] if a pack knows it, else null
/// @param words the source's words for it, or the words that a pronoun (该国, "the country") stands
///   for
public record Thing(@Nullable String id, String words) {

  /// What kind of thing it is, such as `country`; empty if no pack knows it.
  public String kind() {
    return id == null ? "" : NamedEntity.kindOf(id);
  }
}
