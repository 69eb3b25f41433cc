/// Characters out of bytes and out of markup: what every reader of a kind of document needs.
///
/// `TextDecoder` finds the charset, `VisibleText` takes away what no reader sees, `Paragraphs`
/// numbers what is left, `TableReader` writes a table as text, `TimeLimit` ends a reading that goes
/// on for too long. Which text is the article is not decided here.
@NullMarked
package dev.assay.clean.text;

import org.jspecify.annotations.NullMarked;
