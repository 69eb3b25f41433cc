package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.access.guard.RouteTable;
import dev.assay.api.account.AccountShapes;
import dev.assay.api.account.AuditShapes;
import dev.assay.api.desk.AlertShapes;
import dev.assay.api.desk.NoteShapes;
import dev.assay.api.desk.ReadingShapes;
import dev.assay.brief.model.Product;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/// Holds openapi.yaml, the routes and the published records together.
final class OpenApiTest {

  private static final Pattern VARIES = Pattern.compile("\\{(\\w+)}");

  /// A key that stands twice, as a merge may leave it, would hide what stands first.
  private static Yaml yaml() {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    return new Yaml(strict);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> file() throws Exception {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/api/openapi.yaml")) {
      return (Map<String, Object>) yaml().load(in);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.get(key);
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> yaml().load("get: {summary: one}\nget: {summary: two}"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void describesEveryRouteAndNoOther() throws Exception {
    Set<String> routes =
        RouteTable.shipped().routes().stream()
            .filter(route -> route.path().startsWith(Routes.PREFIX) && !route.path().endsWith("*"))
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Object> paths = at(file(), "paths");
    List<String> described =
        paths.keySet().stream()
            .flatMap(
                path ->
                    at(paths, path).keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path))
            .toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
  }

  /// An operation says what it answers, and names every part of its path that varies.
  @Test
  @SuppressWarnings("unchecked")
  void describesEachOperationWhole() throws Exception {
    Map<String, Object> shared = at(at(file(), "components"), "parameters");
    Map<String, Object> paths = at(file(), "paths");
    for (String path : paths.keySet()) {
      Set<String> varies =
          VARIES.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toSet());
      for (String method : at(paths, path).keySet()) {
        Map<String, Object> operation = at(at(paths, path), method);
        assertThat(operation).as(method + " " + path).containsKeys("summary", "responses");
        assertThat(
                ((List<Map<String, Object>>) operation.getOrDefault("parameters", List.of()))
                    .stream()
                        .map(
                            one ->
                                one.get("$ref") instanceof String name
                                    ? at(shared, name.substring(name.lastIndexOf('/') + 1))
                                    : one)
                        .filter(one -> "path".equals(one.get("in")))
                        .map(one -> (String) one.get("name")))
            .as(method + " " + path)
            .containsExactlyInAnyOrderElementsOf(varies);
      }
    }
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
                AuditShapes.class,
                AccountShapes.class,
                IntakeShapes.class,
                SourceShapes.class,
                LedgerShapes.class,
                SeriesShapes.class,
                ChainShapes.class,
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

  @Test
  void namesEachProductOfAModel() throws Exception {
    Map<String, Object> tally = at(at(at(file(), "components"), "schemas"), "ModelTally");
    assertThat(at(at(tally, "properties"), "product").get("enum"))
        .isEqualTo(Arrays.stream(Product.values()).map(Product::word).toList());
  }

  @Test
  void hasNoSchemaThatNothingLeadsTo() throws Exception {
    Map<String, Object> schemas = at(at(file(), "components"), "schemas");
    Set<String> led = new HashSet<>(named(file().get("paths")));
    led.addAll(named(at(at(file(), "components"), "responses")));
    for (Deque<String> open = new ArrayDeque<>(led); !open.isEmpty(); ) {
      for (String name : named(schemas.get(open.pop()))) {
        if (led.add(name)) {
          open.push(name);
        }
      }
    }
    assertThat(led).containsAll(schemas.keySet());
  }

  /// The schemas that a part of the file names.
  private static Set<String> named(@Nullable Object part) {
    Set<String> names = new HashSet<>();
    Matcher reference =
        Pattern.compile("#/components/schemas/(\\w+)").matcher(String.valueOf(part));
    while (reference.find()) {
      names.add(reference.group(1));
    }
    return names;
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
