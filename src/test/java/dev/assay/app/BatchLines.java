package dev.assay.app;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.cli.terminal.Desk;
import dev.assay.ingest.input.Given;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Takes articles in as a batch gives them, one by one.
final class BatchLines {

  private BatchLines() {}

  /// @param at when it came
  /// @param line its fields, `id` among them
  /// @param headers what came with it
  static void take(Desk desk, Instant at, Map<String, String> line, Map<String, String> headers) {
    Given given =
        new Given.Document(
            new RawDocument(
                new Identity.OfExternal("", line.getOrDefault("id", "")),
                null,
                RawDocument.BATCH_LINE,
                JsonMapper.shared().writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
                headers,
                at));
    desk.ingest().run(List.of(given).iterator(), (_, _) -> {});
  }
}
