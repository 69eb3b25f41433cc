package dev.assay.analyze.claim;

import org.jspecify.annotations.Nullable;

/// What becomes of a claim that somebody else read in a text.
///
/// @param chance the probability that property and subject are right; 0 if no such figure is read
///   there, or its unit cannot measure what is proposed
/// @param claim as the text's own words make it: what narrows it, when it holds, who says so and
///   whether it is denied; null if there is none
public record Heard(Proposal proposal, double chance, @Nullable Claim claim) {}
