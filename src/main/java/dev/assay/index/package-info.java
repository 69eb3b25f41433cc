/// What we search: articles as terms, derived from the store and rebuilt from it at any time.
///
/// In come [IndexedArticle][dev.assay.index.IndexedArticle]s, out come ids with scores: no text is
/// kept here. [SearchIndex][dev.assay.index.SearchIndex] is the front door, and `index.lucene` its
/// embedded form; an [IndexQuery][dev.assay.index.IndexQuery] says what to find in words that any
/// engine can carry out. [IndexTerms][dev.assay.index.IndexTerms] cuts text into terms, the same
/// for articles and questions.
///
/// Reading a person's question, translating it and showing passages is not done here: see `search`.
@NullMarked
package dev.assay.index;

import org.jspecify.annotations.NullMarked;
