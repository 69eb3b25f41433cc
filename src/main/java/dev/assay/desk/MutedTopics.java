package dev.assay.desk;

import java.util.Set;

/// The topics that a reader muted, read at once for as many as are to be told apart.
///
/// @param subjects what they are called
/// @param values the ids of the things that they are
public record MutedTopics(Set<String> subjects, Set<String> values) {

  /// Whether a topic is muted.
  ///
  /// @param name what the topic is called where it is looked for by its words
  public boolean has(String name, ReadingScope topic) {
    return topic instanceof ReadingScope.About about && !about.entities().isEmpty()
        ? about.entities().stream().anyMatch(values::contains)
        : subjects.contains(name.strip());
  }
}
