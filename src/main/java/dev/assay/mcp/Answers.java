package dev.assay.mcp;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An answer as the protocol carries it: as data, and the same data as text for assistants that
/// read no data.
final class Answers {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Answers() {}

  static Toolbox.Outcome of(ObjectNode json) {
    JsonMapper mapper = JsonMapper.shared();
    return new Toolbox.Outcome(
        null, mapper.convertValue(json, MAP), mapper.writeValueAsString(json));
  }
}
