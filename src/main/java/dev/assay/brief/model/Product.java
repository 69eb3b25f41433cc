package dev.assay.brief.model;

import java.util.Locale;

/// What a model is asked to make of an article.
public enum Product {
  BRIEF(1),
  /// The title in the reader's language.
  TITLE(1),
  /// The article in the reader's language, paragraph by paragraph.
  TRANSLATION(1);

  private final int promptVersion;

  Product(int promptVersion) {
    this.promptVersion = promptVersion;
  }

  /// Tells this question from earlier ones: the files of `prompts/` are of this version.
  public int promptVersion() {
    return promptVersion;
  }

  /// Whether it is made for readers of another language than the article's only.
  boolean isForForeignReaders() {
    return this != BRIEF;
  }

  /// The word used in the store, in the names of prompts and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
