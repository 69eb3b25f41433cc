package dev.assay.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Cuts an answer to what an assistant can take in.
final class Bounded {

  /// Bytes of an answer's JSON.
  static final int MOST = 25_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Bounded() {}

  /// The answer as JSON. While it is too long, the last elements of its longest list are left out,
  /// and `left_out` says how many.
  static ObjectNode of(Object answer) {
    ObjectNode json = JSON.valueToTree(answer);
    int leftOut = 0;
    for (int size = size(json); size > MOST; size = size(json)) {
      Optional<ArrayNode> list = longest(json);
      if (list.isEmpty()) {
        break;
      }
      list.get().remove(list.get().size() - 1);
      leftOut++;
      json.put("left_out", leftOut);
    }
    return json;
  }

  private static int size(JsonNode json) {
    return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8).length;
  }

  /// Of the lists that stand in the answer or in an object of it.
  private static Optional<ArrayNode> longest(ObjectNode json) {
    return json.valueStream()
        .flatMap(value -> value.isObject() ? value.valueStream() : Stream.of(value))
        .filter(value -> value.isArray() && !value.isEmpty())
        .map(ArrayNode.class::cast)
        .max(Comparator.comparingInt(Bounded::size));
  }
}
