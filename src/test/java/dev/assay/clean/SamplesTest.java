package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.RawDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every page and document of `samples/rare-earths`, whole, against what a reader sees in it.
class SamplesTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("assay.root", ".")).resolve("samples/rare-earths");

  /// After the last of the samples.
  private static final Instant NOW = Instant.parse("2025-11-26T00:00:00Z");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Stream<Path> expectations() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("expected"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void readsTheSampleWholeAndNothingElse(Path expectation) throws IOException {
    JsonNode expected = MAPPER.readTree(Files.readAllBytes(expectation));
    Article article = clean(SAMPLES.resolve(expected.path("file").asString()));

    assertThat(article.title()).isEqualTo(expected.path("title").asString());
    assertThat(article.language().tag()).isEqualTo(expected.path("language").asString());
    assertThat(article.authors())
        .isEqualTo(expected.path("authors").values().stream().map(JsonNode::asString).toList());
    assertPublished(article, expected);
    assertThat(article.paragraphs().stream().map(SamplesTest::line).toList())
        .isEqualTo(expected.path("paragraphs").values().stream().map(SamplesTest::line).toList());
  }

  private static void assertPublished(Article article, JsonNode expected) {
    PublicationTime published = article.publishedAt();
    if (!expected.path("stated").asBoolean()) {
      assertThat(published == null || published.certainty() == PublicationTime.Certainty.GUESSED)
          .as("no time is stated")
          .isTrue();
      return;
    }
    String stated = expected.path("publishedAt").asString();
    if (stated.length() == "2025-11-22".length()) {
      assertThat(published.local().toLocalDate()).isEqualTo(LocalDate.parse(stated));
    } else {
      assertThat(published.local()).isEqualTo(OffsetDateTime.parse(stated));
    }
    assertThat(published.instant()).isBeforeOrEqualTo(NOW);
  }

  private static String line(Paragraph paragraph) {
    return paragraph.kind().word() + ": " + paragraph.text();
  }

  private static String line(JsonNode paragraph) {
    return paragraph.path("kind").asString() + ": " + paragraph.path("text").asString();
  }

  private static Article clean(Path file) throws IOException {
    RawDocument document =
        new RawDocument(
            new Identity.OfFile(file.toString()),
            null,
            mediaType(file.getFileName().toString()),
            Files.readAllBytes(file),
            Map.of(),
            NOW);
    return switch (new Cleaner().clean(document)) {
      case CleanResult.Cleaned(Article article, _) -> article;
      case CleanResult.Untold(_, String reason) -> throw new AssertionError(reason);
      case CleanResult.Refused(String reason) -> fail(reason);
    };
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "pdf" -> RawDocument.PDF;
      case "docx" -> RawDocument.DOCX;
      case "md" -> RawDocument.MARKDOWN;
      case "txt" -> RawDocument.PLAIN;
      case String _ -> RawDocument.HTML;
    };
  }
}
