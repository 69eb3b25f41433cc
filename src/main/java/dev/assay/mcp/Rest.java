package dev.assay.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.node.ArrayNode;

/// What was left out of an answer that had to be cut, as an assistant sends it back to have it:
/// `articles:12` says that the list `articles` was given up to its twelfth element.
///
/// @param given how many elements of each list were given; empty for an answer from its beginning
record Rest(Map<String, Integer> given) {

  /// The argument of every tool whose answer may be cut, and the field of such an answer.
  static final String NAME = "rest";

  static final Tool.Input INPUT =
      Tool.Input.may(NAME, "What an answer that was cut says as rest, to have what was left out.");

  /// @throws Arguments.Mistake if it is not what an answer says
  static Rest parse(String text) {
    Map<String, Integer> given = new LinkedHashMap<>();
    for (String part : text.strip().split("\\s+")) {
      int colon = part.lastIndexOf(':');
      String count = part.substring(colon + 1);
      if (part.isEmpty()) {
        continue;
      }
      if (colon < 1 || !count.matches("\\d{1,9}")) {
        throw new Arguments.Mistake(
            "rest must be what the answer before said as rest, such as articles:12, got %s."
                .formatted(text));
      }
      given.put(part.substring(0, colon), Integer.valueOf(count));
    }
    return new Rest(given);
  }

  /// Takes out of an answer's lists what was given before.
  void takeOut(Map<String, ArrayNode> lists) {
    if (given.isEmpty()) {
      return;
    }
    lists.forEach(
        (name, list) -> {
          int before = given.getOrDefault(name, list.size());
          for (int i = Math.min(before, list.size()) - 1; i >= 0; i--) {
            list.remove(i);
          }
        });
  }

  /// The same after a further answer.
  ///
  /// @param whole how many elements each list had before it was cut
  /// @return empty if nothing was left out
  String after(Map<String, Integer> whole, Map<String, ArrayNode> lists) {
    StringJoiner rest = new StringJoiner(" ");
    lists.forEach(
        (name, list) -> {
          if (list.size() < whole.getOrDefault(name, 0)) {
            rest.add("%s:%d".formatted(name, given.getOrDefault(name, 0) + list.size()));
          }
        });
    return rest.toString();
  }
}
