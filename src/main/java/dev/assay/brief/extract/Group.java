package dev.assay.brief.extract;

import java.util.List;

/// Sentences for one group of a brief.
///
/// @param heading empty if nothing names them all
/// @param bullets in the order of the text
record Group(String heading, List<CandidateSentence> bullets) {

  public Group {
    bullets = List.copyOf(bullets);
  }
}
