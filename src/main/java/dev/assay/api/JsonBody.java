package dev.assay.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that a request brings. A page of another site cannot send one without asking.
public final class JsonBody {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonBody() {}

  /// The object that a request sends.
  ///
  /// @throws BadRequestResponse if it is no JSON object, or does not say that it is one
  public static JsonNode of(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    if (!type.startsWith("application/json")) {
      throw new BadRequestResponse("Send a JSON object, with Content-Type: application/json.");
    }
    try {
      JsonNode body = JSON.readTree(context.bodyAsBytes());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // answered below
    }
    throw new BadRequestResponse("The body must be a JSON object.");
  }

  /// The text of a field; empty if it is left out.
  ///
  /// @throws BadRequestResponse if it is something else
  public static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw new BadRequestResponse("\"%s\" must be a text.".formatted(field));
    }
    return value.asString();
  }

  /// The text of a field, or what stands for it.
  ///
  /// @param unsaid if it is left out
  public static String text(JsonNode body, String field, String unsaid) {
    String text = text(body, field);
    return text.isEmpty() && !body.path(field).isString() ? unsaid : text;
  }

  /// The texts of a list; none if it is left out.
  ///
  /// @throws BadRequestResponse if it is something else
  public static List<String> texts(JsonNode body, String field) {
    JsonNode list = body.path(field);
    boolean given = !list.isMissingNode() && !list.isNull();
    if (given && !list.isArray() || list.valueStream().anyMatch(value -> !value.isString())) {
      throw new BadRequestResponse("\"%s\" must be a list of texts.".formatted(field));
    }
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
