package dev.assay.mcp;

import dev.assay.api.SourceShapes;
import dev.assay.api.desk.NoteShapes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What tools answer that the API has no shape for. Field names are the published ones.
final class McpShapes {

  private McpShapes() {}

  /// What `search` answers, in the shape that research assistants expect.
  record Results(List<Result> results) {}

  record Result(String id, String title, String url) {}

  /// What `fetch` answers.
  record Document(String id, String title, String text, String url, Map<String, String> metadata) {}

  /// Passages with their places.
  record Passages(
      String query, List<PassageHit> passages, List<String> remarks, @Nullable String next_token) {}

  /// @param start of the passage in its paragraph, UTF-16
  /// @param end its end, exclusive
  record PassageHit(
      String article,
      String title,
      String source,
      @Nullable String published,
      int copies,
      int paragraph,
      int start,
      int end,
      String text) {}

  /// A stretch of an article's paragraphs.
  ///
  /// @param next the number of the paragraph to go on from; null after the last
  /// @param next_at how much of that paragraph was given, in UTF-16; null if nothing
  record Article(
      String id,
      String title,
      String source,
      @Nullable String published,
      String language,
      @Nullable String url,
      List<Paragraph> paragraphs,
      @Nullable Integer next,
      @Nullable Integer next_at) {}

  record Paragraph(int number, String text) {}

  /// A checked sentence.
  record Checked(
      String sentence, boolean supported, List<CheckedNumber> numbers, List<Name> names) {}

  record CheckedNumber(
      String written, String read_as, String verdict, String reason, int start, int end) {}

  record Name(String written, String verdict, String reason) {}

  /// What a thing is called.
  record Names(List<Thing> things) {}

  record Thing(String id, String type, Map<String, String> labels, List<String> aliases) {}

  /// A page of the reader's own notes.
  record Notes(List<NoteShapes.ReaderNote> notes, long total, @Nullable Integer next) {}

  /// The reader's collections with the ids of their articles.
  record Collections(List<Collection> collections) {}

  record Collection(String id, String name, List<String> articles) {}

  /// What is followed since a call, or was before.
  record Followed(SourceShapes.FollowedSource source, boolean already) {}

  record Saved(String name, List<String> names) {}

  record Sources(List<Outlet> sources) {}

  record Outlet(String name, String owner, long articles) {}
}
