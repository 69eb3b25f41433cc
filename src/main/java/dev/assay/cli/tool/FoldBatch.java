package dev.assay.cli.tool;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.PublicationTime;
import dev.assay.fold.BatchFolding;
import dev.assay.fold.ContentTokens;
import dev.assay.fold.Edition;
import dev.assay.fold.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Folds the articles of a batch: reads all lines, keeps their fingerprints and puts their texts
/// aside, compares, and answers each line in order.
public final class FoldBatch implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final BatchFolding folding = new BatchFolding();
  private final TextSpill texts;
  private final List<String> ids = new ArrayList<>();
  private final Map<Integer, Edition> recent = Collections.synchronizedMap(new Recent());
  private final PrintStream out;

  /// The editions used last: candidates come again soon.
  private static final class Recent extends LinkedHashMap<Integer, Edition> {
    private static final int MOST = 1000;

    Recent() {
      super(2 * MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Edition> eldest) {
      return size() > MOST;
    }
  }

  private FoldBatch(TextSpill texts, PrintStream out) {
    this.texts = texts;
    this.out = out;
  }

  /// Runs one batch.
  ///
  /// @return how many lines could not be read; they are answered with the reason
  public static long run(InputStream in, PrintStream out, int threads) throws IOException {
    try (FoldBatch batch = new FoldBatch(TextSpill.open(), out)) {
      long refused = batch.read(new JsonLines(in));
      batch.answer(threads);
      return refused;
    }
  }

  private long read(JsonLines lines) throws IOException {
    long refused = 0;
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      switch (line.get()) {
        case JsonLines.Line.Read read -> add(read);
        case JsonLines.Line.Refused(String id, String reason) -> {
          refused++;
          print(JSON.createObjectNode().put("id", id).put("error", reason));
        }
      }
    }
    texts.flush();
    return refused;
  }

  private void add(JsonLines.Line.Read line) throws IOException {
    String text = Fingerprint.content(line.text("title"), line.text("text"));
    String published = line.text("published").strip();
    PublicationTime time = BatchTime.parse(published).orElse(null);
    ArticleId id = new Identity.OfExternal(line.text("source"), line.id()).articleId();
    texts.add((time == null ? "" : published) + '\n' + text);
    ids.add(line.id());
    folding.add(
        Fingerprint.of(ContentTokens.of(text)),
        time == null ? Long.MAX_VALUE : time.instant().getEpochSecond(),
        id.value());
  }

  private void answer(int threads) {
    int[] canonicals = folding.canonicals(this::edition, Math.max(1, threads));
    for (int number = 0; number < canonicals.length; number++) {
      print(
          JSON.createObjectNode()
              .put("id", ids.get(number))
              .put("group", ids.get(canonicals[number]))
              .put("canonical", canonicals[number] == number));
    }
  }

  private Edition edition(int number) {
    Edition kept = recent.get(number);
    if (kept == null) {
      String aside = texts.get(number);
      int time = aside.indexOf('\n');
      kept =
          Edition.of(
              aside.substring(time + 1), BatchTime.parse(aside.substring(0, time)).orElse(null));
      recent.put(number, kept);
    }
    return kept;
  }

  private void print(ObjectNode answer) {
    out.println(JSON.writeValueAsString(answer));
  }

  @Override
  public void close() throws IOException {
    texts.close();
  }
}
