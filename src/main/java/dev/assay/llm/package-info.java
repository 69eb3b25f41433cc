/// One question to one language model, which may be absent.
///
/// [ModelSettings][dev.assay.llm.ModelSettings] are read from `model.properties` in the data folder
/// and from the environment; without them there is no model and nothing of this package's libraries
/// loads. [LanguageModels][dev.assay.llm.LanguageModels] makes the
/// [LanguageModel][dev.assay.llm.LanguageModel] they name: any endpoint that speaks as OpenAI's,
/// Anthropic's or Ollama's does. A [ModelQuestion][dev.assay.llm.ModelQuestion] gives it a text and
/// the shape of the answer; a [Reply][dev.assay.llm.Reply] is the answer or the reason why there is
/// none.
///
/// No tool, no function and no picture is ever offered to a model, and nothing here judges what it
/// says: that is `brief`'s part.
@NullMarked
package dev.assay.llm;

import org.jspecify.annotations.NullMarked;
