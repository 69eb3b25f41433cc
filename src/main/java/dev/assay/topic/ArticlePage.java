package dev.assay.topic;

import dev.assay.article.Article;
import dev.assay.brief.Brief;
import dev.assay.check.ArithmeticFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article with what is known of it.
///
/// @param original the article of which this one is a copy; null if it is none
/// @param copies other articles with the same text, oldest first
/// @param brief null if the article is too short for one or is not analysed yet
/// @param findings totals and rates of the article that its own numbers contradict, in its order
/// @param names what the article is about, most important first, in the reader's language
public record ArticlePage(
    Article article,
    @Nullable ArticleLine original,
    List<ArticleLine> copies,
    @Nullable Brief brief,
    List<ArithmeticFinding> findings,
    List<Name> names) {

  public ArticlePage {
    copies = List.copyOf(copies);
    findings = List.copyOf(findings);
    names = List.copyOf(names);
  }

  /// The article without its text.
  public ArticleLine line() {
    return ArticleLine.of(article);
  }

  /// Whether there is anything to say beside the text.
  public boolean hasMargin() {
    return brief != null
        || !findings.isEmpty()
        || original != null
        || !copies.isEmpty()
        || !names.isEmpty();
  }
}
