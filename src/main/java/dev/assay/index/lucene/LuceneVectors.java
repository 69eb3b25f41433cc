package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.cite.Span;
import dev.assay.index.meaning.NearPassage;
import dev.assay.index.meaning.PassageVector;
import dev.assay.index.meaning.VectorIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Vectors in one folder of this machine: Lucene's graph of near neighbours (HNSW), searched by
/// quantised vectors.
///
/// A document is a passage. One process writes; readers see its last commit.
public final class LuceneVectors implements VectorIndex {

  private static final String ARTICLE = "article";
  private static final String VECTOR = "vector";
  private static final String HASH = "hash";
  private static final String PARAGRAPH = "paragraph";
  private static final String START = "start";
  private static final String END = "end";
  private static final String SEQUENCE = "sequence";
  private static final String MODEL = "model";

  /// Passages asked for where so many articles are wanted: an article may be near by several.
  private static final int PASSAGES_OF_AN_ARTICLE = 3;

  private final OpenIndex open;
  private final String model;

  private LuceneVectors(OpenIndex open, String model) {
    this.open = open;
    this.model = model;
  }

  /// Opens the vectors in `folder` to write and read. Those of another model are thrown away.
  ///
  /// @param model the name of what makes the vectors
  /// @throws IllegalStateException if another process writes to them
  public static LuceneVectors open(Path folder, String model) {
    return new LuceneVectors(OpenIndex.toWrite(kind(model), folder), model);
  }

  /// Opens the vectors in `folder` to read; missing ones, or those of another model, read as none.
  public static LuceneVectors openForReading(Path folder, String model) {
    OpenIndex.Kind kind = kind(model);
    return new LuceneVectors(OpenIndex.toRead(kind, folder, kind.current()), model);
  }

  static LuceneVectors openIn(Directory directory, String model) throws IOException {
    return new LuceneVectors(OpenIndex.toWrite(kind(model), directory), model);
  }

  /// An empty index that lasts as long as the process.
  public static LuceneVectors openInMemory(String model) {
    return new LuceneVectors(OpenIndex.inMemory(kind(model)), model);
  }

  private static OpenIndex.Kind kind(String model) {
    return new OpenIndex.Kind(
        "index of vectors", LuceneVectors::config, note -> model.equals(note.get(MODEL)));
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCommitOnClose(false);
    config.setCodec(new Quantised());
    return config;
  }

  /// Lucene's codec with quantised vectors.
  private static final class Quantised extends Lucene104Codec {
    private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return vectors;
    }
  }

  @Override
  public void put(ArticleId article, long textHash, List<PassageVector> passages) {
    List<Document> documents =
        passages.stream().map(passage -> document(article, textHash, passage)).toList();
    open.writing("take in passages", writer -> writer.updateDocuments(term(article), documents));
  }

  private static Document document(ArticleId article, long textHash, PassageVector passage) {
    Document document = new Document();
    document.add(new StringField(ARTICLE, article.toString(), Field.Store.NO));
    document.add(new NumericDocValuesField(ARTICLE, article.value()));
    document.add(new NumericDocValuesField(HASH, textHash));
    document.add(new NumericDocValuesField(PARAGRAPH, passage.paragraph()));
    document.add(new NumericDocValuesField(START, passage.span().start()));
    document.add(new NumericDocValuesField(END, passage.span().end()));
    document.add(
        new KnnFloatVectorField(VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  @Override
  public void delete(Collection<ArticleId> articles) {
    open.writing(
        "remove passages",
        writer ->
            writer.deleteDocuments(
                articles.stream().map(LuceneVectors::term).toArray(Term[]::new)));
  }

  @Override
  public OptionalLong textHash(ArticleId article) {
    return reading(
        searcher -> {
          ScoreDoc[] found = searcher.search(new TermQuery(term(article)), 1).scoreDocs;
          return found.length == 0
              ? OptionalLong.empty()
              : OptionalLong.of(number(searcher, found[0].doc, HASH));
        });
  }

  @Override
  public void commit(long sequence) {
    open.commit(Map.of(SEQUENCE, Long.toString(sequence), MODEL, model));
    open.refresh();
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
  public long size() {
    return reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public List<NearPassage> nearest(float[] question, int limit, Optional<Set<ArticleId>> among) {
    return reading(
        searcher -> {
          Query filter = among.map(LuceneVectors::anyOf).orElse(null);
          int passages = limit * PASSAGES_OF_AN_ARTICLE;
          Query query = new KnnFloatVectorQuery(VECTOR, question, passages, filter);
          Map<Long, NearPassage> nearest = new LinkedHashMap<>();
          for (ScoreDoc found : searcher.search(query, passages).scoreDocs) {
            NearPassage passage = passage(searcher, found);
            nearest.putIfAbsent(passage.article().value(), passage);
          }
          return nearest.values().stream().limit(limit).toList();
        });
  }

  private static Query anyOf(Set<ArticleId> articles) {
    List<BytesRef> ids = articles.stream().map(id -> new BytesRef(id.toString())).toList();
    return new TermInSetQuery(ARTICLE, ids);
  }

  private static NearPassage passage(IndexSearcher searcher, ScoreDoc found) throws IOException {
    return new NearPassage(
        new ArticleId(number(searcher, found.doc, ARTICLE)),
        (int) number(searcher, found.doc, PARAGRAPH),
        new Span((int) number(searcher, found.doc, START), (int) number(searcher, found.doc, END)),
        2 * found.score - 1); // Lucene scores a dot product as (1 + product) / 2
  }

  private static long number(IndexSearcher searcher, int doc, String field) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(field);
    return values != null && values.advanceExact(doc - leaf.docBase) ? values.longValue() : 0;
  }

  @Override
  public void close() {
    open.close();
  }

  /// Only a writer is told when there is something new; a reader looks.
  private <T> T reading(OpenIndex.Reading<T> work) {
    if (!open.isOpenToWrite()) {
      open.refresh();
    }
    return open.reading(work);
  }

  private static Term term(ArticleId article) {
    return new Term(ARTICLE, article.toString());
  }
}
