package dev.assay.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that a request brings. A page of another site cannot send one without asking.
final class JsonBody {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonBody() {}

  /// @throws BadRequestResponse if it is no JSON object, or does not say that it is one
  static JsonNode of(Context context) {
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
}
