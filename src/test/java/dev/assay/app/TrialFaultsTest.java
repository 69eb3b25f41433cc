package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Faults that an analyst found in a day's trial and that no other test holds, as they were met: by
/// what two sources say ([docs/measurements/trial.md]).
final class TrialFaultsTest {

  private static final Desk.Opener DESKS =
      new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);

  @TempDir private Path folder;

  private String assay(InputStream in, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Commands.run(
        DESKS,
        InstantSource.system(),
        folder,
        new Streams(in, out, new ByteArrayOutputStream(), false),
        line.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(String id, String source, String text) {
    return "{\"id\":\"%s\",\"source\":\"%s\",\"published\":\"2025-11-20\",\"title\":\"%s\",\"text\":%s}\n"
        .formatted(id, source, id, JsonMapper.shared().writeValueAsString(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Kestrel holds a 38.5 % share of the world's gallium refining.     | Together, they control 62.7 % of the world's gallium refining. | 0
          The mill has 40 days of stock of gallium, its manager said.       | The plant has 12 days of stock of lithium, its manager said.   | 0
          The controls cover software for chips above 14 nm.                | The firm showed a 7 nm chip on Monday.                         | 0
          Canada produces 3 percent of the world's gallium.                 | Canada is making investments to control 30 to 40 percent of the world's gallium production. | 0
          Migrant workers make up 36 % of China's workforce.                | Trade makes up 37 % of China's GDP, and debt 88 % of it.       | 0
          中国占全球镓精炼产量的85%。                                          | 2010年中国占全球镓精炼产量的六成。                                | 0
          China accounts for 85 % of global gallium refining.               | China accounts for 97 % of global gallium refining.            | 1
          中国占全球镓精炼产量的85%。                                          | 中国占全球镓精炼产量的97%。                                       | 1
          """)
  void onlyFiguresOnOneThingAtOneTimeAreInDispute(String one, String other, int disputes) {
    String lines = line("one", "Carrow Dispatch", one) + line("other", "Harbour Wire", other);
    assay(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "import", "--batch");

    String ledger = assay(InputStream.nullInputStream(), "ledger", "--verdict", "differ", "--json");

    assertThat(ledger.split("\"verdict\":\"differ\"", -1)).as(ledger).hasSize(1 + disputes);
  }

  @Test
  void anInterruptedBatchEndsAtOnceWithItsSumAndNothingHalfDone()
      throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 5_000; n++) {
      String text = "Ship %d carried %d tonnes of ore to Carrow.".formatted(n, 100 + n);
      lines.append(line("s" + n, "Carrow Dispatch", text));
    }
    Path batch = Files.writeString(folder.resolve("batch.jsonl"), lines);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.app.Main",
                "import",
                "--batch",
                "--data",
                folder.resolve("data").toString())
            .redirectInput(batch.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (process.isAlive() && !Files.exists(folder.resolve("data/assay.db"))) {
      Thread.sleep(20);
    }
    while (process.isAlive() && articles() == 0) {
      Thread.sleep(20);
    }

    // ends it as Ctrl-C does, which what runs in the background of a shell does not hear
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor()).isEqualTo(143);
    String sum = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(sum).matches(articles() + " documents?: .*\\n");
    assertThat(articles()).isLessThan(5_000);
    assertThat(assay(InputStream.nullInputStream(), "verify"))
        .endsWith("store, raw bytes, citations and index agree.\n");
  }

  private int articles() {
    String status = assay(InputStream.nullInputStream(), "status", "--json");
    return JsonMapper.shared().readTree(status).path("articles").asInt();
  }

  @Test
  void aTitleEndsBeforeTheSitesNameAndABylineBeforeItsDate() throws IOException {
    page("古城发现汉代铜镜-铜雀历史网", "铜雀历史网", "", "考古队在古城南门外发现一面汉代铜镜，直径18厘米，保存完好。", "铜镜将于明年春天展出。");
    page(
        "A rocket lands",
        "Carrow Dispatch",
        "<p class=\"byline\">Eric Berger - Dec 21, 2025 7:42 pm</p>",
        "The first stage landed on a ship at dawn, the company said, and will fly again in spring.",
        "It was the fourth landing of this year.");
    assay(InputStream.nullInputStream(), "import", folder.resolve("pages").toString());

    String articles = assay(InputStream.nullInputStream(), "unread");

    assertThat(articles).contains("古城发现汉代铜镜\n").doesNotContain("-铜雀历史网");
    String id = articles.replaceAll("(?s).*A rocket lands\\n[^\\n]*· ([0-9a-v]{13}).*", "$1");
    assertThat(assay(InputStream.nullInputStream(), "article", id, "--json"))
        .contains("\"authors\":[\"Eric Berger\"]");
  }

  private void page(String title, String site, String byline, String... paragraphs)
      throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        pages.resolve(site.length() + ".html"),
        "<html><head><title>%s</title><meta property=\"og:site_name\" content=\"%s\"></head><body><article><h1>%s</h1>%s<p>%s</p></article></body></html>"
            .formatted(title, site, title, byline, String.join("</p><p>", paragraphs)));
  }
}
