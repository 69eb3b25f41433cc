/// The index on an OpenSearch cluster, for a desk that several machines serve. No plugin is needed
/// there, and no analyser of ours: the terms are cut here, as for Lucene, and sent as they are.
///
/// [OpenSearchIndex][dev.assay.index.opensearch.OpenSearchIndex] is the door; `Documents` says what
/// an article is there, `Questions` what a query is, `Cluster` how it is asked.
@NullMarked
package dev.assay.index.opensearch;

import org.jspecify.annotations.NullMarked;
