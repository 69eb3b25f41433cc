package dev.assay.mcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Cuts an answer to what an assistant can take in, and says how to have the rest.
final class Bounded {

  /// Bytes of an answer as it goes out: as data, and again as text.
  static final int MOST = 25_000;

  /// Bytes of a document's text that fill an answer, beside what else it says.
  static final int MOST_TEXT = 10_000;

  /// What the protocol puts around an answer, and what is said of a cut.
  private static final int AROUND = 500;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Bounded() {}

  /// The answer as JSON, without what was given before. While it is too long, the last elements of
  /// its longest list are left out: `left_out` says how many, and `rest` how to have them. What is
  /// too long by itself has its longest text cut, with a mark that says so.
  static ObjectNode of(Object answer, Rest before) {
    ObjectNode json = JSON.valueToTree(answer);
    Map<String, ArrayNode> lists = lists(json);
    before.takeOut(lists);
    Map<String, Integer> whole = new LinkedHashMap<>();
    lists.forEach((name, list) -> whole.put(name, list.size()));
    int leftOut = 0;
    for (int over = over(json); over > 0; over = over(json)) {
      Optional<ArrayNode> list = longest(json, lists.values());
      if (list.isPresent()) {
        leftOut += shorten(list.get(), over);
      } else if (!LongText.cutLongest(json, over)) {
        break;
      }
    }
    if (leftOut > 0) {
      json.put("left_out", leftOut);
    }
    String rest = before.after(whole, lists);
    if (!rest.isEmpty()) {
      json.put(Rest.NAME, rest);
    }
    return json;
  }

  private static int over(ObjectNode json) {
    return sent(json) - (MOST - AROUND);
  }

  /// Bytes that a part of an answer takes as data and, within a text, once more.
  static int sent(JsonNode json) {
    String data = JSON.writeValueAsString(json);
    return bytes(data) + bytes(JSON.writeValueAsString(data));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The lists that stand in the answer or in an object of it, by their names.
  private static Map<String, ArrayNode> lists(ObjectNode json) {
    Map<String, ArrayNode> lists = new LinkedHashMap<>();
    json.forEachEntry(
        (name, value) -> {
          if (value instanceof ArrayNode list) {
            lists.put(name, list);
          } else if (value instanceof ObjectNode object) {
            object.forEachEntry(
                (inner, part) -> {
                  if (part instanceof ArrayNode list) {
                    lists.put(name + "." + inner, list);
                  }
                });
          }
        });
    return lists;
  }

  /// A list of which one element stays, so that the next answer can go on; where all are that
  /// short, a list within an element, if one of its elements may be left out as well.
  private static Optional<ArrayNode> longest(ObjectNode json, Iterable<ArrayNode> lists) {
    List<ArrayNode> several = new ArrayList<>();
    lists.forEach(
        list -> {
          if (list.size() > 1) {
            several.add(list);
          }
        });
    Stream<ArrayNode> candidates =
        several.isEmpty() ? within(json).filter(list -> list.size() > 1) : several.stream();
    return candidates.max(Comparator.comparingInt(Bounded::sent));
  }

  /// The innermost lists of an answer that have several elements, or hold no list that has.
  private static Stream<ArrayNode> within(JsonNode json) {
    List<ArrayNode> inner = json.valueStream().flatMap(Bounded::within).toList();
    return inner.stream().allMatch(list -> list.size() < 2) && json instanceof ArrayNode list
        ? Stream.of(list)
        : inner.stream();
  }

  /// Leaves the last elements of a list out until `over` bytes are saved, but for the first.
  ///
  /// @return how many
  private static int shorten(ArrayNode list, int over) {
    int saved = 0;
    int leftOut = 0;
    while (saved < over && list.size() > 1) {
      saved += sent(list.remove(list.size() - 1)) + 2;
      leftOut++;
    }
    return leftOut;
  }
}
