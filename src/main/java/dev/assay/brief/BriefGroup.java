package dev.assay.brief;

import java.util.List;

/// Bullets on one subject under a heading that names it.
///
/// @param heading the article's own sub-heading, or a phrase that stands in every bullet; empty for
///   bullets that nothing names together
/// @param bullets at least one
public record BriefGroup(String heading, List<BriefSentence> bullets) {

  public BriefGroup {
    bullets = List.copyOf(bullets);
    if (bullets.isEmpty()) {
      throw new IllegalArgumentException(
          "a group must have a bullet, got none under \"%s\"".formatted(heading));
    }
  }
}
