package dev.assay.brief;

import java.util.List;

/// Bullets on one subject under a heading that names it.
///
/// @param heading the article's own sub-heading, or key phrases from the bullets and their
///   paragraphs
/// @param bullets at least one
public record BriefGroup(String heading, List<BriefSentence> bullets) {

  public BriefGroup {
    bullets = List.copyOf(bullets);
    if (heading.isBlank() || bullets.isEmpty()) {
      throw new IllegalArgumentException(
          "a group must have a heading and a bullet, got \"%s\" and %d bullets"
              .formatted(heading, bullets.size()));
    }
  }
}
