package dev.assay.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutlineTest {

  private static Article article(Language language, List<String> texts) {
    return new Article(
        new ArticleId(1),
        null,
        "Port Ellery Post",
        null,
        "Where tin is refined",
        List.of(),
        null,
        null,
        Instant.EPOCH,
        language,
        ArticleKind.REPORT,
        null,
        null,
        IntStream.range(0, texts.size())
            .mapToObj(i -> new Paragraph(i + 1, Paragraph.Kind.TEXT, texts.get(i)))
            .toList());
  }

  /// Each heading over ten paragraphs of `text`.
  private static List<String> parts(String text, String... headings) {
    List<String> texts = new ArrayList<>();
    for (String heading : headings) {
      texts.add(heading);
      IntStream.range(0, 10).forEach(_ -> texts.add(text));
    }
    return texts;
  }

  @Test
  void namesThePartsOfALongTextWhoseHeadingsNothingMarks() {
    String chinese = "港口的仓库在清点存货，买家都在观望，本周少有成交，价格与上周持平。";
    String english =
        "The warehouses of the port count what they have, and buyers wait, so that little was traded.";

    assertThat(
            Outline.of(
                    article(Language.ZH_HANS, parts(chinese, "仓库里的存货", "谁在等待", "价格为何不动", "春天以后")))
                .entries())
        .containsExactly(
            new Outline.Entry(1, "仓库里的存货"),
            new Outline.Entry(12, "谁在等待"),
            new Outline.Entry(23, "价格为何不动"),
            new Outline.Entry(34, "春天以后"));
    assertThat(
            Outline.of(
                    article(
                        Language.EN,
                        parts(
                            english, "What Is There", "Who Waits", "Why Prices Stay", "In Spring")))
                .entries())
        .extracting(Outline.Entry::text)
        .containsExactly("What Is There", "Who Waits", "Why Prices Stay", "In Spring");
  }

  @Test
  void tellsHowEveryTwentyFifthParagraphBeginsInWholeWordsWhereThereAreNoHeadings() {
    String begins = "The warehouses of the port count what they have, and their buyers wait for…";
    List<String> texts =
        IntStream.range(0, 60)
            .mapToObj(
                _ ->
                    "The warehouses of the port count what they have, and their buyers wait for"
                        + " better prices.")
            .toList();

    assertThat(Outline.of(article(Language.EN, texts)).entries())
        .containsExactly(
            new Outline.Entry(1, begins),
            new Outline.Entry(26, begins),
            new Outline.Entry(51, begins));
  }
}
