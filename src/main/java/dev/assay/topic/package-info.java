/// What a topic page shows: for any name, in any script, the articles about it, newest first.
///
/// [TopicPage][dev.assay.topic.TopicPage] is the whole page as data: a
/// [Heading][dev.assay.topic.Heading], [Facts][dev.assay.topic.Facts] about all its articles, and
/// one [Card][dev.assay.topic.Card] for each article shown, copies folded under it.
/// [Home][dev.assay.topic.Home] and [ArticlePage][dev.assay.topic.ArticlePage] are the same for the
/// first page and for one article. Nothing here is HTML and nothing is in the reader's language but
/// the labels of names: faces add the words.
@NullMarked
package dev.assay.topic;

import org.jspecify.annotations.NullMarked;
