package dev.assay.brief.vet;

import java.util.List;

/// A part of a sentence between marks or conjunctions, `[start, end)` of its text.
///
/// @param sentence the number of its sentence in the text, from 0
record Clause(int start, int end, int sentence, List<Term> terms, List<Cue> cues) {}
