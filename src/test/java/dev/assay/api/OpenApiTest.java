package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Route;
import dev.assay.access.RouteTable;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Holds openapi.yaml, the routes and the published records together.
final class OpenApiTest {

  @SuppressWarnings("unchecked")
  private static Map<String, Object> file() throws Exception {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/api/openapi.yaml")) {
      return (Map<String, Object>) new Yaml().load(in);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.get(key);
  }

  @Test
  void describesEveryRouteAndNoOther() throws Exception {
    Set<String> routes =
        RouteTable.shipped().routes().stream()
            .map(Route::path)
            .filter(path -> path.startsWith(Routes.PREFIX) && !path.endsWith("*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(at(file(), "paths").keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void describesEveryPublishedRecordFieldByField() throws Exception {
    Map<String, Object> schemas = at(at(file(), "components"), "schemas");
    List<Class<?>> records =
        Stream.of(
                Shapes.class,
                ModelShapes.class,
                CopyShapes.class,
                TimeShapes.class,
                NameShapes.class,
                ReadingShapes.class,
                NoteShapes.class,
                AlertShapes.class,
                IntakeShapes.class,
                SourceShapes.class,
                LedgerShapes.class,
                AskShapes.class,
                TopicBriefShapes.class)
            .flatMap(shapes -> Arrays.stream(shapes.getDeclaredClasses()))
            .filter(shape -> shape.isRecord() && shape != Shapes.Taken.class)
            .toList();
    for (Class<?> shape : records) {
      assertThat(schemas).as("schemas").containsKey(shape.getSimpleName());
      List<String> fields =
          Arrays.stream(shape.getRecordComponents()).map(RecordComponent::getName).toList();
      assertThat(at(at(schemas, shape.getSimpleName()), "properties").keySet())
          .as(shape.getSimpleName())
          .containsExactlyElementsOf(fields);
    }
    assertThat(schemas).hasSize(records.size());
  }

  /// A field without a value is null, never left out: who generates a client may rely on it.
  @Test
  @SuppressWarnings("unchecked")
  void promisesOnlyFieldsThatThereAre() throws Exception {
    Map<String, Object> schemas = at(at(file(), "components"), "schemas");
    assertThat(at(schemas, "Hit")).containsKey("required");
    for (String name : schemas.keySet()) {
      Map<String, Object> schema = at(schemas, name);
      assertThat(at(schema, "properties").keySet())
          .as(name)
          .containsAll((List<String>) schema.getOrDefault("required", List.of()));
    }
  }
}
