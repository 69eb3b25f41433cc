package dev.assay.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page's JSON-LD says of its article (schema.org `Article` and its kinds).
///
/// Every part may be absent. A script that is no JSON is left out.
///
/// @param uploaded when the page's only film was put there
record StructuredData(
    @Nullable String headline,
    List<String> authors,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String body,
    @Nullable String section,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String image,
    @Nullable String uploaded) {

  static final StructuredData NONE =
      new StructuredData(null, List.of(), null, null, null, null, null, null, null, null);

  /// A live blog is worth more than any of the posts in it.
  private static final int LIVE = 10;

  private static final int DEEPEST = 60;
  private static final int MOST_NODES = 20_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  static StructuredData of(List<String> scripts) {
    List<JsonNode> roots = new ArrayList<>();
    for (String script : scripts) {
      parse(script).ifPresent(roots::add);
    }
    List<JsonNode> objects = objects(roots);
    return objects.stream()
        .filter(StructuredData::isArticle)
        .max((a, b) -> Integer.compare(fullness(a), fullness(b)))
        .or(
            () ->
                objects.stream()
                    .filter(node -> node.has("datePublished") && isPage(node))
                    .findFirst())
        .or(
            () ->
                objects.stream()
                    .filter(node -> node.has("datePublished") && !isAside(node))
                    .findFirst())
        .map(node -> read(node, objects))
        .orElse(NONE)
        .with(uploaded(objects));
  }

  private StructuredData with(@Nullable String when) {
    return new StructuredData(
        headline, authors, published, modified, body, section, publisher, language, image, when);
  }

  /// When the page's only film was put there.
  private static @Nullable String uploaded(List<JsonNode> objects) {
    List<JsonNode> films =
        objects.stream().filter(node -> types(node).contains("VideoObject")).toList();
    return films.size() == 1 ? text(films.getFirst().path("uploadDate")) : null;
  }

  private static Optional<JsonNode> parse(String script) {
    String json = script.strip();
    if (json.startsWith("<!--")
        || json.startsWith("//<![CDATA[")
        || json.startsWith("/*<![CDATA[*/")) {
      int start = json.indexOf('{');
      int end = json.lastIndexOf('}');
      json = start >= 0 && end > start ? json.substring(start, end + 1) : "";
    }
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(json));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// All objects, outer ones first.
  private static List<JsonNode> objects(List<JsonNode> roots) {
    List<JsonNode> objects = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>(roots);
    for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
      JsonNode node = open.poll();
      if (node.isObject()) {
        objects.add(node);
      }
      if (node.isContainer()) {
        node.values().stream().filter(JsonNode::isContainer).forEach(open::add);
      }
    }
    return objects;
  }

  private static boolean isArticle(JsonNode node) {
    return types(node).stream()
        .anyMatch(
            type ->
                type.endsWith("Article")
                    || type.endsWith("Posting")
                    || type.equals("Report")
                    || type.equals("Review"));
  }

  private static boolean isPage(JsonNode node) {
    return types(node).stream()
        .anyMatch(
            type ->
                type.endsWith("Page") || type.equals("CreativeWork") || type.equals("VideoObject"));
  }

  private static boolean isAside(JsonNode node) {
    return types(node).stream()
        .anyMatch(
            type -> type.equals("Comment") || type.equals("Review") || type.endsWith("Object"));
  }

  private static List<String> types(JsonNode node) {
    JsonNode type = node.path("@type");
    return type.isArray()
        ? type.values().stream().map(JsonNode::asString).toList()
        : List.of(type.asString(""));
  }

  /// How much of an article an object describes.
  private static int fullness(JsonNode node) {
    return (types(node).contains("LiveBlogPosting") ? LIVE : 0)
        + (node.has("headline") ? 2 : 0)
        + (node.has("datePublished") ? 2 : 0)
        + (node.has("articleBody") ? 1 : 0)
        + (node.has("author") ? 1 : 0);
  }

  private static StructuredData read(JsonNode node, List<JsonNode> objects) {
    String headline = text(node.path("headline"));
    return new StructuredData(
        headline != null ? headline : text(node.path("name")),
        authors(node.path("author"), objects),
        text(node.path("datePublished")),
        text(node.path("dateModified")),
        text(node.path("articleBody")),
        text(node.path("articleSection")),
        named(node.path("publisher"), objects),
        text(node.path("inLanguage")),
        image(node.path("image")),
        null);
  }

  private static List<String> authors(JsonNode author, List<JsonNode> objects) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : author.isArray() ? author.values() : List.of(author)) {
      if (one.isArray()) {
        one.values().forEach(inner -> add(named(inner, objects), names));
      } else {
        JsonNode name = one.path("name");
        if (name.isArray()) {
          name.values().forEach(inner -> add(text(inner), names));
        } else {
          add(named(one, objects), names);
        }
      }
    }
    return names;
  }

  private static void add(@Nullable String name, List<String> names) {
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }

  /// The name of a person or organisation, given as a text, an object, or a reference to one.
  private static @Nullable String named(JsonNode node, List<JsonNode> objects) {
    if (node.isArray()) {
      return node.isEmpty() ? null : named(node.get(0), objects);
    }
    if (node.isString()) {
      return text(node);
    }
    String name = text(node.path("name"));
    String id = text(node.path("@id"));
    if (name != null || id == null) {
      return name;
    }
    return objects.stream()
        .filter(other -> id.equals(other.path("@id").asString("")) && other.has("name"))
        .findFirst()
        .map(other -> text(other.path("name")))
        .orElse(null);
  }

  private static @Nullable String image(JsonNode node) {
    if (node.isArray()) {
      return node.isEmpty() ? null : image(node.get(0));
    }
    return node.isObject() ? text(node.path("url")) : text(node);
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isArray() && !node.isEmpty()) {
      return text(node.get(0));
    }
    if (!node.isString() && !node.isNumber()) {
      return null;
    }
    String text = node.asString().strip();
    return text.isEmpty() ? null : text;
  }
}
