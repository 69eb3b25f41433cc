package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Outcome;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Not a test: `FullDiskRun DISK LINES FIRST STEP COUNT` imports JSON Lines into disks of FIRST,
/// FIRST + STEP, ... kilobytes, each empty at first: file systems in memory, mounted on DISK, for
/// which it has to be root, or in a name space of its own (`unshare -rm`). An import that finds no
/// room ends in words and nothing else; what it acknowledged is there for whoever reads; with room
/// the same import completes, and nothing is wrong. On every other disk the second import is of the
/// same process, as in a server, which meanwhile searches. `bench/full_disk.py` tries a few disks
/// with the program itself, this many in one process. A line for each disk says where to go on if
/// it is broken off.
public final class FullDiskRun {

  private static final Lexicon LEXICON = Lexicon.shipped();
  private static final Names NAMES = Names.load(LEXICON);
  private static final Stages STAGES = ShippedStages.of(NAMES);

  private final Path disk;
  private final Path data;
  private final byte[] lines;
  private final List<String> faults = new ArrayList<>();

  private FullDiskRun(Path disk, byte[] lines) {
    this.disk = disk;
    this.data = disk.resolve("data");
    this.lines = lines;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path disk = Path.of(arguments[0]);
    byte[] lines = Files.readAllBytes(Path.of(arguments[1]));
    int first = Integer.parseInt(arguments[2]);
    int step = Integer.parseInt(arguments[3]);
    int count = Integer.parseInt(arguments[4]);
    system("mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", disk.toString());
    TreeMap<String, Integer> ends = new TreeMap<>();
    int bad = 0;
    for (int i = 0; i < count; i++) {
      FullDiskRun run = new FullDiskRun(disk, lines);
      int size = first + i * step;
      String end = run.tried(size, i % 2 == 1);
      ends.merge(end, 1, Integer::sum);
      bad += run.faults.isEmpty() ? 0 : 1;
      System.out.println(size + " kB: " + end + (run.faults.isEmpty() ? "" : ": " + run.faults));
    }
    system("umount", disk.toString());
    System.out.println(count + " disks, " + bad + " with a fault; " + ends);
    System.exit(bad == 0 ? 0 : 1);
  }

  private static void system(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  private void resize(String size) throws IOException, InterruptedException {
    system("mount", "-o", "remount,size=" + size, disk.toString());
  }

  /// @return how it ended on the small disk
  private String tried(int kilobytes, boolean stays) throws IOException, InterruptedException {
    delete(data);
    resize(kilobytes + "k");
    Set<ArticleId> acknowledged = new HashSet<>();
    String end = stays ? inOneProcess(acknowledged) : said("import", () -> take(acknowledged));
    if (Files.exists(data.resolve("assay.db"))) {
      said("reading", () -> lost(acknowledged, "on the full disk"));
    }
    resize("1g");
    Set<ArticleId> all = new HashSet<>();
    said("import with room", () -> take(all));
    if (all.size() < documents()) {
      faults.add("with room %d of %d were taken".formatted(all.size(), documents()));
    }
    acknowledged.addAll(all);
    said("reading with room", () -> lost(acknowledged, "with room"));
    said("verify", this::verify);
    return end.isEmpty() ? "all taken" : end;
  }

  private long documents() {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .count();
  }

  /// @return the words that it ended in; empty if it ended well
  private String said(String what, Runnable work) {
    try {
      work.run();
      return "";
    } catch (ExpectedFailure e) {
      if (!what.equals("import") && !what.equals("reading")) {
        faults.add(what + ": " + e.getMessage());
      }
      return what + " said: " + String.valueOf(e.getMessage()).replace(disk.toString(), "DISK");
    } catch (RuntimeException | Error e) {
      StackTraceElement[] trace = e.getStackTrace();
      faults.add(what + ": " + e + (trace.length == 0 ? "" : " at " + trace[0]));
      return what + " threw " + e.getClass().getSimpleName();
    }
  }

  private void take(Set<ArticleId> acknowledged) {
    try (Store store = SqliteStore.openToWrite(data);
        LuceneIndex index = LuceneIndex.open(data.resolve("index"))) {
      take(new Ingest(store, index, STAGES, InstantSource.system()), acknowledged);
    }
  }

  private void take(Ingest ingest, Set<ArticleId> acknowledged) {
    ingest.run(
        new BatchDocuments(new ByteArrayInputStream(lines), InstantSource.system()),
        (given, outcome) -> {
          if (!(outcome instanceof Outcome.Refused)) {
            acknowledged.add(given.identity().articleId());
          }
        });
  }

  private String inOneProcess(Set<ArticleId> acknowledged)
      throws IOException, InterruptedException {
    try (Store store = SqliteStore.openToWrite(data);
        LuceneIndex index = LuceneIndex.open(data.resolve("index"))) {
      Ingest ingest = new Ingest(store, index, STAGES, InstantSource.system());
      String end = said("import", () -> take(ingest, acknowledged));
      said("search", index::size);
      resize("1g");
      said("import in the same process", () -> take(ingest, new HashSet<>()));
      long stored = store.read(session -> session.articles().count().articles());
      if (index.size() != stored) {
        faults.add("the index has %d of %d".formatted(index.size(), stored));
      }
      return end;
    } catch (ExpectedFailure e) {
      return "open said: " + String.valueOf(e.getMessage()).replace(disk.toString(), "DISK");
    }
  }

  private void lost(Set<ArticleId> acknowledged, String where) {
    try (Store store = SqliteStore.openToRead(data)) {
      Set<ArticleId> lost = new HashSet<>(acknowledged);
      lost.removeIf(id -> store.read(session -> session.articles().rawHash(id)).isPresent());
      if (!lost.isEmpty()) {
        faults.add("lost " + where + ": " + lost);
      }
    }
  }

  private void verify() {
    try (Store store = SqliteStore.openToWrite(data);
        LuceneIndex index = LuceneIndex.open(data.resolve("index"))) {
      new Upkeep(
              store, index, () -> NAMES, () -> Bookkeeping.of(LEXICON), () -> EventJoin.of(LEXICON))
          .verify(_ -> {})
          .forEach(problem -> faults.add("verify: " + problem));
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
