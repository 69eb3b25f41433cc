/// From a [RawDocument][dev.assay.article.RawDocument] to an [Article][dev.assay.article.Article]:
/// the whole text, and nothing else that stood on its page.
///
/// Start with [Cleaner][dev.assay.clean.Cleaner], the only door. It chooses a reader by media type.
/// For a page the line is: bytes are decoded (`TextDecoder`), parsed by jsoup and walked once
/// (`PageWalk`) into a `Page`, which is a flat list of `Block`s of text, a tree of `Region`s above
/// them, and the `Signals` met on the way (meta elements, structured data, bylines, times). All
/// else works on that: `MainText` chooses the blocks that are the article (in three steps, a class
/// each), `Headline`, `Bylines` and `PublishedDateFinder` read the rest. PDF, Word, Markdown, plain
/// text and batch lines have a reader each.
///
/// Everything is pure: no clock (the document's `fetchedAt` is the present), no network, no files
/// but the lexicon. Words that decide (class names, phrases, months) are in `lexicon/boilerplate`
/// and `lexicon/dates`, not here.
@NullMarked
package dev.assay.clean;

import org.jspecify.annotations.NullMarked;
