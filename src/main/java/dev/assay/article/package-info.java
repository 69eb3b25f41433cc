/// The words that every other package shares.
///
/// A document travels the flow under three names. What was fetched, byte for byte, is a
/// [RawDocument][dev.assay.article.RawDocument]; what a reader would call the text is an
/// [Article][dev.assay.article.Article] of numbered [Paragraph][dev.assay.article.Paragraph]s; what
/// became of it at each step is an [Outcome][dev.assay.article.Outcome]. An article keeps one
/// [ArticleId][dev.assay.article.ArticleId] for life: it is computed from its
/// [Identity][dev.assay.article.Identity], so that a retry never makes a second copy.
///
/// Start with `Article`. Nothing here reads a file, a clock or the network.
@NullMarked
package dev.assay.article;

import org.jspecify.annotations.NullMarked;
