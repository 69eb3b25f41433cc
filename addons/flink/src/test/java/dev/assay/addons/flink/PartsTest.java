package dev.assay.addons.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartsTest {

  private static final int LINES = 30;

  @TempDir Path folder;

  private record At(String identity, long offset, long passedOver) {}

  private static List<At> rest(BulkFormat.Reader<Read> reader) throws IOException {
    List<At> rest = new ArrayList<>();
    try (reader) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (RecordAndPosition<Read> one = batch.next(); one != null; one = batch.next()) {
          rest.add(new At(one.getRecord().identity, one.getOffset(), one.getRecordSkipCount()));
        }
      }
    }
    return rest;
  }

  @Test
  void aReaderThatIsRestoredAnywhereGoesOnWithTheDocumentBehindTheCheckpoint() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.write(
        file,
        IntStream.range(0, LINES)
            .mapToObj("{\"id\": \"%d\", \"title\": \"镨钕\", \"text\": \"Output rose.\"}"::formatted)
            .toList());
    long size = Files.size(file);
    FileSourceSplit split =
        new FileSourceSplit(
            "1", org.apache.flink.core.fs.Path.fromLocalFile(file.toFile()), 0, size, 0, size);
    List<At> all = rest(new Parts().createReader(new Configuration(), split));

    assertThat(all).hasSize(LINES);
    for (int read = 1; read <= LINES; read++) {
      At last = all.get(read - 1);
      FileSourceSplit checkpoint =
          split.updateWithCheckpointedPosition(
              new CheckpointedPosition(last.offset(), last.passedOver()));
      assertThat(rest(new Parts().restoreReader(new Configuration(), checkpoint)))
          .as("restored behind %d documents", read)
          .isEqualTo(all.subList(read, LINES));
    }
  }
}
