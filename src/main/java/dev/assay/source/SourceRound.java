package dev.assay.source;

import java.time.Instant;

/// One time that a source was asked.
///
/// @param word `unchanged`, `listed`, or the standing after a failure
/// @param status of HTTP; 0 if nobody answered
/// @param entries that it listed
/// @param fresh those of them that were never seen
/// @param millis from the question to the answer
public record SourceRound(
    Instant at, String word, int status, int entries, int fresh, long bytes, long millis) {}
