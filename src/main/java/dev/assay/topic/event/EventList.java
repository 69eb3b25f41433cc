package dev.assay.topic.event;

import dev.assay.article.ArticleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list of events.
///
/// @param last behind which the list goes on; null on its last page
public record EventList(List<EventLine> events, @Nullable ArticleId last) {
  public EventList {
    events = List.copyOf(events);
  }
}
