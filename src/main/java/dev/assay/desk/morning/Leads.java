package dev.assay.desk.morning;

import dev.assay.article.ArticleId;
import dev.assay.topic.Mentioning;
import dev.assay.topic.event.EventLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/// What a topic leads with: the newest article that matters. An article counts for more the more it
/// is about the topic, the more independent sources tell of the same, and if their figures differ;
/// for less the longer it came before the newest of them.
///
/// @param about how likely a reader takes an article to be about the topic, 0 to 1
/// @param events of articles: the event that each tells of with others
/// @param newest when the newest of the articles came
record Leads(Map<ArticleId, Double> about, Map<ArticleId, EventLine> events, Instant newest) {

  /// The weights, in doublings of age: an article that is surely about the topic stands before one
  /// that hardly is, and is sixteen times as old.
  private static final double ABOUT = 4;

  /// For twice as many independent sources.
  private static final double SOURCES = 1;

  private static final double DIFFER = 1;

  private static final double HOURS = 24;

  /// What counts for most first; of equals the newest.
  Comparator<Mentioning> first() {
    return Comparator.comparingDouble(this::weight)
        .thenComparing((Mentioning one) -> one.article().orderedBy())
        .reversed();
  }

  private double weight(Mentioning one) {
    ArticleId id = one.article().id();
    EventLine event = events.get(id);
    double days = Duration.between(one.article().orderedBy(), newest).toHours() / HOURS;
    return ABOUT * about.getOrDefault(id, 0.0)
        + (event == null ? 0 : SOURCES * doublings(event.independent()))
        + (event == null || event.differing() == 0 ? 0 : DIFFER)
        - doublings(1 + Math.max(0, days));
  }

  private static double doublings(double times) {
    return Math.log(Math.max(1, times)) / Math.log(2);
  }
}
