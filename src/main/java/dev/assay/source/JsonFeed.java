package dev.assay.source;

import dev.assay.source.Feed.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
final class JsonFeed {

  private JsonFeed() {}

  static boolean looksLikeOne(String head) {
    String start = head.replace("\uFEFF", "").stripLeading();
    return start.startsWith("{") && start.contains("jsonfeed.org/version");
  }

  static Reading parse(byte[] bytes) {
    try {
      JsonNode feed = JsonMapper.shared().readTree(bytes);
      List<FeedEntry> entries = new ArrayList<>();
      for (JsonNode item : feed.path("items")) {
        FeedEntry entry = entry(item);
        if (!entry.link().isEmpty() && entries.size() < Feed.MAX_ENTRIES) {
          entries.add(entry);
        }
      }
      return new Reading.Read(
          new Feed(
              text(feed, "title"),
              text(feed, "home_page_url"),
              "JSON Feed",
              FeedHints.NONE,
              entries,
              List.of()));
    } catch (JacksonException e) {
      return new Reading.NotAFeed(
          "The feed is not JSON: %s."
              .formatted(e.getOriginalMessage().replaceAll("\\p{Cntrl}", " ")));
    }
  }

  private static FeedEntry entry(JsonNode item) {
    String id = text(item, "id");
    String link = text(item, "url");
    String named = link.isEmpty() ? text(item, "external_url") : link;
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    return new FeedEntry(
        named.isEmpty() && id.startsWith("http") ? id : named,
        text(item, "title"),
        time(text(item, "date_published")),
        id,
        html.isEmpty() ? paragraphs(plain) : html,
        text(item, "summary"));
  }

  private static String paragraphs(String plain) {
    StringBuilder html = new StringBuilder();
    plain
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> html.append("<p>").append(Entities.escape(line)).append("</p>\n"));
    return html.toString();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("").strip();
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
