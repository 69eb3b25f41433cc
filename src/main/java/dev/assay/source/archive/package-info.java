/// What was put by elsewhere: web archives (WARC, WACZ), saved pages (MHTML, SingleFile), lists of
/// references (RIS, CSL-JSON) and of links (bookmarks, reading lists).
///
/// Each class reads one form and gives what it holds as data: an
/// [ArchivedPage][dev.assay.source.archive.ArchivedPage] with its address and time, a
/// [Reference][dev.assay.source.archive.Reference], a
/// [SavedLink][dev.assay.source.archive.SavedLink]. Files are hostile input: bounded, and what
/// cannot be read of them is said in words. What becomes of it is for `ingest` to say.
@NullMarked
package dev.assay.source.archive;

import org.jspecify.annotations.NullMarked;
