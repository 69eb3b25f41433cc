package dev.assay.desk;

import dev.assay.article.ArticleId;
import java.util.List;

/// Which articles are asked about. Copies never count: the article that stands for their group
/// does.
public sealed interface Scope {

  /// All articles.
  record Everything() implements Scope {}

  /// The articles that mention any of these named entities, by id.
  record About(List<String> entities) implements Scope {
    public About {
      entities = List.copyOf(entities);
    }
  }

  /// The articles of one outlet, by its name.
  record From(String source) implements Scope {}

  /// Just these articles.
  record Among(List<ArticleId> articles) implements Scope {
    public Among {
      articles = List.copyOf(articles);
    }
  }
}
