package dev.assay.watch.send;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// One request.
///
/// @param refusal why an answer of 200 is none after all, in its body's words; empty if it is
record Post(
    URI address, Map<String, String> headers, byte[] body, Function<String, String> refusal) {

  static final String TYPE = "application/json";

  /// A JSON object to a receiver that says all by its status.
  static Post of(URI address, Map<String, String> headers, Object json) {
    return new Post(address, headers, written(json), _ -> "");
  }

  static byte[] written(Object json) {
    return JsonMapper.shared().writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }
}
