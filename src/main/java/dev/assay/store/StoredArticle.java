package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;

/// An article with what the store knows of it.
///
/// @param sequence grows with every change in the store
/// @param revision 1 for the first text, one more for each text that replaced it
/// @param canonical the first article of its duplicate group; its own id if it is alone
public record StoredArticle(Article article, long sequence, int revision, ArticleId canonical) {

  public ArticleId id() {
    return article.id();
  }

  public boolean isCopy() {
    return !canonical.equals(article.id());
  }
}
