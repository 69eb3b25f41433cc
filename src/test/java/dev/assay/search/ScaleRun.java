package dev.assay.search;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexedArticle;
import dev.assay.index.lucene.BareSearcher;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Search over many made articles.
///
///     bench/made.py 1000000 --short | ScaleRun build FOLDER
///     bench/made.py 1000 --queries  | ScaleRun ask FOLDER
///
/// `build` makes a data folder of articles and their index, without the other stages of ingest: while
/// a batch is stored, the index takes in the one before it.
/// `ask` asks the queries (words of every frequency, Chinese and English, phrases, filters, both
/// orders; with counts, folded copies, and highlights read from the store) three times over and
/// prints quantiles. The same queries go, in turn, to the index alone (hits, folded copies, total and
/// counts, without text) and to a bare Lucene searcher on the same files: the best twenty and no
/// more. Times are those of the thread's processor, so that a busy machine does
/// not blur them, with the wall's beside.
final class ScaleRun {

  private static final int BATCH = 2_000;
  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;

  private ScaleRun(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    ScaleRun run = new ScaleRun(Path.of(arguments[1]));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    switch (arguments[0]) {
      case "build" -> run.build(lines);
      case "ask" -> run.ask(lines.lines().map(ScaleRun::request).toList());
      case String other -> throw new IllegalArgumentException("build or ask, not " + other);
    }
  }

  private static IndexedArticle indexed(String line) {
    JsonNode node = MAPPER.readTree(line);
    Article article = article(node);
    String copyOf = node.path("copyOf").asString("");
    ArticleId canonical = copyOf.isEmpty() ? article.id() : id(copyOf);
    return new IndexedArticle(article, canonical, Set.of(), List.of(), Set.of());
  }

  private static ArticleId id(String external) {
    return new Identity.OfExternal("made", external).articleId();
  }

  private static Article article(JsonNode node) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : node.get("text").asString().split("\n")) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, text));
    }
    Instant published = OffsetDateTime.parse(node.get("published").asString()).toInstant();
    return new Article(
        id(node.get("id").asString()),
        null,
        node.get("source").asString(),
        node.get("id").asString(),
        node.get("title").asString(),
        List.of(),
        new PublicationTime(
            published,
            PublicationTime.Precision.MINUTE,
            ZoneOffset.UTC,
            true,
            PublicationTime.Certainty.STATED,
            "made"),
        null,
        published,
        Language.parse(node.get("lang").asString()),
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  private static SearchRequest request(String line) {
    JsonNode node = MAPPER.readTree(line);
    Filters filters = Filters.NONE;
    if (node.has("lang")) {
      filters = filters.withLanguages(Set.of(new Language(node.get("lang").asString())));
    }
    if (node.has("source")) {
      filters = filters.withSources(Set.of(node.get("source").asString()));
    }
    if (node.has("from")) {
      filters = filters.between(Instant.parse(node.get("from").asString()), null);
    }
    return SearchRequest.of(node.get("q").asString())
        .withFilters(filters)
        .withSort(
            node.path("sort").asString("").equals("newest")
                ? SearchRequest.Sort.NEWEST
                : SearchRequest.Sort.RELEVANCE);
  }

  private void build(BufferedReader lines) throws Exception {
    byte[] raw = "made".getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(raw);
    Cost storing = new Cost();
    Cost indexing = new Cost();
    Cost together = new Cost();
    int articles = 0;
    try (ExecutorService follower = Executors.newSingleThreadExecutor();
        Store store = SqliteStore.openToWrite(folder);
        LuceneIndex index = LuceneIndex.open(folder.resolve("index"))) {
      store.change(
          session ->
              session
                  .rawDocuments()
                  .put(hash, "text/plain", raw.length, RawDocumentTable.deflated(raw)));
      List<IndexedArticle> stored = List.of();
      for (List<IndexedArticle> batch = next(lines);
          !batch.isEmpty() || !stored.isEmpty();
          batch = next(lines)) {
        List<IndexedArticle> toStore = batch;
        List<IndexedArticle> toIndex = stored;
        together.of(
            () -> {
              CompletableFuture<Void> follows =
                  CompletableFuture.runAsync(() -> indexing.of(() -> index.put(toIndex)), follower);
              storing.of(
                  () ->
                      store.change(
                          session ->
                              toStore.forEach(one -> insert(session.articles(), one, hash))));
              follows.join();
            });
        articles += batch.size();
        stored = batch;
      }
      long sequence = articles;
      together.of(() -> index.commit(sequence));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d articles in %.1f s (%.1f of processors), of which the store %.1f s and the index beside it %.1f s: %,.0f a second%n",
        articles,
        together.wall / 1e9,
        together.processor / 1e9,
        storing.wall / 1e9,
        indexing.wall / 1e9,
        articles * 1e9 / together.wall);
  }

  /// What some work took of the wall's time and of all processors.
  private static final class Cost {
    private static final OperatingSystemMXBean MACHINE =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long wall;
    private long processor;

    void of(Runnable work) {
      long start = System.nanoTime();
      long used = MACHINE.getProcessCpuTime();
      work.run();
      processor += MACHINE.getProcessCpuTime() - used;
      wall += System.nanoTime() - start;
    }
  }

  private static List<IndexedArticle> next(BufferedReader lines) throws IOException {
    List<IndexedArticle> batch = new ArrayList<>();
    for (String line = lines.readLine();
        line != null;
        line = batch.size() < BATCH ? lines.readLine() : null) {
      batch.add(indexed(line));
    }
    return batch;
  }

  private static void insert(ArticleTable table, IndexedArticle one, byte[] hash) {
    Identity identity = new Identity.OfExternal("made", one.article().externalId());
    table.insert(one.article(), new ArticleTable.Origin(identity, hash, Map.of()), one.canonical());
  }

  private void ask(List<SearchRequest> requests) throws Exception {
    try (Store store = SqliteStore.openToRead(folder);
        LuceneIndex index = LuceneIndex.openForReading(folder.resolve("index"));
        BareSearcher bare = BareSearcher.open(folder.resolve("index"))) {
      Search search = new Search(index, ids -> load(store, ids), InstantSource.system());
      for (int round = 1; round <= ROUNDS; round++) {
        measure(search, index, bare, requests, round);
      }
    }
  }

  private static Map<ArticleId, Article> load(Store store, Collection<ArticleId> ids) {
    return store.readOnce(session -> session.articles().find(ids)).values().stream()
        .map(StoredArticle::article)
        .collect(Collectors.toMap(Article::id, article -> article));
  }

  private static void measure(
      Search search, LuceneIndex index, BareSearcher bare, List<SearchRequest> requests, int round)
      throws Exception {
    double[] wall = new double[requests.size()];
    double[] ours = new double[requests.size()];
    double[] indexAlone = new double[requests.size()];
    double[] theirs = new double[requests.size()];
    long hits = 0;
    for (int i = 0; i < ours.length; i++) {
      SearchRequest request = requests.get(i);
      IndexQuery query = search.asked(request);
      IndexQuery filter = Search.filter(request.filters());
      boolean newest = request.sort() == SearchRequest.Sort.NEWEST;
      IndexRequest indexed = search.indexRequest(request);
      long start = System.nanoTime();
      long used = THREADS.getCurrentThreadCpuTime();
      SearchPage page = search.find(request);
      long whole = THREADS.getCurrentThreadCpuTime();
      wall[i] = (System.nanoTime() - start) / 1e6;
      index.find(indexed);
      long alone = THREADS.getCurrentThreadCpuTime();
      bare.find(query, filter, newest, request.limit());
      ours[i] = (whole - used) / 1e6;
      indexAlone[i] = (alone - whole) / 1e6;
      theirs[i] = (THREADS.getCurrentThreadCpuTime() - alone) / 1e6;
      hits += page.hits().size();
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "round %d: %d queries over %,d articles, %.1f hits each; processor ms: %s; index alone: %s; bare Lucene: %s; ratio of sums %.2f, index alone %.2f; wall ms: %s; heap in use %d MB%n",
        round,
        ours.length,
        index.size(),
        (double) hits / ours.length,
        quantiles(ours),
        quantiles(indexAlone),
        quantiles(theirs),
        Arrays.stream(ours).sum() / Arrays.stream(theirs).sum(),
        Arrays.stream(indexAlone).sum() / Arrays.stream(theirs).sum(),
        quantiles(wall),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static String quantiles(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return "p50 %.2f, p90 %.2f, p99 %.2f, most %.1f"
        .formatted(
            sorted[sorted.length / 2],
            sorted[sorted.length * 9 / 10],
            sorted[sorted.length * 99 / 100],
            sorted[sorted.length - 1]);
  }
}
