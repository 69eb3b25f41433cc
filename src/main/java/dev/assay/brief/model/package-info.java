/// Briefs written by a language model, of which nothing is believed.
///
/// [ModelDesk][dev.assay.brief.model.ModelDesk] is the front door, `ModelJob` works in the
/// background. `Prompt` asks, `Vetting` holds each sentence of the answer against the paragraphs it
/// cites: numbers, names, quotes. What fails is asked for once more, then withheld, and the brief
/// says so. Talking to a provider is `llm`'s.
@NullMarked
package dev.assay.brief.model;

import org.jspecify.annotations.NullMarked;
