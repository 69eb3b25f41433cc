package dev.assay.llm;

/// Makes the language model that the settings name. The libraries behind it load here and nowhere
/// else.
public final class LanguageModels {

  private LanguageModels() {}

  public static LanguageModel of(ModelSettings settings) {
    return new ChatLanguageModel(settings, ChatModels.of(settings));
  }
}
