/// What a language model makes of articles, of which nothing is believed: briefs, titles in the
/// reader's language, translations.
///
/// [ModelDesk][dev.assay.brief.model.ModelDesk] is the front door, `ModelJob` works in the
/// background, [ModelTrials][dev.assay.brief.model.ModelTrials] finds a model. `ModelBriefs`,
/// `ModelTitles` and `ModelTranslations` ask, `Vetting` holds each sentence of an answer against
/// the paragraphs it cites: numbers, names, quotes. What fails is asked for once more, then
/// withheld or marked. Talking to a provider is `llm`'s.
@NullMarked
package dev.assay.brief.model;

import org.jspecify.annotations.NullMarked;
