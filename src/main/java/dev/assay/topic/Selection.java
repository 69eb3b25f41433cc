package dev.assay.topic;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.util.Set;

/// Which of a topic's articles the reader wants to see.
///
/// @param languages empty for all
/// @param kinds empty for all
/// @param copies whether copies are folded under the first article or shown as cards of their own
public record Selection(Set<Language> languages, Set<ArticleKind> kinds, Copies copies) {

  /// What is done with copies.
  public enum Copies {
    FOLDED,
    SHOWN
  }

  public Selection {
    languages = Set.copyOf(languages);
    kinds = Set.copyOf(kinds);
  }

  /// Everything, copies folded.
  public static Selection all() {
    return new Selection(Set.of(), Set.of(), Copies.FOLDED);
  }
}
