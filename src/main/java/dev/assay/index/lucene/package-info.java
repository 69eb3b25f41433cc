/// The search index embedded in the process: Apache Lucene in one folder.
///
/// [LuceneIndex][dev.assay.index.lucene.LuceneIndex] opens it, for the one writer or for readers in
/// other processes; `OpenIndex` holds folder, writer and readers. `Fields` says what a Lucene
/// document holds, `LuceneQueries` turns an [IndexQuery][dev.assay.index.IndexQuery] into Lucene's,
/// `HitCollection` finds a page of hits, `TopPlaces` its order, and `HitCounts` counts the rest.
/// Nothing of Lucene leaves this package.
@NullMarked
package dev.assay.index.lucene;

import org.jspecify.annotations.NullMarked;
