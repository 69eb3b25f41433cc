package dev.assay.clean.text;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.LanguageDetector;
import java.util.List;

/// The language of a cleaned text.
public final class Languages {

  private static final int ENOUGH = 8_000;

  private Languages() {}

  public static Language of(List<Paragraph> paragraphs, Language declared) {
    return LanguageDetector.detect(Paragraphs.joined(paragraphs, ENOUGH), declared);
  }
}
