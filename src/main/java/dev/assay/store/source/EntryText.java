package dev.assay.store.source;

import dev.assay.source.FeedEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a feed said of an entry that waits, as one text.
final class EntryText {

  private EntryText() {}

  static String write(FeedEntry entry) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("text", entry.text());
    said.put("summary", entry.summary());
    said.put("authors", entry.more().authors());
    said.put("categories", entry.more().categories());
    return JsonMapper.shared().writeValueAsString(said);
  }

  /// @param text as [#write] gives it; null if nothing was said
  static FeedEntry read(
      @Nullable String text,
      String address,
      String title,
      @Nullable Instant published,
      String guid) {
    if (text == null) {
      return new FeedEntry(address, title, published, guid, "", "");
    }
    JsonNode said = JsonMapper.shared().readTree(text);
    return new FeedEntry(
        address,
        title,
        published,
        guid,
        said.path("text").asString(""),
        said.path("summary").asString(""),
        new FeedEntry.More(
            strings(said.path("authors")), strings(said.path("categories")), List.of()));
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(one -> one.asString("")).toList();
  }
}
