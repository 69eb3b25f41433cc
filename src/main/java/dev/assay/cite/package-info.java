/// Places in a text, and the words that stand there.
///
/// A [Citation][dev.assay.cite.Citation] is the mark in a summary that points to a paragraph of an
/// article and a [Span][dev.assay.cite.Span] in it. Citations are data: the same in page, API and
/// command line.
@NullMarked
package dev.assay.cite;

import org.jspecify.annotations.NullMarked;
