package dev.assay.index.lucene;

import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk in memory that can be full.
final class Disk extends FilterDirectory {

  boolean isFull;

  Disk() {
    super(new ByteBuffersDirectory());
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    if (isFull) {
      throw new IOException("No space left on device");
    }
    return super.createOutput(name, context);
  }
}
