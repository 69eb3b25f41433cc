package dev.assay.addons.flink;

import dev.assay.ingest.BackfillPart;
import dev.assay.ingest.input.Given;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/// The documents of the parts that `assay backfill` would hand out of the same files. A part is read
/// by one reader in its order; after a failure it passes over what was read before the checkpoint.
final class Parts implements BulkFormat<Read, FileSourceSplit> {

  private static final long serialVersionUID = 1;

  /// Documents that a reader gives at a time; one may have 20 MB.
  private static final int BATCH = 8;

  @Override
  public BulkFormat.Reader<Read> createReader(Configuration config, FileSourceSplit split) {
    return new PartReader(part(split).documents(), 0);
  }

  @Override
  public BulkFormat.Reader<Read> restoreReader(Configuration config, FileSourceSplit split) {
    long read =
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
    return new PartReader(part(split).documents(), read);
  }

  private static BackfillPart part(FileSourceSplit split) {
    return new BackfillPart(
        Path.of(split.path().getPath()), split.offset(), split.offset() + split.length());
  }

  /// What may be split, [Enumerator] has split.
  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Read> getProducedType() {
    return TypeInformation.of(Read.class);
  }

  /// Finds files in folders, and splits them.
  static final class Enumerator extends NonSplittingRecursiveEnumerator {
    @Override
    protected void convertToSourceSplits(
        FileStatus file, FileSystem system, List<FileSourceSplit> splits) {
      for (BackfillPart part : BackfillPart.of(Path.of(file.getPath().getPath()))) {
        splits.add(
            new FileSourceSplit(
                getNextId(),
                file.getPath(),
                part.from(),
                part.until() - part.from(),
                file.getModificationTime(),
                file.getLen()));
      }
    }
  }

  private static final class PartReader implements BulkFormat.Reader<Read> {
    private final Stream<Given> documents;
    private final Iterator<Given> rest;
    private long read;

    PartReader(Stream<Given> documents, long read) {
      this.documents = documents;
      this.rest = documents.iterator();
      for (; this.read < read && rest.hasNext(); this.read++) {
        rest.next();
      }
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<Read> readBatch() throws IOException {
      List<Read> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && rest.hasNext()) {
        batch.add(Read.of(rest.next()));
      }
      long before = read;
      read += batch.size();
      return batch.isEmpty()
          ? null
          : new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
    }

    @Override
    public void close() {
      documents.close();
    }
  }
}
