package dev.assay.brief.extract;

import java.util.Set;

/// A noun phrase that several sentences of an article hold.
///
/// @param holders orders of the candidates that hold it
/// @param worth how well it would name a group
record Theme(Phrase phrase, Set<Integer> holders, double worth) {

  boolean isIn(CandidateSentence candidate) {
    return holders.contains(candidate.order());
  }
}
