package dev.assay.search;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Stages;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// How long after it was handed in an article is found: `FreshnessRun FOLDER [COUNT]`.
///
/// Articles go through all stages one at a time, each with a word of its own, which is asked for at
/// the moment when the article is acknowledged; one that is not found then ends the run.
final class FreshnessRun {

  private static final Instant FETCHED = Instant.parse("2025-11-23T00:00:00Z");

  private FreshnessRun() {}

  public static void main(String[] arguments) {
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    Path folder = Path.of(arguments[0]);
    try (Store store = SqliteStore.openToWrite(folder);
        LuceneIndex index = LuceneIndex.open(folder.resolve("index"))) {
      Stages stages = ShippedStages.of(Names.load(Lexicon.shipped()));
      Ingest ingest = new Ingest(store, index, stages, InstantSource.system());
      Search search = new Search(index, _ -> Map.of(), InstantSource.system());
      double[] millis =
          IntStream.range(0, count).mapToDouble(i -> take(ingest, search, i)).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%d articles: found after p50 %.1f, p90 %.1f, p99 %.1f, most %.1f ms%n",
          count,
          millis[count / 2],
          millis[count * 9 / 10],
          millis[count * 99 / 100],
          Arrays.stream(millis).max().orElse(0));
    }
  }

  private static double take(Ingest ingest, Search search, int number) {
    String word = "zq" + Integer.toString(number, 36) + "word";
    long[] found = new long[1];
    Iterator<Given> one = List.<Given>of(new Given.Document(document(word))).iterator();
    long start = System.nanoTime();
    ingest.run(
        one,
        (_, outcome) -> {
          if (search.rank(word, SearchRequest.Mode.KEYWORD, 1).isEmpty()) {
            throw new IllegalStateException(word + " is not found: " + outcome);
          }
          found[0] = System.nanoTime();
        });
    return (found[0] - start) / 1e6;
  }

  private static RawDocument document(String word) {
    String line =
        "{\"id\":\"%s\",\"title\":\"Notice %s\",\"text\":\"The plant at %s separates heavy rare earths; 氧化镨钕的价格上涨。\"}"
            .formatted(word, word, word);
    return new RawDocument(
        new Identity.OfExternal("", word),
        null,
        RawDocument.BATCH_LINE,
        line.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        FETCHED);
  }
}
