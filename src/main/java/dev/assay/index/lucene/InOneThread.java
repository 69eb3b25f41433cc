package dev.assay.index.lucene;

import java.util.Collection;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/// Has one collector do all of a search: a searcher without threads of its own has one share of the
/// work.
record InOneThread(Collector collector) implements CollectorManager<Collector, Collector> {

  @Override
  public Collector newCollector() {
    return collector;
  }

  @Override
  public Collector reduce(Collection<Collector> collectors) {
    return collector;
  }
}
