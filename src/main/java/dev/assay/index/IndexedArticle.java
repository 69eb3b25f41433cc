package dev.assay.index;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import java.util.List;
import java.util.Set;

/// One article as the index takes it in.
///
/// @param canonical the article that stands for its duplicate group; its own id if it is no copy
/// @param tags ids of the named entities it mentions, such as `element.neodymium`
/// @param about those of `tags` that it is about, and does not name in passing only
/// @param labels the names of those entities in every language, which find the article too
/// @param facts what the analysis found that a reader filters by, such as `disputed`
/// @param sequence of the article's last change in the store; 0 if nobody knows
public record IndexedArticle(
    Article article,
    ArticleId canonical,
    Set<String> tags,
    Set<String> about,
    List<String> labels,
    Set<String> facts,
    long sequence) {

  /// The fact that figures of the article differ from another source's.
  public static final String DISPUTED = "disputed";

  public IndexedArticle {
    tags = Set.copyOf(tags);
    about = Set.copyOf(about);
    labels = List.copyOf(labels);
    facts = Set.copyOf(facts);
  }

  /// One that is about nothing it names, as far as anybody knows, and whose sequence nobody knows.
  public IndexedArticle(
      Article article,
      ArticleId canonical,
      Set<String> tags,
      List<String> labels,
      Set<String> facts) {
    this(article, canonical, tags, Set.of(), labels, facts, 0);
  }

  /// An article that is no copy and was not analysed.
  public static IndexedArticle of(Article article) {
    return new IndexedArticle(article, article.id(), Set.of(), List.of(), Set.of());
  }
}
