package dev.assay.brief.extract;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import java.util.Locale;

/// Whether a sentence stands where its citations say.
final class Integrity {

  private Integrity() {}

  /// True if each cited paragraph exists and the sentence's words, between one `…` and the next,
  /// stand in this order in the cited words, from their first to their last; but for the case of a
  /// first letter and the last mark.
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
    return standsIn(bare(cited.toString()).replace("…", ""), bare(sentence.text()));
  }

  private static boolean standsIn(String cited, String sentence) {
    int at = 0;
    for (String piece : sentence.split("…")) {
      int found = cited.indexOf(piece, at);
      if (found < 0 || at == 0 && found > 0) {
        return false;
      }
      at = found + piece.length();
    }
    return at == cited.length();
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s;；。.]", "").toUpperCase(Locale.ROOT);
  }
}
