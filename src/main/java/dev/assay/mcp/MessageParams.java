package dev.assay.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a message brings the params that its method takes. The SDK takes params that are missing
/// or of another shape for a fault of the server, and forgets whose message it was.
final class MessageParams {

  private static final JsonMapper PLAIN = JsonMapper.shared();

  private static final Map<String, Class<?>> TAKEN =
      Map.of(
          McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
          McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class,
          McpSchema.METHOD_PROMPT_GET, McpSchema.GetPromptRequest.class,
          McpSchema.METHOD_RESOURCES_READ, McpSchema.ReadResourceRequest.class,
          McpSchema.METHOD_COMPLETION_COMPLETE, McpSchema.CompleteRequest.class);

  private final McpJsonMapper json;

  MessageParams(McpJsonMapper json) {
    this.json = json;
  }

  /// What to answer in its place to a message whose params cannot be read; empty for any other,
  /// also for what is no message at all.
  Optional<byte[]> refusal(byte[] message) {
    JsonNode read = read(message);
    JsonNode id = read.path("id");
    Class<?> taken = TAKEN.get(read.path("method").asString(""));
    return taken == null || !id.isString() && !id.isNumber() || fits(read.path("params"), taken)
        ? Optional.empty()
        : Optional.of(PLAIN.writeValueAsBytes(refused(read.path("method").asString(), id)));
  }

  private static JsonNode read(byte[] message) {
    try {
      return PLAIN.readTree(message);
    } catch (JacksonException e) {
      return PLAIN.missingNode(); // the SDK says so
    }
  }

  private boolean fits(JsonNode params, Class<?> taken) {
    if (!params.isObject()) {
      return false;
    }
    try {
      Object read = json.convertValue(PLAIN.convertValue(params, Map.class), taken);
      return !(read instanceof McpSchema.CompleteRequest asked) || isWhole(asked);
    } catch (RuntimeException e) { // of the mapper: Jackson's, or that of a record's check
      return false;
    }
  }

  private static boolean isWhole(McpSchema.CompleteRequest asked) {
    return asked.ref() != null && asked.argument() != null && asked.argument().value() != null;
  }

  private static Map<String, Object> refused(String method, JsonNode id) {
    Map<String, Object> error =
        Map.of(
            "code",
            McpSchema.ErrorCodes.INVALID_PARAMS,
            "message",
            "The params of %s are missing, or of another shape than it takes.".formatted(method));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", id);
    answer.put("error", error);
    return answer;
  }
}
