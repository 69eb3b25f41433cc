package dev.assay.topic;

import dev.assay.brief.BriefSentence;
import java.util.List;

/// An article that names a topic in passing.
///
/// @param said its sentence that does; empty if only its title does
public record Mentioning(ArticleLine article, List<BriefSentence> said) {

  public Mentioning {
    said = List.copyOf(said);
  }
}
