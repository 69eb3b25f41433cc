package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reader of a page cannot see never becomes text, and no page takes the cleaner down.
class HiddenTextTest {

  private static final String SEEN =
      "The mine at Coldwater shipped four hundred tonnes of concentrate in the last week of March.";
  private static final String GESEHEN = "矿山在三月最后一周运出了四百吨精矿，买方是三家本地的分离厂，价格没有公布。";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p hidden>SECRET</p>",
        "<p style='display:none'>SECRET</p>",
        "<p style='font-size:0'>SECRET</p>",
        "<p style='font-size: 1px'>SECRET</p>",
        "<p style='position:absolute; left:-9999px'>SECRET</p>",
        "<p style='color:#fff;background:#fff'>SECRET</p>",
        "<p style='opacity:0'>SECRET</p>",
        "<p class='sr-only'>SECRET</p>",
        "<p class='zz'>SECRET</p>",
        "<p>a<span style='visibility:hidden'>SECRET</span></p>",
        "<!-- SECRET -->",
        "<script>SECRET</script>",
        "<template><p>SECRET</p></template>",
        "<noscript>SECRET</noscript>"
      })
  void leavesOutWhatIsHidden(String hidden) {
    String html =
        "<style>.zz{display:none}</style><article><p>%s</p>%s<p>%s</p></article>"
            .formatted(SEEN, hidden, GESEHEN);

    assertThat(String.join("\n", texts(html))).doesNotContain("SECRET").contains(SEEN, GESEHEN);
  }

  @Test
  void takesCharactersWithoutShapeOutOfWords() {
    assertThat(
            texts(
                "<article><p>" + SEEN.replace("mine", "mi\u200bn\u202ee\u00ad") + "</p></article>"))
        .containsExactly(SEEN);
    assertThat(texts("<article><p>" + GESEHEN.replace("矿山", "矿\u2060\ufeff山") + "</p></article>"))
        .containsExactly(GESEHEN);
  }

  @Test
  void endsOnElementsNestedWithoutEnd() {
    String deep = "<div>".repeat(60_000) + "<p>" + SEEN + "</p>";

    assertThat(new Cleaner().clean(page(deep))).isNotNull();
  }

  @Test
  void endsOnTablesWithinTables() {
    String deep = "<table><tr><td>".repeat(3_000) + SEEN;

    assertThat(new Cleaner().clean(page(deep))).isNotNull();
  }

  @Test
  void endsOnAnElementOfVeryManyAttributes() {
    StringBuilder html = new StringBuilder("<p");
    for (int i = 0; i < 50_000; i++) {
      html.append(" a").append(i).append("=1");
    }
    assertThat(new Cleaner().clean(page(html.append(">").append(SEEN).toString()))).isNotNull();
  }

  @Test
  void saysWhatToDoWithAPdfThatIsDamaged() {
    byte[] bytes = "%PDF-1.7\nnothing more".getBytes(StandardCharsets.ISO_8859_1);
    CleanResult result =
        new Cleaner()
            .clean(
                new RawDocument(
                    new Identity.OfFile("/a.pdf"),
                    null,
                    RawDocument.PDF,
                    bytes,
                    Map.of(),
                    Instant.EPOCH));

    assertThat(result).isInstanceOf(CleanResult.Refused.class);
    assertThat(((CleanResult.Refused) result).reason()).contains("open it in a viewer");
  }

  private static List<String> texts(String html) {
    return switch (new Cleaner().clean(page(html))) {
      case CleanResult.Cleaned(var article, _) ->
          article.paragraphs().stream().map(Paragraph::text).toList();
      case CleanResult.Untold(_, String reason) -> List.of("UNTOLD " + reason);
      case CleanResult.Refused(String reason) -> List.of("REFUSED " + reason);
    };
  }

  private static RawDocument page(String html) {
    return new RawDocument(
        new Identity.OfFile("/page.html"),
        null,
        RawDocument.HTML,
        ("<html><body>" + html + "</body></html>").getBytes(StandardCharsets.UTF_8),
        Map.of(),
        Instant.parse("2025-11-24T00:00:00Z"));
  }
}
