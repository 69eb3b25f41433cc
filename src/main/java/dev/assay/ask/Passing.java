package dev.assay.ask;

import dev.assay.article.ArticleId;
import dev.assay.desk.ReadingScope;
import dev.assay.ledger.Evidence;
import dev.assay.search.Filters;
import dev.assay.topic.time.Past;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which articles a question is asked of.
///
/// @param among only these; empty for all
/// @param isEmpty whether it is known that none do
record Passing(Filters filters, Set<ArticleId> among, boolean isEmpty) {

  static Passing of(AskScope scope, Past.At at) {
    Filters filters =
        Filters.NONE
            .withLanguages(Set.copyOf(scope.languages()))
            .withSources(at.search().outlets(scope.sources()))
            .between(scope.from(), scope.until());
    Set<ArticleId> among = new LinkedHashSet<>(scope.articles());
    boolean nothing = false;
    String topic = scope.topic();
    if (topic != null && !topic.isBlank()) {
      switch (at.topics().scope(topic)) {
        case ReadingScope.About about -> filters = filters.withTags(Set.copyOf(about.entities()));
        case ReadingScope.Among some -> {
          nothing = some.articles().isEmpty();
          among.addAll(some.articles());
        }
        case ReadingScope.Everything _, ReadingScope.From _, ReadingScope.Listed _ -> {}
      }
    }
    return new Passing(filters, among, nothing);
  }

  /// Whether a figure's article passes, as far as the figure itself tells.
  boolean takes(Evidence evidence) {
    Instant at = evidence.orderedBy();
    return (among.isEmpty() || among.contains(evidence.article()))
        && (filters.sources().isEmpty() || filters.sources().contains(evidence.source()))
        && (filters.languages().isEmpty()
            || filters.languages().stream()
                .anyMatch(one -> evidence.language().tag().startsWith(one.tag())))
        && (filters.from() == null || at != null && !at.isBefore(filters.from()))
        && (filters.until() == null || at != null && at.isBefore(filters.until()));
  }
}
