package dev.assay.index.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// BM25, with the length of a text weighing a little less in Chinese, where it is counted in
/// characters. Terms of one place count towards the length, as they do towards its mean.
final class FieldSimilarity extends PerFieldSimilarityWrapper {

  private static final float SATURATION = 1.2f;

  private final Similarity spaced = new BM25Similarity(SATURATION, 0.75f, false);
  private final Similarity han = new BM25Similarity(SATURATION, 0.6f, false);

  @Override
  public Similarity get(String field) {
    return field.endsWith(Fields.HAN_END) ? han : spaced;
  }
}
