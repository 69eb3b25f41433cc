package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexedArticle;
import dev.assay.index.KnownThen;
import dev.assay.index.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// The index in one folder of this machine.
///
/// One process writes at a time, a second is refused; any number read beside it, each the last
/// commit. A crash loses what was put since the last commit, and [#committedSequence] says from
/// where to put again.
public final class LuceneIndex implements SearchIndex {

  private static final String SEQUENCE = "sequence";
  private static final String WORDS = "words";

  /// Terms are gathered in memory up to this size before they go to disk.
  private static final double BUFFER_MEGABYTES = 48;

  /// A query that takes longer answers with what it has.
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(5);

  /// Parts of one query over all its fields and translations.
  private static final int MOST_CLAUSES = 16_384;

  /// Up to this many articles, a commit also takes out what was replaced or deleted, so that scores
  /// are those of an index made anew. A larger index is rid of it in Lucene's own time, since its
  /// files take long to write; until then replaced articles weigh a little in the statistics of
  /// words.
  private static final int SMALL = 20_000;

  /// As many parts of about one size are joined: a search looks into each of them, and those of a
  /// desk that follows sources are small and many.
  private static final int PARTS_OF_ONE_SIZE = 4;

  /// So many articles handed in at once are read on all cores, each core making a part of the index
  /// of its own; fewer would make more small parts than they are worth.
  private static final int MANY = 512;

  private static final OpenIndex.Kind KIND =
      new OpenIndex.Kind("index", LuceneIndex::config, LuceneIndex::ofTheseWords);

  private final OpenIndex open;
  private final Answers answers = new Answers();
  private volatile @Nullable Listed listed;

  private LuceneIndex(OpenIndex open) {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    this.open = open;
  }

  /// Opens the index in `folder` to write and read; an empty or missing folder becomes an index.
  ///
  /// @throws dev.assay.index.IndexFailure if its files are damaged, or another process writes to it
  public static LuceneIndex open(Path folder) {
    return openWriter(new Generations(folder).current());
  }

  private static LuceneIndex openWriter(Path generation) {
    return new LuceneIndex(OpenIndex.toWrite(KIND, generation));
  }

  /// Opens the index in `folder` to read its last commit; [#refresh] goes on to a newer one. A
  /// missing index reads as an empty one.
  public static LuceneIndex openForReading(Path folder) {
    return new LuceneIndex(OpenIndex.toRead(KIND, new Generations(folder).current(), _ -> true));
  }

  static LuceneIndex openIn(Directory directory) throws IOException {
    return new LuceneIndex(OpenIndex.toWrite(KIND, directory));
  }

  /// An empty index that lasts as long as the process.
  public static LuceneIndex openInMemory() {
    return new LuceneIndex(OpenIndex.inMemory(KIND));
  }

  /// Starts an index anew beside the one in `folder`, which goes on answering until
  /// [Rebuild#finish].
  public static Rebuild rebuild(Path folder) {
    Generations generations = new Generations(folder);
    Path next = generations.startNext();
    return new Rebuild(generations, next, openWriter(next));
  }

  /// An index being built to take another's place. Fill [#index] and call [#finish]; closed without
  /// it, the new index is thrown away and the old one stays. The old index must be closed before
  /// `finish`, and is opened anew after it.
  public static final class Rebuild implements AutoCloseable {
    private final Generations generations;
    private final Path generation;
    private final LuceneIndex index;
    private boolean finished;

    private Rebuild(Generations generations, Path generation, LuceneIndex index) {
      this.generations = generations;
      this.generation = generation;
      this.index = index;
    }

    public SearchIndex index() {
      return index;
    }

    /// Commits the new index as of `sequence` and puts it in use.
    public void finish(long sequence) {
      index.commit(sequence);
      index.close();
      generations.switchTo(generation);
      finished = true;
    }

    @Override
    public void close() {
      if (!finished) {
        index.close();
        Generations.delete(generation);
      }
    }
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setSimilarity(new FieldSimilarity());
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setCommitOnClose(false);
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    merges.setSegmentsPerTier(PARTS_OF_ONE_SIZE);
    config.setMergePolicy(merges);
    return config;
  }

  private static boolean ofTheseWords(Map<String, String> data) {
    return Integer.toString(IndexTerms.VERSION).equals(data.get(WORDS));
  }

  @Override
  public void put(List<IndexedArticle> articles) {
    Map<ArticleId, IndexedArticle> last = new LinkedHashMap<>();
    articles.forEach(article -> last.put(article.article().id(), article));
    open.writing(
        "take in %d articles".formatted(articles.size()),
        writer -> {
          Stream<IndexedArticle> each = last.values().stream();
          try {
            (last.size() < MANY ? each : each.parallel()).forEach(article -> put(article, writer));
          } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
          }
        });
  }

  private static void put(IndexedArticle article, IndexWriter writer) {
    try {
      writer.updateDocument(idTerm(article.article().id()), Fields.document(article));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(Collection<ArticleId> ids) {
    open.writing(
        "remove %d articles".formatted(ids.size()),
        writer ->
            writer.deleteDocuments(ids.stream().map(LuceneIndex::idTerm).toArray(Term[]::new)));
  }

  @Override
  public void clear() {
    open.writing("be emptied", IndexWriter::deleteAll);
  }

  @Override
  public List<String> problems() {
    return open.problems();
  }

  @Override
  public void commit(long sequence) {
    open.writing(
        "take out what was replaced",
        writer -> {
          if (writer.hasDeletions() && writer.getDocStats().numDocs <= SMALL) {
            writer.flush();
            awaitMerges(writer);
            writer.forceMergeDeletes();
          }
        });
    open.commit(
        Map.of(SEQUENCE, Long.toString(sequence), WORDS, Integer.toString(IndexTerms.VERSION)));
  }

  /// What is being merged already, forceMergeDeletes passes over and does not wait for.
  private static void awaitMerges(IndexWriter writer) {
    if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merges) {
      merges.sync();
    }
  }

  @Override
  public boolean isBroken() {
    return open.isBroken();
  }

  @Override
  public void mend() {
    open.mend();
  }

  @Override
  public long committedSequence() {
    return Long.parseLong(open.note().getOrDefault(SEQUENCE, "0"));
  }

  @Override
  public void refresh() {
    open.refresh();
  }

  @Override
  public long size() {
    return reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public IndexPage find(IndexRequest request) {
    return reading(searcher -> answers.page(searcher, request));
  }

  @Override
  public Optional<Set<ArticleId>> matching(IndexQuery filter, int most) {
    return reading(searcher -> Answers.matching(searcher, filter, most));
  }

  @Override
  public Map<IndexQuery.Term, Integer> frequencies(Collection<IndexQuery.Term> terms) {
    return reading(searcher -> Answers.frequencies(searcher, terms));
  }

  @Override
  public Set<String> values(IndexQuery.KeywordField field, int most) {
    return reading(
        searcher -> {
          Object reader = searcher.getIndexReader().getReaderCacheHelper().getKey();
          Listed last = listed;
          if (last == null || !last.isOf(reader, field, most)) {
            Set<String> values = Vocabulary.values(searcher, field, most);
            last = new Listed(reader, field, most, Collections.unmodifiableSet(values));
            listed = last;
          }
          return last.values();
        });
  }

  /// The values listed last, as long as the index is the same.
  private record Listed(
      Object reader, IndexQuery.KeywordField field, int most, Set<String> values) {
    boolean isOf(Object otherReader, IndexQuery.KeywordField otherField, int otherMost) {
      return reader.equals(otherReader) && field == otherField && most == otherMost;
    }
  }

  @Override
  public Map<String, Integer> similar(String word, int edits, int limit) {
    return reading(searcher -> Vocabulary.of(searcher).similar(word, edits, limit));
  }

  @Override
  public void close() {
    open.close();
  }

  @Override
  public SearchIndex asOf(KnownThen then) {
    return new PastIndex(this, then, answers);
  }

  /// Each query has a searcher of its own, since each has a time of its own.
  <T> T reading(OpenIndex.Reading<T> work) {
    return open.reading(
        shared -> {
          IndexSearcher own = new IndexSearcher(shared.getIndexReader());
          own.setSimilarity(new FieldSimilarity());
          own.setTimeout(longest());
          return work.with(own);
        });
  }

  /// Ends a query that begins at this moment when it takes too long.
  static QueryTimeout longest() {
    long end = System.nanoTime() + LONGEST_QUERY.toNanos();
    return () -> System.nanoTime() - end > 0;
  }

  private static Term idTerm(ArticleId id) {
    return new Term(Fields.ID, id.toString());
  }
}
