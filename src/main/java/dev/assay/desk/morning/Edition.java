package dev.assay.desk.morning;

import dev.assay.article.ArticleId;
import dev.assay.desk.Mute;
import dev.assay.desk.Unread;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Facts;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.Week;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.ledger.LedgerNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first page.
///
/// @param made when
/// @param since when the visit before ended; null on the first visit
/// @param arrived texts that came since, copies once; 0 on the first visit
/// @param ledger what moved in the ledger since
/// @param unread texts that the reader has not read
/// @param articles all that are stored, copies too
/// @param independent those that are no copy of another
/// @param topics the followed ones: those with unread articles first, each with its newest first
/// @param disputed the newest events whose reports have different figures, newest first
/// @param newest the newest articles that stand under no topic here, each with how its brief opens
/// @param undated the last to arrive of those of which nobody knows when they were published
/// @param names what the newest articles are about, most often first
/// @param events of the articles that are shown: the event that each tells of with others, which
///   stand nowhere else here
/// @param mutes what the reader muted, of which nothing stands here; the first muted first
public record Edition(
    Instant made,
    @Nullable Instant since,
    long arrived,
    LedgerNews ledger,
    Unread unread,
    long articles,
    long independent,
    List<TopicNews> topics,
    List<EventLine> disputed,
    List<Mentioning> newest,
    List<ArticleLine> undated,
    List<Facts.Related> names,
    Map<ArticleId, EventLine> events,
    List<Mute> mutes) {

  public Edition {
    topics = List.copyOf(topics);
    disputed = List.copyOf(disputed);
    newest = List.copyOf(newest);
    undated = List.copyOf(undated);
    names = List.copyOf(names);
    events = Map.copyOf(events);
    mutes = List.copyOf(mutes);
  }

  /// A followed topic.
  ///
  /// @param isEmpty whether no article is about it
  /// @param weeks the last twelve, oldest first
  /// @param lead its newest unread article that matters, or else its newest, with what it says of
  ///   the topic; null if all it has stands under another topic, is muted or has no date
  /// @param lines the next two: unread ones first, then the newest
  /// @param above where it leads with nothing: the article of it that stands under another topic,
  ///   or whose event does; null if there is none
  public record TopicNews(
      Name name,
      List<Name> otherNames,
      boolean isEmpty,
      List<Week> weeks,
      Unread unread,
      @Nullable Mentioning lead,
      List<ArticleLine> lines,
      @Nullable ArticleLine above) {

    public TopicNews {
      otherNames = List.copyOf(otherNames);
      weeks = List.copyOf(weeks);
      lines = List.copyOf(lines);
    }
  }
}
