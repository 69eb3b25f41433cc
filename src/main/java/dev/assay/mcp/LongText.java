package dev.assay.mcp;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A text of an answer, where it stands.
///
/// @param put puts another in its place
/// @param article the id of the article it is of; null if nothing around it says so
record LongText(String text, Consumer<String> put, @Nullable String article) {

  /// Characters that stay of a text that is cut, and fewer than which none is cut.
  private static final int LEAST = 400;

  /// Bytes for the mark, as data and as text.
  private static final int OF_MARK = 400;

  /// Cuts the longest text of an answer until `over` bytes are saved, or as far as it may be cut.
  ///
  /// @return false if there is none that could be
  static boolean cutLongest(ObjectNode answer, int over) {
    Optional<LongText> longest =
        in(answer, null)
            .filter(one -> one.text.length() > LEAST + OF_MARK)
            .max(Comparator.comparingInt(one -> one.text.length()));
    longest.ifPresent(one -> one.cut(over));
    return longest.isPresent();
  }

  private void cut(int over) {
    int bytes = Bounded.sent(StringNode.valueOf(text));
    double kept = Math.max(0, bytes - over - OF_MARK) / (double) bytes;
    int end = Math.max(LEAST, (int) (text.length() * kept));
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    String where =
        article == null ? "" : "; the tool article has it whole, id %s".formatted(article);
    put.accept(
        "%s… [cut here: %,d more characters%s]"
            .formatted(text.substring(0, whole), text.length() - whole, where));
  }

  private static Stream<LongText> in(JsonNode json, @Nullable String article) {
    return switch (json) {
      case ObjectNode object -> {
        String of = article(object, article);
        yield object.properties().stream()
            .flatMap(
                (Map.Entry<String, JsonNode> field) ->
                    of(field.getValue(), text -> object.put(field.getKey(), text), of));
      }
      case ArrayNode list ->
          IntStream.range(0, list.size())
              .boxed()
              .flatMap(
                  i -> of(list.path(i), text -> list.set(i, StringNode.valueOf(text)), article));
      default -> Stream.empty();
    };
  }

  private static Stream<LongText> of(
      JsonNode value, Consumer<String> put, @Nullable String article) {
    return value.isString()
        ? Stream.of(new LongText(value.stringValue(), put, article))
        : in(value, article);
  }

  /// The article that an object names, or that the object around it did.
  private static @Nullable String article(ObjectNode object, @Nullable String around) {
    JsonNode named = object.path("article");
    String id = named.isString() ? named.stringValue() : named.path("id").stringValue("");
    return id.isEmpty() ? around : id;
  }
}
