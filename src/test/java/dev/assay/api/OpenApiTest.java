package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Holds openapi.yaml, the routes and the published records together.
final class OpenApiTest {

  private static final Pattern ROUTE =
      Pattern.compile("routes\\.(?:get|post)\\(\\s*PREFIX \\+ \"([^\"]+)\"");

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
    Path folder = Path.of(System.getProperty("assay.root", "."), "src/main/java/dev/assay/api");
    String source =
        Files.readString(folder.resolve("Routes.java"))
            + Files.readString(folder.resolve("ModelRoutes.java"))
            + Files.readString(folder.resolve("CopyRoutes.java"))
            + Files.readString(folder.resolve("NameRoutes.java"))
            + Files.readString(folder.resolve("LedgerRoutes.java"));
    Set<String> routes =
        ROUTE
            .matcher(source)
            .results()
            .map(match -> Routes.PREFIX + match.group(1))
            .filter(route -> !route.endsWith("*"))
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
                NameShapes.class,
                LedgerShapes.class)
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
}
