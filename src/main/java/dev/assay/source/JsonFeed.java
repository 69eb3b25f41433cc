package dev.assay.source;

import dev.assay.source.Feed.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
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

  static Reading parse(byte[] bytes, Instant fetchedAt) {
    try {
      JsonNode feed = JsonMapper.shared().readTree(bytes);
      FeedTimes times = FeedTimes.of(words(feed), fetchedAt);
      List<FeedEntry> entries = new ArrayList<>();
      for (JsonNode item : feed.path("items")) {
        FeedEntry entry = entry(item, times);
        if (entry.isThere() && entries.size() < Feed.MAX_ENTRIES) {
          entries.add(entry);
        }
      }
      return new Reading.Read(
          new Feed(about(feed), "JSON Feed", FeedHints.NONE, entries, List.of()));
    } catch (JacksonException e) {
      return new Reading.NotAFeed(
          "The feed is not JSON: %s."
              .formatted(e.getOriginalMessage().replaceAll("\\p{Cntrl}", " ")));
    }
  }

  /// What it is written in shows in its titles and texts.
  private static String words(JsonNode feed) {
    return Stream.of("title", "summary", "content_text", "content_html")
        .flatMap(name -> feed.findValuesAsString(name).stream())
        .collect(Collectors.joining(" "));
  }

  private static Feed.About about(JsonNode feed) {
    return new Feed.About(
        text(feed, "title"),
        text(feed, "home_page_url"),
        text(feed, "description"),
        text(feed, "language"),
        text(feed.path("hubs").path(0), "url"),
        text(feed, "feed_url"));
  }

  private static FeedEntry entry(JsonNode item, FeedTimes times) {
    String id = text(item, "id");
    String link = text(item, "url");
    String named = link.isEmpty() ? text(item, "external_url") : link;
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    return new FeedEntry(
        named.isEmpty() && id.startsWith("http") ? id : named,
        text(item, "title"),
        times.read(text(item, "date_published")),
        id,
        html.isEmpty() ? paragraphs(plain) : html,
        text(item, "summary"),
        new FeedEntry.More(
            authors(item),
            item.path("tags").valueStream().map(tag -> tag.asString("").strip()).toList(),
            item.path("attachments")
                .valueStream()
                .filter(file -> FeedEntry.isDocument(text(file, "mime_type"), text(file, "url")))
                .map(file -> text(file, "url"))
                .toList()));
  }

  /// Version 1.0 knew one author, 1.1 knows several.
  private static List<String> authors(JsonNode item) {
    return Stream.concat(item.path("authors").valueStream(), Stream.of(item.path("author")))
        .map(author -> text(author, "name"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
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
}
