package dev.assay.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The protocol's objects, field by field as its programs read them. Their order counts: some look
/// at a field's first key only.
final class ReaderShapes {

  private ReaderShapes() {}

  record Category(String id, String label, String type) {
    static Category folder(String name) {
      return new Category(Streams.LABEL + name, name, "folder");
    }
  }

  record Tag(String id, @Nullable String label, @Nullable String type) {}

  record Tags(List<Tag> tags) {}

  record Feed(
      String id,
      String title,
      List<Category> categories,
      String url,
      String htmlUrl,
      String iconUrl) {}

  record Feeds(List<Feed> subscriptions) {}

  /// Unread items of a stream.
  record Count(String id, long count, String newestItemTimestampUsec) {

    Count of(String other) {
      return new Count(other, count, newestItemTimestampUsec);
    }

    /// Both together, under this one's name; what is in both counts twice, as with other servers.
    Count with(Count other) {
      long newest =
          Math.max(
              Long.parseLong(newestItemTimestampUsec),
              Long.parseLong(other.newestItemTimestampUsec));
      return new Count(id, count + other.count, Long.toString(newest));
    }
  }

  record Counts(long max, List<Count> unreadcounts) {}

  record ItemRef(String id, List<String> directStreamIds, String timestampUsec) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemRefs(List<ItemRef> itemRefs, @Nullable String continuation) {}

  record Link(String href, String type) {}

  record Body(String content, String direction) {}

  record Origin(String streamId, String title, String htmlUrl) {}

  record Entry(
      String id,
      String crawlTimeMsec,
      String timestampUsec,
      long published,
      long updated,
      String title,
      List<Link> canonical,
      List<Link> alternate,
      Body summary,
      List<String> categories,
      Origin origin,
      String author) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Contents(
      String id, String title, long updated, List<Entry> items, @Nullable String continuation) {}

  record User(String userId, String userName, String userProfileId, String userEmail) {}

  record Login(String SID, String LSID, String Auth) {}

  record Added(int numResults, String query, @Nullable String streamId, String streamName) {}
}
