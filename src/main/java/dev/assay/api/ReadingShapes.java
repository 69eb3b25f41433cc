package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.desk.Item;
import dev.assay.desk.Mark;
import dev.assay.desk.Unread;
import dev.assay.desk.Visit;
import dev.assay.topic.ArticleLine;
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
    public static Reading of(Unread unread, Visit visit) {
      return new Reading(
          new Shapes.Total(unread.count(), unread.exact()),
          text(visit.lookedAt()),
          text(visit.since()));
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

  /// How many texts were unread before all were marked as read.
  public record ReadAll(long marked) {}

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
