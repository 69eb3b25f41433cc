package dev.assay.ingest;

import com.sun.management.ThreadMXBean;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.clean.CleanResult;
import dev.assay.event.DatedSentence;
import dev.assay.fold.Fingerprint;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/// Not a test: what ten fixed jobs on the sample pages cost, beside what they cost when `BASELINE`
/// was written. Run by `bench/check`, which says how.
///
/// Of each job two things are measured: the bytes that it allocates, which are nearly the same in
/// every run and stand in for instructions where no counter of them can be had, and the processor
/// time of its thread as a multiple of the yardstick's, which is jsoup reading the same pages, in
/// turns with it.
public final class FixedJobs {

  /// What a job may cost more than when the baseline was written.
  private static final double MOST_BYTES = 1.15;

  /// Only told: the same code takes up to a third more time on a machine that does other work.
  private static final double MUCH_TIME = 1.5;

  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = 8;

  /// A job that seems slower is measured so often again before it is.
  private static final int FURTHER_TRIES = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<RawDocument> pages;
  private final Stages stages;
  private final Map<String, Runnable> jobs = new LinkedHashMap<>();
  private long kept;

  /// @param bytes of one run of the job
  /// @param time as a multiple of the yardstick's
  private record Cost(double bytes, double time) {}

  private FixedJobs(List<RawDocument> pages, Stages stages) {
    this.pages = pages;
    this.stages = stages;
  }

  /// @param arguments the folder of pages, a folder to work in, and the baseline; then `write` to
  ///   make that anew
  public static void main(String[] arguments) throws IOException {
    Stages stages = ShippedStages.of(Names.load(Lexicon.shipped()));
    FixedJobs all = new FixedJobs(pages(Path.of(arguments[0])), stages);
    Path work = Path.of(arguments[1]);
    Path baseline = Path.of(arguments[2]);
    try (Store store = SqliteStore.openToWrite(work.resolve("found"));
        LuceneIndex index = LuceneIndex.open(work.resolve("found/index"))) {
      all.take(store, index);
      all.plan(store);
      if (arguments.length > 3) {
        all.write(baseline);
      } else {
        System.exit(all.check(baseline) ? 0 : 1);
      }
    }
  }

  private static List<RawDocument> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<RawDocument> pages = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".html")).sorted().toList()) {
        pages.add(
            new RawDocument(
                new Identity.OfFile(folder.relativize(file).toString()),
                null,
                RawDocument.HTML,
                Files.readAllBytes(file),
                Map.of(),
                Instant.EPOCH));
      }
      return pages;
    }
  }

  private void plan(Store store) {
    List<Article> articles = pages.stream().flatMap(page -> cleaned(page).stream()).toList();
    List<Analysis> read = articles.stream().map(stages.analyzer()::analyze).toList();
    Map<Analysis, List<DatedSentence>> dated = new IdentityHashMap<>();
    read.forEach(one -> dated.put(one, stages.days().of(one)));
    List<Brief> briefs = read.stream().map(ExtractiveBriefs::of).toList();
    QuantityExtractor numbers = new QuantityExtractor(Lexicon.shipped());
    TagMatcher names = new TagMatcher(stages.names());
    jobs.put("clean", () -> pages.forEach(page -> kept += cleaned(page).size()));
    jobs.put("numbers", () -> articles.forEach(one -> kept += numbers.read(one).size()));
    jobs.put("names", () -> articles.forEach(one -> kept += names.read(one).size()));
    jobs.put(
        "analysis",
        () -> articles.forEach(one -> kept += stages.analyzer().analyze(one).claims().size()));
    jobs.put("claims filed", () -> read.forEach(one -> kept += stages.filed(one).claims().size()));
    jobs.put("brief", () -> read.forEach(one -> kept += ExtractiveBriefs.of(one).hashCode()));
    jobs.put(
        "checks",
        () -> {
          for (int i = 0; i < read.size(); i++) {
            kept += stages.briefNumbers().check(briefs.get(i), read.get(i)).hashCode();
          }
        });
    jobs.put(
        "events",
        () ->
            read.forEach(
                one ->
                    kept +=
                        stages
                            .events()
                            .reader()
                            .read(one, Objects.requireNonNull(dated.get(one)))
                            .hashCode()));
    jobs.put("fingerprint", () -> articles.forEach(one -> kept += Fingerprint.of(one).hashCode()));
    jobs.put("ledger", () -> store.change(this::ledger));
  }

  /// Makes the entries of all drawers anew.
  private void ledger(Session session) {
    session
        .handle()
        .createQuery("select distinct drawer from claim order by drawer")
        .mapTo(String.class)
        .forEach(drawer -> stages.bookkeeping().refresh(session, drawer));
  }

  private List<Article> cleaned(RawDocument page) {
    return stages.cleaner().clean(page) instanceof CleanResult.Cleaned(Article article, _)
        ? List.of(article)
        : List.of();
  }

  private void take(Store store, LuceneIndex index) {
    new Ingest(store, index, stages, InstantSource.fixed(Instant.EPOCH))
        .run(pages.stream().<Given>map(Given.Document::new).iterator(), (_, _) -> {});
  }

  private void yardstick() {
    for (RawDocument page : pages) {
      try {
        kept += Jsoup.parse(new ByteArrayInputStream(page.bytes()), null, "").text().length();
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory can be read", e);
      }
    }
  }

  private Cost cost(Runnable job) {
    for (int round = 0; round < WARM_ROUNDS; round++) {
      job.run();
      yardstick();
    }
    long bytes = Long.MAX_VALUE;
    long time = Long.MAX_VALUE;
    long yard = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      job.run();
      long end = THREADS.getCurrentThreadCpuTime();
      bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - allocated);
      time = Math.min(time, end - start);
      yardstick();
      yard = Math.min(yard, THREADS.getCurrentThreadCpuTime() - end);
    }
    return new Cost(bytes, (double) time / yard);
  }

  private void write(Path baseline) throws IOException {
    StringBuilder lines = new StringBuilder("# job, bytes it allocates, its time in yardsticks\n");
    jobs.forEach(
        (name, job) -> {
          Cost cost = cost(job);
          lines.append(
              String.format(Locale.ROOT, "%s\t%.0f\t%.3f%n", name, cost.bytes(), cost.time()));
        });
    Files.writeString(baseline, lines);
    System.out.print(lines);
  }

  private boolean check(Path baseline) throws IOException {
    Map<String, Cost> before = read(baseline);
    boolean all = before.keySet().equals(jobs.keySet());
    if (!all) {
      System.out.println("The baseline has other jobs. Write it anew: bench/check --write");
    }
    System.out.printf("%-14s %12s %8s %8s%n", "job", "bytes", "bytes x", "time x");
    for (Map.Entry<String, Cost> one : before.entrySet()) {
      Runnable job = jobs.get(one.getKey());
      all = job != null && isNoDearer(one.getKey(), job, one.getValue()) && all;
    }
    return all;
  }

  private boolean isNoDearer(String name, Runnable job, Cost before) {
    Cost cost = cost(job);
    for (int tries = 0; tries < FURTHER_TRIES && isSlower(cost, before); tries++) {
      Cost again = cost(job);
      cost = new Cost(Math.min(cost.bytes(), again.bytes()), Math.min(cost.time(), again.time()));
    }
    boolean dearer = cost.bytes() > MOST_BYTES * before.bytes();
    System.out.printf(
        Locale.ROOT,
        "%-14s %12.0f %8.3f %8.3f%s%n",
        name,
        cost.bytes(),
        cost.bytes() / before.bytes(),
        cost.time() / before.time(),
        dearer ? "  DEARER" : isSlower(cost, before) ? "  slower: look at it" : "");
    return !dearer;
  }

  private static boolean isSlower(Cost cost, Cost before) {
    return cost.time() > MUCH_TIME * before.time();
  }

  private static Map<String, Cost> read(Path baseline) throws IOException {
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(baseline)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        costs.put(cells[0], new Cost(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
      }
    }
    return costs;
  }
}
