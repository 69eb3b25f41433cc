package dev.assay.brief.extract;

import dev.assay.cite.Span;

/// The words that say who speaks, such as `MS. LEE:` or `李芳表示，`, where a sentence that stands
/// further down does not say it itself.
///
/// @param paragraph number of the paragraph they stand in
/// @param span their place in it
record Voice(int paragraph, Span span, String text) {}
