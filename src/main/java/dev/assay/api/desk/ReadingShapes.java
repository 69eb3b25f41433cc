package dev.assay.api.desk;

import dev.assay.api.Shapes;
import dev.assay.api.TimeShapes;
import dev.assay.article.ArticleId;
import dev.assay.desk.Item;
import dev.assay.desk.Mark;
import dev.assay.desk.Mute;
import dev.assay.desk.Unread;
import dev.assay.desk.morning.Edition;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Mentioning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The published JSON of what a reader has read and starred.
public final class ReadingShapes {

  private ReadingShapes() {}

  /// What a reader did with an article.
  public record ReadMark(String article, boolean read, boolean starred) {
    static ReadMark of(ArticleId id, Mark mark) {
      return new ReadMark(id.toString(), mark.read(), mark.starred());
    }
  }

  /// After a change: the marks of the articles that were spoken of.
  public record ReadMarks(List<ReadMark> marks) {
    public static ReadMarks of(Map<ArticleId, Mark> marks) {
      return new ReadMarks(
          marks.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> ReadMark.of(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  /// How much is unread, and since when there is news.
  ///
  /// @param looked_at when the first page was looked at last
  /// @param news_since when the visit before the present one ended
  public record Reading(
      Shapes.Total unread, @Nullable String looked_at, @Nullable String news_since) {
    static Reading of(Unread unread, @Nullable Instant lookedAt, @Nullable Instant since) {
      return new Reading(
          new Shapes.Total(unread.count(), unread.exact()), text(lookedAt), text(since));
    }
  }

  /// One line of a reader's list.
  ///
  /// @param arrived_at when the article's first text was fetched; the list is in its order
  public record ReadItem(Shapes.Line article, String arrived_at, boolean read, boolean starred) {
    static ReadItem of(Item item, ArticleLine line) {
      return new ReadItem(
          Shapes.Line.of(line),
          item.arrivedAt().toString(),
          item.mark().read(),
          item.mark().starred());
    }
  }

  /// A page of a reader's list.
  public record ReadItems(List<ReadItem> items, @Nullable String next_token) {
    /// The items whose articles are there.
    ///
    /// @param lines of the items' articles
    /// @param next null on the last page
    public static ReadItems of(
        List<Item> items, Map<ArticleId, ArticleLine> lines, @Nullable String next) {
      return new ReadItems(
          items.stream()
              .flatMap(
                  item ->
                      Stream.ofNullable(lines.get(item.id())).map(line -> ReadItem.of(item, line)))
              .toList(),
          next);
    }
  }

  /// A followed topic on the first page.
  ///
  /// @param lead its newest unread article, or else its newest; null if all stand under another,
  ///   are muted or have no date
  /// @param said the lead's sentences that name the topic
  /// @param more the next two
  public record TopicNews(
      Shapes.Label name,
      Shapes.Total unread,
      Shapes.@Nullable Line lead,
      List<Shapes.Sentence> said,
      List<Shapes.Line> more) {
    static TopicNews of(Edition.TopicNews topic) {
      Mentioning lead = topic.lead();
      return new TopicNews(
          Shapes.Label.of(topic.name()),
          new Shapes.Total(topic.unread().count(), topic.unread().exact()),
          lead == null ? null : Shapes.Line.of(lead.article()),
          lead == null ? List.of() : Shapes.Sentence.of(lead.said()),
          Shapes.Line.of(topic.lines()));
    }
  }

  /// The first page: what is new since the reader last looked.
  ///
  /// @param since when the visit before ended; null on the first
  /// @param arrived texts that came since, copies once
  /// @param disputes entries of the ledger in which they contradict another figure
  /// @param moved entries that had figures before, and got one of theirs
  public record Today(
      String made,
      @Nullable String since,
      long arrived,
      long disputes,
      long moved,
      Shapes.Total unread,
      List<TopicNews> topics,
      List<TimeShapes.EventRow> disputed,
      List<Shapes.Line> newest,
      List<Shapes.Line> undated,
      List<MuteRow> mutes) {
    public static Today of(Edition edition) {
      return new Today(
          edition.made().toString(),
          text(edition.since()),
          edition.arrived(),
          edition.ledger().disputes(),
          edition.ledger().moved(),
          new Shapes.Total(edition.unread().count(), edition.unread().exact()),
          edition.topics().stream().map(TopicNews::of).toList(),
          edition.disputed().stream().map(TimeShapes.EventRow::of).toList(),
          Shapes.Line.of(edition.newest().stream().map(Mentioning::article).toList()),
          Shapes.Line.of(edition.undated()),
          Mutes.of(edition.mutes()).mutes());
    }

    /// The same, said to be made at another time.
    Today made(String at) {
      return new Today(
          at, since, arrived, disputes, moved, unread, topics, disputed, newest, undated, mutes);
    }
  }

  /// What a reader muted.
  ///
  /// @param kind `source` or `topic`
  /// @param name as the reader saw it
  public record MuteRow(String kind, String name) {}

  /// All that a reader muted, the first muted first.
  public record Mutes(List<MuteRow> mutes) {
    public static Mutes of(List<Mute> mutes) {
      return new Mutes(
          mutes.stream().map(mute -> new MuteRow(mute.kind().word(), mute.subject())).toList());
    }
  }

  /// How many texts were unread before all were marked as read.
  public record ReadAll(long marked) {}

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
