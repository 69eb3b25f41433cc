package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the program is made of, by the list that the build makes (CycloneDX,
/// `target/app/sbom.json`). Without that list, as in a run without Maven, nothing is said.
final class LicencesTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Path LIST = ROOT.resolve("target/app/sbom.json");
  private static final Path ALLOWED = ROOT.resolve("src/test/resources/licences/allowed.txt");

  /// Parts on which all rests; a list without them was not read.
  private static final Set<String> CORE =
      Set.of("org.jsoup:jsoup", "org.xerial:sqlite-jdbc", "org.apache.lucene:lucene-core");

  private final List<JsonNode> parts = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    assumeTrue(Files.exists(LIST), "the build has not made " + LIST);
    JsonMapper.shared().readTree(Files.readString(LIST)).path("components").forEach(parts::add);
  }

  private static String name(JsonNode part) {
    return part.path("group").asString("") + ":" + part.path("name").asString("");
  }

  private static Set<String> licences(JsonNode part) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode licence : part.path("licenses")) {
      licences.add(licence.path("license").path("id").asString(""));
      licences.add(licence.path("license").path("name").asString(""));
      licences.add(licence.path("expression").asString(""));
    }
    licences.remove("");
    return licences;
  }

  private static Set<String> allowed() throws IOException {
    return Files.readAllLines(ALLOWED).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(Collectors.toSet());
  }

  @Test
  void everyPartHasALicenceThatIsAllowed() throws IOException {
    Set<String> allowed = allowed();
    List<String> others =
        parts.stream()
            .filter(part -> !allowed.contains(name(part)))
            .filter(part -> licences(part).stream().noneMatch(allowed::contains))
            .map(part -> name(part) + " " + licences(part))
            .toList();

    assertThat(others).as("look at the licence, then at %s", ALLOWED).isEmpty();
    assertThat(parts.stream().map(LicencesTest::name)).containsAll(CORE);
  }

  @Test
  void everyPartIsKnownByItsChecksum() {
    assertThat(parts)
        .allMatch(
            part ->
                part.path("hashes")
                    .valueStream()
                    .anyMatch(hash -> "SHA-256".equals(hash.path("alg").asString(""))));
  }

  @Test
  void nothingIsListedThatOnlyTestsUse() {
    assertThat(parts.stream().map(LicencesTest::name))
        .doesNotContain("org.assertj:assertj-core", "com.microsoft.playwright:playwright");
  }
}
