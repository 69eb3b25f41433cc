package dev.assay.clean;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.LanguageDetector;
import java.util.List;

/// The language of a cleaned text.
final class Languages {

  private static final int ENOUGH = 8_000;

  private Languages() {}

  static Language of(List<Paragraph> paragraphs, Language declared) {
    return LanguageDetector.detect(Paragraphs.joined(paragraphs, ENOUGH), declared);
  }
}
