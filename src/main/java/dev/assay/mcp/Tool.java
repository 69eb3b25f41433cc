package dev.assay.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// One thing that an assistant can ask.
///
/// @param effect what it does to the desk
/// @param output the record that it answers with
/// @param answer what the arguments come to
record Tool(
    String name,
    String title,
    String description,
    Effect effect,
    List<Input> inputs,
    Class<? extends Record> output,
    Function<Arguments, Object> answer) {

  /// What a tool does to the desk.
  enum Effect {
    READS,
    /// It adds to it, and asks the outer world.
    FOLLOWS,
    /// It adds to it.
    ADDS,
    /// What was shown is shown no more, until it is taken back.
    CORRECTS;

    boolean writes() {
      return this != READS;
    }
  }

  /// A tool that only reads, and whose answer may be cut.
  Tool(
      String name,
      String title,
      String description,
      List<Input> inputs,
      Class<? extends Record> output,
      Function<Arguments, Object> answer) {
    this(
        name,
        title,
        description,
        Effect.READS,
        Stream.concat(inputs.stream(), Stream.of(Rest.INPUT)).toList(),
        output,
        answer);
  }

  /// One argument.
  record Input(String name, Type type, boolean required, String description) {

    enum Type {
      STRING,
      INTEGER
    }

    static Input must(String name, String description) {
      return new Input(name, Type.STRING, true, description);
    }

    static Input may(String name, String description) {
      return new Input(name, Type.STRING, false, description);
    }

    static Input number(String name, String description) {
      return new Input(name, Type.INTEGER, false, description);
    }
  }

  Tool {
    inputs = List.copyOf(inputs);
  }

  /// JSON Schema of the arguments.
  Map<String, Object> inputSchema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Input input : inputs) {
      String type = input.type() == Input.Type.STRING ? "string" : "integer";
      properties.put(input.name(), Map.of("type", type, "description", input.description()));
    }
    List<String> required = inputs.stream().filter(Input::required).map(Input::name).toList();
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        required,
        "additionalProperties",
        false);
  }
}
