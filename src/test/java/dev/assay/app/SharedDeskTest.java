package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk on PostgreSQL from the command line: moved there, filled by workers, settled, read.
final class SharedDeskTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  @TempDir private Path folder;

  private record Ended(int code, String out, String error) {}

  private Ended assay(String data, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    int code =
        Commands.run(
            desks(),
            () -> NOW,
            folder,
            new Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false),
            Stream.concat(
                    Stream.of(arguments), Stream.of("--data", folder.resolve(data).toString()))
                .toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  private static Desks desks() {
    return new Desks(Lexicon.shipped(), () -> NOW, Optional::empty);
  }

  private Path lines(String name, List<String> titles) throws IOException {
    Path file = folder.resolve(name);
    Files.write(
        file,
        titles.stream()
            .map(
                title ->
                    "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"南屏矿业说，%s的产量为4200吨。\"}"
                        .formatted(title, title, title))
            .toList());
    return file;
  }

  @Test
  void isMovedFilledByWorkersSettledAndRead() throws IOException {
    PostgresServer server = PostgresServer.shared();
    String store = server.address(folder).shown();
    assertThat(
            assay("one", "import", "--batch", lines("first.jsonl", List.of("镨钕", "氧化镝")).toString())
                .code())
        .isZero();

    Ended moved = assay("one", "move", "--to", store);
    assertThat(moved.out()).as(moved.error()).contains(store);
    Path more = lines("more.jsonl", List.of("氧化铽", "金属钕", "磁材"));
    assertThat(assay("two", "backfill", more.toString(), "--store", store).out())
        .startsWith("1 part handed out");
    Ended worked = assay("two", "work", "--until-done", "--store", store);
    assertThat(worked.out()).contains("{imported=3}");
    try (var _ = desks().at(store).sharing(folder.resolve("three")).settle()) {
      while (!assay("two", "status", "--json", "--store", store).out().contains("\"indexed\":5")) {
        Thread.onSpinWait();
      }
    }

    assertThat(assay("two", "search", "金属钕", "--store", store).out()).contains("金属钕");
    assertThat(assay("two", "verify", "--store", store).code()).isZero();
    assertThat(assay("two", "move", "--to", "folder", "--store", store).code()).isZero();
    assertThat(assay("two", "reindex").out()).startsWith("5 articles");
  }

  @Test
  void saysThatAFolderIsNotShared() {
    assertThat(assay("one", "settle").error()).contains("assay move --to postgres://");
  }
}
