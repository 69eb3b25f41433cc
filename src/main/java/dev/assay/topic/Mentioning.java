package dev.assay.topic;

import dev.assay.brief.BriefSentence;
import java.util.List;

/// An article in a list, with what it says.
///
/// @param said on a topic, its sentences that name it, empty if only its title does; elsewhere the
///   first sentence of its brief
public record Mentioning(ArticleLine article, List<BriefSentence> said) {

  public Mentioning {
    said = List.copyOf(said);
  }
}
