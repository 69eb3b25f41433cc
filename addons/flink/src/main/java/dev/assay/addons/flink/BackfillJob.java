package dev.assay.addons.flink;

import java.io.File;
import java.util.Arrays;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/// Takes archives into a desk on PostgreSQL: `BackfillJob STORE DATA FILE-OR-FOLDER...`.
///
/// How far each file was read stands in Flink's checkpoint, before which everything that was read is
/// on the desk's disk: nothing is lost. Rows are known by their article, so that nothing stands twice.
/// What a worker leaves to be decided the desk's settler decides (`assay settle`).
public final class BackfillJob {

  private static final long CHECKPOINT_MILLIS = 5_000;

  private BackfillJob() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      throw new IllegalArgumentException(
          "BackfillJob postgres://USER@HOST/DATABASE DATA FILE-OR-FOLDER...");
    }
    StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment();
    job.enableCheckpointing(CHECKPOINT_MILLIS, CheckpointingMode.AT_LEAST_ONCE);
    Path[] files =
        Arrays.stream(arguments)
            .skip(2)
            .map(name -> Path.fromLocalFile(new File(name).getAbsoluteFile()))
            .toArray(Path[]::new);
    job.fromSource(
            FileSource.forBulkFileFormat(new Parts(), files)
                .setFileEnumerator(Parts.Enumerator::new)
                .build(),
            WatermarkStrategy.noWatermarks(),
            "archives")
        .keyBy(read -> read.identity) // what is known by one name stays in its order
        .sinkTo(new ToDesk(arguments[0], arguments[1]))
        .name("desk");
    job.execute("assay backfill");
  }
}
