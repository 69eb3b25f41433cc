/// The names that a text mentions, known and unknown.
///
/// [TagMatcher][dev.assay.analyze.name.TagMatcher] finds the named entities of the packs, each
/// mention with its place; [CandidateFinder][dev.assay.analyze.name.CandidateFinder] proposes names
/// that no pack knows. [Thing][dev.assay.analyze.name.Thing] is what a figure can be about, named
/// or not. How a name reads in another language is `lexicon`'s.
@NullMarked
package dev.assay.analyze.name;

import org.jspecify.annotations.NullMarked;
