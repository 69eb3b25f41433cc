package dev.assay.addons.flink;

import dev.assay.app.OpenWorker;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/// Gives documents to the desk. The stages are made once for each process, in the task, and never
/// sent; before each checkpoint what is held is written.
final class ToDesk implements Sink<Read> {

  private static final long serialVersionUID = 1;

  private static final int BATCH = 256;

  /// Bytes that are held; one document may have 20 MB more.
  private static final long BATCH_BYTES = 32_000_000;

  private final String store;
  private final String data;

  ToDesk(String store, String data) {
    this.store = store;
    this.data = data;
  }

  @Override
  public SinkWriter<Read> createWriter(WriterInitContext context) {
    int task = context.getTaskInfo().getIndexOfThisSubtask();
    return new Writer(OpenWorker.at(Path.of(data, "task" + task), store, Lexicon.shipped()));
  }

  private static final class Writer implements SinkWriter<Read> {
    private final OpenWorker open;
    private final List<Given> held = new ArrayList<>();
    private long heldBytes;

    Writer(OpenWorker open) {
      this.open = open;
    }

    @Override
    public void write(Read read, Context context) {
      held.add(read.given());
      heldBytes += read.bytes.length;
      if (held.size() >= BATCH || heldBytes >= BATCH_BYTES) {
        flush(false);
      }
    }

    @Override
    public void flush(boolean end) {
      open.worker().run(held.iterator(), (_, _) -> {});
      held.clear();
      heldBytes = 0;
    }

    @Override
    public void close() {
      open.close();
    }
  }
}
