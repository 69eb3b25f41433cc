package dev.assay.mcp;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON Schema (2020-12) of a published record, from its components.
final class SchemaOf {

  private static final Map<Class<?>, String> PLAIN =
      Map.of(
          String.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          Long.class, "integer",
          double.class, "number",
          Double.class, "number",
          boolean.class, "boolean",
          Boolean.class, "boolean");

  private final Map<String, Object> definitions = new TreeMap<>();

  private SchemaOf() {}

  static Map<String, Object> record(Class<?> type) {
    SchemaOf schema = new SchemaOf();
    Map<String, Object> object = new LinkedHashMap<>(schema.object(type));
    // what Bounded says when it had to cut
    properties(object).put("left_out", Map.of("type", "integer"));
    properties(object).put(Rest.NAME, Map.of("type", "string"));
    if (!schema.definitions.isEmpty()) {
      object.put("$defs", schema.definitions);
    }
    return object;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> object) {
    return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getAnnotatedType()));
      required.add(component.getName());
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    return object;
  }

  private Object of(AnnotatedType type) {
    Map<String, Object> schema = plain(type);
    return type.isAnnotationPresent(Nullable.class)
        ? Map.of("anyOf", List.of(schema, Map.of("type", "null")))
        : schema;
  }

  private Map<String, Object> plain(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (type instanceof ParameterizedType parameterized
        && annotated instanceof AnnotatedParameterizedType parts) {
      AnnotatedType[] arguments = parts.getAnnotatedActualTypeArguments();
      return parameterized.getRawType() == Map.class
          ? Map.of("type", "object", "additionalProperties", of(arguments[1]))
          : Map.of("type", "array", "items", of(arguments[0]));
    }
    String plain = PLAIN.get(type);
    if (plain != null) {
      return Map.of("type", plain);
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return reference(record);
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private Map<String, Object> reference(Class<?> record) {
    String name = record.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, object(record));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }
}
