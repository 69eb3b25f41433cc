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
  record Added(String article, String language, int copies, Shapes.@Nullable Summary brief) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Doc(
      String doc_id,
      String id,
      String title,
      String url,
      String summary,
      String category,
      @Nullable Long published_at,
      List<Object> companies,
      Map<String, Object> metadata,
      double score,
      Added assay) {}

  record Docs(List<Doc> docs, long total_count, long took_ms) {}

  record Chunk(
      String id, String type, String content, String summary, Map<String, Object> metadata) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Whole(
      String doc_id,
      String id,
      String title,
      String url,
      String institution,
      String author,
      @Nullable Long published_at,
      String category,
      List<Object> companies,
      Map<String, List<String>> tags,
      Map<String, Object> metadatas,
      String content,
      List<Chunk> chunks,
      Added assay) {}

  record Text(String doc_id, String url, String content) {}

  record Summary(
      String doc_id,
      String title,
      String summary,
      List<String> key_points,
      List<Shapes.Sentence> sentences) {}

  record Problem(List<String> loc, String msg, String type) {}

  record Failure(int status, int code, String message, Object detail) {}
}
