package dev.assay.analyze.choice;

import dev.assay.analyze.weigh.Weights;
import java.util.List;

/// What was thought of one figure, and why.
///
/// @param figure as it is written
/// @param property the likeliest, with a minus behind it if it is a fall
/// @param subject the likeliest, in the words of the text; empty if there is none
/// @param measurand what is counted or measured, in the words of the text; empty if nothing is said
///   of it
/// @param trust the probability that all of it is right
/// @param reasons the features that counted most, with their weights
public record Thought(
    String figure,
    String property,
    String subject,
    String measurand,
    double trust,
    List<Weights.Reason> reasons) {

  public Thought {
    reasons = List.copyOf(reasons);
  }
}
