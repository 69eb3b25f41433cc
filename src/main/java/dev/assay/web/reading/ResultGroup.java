package dev.assay.web.reading;

import dev.assay.article.ArticleId;
import dev.assay.topic.event.EventLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hits of one page on one event: the first of them, and the others under it.
///
/// @param event null for an article that stands alone
public record ResultGroup(Result first, @Nullable EventLine event, List<Result> others) {

  public ResultGroup {
    others = List.copyOf(others);
  }

  /// In the order of the first of each.
  static List<ResultGroup> of(List<Result> results, Map<ArticleId, EventLine> events) {
    Map<ArticleId, List<Result>> groups = new LinkedHashMap<>();
    for (Result result : results) {
      EventLine event = events.get(result.article().id());
      ArticleId key = event == null ? result.article().id() : event.id();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(result);
    }
    return groups.values().stream()
        .map(
            group ->
                new ResultGroup(
                    group.getFirst(),
                    events.get(group.getFirst().article().id()),
                    group.subList(1, group.size())))
        .toList();
  }

  /// Each by itself, as they come.
  static List<ResultGroup> apart(List<Result> results, Map<ArticleId, EventLine> events) {
    return results.stream()
        .map(result -> new ResultGroup(result, events.get(result.article().id()), List.of()))
        .toList();
  }
}
