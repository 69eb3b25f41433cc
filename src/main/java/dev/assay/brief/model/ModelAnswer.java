package dev.assay.brief.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a model wrote, read from its JSON. Only the parts we asked for are looked at, and no more
/// of them than the form allows.
record ModelAnswer(List<Said> viewpoint, List<Group> groups) {

  /// A sentence with the numbers of the lines it cites.
  record Said(int number, String text, List<Integer> lines) {}

  record Group(String heading, List<Said> bullets) {}

  private static final int MOST_VIEWPOINT = 2;
  private static final int MOST_GROUPS = 5;
  private static final int MOST_BULLETS = 6;
  private static final int MOST_CITED = 12;
  private static final int MOST_SENTENCES = 40;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// The brief in `text`, if it is one.
  static Optional<ModelAnswer> read(String text) {
    return json(text).flatMap(ModelAnswer::of);
  }

  /// The sentences in an answer to another try; empty if it cannot be read.
  static List<Said> readAgain(String text) {
    return json(text)
        .map(root -> sentences(root.path("sentences"), MOST_SENTENCES))
        .orElse(List.of());
  }

  private static Optional<ModelAnswer> of(JsonNode root) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode group : first(root.path("groups"), MOST_GROUPS)) {
      List<Said> bullets = sentences(group.path("bullets"), MOST_BULLETS);
      if (!bullets.isEmpty()) {
        groups.add(new Group(text(group.path("heading")), bullets));
      }
    }
    List<Said> viewpoint = sentences(root.path("viewpoint"), MOST_VIEWPOINT);
    return viewpoint.isEmpty() && groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new ModelAnswer(viewpoint, groups));
  }

  /// The object that a model wrote; some put a fence around it. Empty if it wrote none.
  static Optional<JsonNode> json(String text) {
    String bare = text.strip();
    if (bare.startsWith("```") && bare.endsWith("```") && bare.length() > 6) {
      int line = bare.indexOf('\n');
      bare = bare.substring(line < 0 ? 3 : line, bare.length() - 3);
    }
    try {
      JsonNode root = MAPPER.readTree(bare);
      return root.isObject() ? Optional.of(root) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static List<Said> sentences(JsonNode array, int most) {
    List<Said> found = new ArrayList<>();
    for (JsonNode node : first(array, most)) {
      String text = text(node.path("text"));
      if (!text.isEmpty()) {
        found.add(new Said(node.path("number").asInt(0), text, lines(node.path("paragraphs"))));
      }
    }
    return found;
  }

  private static List<Integer> lines(JsonNode array) {
    return first(array, MOST_CITED).stream()
        .filter(JsonNode::isInt)
        .map(JsonNode::asInt)
        .distinct()
        .toList();
  }

  private static List<JsonNode> first(JsonNode array, int most) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode node : array) {
      if (array.isArray() && found.size() < most) {
        found.add(node);
      }
    }
    return found;
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString().strip() : "";
  }

  /// Every sentence, the viewpoint first.
  List<Said> sentences() {
    List<Said> all = new ArrayList<>(viewpoint);
    groups.forEach(group -> all.addAll(group.bullets()));
    return all;
  }
}
