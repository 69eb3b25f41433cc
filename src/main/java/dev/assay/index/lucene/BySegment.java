package dev.assay.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/// Reads values of some documents segment by segment: what reads a field of a segment costs more to
/// make than a page of hits costs to read with it.
interface BySegment {

  /// Reads those of one segment.
  ///
  /// @param documents numbered within the segment, in order
  void read(LeafReaderContext segment, int[] documents) throws IOException;

  /// Has `reading` read `documents`, which are numbered within the index, in any order.
  static void each(IndexSearcher searcher, IntStream documents, BySegment reading)
      throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    int[] ordered = documents.sorted().toArray();
    for (int from = 0; from < ordered.length; ) {
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(ordered[from], segments));
      int until = from;
      while (until < ordered.length
          && ordered[until] < segment.docBase + segment.reader().maxDoc()) {
        until++;
      }
      int[] own = Arrays.copyOfRange(ordered, from, until);
      Arrays.setAll(own, i -> own[i] - segment.docBase);
      reading.read(segment, own);
      from = until;
    }
  }
}
