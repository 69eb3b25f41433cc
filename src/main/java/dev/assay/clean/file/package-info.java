/// The text of files that are no pages: PDF, Word, Markdown, plain text.
///
/// `PdfLayout` puts glyphs into lines and lines into paragraphs, `DocxText` reads the parts of a
/// Word file, `MarkdownText` and `PlainText` read text; each gives a `TextDocument`. Making an
/// article of it is `clean`'s.
@NullMarked
package dev.assay.clean.file;

import org.jspecify.annotations.NullMarked;
