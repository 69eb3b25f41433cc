package dev.assay.watch;

import dev.assay.article.ArticleId;
import org.jspecify.annotations.Nullable;

/// What a happening comes to for a rule.
///
/// @param toldBy what it must not be told of twice by
/// @param article with which it is deleted; null if there is none
/// @param news whether it came by itself and was fresh: else a rule is silent about it
record Found(String toldBy, @Nullable ArticleId article, Item item, boolean news) {

  /// Of a text, whichever of its copies it is.
  static String ofArticle(ArticleId id) {
    return "article " + id;
  }
}
