package dev.assay.api.research;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.api.Shapes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The objects that such clients read. Ids are decimal strings, moments milliseconds since 1970.
final class ResearchShapes {

  private ResearchShapes() {}

  /// What Assay adds.
  ///
  /// @param copies articles with this text, this one included
  /// @param brief sentences with their citations and the verdict on each number
  /// @param passages where the query stands; null where nothing was looked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Added(
      String article,
      String language,
      int copies,
      Shapes.@Nullable Summary brief,
      @Nullable List<Passage> passages) {}

  /// A stretch of a paragraph, in UTF-16 units.
  record Passage(int paragraph, int start, int end, String text) {}

  record Company(String name, String logo, List<Object> stocks) {}

  /// A document as version 2 of the search gives it.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Found(
      String doc_id,
      String id,
      String title,
      String url,
      String summary,
      String category,
      @Nullable Long published_at,
      List<Company> companies,
      Map<String, Object> metadata,
      double score,
      Added assay) {}

  record FoundDocs(List<Found> docs, long total_count, long took_ms) {}

  /// @param type `text` or `table`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chunk(
      String id,
      String type,
      String content,
      String summary,
      Map<String, Object> metadata,
      @Nullable Object doc) {}

  record Chunks(List<Chunk> chunks) {}

  /// What a chunk says of its document.
  record DocName(String doc_id, String title, String url) {}

  /// A document of a list, or whole.
  ///
  /// @param highlights stretches of HTML with the words that were looked for as `em`
  /// @param content its whole text
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String doc_id,
      String id,
      String title,
      String url,
      String institution,
      String author,
      @Nullable Long published_at,
      String category,
      List<Company> companies,
      Map<String, List<String>> tags,
      Map<String, List<String>> metadatas,
      String channel_id,
      String channel_name,
      @Nullable String summary,
      @Nullable List<String> highlights,
      @Nullable String content,
      @Nullable List<Chunk> chunks,
      Added assay) {}

  record Documents(
      long total_count, long total_page, int page_num, int page_size, List<Document> docs) {}

  record Summary(
      String doc_id,
      String title,
      String summary,
      List<String> key_points,
      List<Shapes.Sentence> sentences) {}

  /// A document of a timeline.
  ///
  /// @param published_at ISO 8601
  record Dated(
      String doc_id,
      String id,
      String title,
      String summary,
      String category,
      String published_at,
      String source,
      String channel_name,
      List<String> symbols,
      Added assay) {}

  record Timeline(List<Dated> docs, long total_count, long took_ms) {}

  /// What was handed in.
  record Uploaded(String id, String title, String original_url) {}

  /// What was handed in and not taken.
  record NotTaken(String url, String reason) {}

  record Uploads(List<Uploaded> docs, List<NotTaken> refused) {}

  /// @param status `processing` or `completed`
  record UploadState(String id, String status) {}

  record DocIds(List<String> doc_ids) {}

  record Folder(String folder_id, String name) {}

  record FolderRemoved(List<String> doc_ids, String folder_id) {}

  record Done(boolean status, String message) {
    static final Done SUCCESS = new Done(true, "success");
  }

  /// @param follow_type 1 for a name
  record FollowValue(int follow_type, String follow_value) {}

  record Group(String group_id, String name, int count, List<FollowValue> follow_values) {}

  record Groups(List<Group> groups) {}

  record GroupDocs(List<Document> items, long total_count, int page_num, int page_size) {}

  record Channel(
      String id, String name, String description, String avatar_url, boolean following) {}

  record Channels(
      long total_count, long total_page, int page_num, int page_size, List<Channel> channels) {}

  /// A name that is said more often than before.
  ///
  /// @param event_count documents of the days asked for
  /// @param expected documents that the four weeks before would let expect
  /// @param score how far the one is above the other, in what chance allows
  /// @param sources that say it on these days
  /// @param docs the newest; null where none are wanted
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Concept(
      String concept_id,
      String concept_name,
      long event_count,
      double expected,
      double score,
      int sources,
      @Nullable List<Document> docs) {}

  record Concepts(List<Concept> concepts, long total_count) {}

  /// One event of a chat.
  record Said(String type, String message_id, String message, Map<String, Object> extra) {}

  /// What a sentence of a chat rests on; `[1]` means the first of them.
  record SourceOf(String type, String summary, DocName doc, int paragraph, int start, int end) {}

  record Problem(List<String> loc, String msg, String type) {}

  record Failure(int status, int code, String message, Object detail) {}
}
