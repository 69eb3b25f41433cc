/// `Article` to `Analysis`: what a text says that can be compared with other texts.
///
/// [Sentences][dev.assay.analyze.Sentences] cuts a paragraph into sentences; the other parts each
/// read one kind of thing from it. All of them are pure functions of the text and the lexicon: the
/// same article gives the same analysis. Nothing here compares two articles; that is `fold`,
/// `check` and `ledger`.
@NullMarked
package dev.assay.analyze;

import org.jspecify.annotations.NullMarked;
