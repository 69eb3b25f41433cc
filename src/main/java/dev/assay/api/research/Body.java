package dev.assay.api.research;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that a request brings. Fields that nobody asks for are passed over.
final class Body {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_QUERY = 4_000;

  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  /// A field is not as it must be.
  static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /// @param message for a person
    Unfit(String field, String message) {
      super(message);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /// @throws Unfit if it is no JSON object
  static Body of(Context context) {
    try {
      JsonNode node = JSON.readTree(context.bodyAsBytes());
      if (node.isObject()) {
        return new Body(node);
      }
    } catch (JacksonException e) {
      // answered below
    }
    throw new Unfit("body", "The body must be a JSON object.");
  }

  /// Whether something is asked for in this field: not nothing, and no empty list or object.
  boolean asks(String field) {
    JsonNode value = object.path(field);
    return !(value.isMissingNode() || value.isNull() || value.isContainer() && value.isEmpty());
  }

  JsonNode at(String field) {
    return object.path(field);
  }

  /// Empty if it is not there.
  String text(String field) {
    JsonNode value = object.path(field);
    if (value.isContainer()) {
      throw new Unfit(field, field + " must be text.");
    }
    return value.isNull() ? "" : value.asString("").strip();
  }

  String required(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      throw new Unfit(field, "Field required");
    }
    return text;
  }

  /// What is looked for; empty if nothing is.
  String query() {
    String query = text("query");
    if (query.length() > LONGEST_QUERY) {
      throw new Unfit(
          "query",
          "query must be at most %d characters, got %d.".formatted(LONGEST_QUERY, query.length()));
    }
    return query;
  }

  int number(String field, int usual, int most) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return usual;
    }
    return within(field, value.asString(""), most);
  }

  /// A whole number from 1 to `most`.
  static int within(String field, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new Unfit(field, "%s must be 1 to %d".formatted(field, most));
  }

  double decimal(String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber()) {
      throw new Unfit(field, field + " must be a number.");
    }
    return value.asDouble();
  }

  boolean yes(String field) {
    return object.path(field).asBoolean(false);
  }

  /// The values of a list; empty if it is not there.
  List<String> texts(String field) {
    JsonNode list = object.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new Unfit(field, field + " must be a list.");
    }
    return texts(list);
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(
        one -> {
          String text = one.asString("").strip();
          if (!text.isEmpty()) {
            texts.add(text);
          }
        });
    return texts;
  }

  /// Names by sort, `{"names":["钕"]}`, or a plain list of them.
  List<List<String>> tags() {
    JsonNode tags = object.path("tags");
    if (tags.isArray()) {
      return tags.isEmpty() ? List.of() : List.of(texts(tags));
    }
    return tags.properties().stream()
        .map(sort -> texts(sort.getValue()))
        .filter(values -> !values.isEmpty())
        .toList();
  }

  /// The first moment of what is named, or null.
  @Nullable Instant from(String field) {
    return moment(field, false);
  }

  /// The first moment after what is named, or null.
  @Nullable Instant until(String field) {
    return moment(field, true);
  }

  /// A day or a second of UTC, of the years 0 to 9999; a day as an end is its end.
  private @Nullable Instant moment(String field, boolean end) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (!Character.isDigit(text.charAt(0))) {
        throw new DateTimeException("a year of five digits, or before 0");
      }
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      if (text.contains(" ") || text.contains("T")) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
      }
      LocalDate day = LocalDate.parse(text);
      return (end ? day.plusDays(1) : day).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Unfit(field, field + ": a day such as 2025-11-22, or 2025-11-22 07:10:00, of UTC");
    }
  }
}
