package dev.assay.export;

import dev.assay.article.ArticleId;
import dev.assay.ask.AnswerId;
import java.util.List;

/// What an evidence pack is of.
public sealed interface PackSubject {

  /// The articles of a topic, or of a query that is asked as one.
  record OfTopic(String name) implements PackSubject {}

  /// A kept answer of the reader's.
  record OfAnswer(AnswerId id) implements PackSubject {}

  /// A collection of the reader's.
  ///
  /// @param idOrName its id, or else its name
  record OfCollection(String idOrName) implements PackSubject {}

  /// These articles.
  record OfArticles(List<ArticleId> ids) implements PackSubject {
    public OfArticles {
      ids = List.copyOf(ids);
    }
  }
}
