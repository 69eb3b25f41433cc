package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.fold.Fingerprint;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures what it costs to find and join the copies of one more article, by the size of the store:
///
///     java bench/MadeNews.java 100000 1200 > lines.jsonl
///     java -cp target/test-classes:target/classes:... dev.assay.ingest.CopyLookupBench lines.jsonl FOLDER
///
/// Articles and fingerprints alone are stored, no briefs, tags or index. Prints, for each tenth, the
/// processor time of the thread that looks up, compares and groups, for an article.
final class CopyLookupBench {

  private static final int BATCH = 64;
  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");

  private CopyLookupBench() {}

  public static void main(String[] arguments) throws IOException {
    Path lines = Path.of(arguments[0]);
    long count;
    try (var all = Files.lines(lines)) {
      count = all.count();
    }
    try (Store store = SqliteStore.openToWrite(Path.of(arguments[1]));
        BufferedReader reader = Files.newBufferedReader(lines)) {
      run(store, reader, count);
    }
  }

  private static void run(Store store, BufferedReader reader, long count) throws IOException {
    long step = Math.max(1, count / 10);
    long joining = 0;
    long done = 0;
    while (true) {
      List<Article> batch = batch(reader);
      if (batch.isEmpty()) {
        return;
      }
      joining += store.<Long>write(session -> join(session, batch));
      long before = done / step;
      done += batch.size();
      if (done / step > before) {
        System.out.printf("%,d articles: %.0f us for one%n", done, joining / 1e3 / step);
        joining = 0;
      }
    }
  }

  private static List<Article> batch(BufferedReader reader) throws IOException {
    List<Article> batch = new ArrayList<>();
    String line;
    while (batch.size() < BATCH && (line = reader.readLine()) != null) {
      batch.add(article(JsonMapper.shared().readTree(line)));
    }
    return batch;
  }

  private static Article article(JsonNode line) {
    return new Article(
        new Identity.OfExternal("", line.get("id").asString()).articleId(),
        null,
        "",
        line.get("id").asString(),
        line.get("title").asString(),
        List.of(),
        null,
        null,
        NOW,
        Language.ZH_HANS,
        ArticleKind.NEWS,
        null,
        null,
        List.of(new Paragraph(1, Paragraph.Kind.TEXT, line.get("text").asString())));
  }

  private static long join(Session session, List<Article> batch) {
    byte[] raw = {1};
    byte[] hash = RawDocumentTable.hash(raw);
    session.rawDocuments().put(hash, "text/plain", raw.length, RawDocumentTable.deflated(raw));
    long joining = 0;
    for (Article article : batch) {
      Fingerprint fingerprint = Fingerprint.of(article);
      ArticleId id = article.id();
      session
          .articles()
          .insert(
              article,
              new ArticleTable.Origin(
                  new Identity.OfExternal("", String.valueOf(article.externalId())),
                  hash,
                  Map.of()),
              id);
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      session.fingerprints().put(id, fingerprint.bytes());
      session.fingerprints().putKeys(id, CopyJoin.keys(fingerprint));
      new CopyJoin(session, NOW).join(article, fingerprint);
      joining += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
    return joining;
  }
}
