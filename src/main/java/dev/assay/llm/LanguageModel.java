package dev.assay.llm;

/// A language model behind some endpoint. Safe for use by many threads.
public interface LanguageModel {

  /// The model's name as its provider writes it.
  String name();

  /// Asks once; waits for the answer, no longer than the settings allow. Never throws for what an
  /// endpoint does: that is a [Reply].
  Reply ask(ModelQuestion question);
}
