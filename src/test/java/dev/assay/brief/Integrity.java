package dev.assay.brief;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Citation;
import java.util.Locale;

/// Whether a sentence stands where its citations say.
final class Integrity {

  private Integrity() {}

  /// True if each cited paragraph exists and the cited words, put together, are the sentence but
  /// for the case of its first letter and its last mark.
  static boolean holds(Article article, BriefSentence sentence) {
    StringBuilder cited = new StringBuilder();
    for (Citation citation : sentence.citations()) {
      if (!citation.article().equals(article.id())
          || citation.paragraph() > article.paragraphs().size()) {
        return false;
      }
      Paragraph paragraph = article.paragraph(citation.paragraph());
      if (citation.span().end() > paragraph.text().length()) {
        return false;
      }
      cited.append(citation.span().in(paragraph.text()));
    }
    return bare(cited.toString()).equals(bare(sentence.text()));
  }

  private static String bare(String text) {
    String letters = text.replaceAll("[\\s;；。.]", "");
    return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
  }
}
