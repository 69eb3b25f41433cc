package dev.assay.search;

import dev.assay.index.meaning.Embedder;
import dev.assay.index.meaning.VectorIndex;

/// What finds passages by meaning: vectors, and the model that made them.
public record Meanings(VectorIndex vectors, Embedder embedder) implements AutoCloseable {

  /// Closes both.
  @Override
  public void close() {
    vectors.close();
    embedder.close();
  }
}
