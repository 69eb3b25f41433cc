package dev.assay.brief.model;

import dev.assay.article.Language;
import java.util.List;
import java.util.Locale;

/// What a model is asked to make of an article.
public enum Product {
  BRIEF(1),
  /// The title in the reader's language.
  TITLE(1),
  /// The article in the reader's language, paragraph by paragraph.
  TRANSLATION(1),
  /// Its figures: who has which, of what, when, who says so. The same for readers of any language.
  CLAIMS(1),
  /// An answer to a question, from passages of several articles.
  ANSWER(1),
  /// Whether a text bears out a sentence, for `assay evaluate --model`.
  CHECK(1);

  /// Those that are made of an article and kept with it.
  public static final List<Product> OF_AN_ARTICLE = List.of(BRIEF, TITLE, TRANSLATION, CLAIMS);

  private final int promptVersion;

  Product(int promptVersion) {
    this.promptVersion = promptVersion;
  }

  /// Tells this question from earlier ones: the files of `prompts/` are of this version.
  public int promptVersion() {
    return promptVersion;
  }

  /// Whether it is made for readers of another language than the article's only.
  public boolean isForForeignReaders() {
    return switch (this) {
      case TITLE, TRANSLATION -> true;
      case BRIEF, CLAIMS, ANSWER, CHECK -> false;
    };
  }

  /// The languages in which it is made for readers of these: none that anybody reads if it is the
  /// same for all.
  public List<String> languages(List<String> ofReaders) {
    return this == CLAIMS ? List.of(Language.UNKNOWN.tag()) : ofReaders;
  }

  /// The word used in the store, in the names of prompts and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
