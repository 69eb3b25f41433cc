package dev.assay.ingest;

import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Rows;
import dev.assay.store.Store;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Not a test: `SameRowsRun import STORE DATA FILE...` takes files of JSON Lines in as one process
/// does, with the files' own time as the clock, and says what it cost; `SameRowsRun compare ONE
/// OTHER` compares every row of two desks. A store is a folder, or `postgres://...`. Used by
/// `bench/scale.py`.
public final class SameRowsRun {

  private SameRowsRun() {}

  private static Store opened(String store, Path data) {
    return store.startsWith("postgres")
        ? PostgresStore.openToWrite(PostgresAddress.parse(store), data)
        : SqliteStore.openToWrite(Path.of(store));
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("compare")) {
      System.exit(compare(arguments[1], arguments[2]));
    }
    Path data = Path.of(arguments[2]);
    Map<String, Integer> outcomes = new TreeMap<>();
    long documents = 0;
    try (Store store = opened(arguments[1], data);
        LuceneIndex index = LuceneIndex.open(data.resolve("index"))) {
      NameBook book = new NameBook(store, Names.load(Lexicon.shipped()), InstantSource.system());
      Ingest ingest = new Ingest(store, index, ShippedStages.of(book), InstantSource.system());
      for (int i = 3; i < arguments.length; i++) {
        Path file = Path.of(arguments[i]);
        InstantSource written = InstantSource.fixed(Files.getLastModifiedTime(file).toInstant());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
          ingest.run(
              new BatchDocuments(in, written),
              (_, outcome) -> outcomes.merge(outcome.word(), 1, Integer::sum));
        }
      }
      documents = outcomes.values().stream().mapToInt(count -> count).sum();
    }
    long cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    System.out.printf(
        "%s %s, %.1f s of processor time, %.1f ms a document%n",
        arguments[1], outcomes, cpu / 1e9, cpu / 1e6 / documents);
  }

  private static int compare(String one, String other) {
    Map<String, List<String>> here;
    Map<String, List<String>> there;
    try (Store store = opened(one, Path.of("."))) {
      here = Rows.of(store);
    }
    try (Store store = opened(other, Path.of("."))) {
      there = Rows.of(store);
    }
    int differing = 0;
    for (String table : here.keySet()) {
      if (table.equals("desk_key")) {
        continue; // made up by whoever serves first
      }
      Set<String> lacking = new HashSet<>(counted(here.get(table)));
      Set<String> further = new HashSet<>(counted(there.getOrDefault(table, List.of())));
      Set<String> all = Set.copyOf(lacking);
      lacking.removeAll(further);
      further.removeAll(all);
      boolean same = lacking.isEmpty() && further.isEmpty();
      differing += same ? 0 : 1;
      System.out.printf(
          "%-20s %8d %8d %s%n",
          table,
          here.get(table).size(),
          there.getOrDefault(table, List.of()).size(),
          same ? "same" : "%d only here, %d only there".formatted(lacking.size(), further.size()));
      lacking.stream()
          .sorted()
          .limit(2)
          .forEach(row -> System.out.println("  here  " + shown(row)));
      further.stream()
          .sorted()
          .limit(2)
          .forEach(row -> System.out.println("  there " + shown(row)));
    }
    System.out.println(differing == 0 ? "every row is the same" : differing + " tables differ");
    return differing;
  }

  /// Which pairs were looked at and are no copies hangs on the order in which they came.
  private static List<String> counted(List<String> rows) {
    return rows.stream().filter(row -> !row.startsWith("decision=veto")).toList();
  }

  private static String shown(String row) {
    return row.substring(0, Math.min(300, row.length()));
  }
}
