package dev.assay.desk;

import dev.assay.article.ArticleId;
import java.util.List;

/// Which articles are asked about. Copies never count: the article that stands for their group
/// does.
public sealed interface ReadingScope {

  /// All articles.
  record Everything() implements ReadingScope {}

  /// The articles about any of these named entities, by id.
  ///
  /// @param least salience that a tag must have; 0 for articles that mention it at all
  record About(List<String> entities, double least) implements ReadingScope {

    /// Those that mention any of them.
    public About(List<String> entities) {
      this(entities, 0);
    }

    public About {
      entities = List.copyOf(entities);
    }
  }

  /// The articles of one outlet, by its name.
  record From(String source) implements ReadingScope {}

  /// The articles that came of one followed source, by its number.
  record Listed(int source) implements ReadingScope {}

  /// Just these articles.
  record Among(List<ArticleId> articles) implements ReadingScope {
    public Among {
      articles = List.copyOf(articles);
    }
  }
}
