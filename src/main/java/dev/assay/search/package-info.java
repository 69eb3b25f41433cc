/// Question to ranked passages.
///
/// [Search][dev.assay.search.Search] is the front door: a
/// [SearchRequest][dev.assay.search.SearchRequest] comes in, a
/// [SearchPage][dev.assay.search.SearchPage] of articles with passages, highlights, totals and
/// counts goes out. Any string is a question: what reads as the query language is taken so, the
/// rest is words to look for. `Question` turns words into terms, `Passages` finds where they stand
/// in an article. The index only ranks ids; texts come from the store through a function given to
/// `Search`.
///
/// Nothing here answers a question in words, and nothing asks a language model.
@NullMarked
package dev.assay.search;

import org.jspecify.annotations.NullMarked;
