package dev.assay.index.lucene;

import dev.assay.index.IndexQuery;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Lucene as it comes, on the files of an index of ours: the yardstick of the scale run.
public final class BareSearcher implements AutoCloseable {

  private static final Sort NEWEST =
      new Sort(LongField.newSortField(Fields.SECONDS, true, SortedNumericSelector.Type.MIN));

  private final Directory directory;
  private final IndexSearcher searcher;

  private BareSearcher(Directory directory) throws IOException {
    this.directory = directory;
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new FieldSimilarity());
  }

  public static BareSearcher open(Path folder) throws IOException {
    return new BareSearcher(FSDirectory.open(new Generations(folder).current()));
  }

  /// The number of hits as Lucene counts them by default (exact up to 1,000), after finding the
  /// best `limit`.
  public long find(IndexQuery query, IndexQuery filter, boolean newest, int limit)
      throws IOException {
    Query both = new LuceneQueries(searcher).filtered(query, filter);
    return newest
        ? searcher.search(both, limit, NEWEST).totalHits.value()
        : searcher.search(both, limit).totalHits.value();
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }
}
