package dev.assay.ingest;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Any bytes are a batch, and any text goes through names, claims, brief and key figures. In a
/// build these run on the kept inputs only; with `JAZZER_FUZZ=1 mvn test -Dtest=StagesFuzzTest#text
/// -Djazzer.max_duration=1h` one of them searches for new ones.
class StagesFuzzTest {

  private static final Instant NOW = Instant.parse("2025-11-24T00:00:00Z");
  private static final Preparation STAGES =
      new Preparation(store(), ShippedStages.of(Names.load(Lexicon.shipped())));

  private static Store store() {
    try {
      return Stores.openToWrite(Files.createTempDirectory("assay-fuzz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest(maxDuration = "3m")
  void batch(byte[] bytes) {
    BatchDocuments lines = new BatchDocuments(new ByteArrayInputStream(bytes), () -> NOW);
    while (lines.hasNext()) {
      STAGES.again(lines.next());
    }
  }

  @FuzzTest(maxDuration = "3m")
  void text(FuzzedDataProvider data) {
    String title = data.consumeString(60);
    read(title, data.consumeRemainingAsString());
  }

  private static void read(String title, String text) {
    byte[] line =
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", "1", "title", title, "text", text))
            .getBytes(StandardCharsets.UTF_8);
    STAGES.again(
        new Given.Document(
            new RawDocument(
                new Identity.OfExternal("", "1"),
                null,
                RawDocument.BATCH_LINE,
                line,
                Map.of(),
                NOW)));
  }

  /// The bytes choose among scraps that stages once failed on: searches go deep where plain bytes
  /// stay shallow.
  @FuzzTest(maxDuration = "3m")
  void scraps(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(HostileTexts.SCRAPS.get((b & 0xff) % HostileTexts.SCRAPS.size()));
      text.append(b % 7 == 0 ? "\n" : " ");
    }
    read("锗 Ge", text.toString());
  }
}
