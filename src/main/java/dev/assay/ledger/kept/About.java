package dev.assay.ledger.kept;

import dev.assay.article.ArticleId;
import java.util.List;

/// Whose figures a list of entries holds.
public sealed interface About {

  /// All that the store has.
  record Everything() implements About {}

  /// Figures of these named entities, then those of articles about them.
  record Entities(List<String> ids) implements About {
    public Entities {
      ids = List.copyOf(ids);
    }
  }

  /// Figures that these articles give.
  record Articles(List<ArticleId> ids) implements About {
    public Articles {
      ids = List.copyOf(ids);
    }
  }
}
