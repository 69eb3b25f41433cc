package dev.assay.watch;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.util.Set;

/// What a rule passes over, of all that it looks at.
///
/// @param languages of articles; none for any. `zh` stands for both scripts
/// @param kinds of articles; none for any
/// @param leastSources independent sources that must stand behind an article's event, or behind an
///   entry of the ledger; 1 for any
public record RuleFilter(Set<Language> languages, Set<ArticleKind> kinds, int leastSources) {

  /// More than that no desk has on one thing.
  public static final int MOST_SOURCES = 100;

  private static final Language CHINESE = new Language("zh");

  public RuleFilter {
    languages = Set.copyOf(languages);
    kinds = Set.copyOf(kinds);
    if (leastSources < 1 || leastSources > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "least sources must be from 1 to %d, got %d".formatted(MOST_SOURCES, leastSources));
    }
  }

  /// Whether an article of this language and kind is wanted.
  boolean wants(Language language, ArticleKind kind) {
    boolean spoken =
        languages.isEmpty()
            || languages.contains(language)
            || language.isChinese() && languages.contains(CHINESE);
    return spoken && (kinds.isEmpty() || kinds.contains(kind));
  }

  /// Whether it lets every article pass, whoever tells it.
  boolean wantsAnyArticle() {
    return languages.isEmpty() && kinds.isEmpty();
  }
}
