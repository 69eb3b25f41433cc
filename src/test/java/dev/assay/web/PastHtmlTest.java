package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PastHtmlTest {

  private static String past(String html) {
    return PastHtml.of(html, "2025-11-22T07:10:00+01:00");
  }

  @Test
  void linksLeadToPagesOfTheSameMoment() {
    assertThat(past("<a href=\"/topics/%E9%92%95\">x</a>"))
        .isEqualTo("<a href=\"/topics/%E9%92%95?as_of=2025-11-22T07%3A10%3A00%2B01%3A00\">x</a>");
    assertThat(past("<a href=\"/articles/6ls1?lang=en#p3\">x</a>"))
        .isEqualTo(
            "<a href=\"/articles/6ls1?lang=en&amp;as_of=2025-11-22T07%3A10%3A00%2B01%3A00#p3\">x</a>");
    assertThat(past("<a href=\"/api/v1/ledger.csv\">x</a>"))
        .isEqualTo("<a href=\"/api/v1/ledger.csv?as_of=2025-11-22T07%3A10%3A00%2B01%3A00\">x</a>");
  }

  @Test
  void drawingsAreOfTheSameMomentToo() {
    String moment = "&amp;as_of=2025-11-22T07%3A10%3A00%2B01%3A00\"";
    String wide = "/api/v1/ledger/entries/0a/series.svg?form=wide";
    String narrow = "/api/v1/ledger/entries/0a/series.svg?form=narrow";
    assertThat(past("<source srcset=\"%s\"><img src=\"%s\">".formatted(narrow, wide)))
        .isEqualTo("<source srcset=\"%s><img src=\"%s>".formatted(narrow + moment, wide + moment));
  }

  @Test
  void thePageOfTodayIsOfToday() {
    String html = "<a href=\"/topics/%E9%92%95?language=en\" data-today>x</a>";

    assertThat(past(html)).isEqualTo(html);
  }

  @Test
  void linksElsewhereAreLeftAsTheyAre() {
    String html =
        "<a href=\"/sources\">x</a><a href=\"https://carrow.example/topics/x\">y</a><a href=\"#main\">z</a><a href=\"/searching\">w</a>";

    assertThat(past(html)).isEqualTo(html);
  }

  @Test
  void formsAskForTheSameMomentAndNoneChangesAnything() {
    assertThat(
            past(
                "<form class=\"find\" action=\"/search\"><input name=\"q\"></form>"
                    + "<form method=\"post\" action=\"/articles/6ls1/fold\"><button>x</button></form>"))
        .isEqualTo(
            "<form class=\"find\" action=\"/search\"><input type=\"hidden\" name=\"as_of\""
                + " value=\"2025-11-22T07:10:00+01:00\"><input name=\"q\"></form>");
  }

  @Test
  void whatStandsInTheAddressIsEscaped() {
    assertThat(PastHtml.of("<form action=\"/search\"></form>", "\"><script>"))
        .doesNotContain("<script>");
  }
}
