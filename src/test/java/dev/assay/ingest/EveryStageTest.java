package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.cite.Span;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.ClaimTable.DrawnClaim;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What holds of any text that goes through all stages that need no other document.
final class EveryStageTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final Preparation STAGES =
      new Preparation(store(), ShippedStages.of(Names.load(Lexicon.shipped())));

  /// Not asked for anything: what is read again is looked up nowhere.
  private static Store store() {
    try {
      return Stores.openToWrite(Files.createTempDirectory("assay-every-stage"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RawDocument document(String type, String text) {
    return new RawDocument(
        new Identity.OfFile("/given"),
        null,
        type,
        text.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        NOW);
  }

  private static String line(String title, String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("id", "1", "title", title, "text", text));
  }

  private static void staysWithinItsText(RawDocument document) {
    Given given = new Given.Document(document);
    Prepared first = STAGES.again(given);
    if (first instanceof Prepared.Ready ready) {
      standsInItsText(ready);
      assertThat(isSame(ready, (Prepared.Ready) STAGES.again(given))).isTrue();
    }
  }

  private static void standsInItsText(Prepared.Ready ready) {
    Article article = ready.article();
    ready
        .brief()
        .sentences()
        .flatMap(sentence -> sentence.citations().stream())
        .forEach(citation -> stands(article, citation.paragraph(), citation.span()));
    for (DrawnClaim drawn : ready.claims().claims()) {
      stands(article, drawn.claim().paragraph(), drawn.claim().sentence());
    }
    assertThat(article.title().length()).isLessThanOrEqualTo(1_000);
  }

  private static void stands(Article article, int paragraph, Span span) {
    assertThat(span.end()).isLessThanOrEqualTo(article.paragraph(paragraph).text().length());
  }

  private static boolean isSame(Prepared.Ready one, Prepared.Ready other) {
    return one.article().equals(other.article())
        && one.brief().equals(other.brief())
        && one.claims().equals(other.claims())
        && one.tags().equals(other.tags());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> scrap = Arbitraries.of(HostileTexts.SCRAPS);
    Arbitrary<String> between = Arbitraries.of(" ", " ", "", "\n", "\n\n", "，", ". ");
    return Combinators.combine(scrap, between)
        .as((text, end) -> text + end)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void linesOfABatch(@ForAll("texts") String title, @ForAll("texts") String text) {
    staysWithinItsText(document(RawDocument.BATCH_LINE, line(title, text)));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void pages(@ForAll("texts") String title, @ForAll("texts") String text) {
    String paragraphs = "<p>" + text.replace("\n", "</p><p>") + "</p>";
    staysWithinItsText(
        document(
            RawDocument.HTML,
            "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
                .formatted(title, title, paragraphs)));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void markdown(@ForAll("texts") String text) {
    staysWithinItsText(document(RawDocument.MARKDOWN, text));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void plainText(@ForAll("texts") String text) {
    staysWithinItsText(document(RawDocument.PLAIN, text));
  }

  @Test
  void eachScrapAloneAndTwice() {
    for (String scrap : HostileTexts.SCRAPS) {
      for (String text : List.of(scrap, scrap + "\n" + scrap, "锗 " + scrap + " Ge.\n" + scrap)) {
        staysWithinItsText(document(RawDocument.BATCH_LINE, line(scrap, text)));
        staysWithinItsText(document(RawDocument.MARKDOWN, "# " + scrap + "\n\n" + text));
      }
    }
  }

  /// Twice the text says at most twice as much, and a bit: what is found does not grow by pairs.
  @Test
  void whatIsFoundGrowsWithTheText() {
    HostileTexts.families()
        .forEach(
            (name, part) -> {
              long small = found(part.repeat(150));
              long large = found(part.repeat(300));
              assertThat(large).as(name).isLessThanOrEqualTo(2 * small + 200);
            });
  }

  /// What is done for each claim, name or number with all others of its paragraph would not end.
  @Test
  void aParagraphOfThousandsOfTheSameEnds() {
    for (String part :
        List.of(
            "China produced 270,000 tonnes of rare earths in 2024. ",
            "中国2024年稀土产量为27万吨。",
            "Lynas and MP Materials, 中国和美国, ")) {
      assertThat(found(part.repeat(200_000 / part.length()))).as(part).isPositive();
    }
  }

  private static long found(String text) {
    return STAGES.again(new Given.Document(document(RawDocument.BATCH_LINE, line("锗", text))))
            instanceof Prepared.Ready ready
        ? ready.claims().claims().size()
            + ready.tags().size()
            + ready.brief().sentences().count()
            + ready.brief().numbers().size()
            + ready.deflated().length
        : 0;
  }
}
