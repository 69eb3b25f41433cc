/// What a language model makes of an article, of which nothing is believed: briefs, titles in the
/// reader's language, translations, figures.
///
/// [ModelWriters][dev.assay.brief.model.ModelWriters] has a writer for each
/// [Product][dev.assay.brief.model.Product]: `ModelBriefs`, `ModelTitles`, `ModelTranslations` and
/// `ModelClaims` ask, `Vetting` holds each sentence of an answer against the paragraphs it cites:
/// numbers, names, quotes. What fails is asked for once more, then withheld or marked. Which
/// article is sent when, and what is kept of it, is `brief.work`'s; talking to a provider is
/// `llm`'s.
@NullMarked
package dev.assay.brief.model;

import org.jspecify.annotations.NullMarked;
