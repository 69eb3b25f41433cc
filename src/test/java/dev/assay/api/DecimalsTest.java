package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.check.Arithmetic;
import dev.assay.lexicon.Lexicon;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class DecimalsTest {

  private static String findings(String text) {
    Article article =
        new Article(
            new ArticleId(1),
            null,
            "",
            null,
            "Title",
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.UNKNOWN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
    return JsonMapper.shared()
        .writeValueAsString(
            new Arithmetic(Lexicon.shipped(), new QuantityExtractor(Lexicon.shipped()))
                .findings(article).stream().map(Shapes.Finding::of).toList());
  }

  @Test
  void writesWhatFollowsFromPartsAsADecimalStringWithoutZerosAtItsEnd() {
    assertThat(findings("三项收入分别为228.06亿元、23.76亿元和27.9亿元，合计251.8亿元。"))
        .isEqualTo(
            """
            [{"kind":"sum","paragraph":1,"stated":{"start":33,"end":40},\
            "parts":[{"start":7,"end":15},{"start":16,"end":23},{"start":24,"end":30}],\
            "computed":"27972000000","unit":"CNY"}]""");
    assertThat(findings("Revenue rose 12% to $112.50 million, from $90.00 million a year earlier."))
        .isEqualTo(
            """
            [{"kind":"growth","paragraph":1,"stated":{"start":13,"end":16},\
            "parts":[{"start":42,"end":56},{"start":20,"end":35}],\
            "computed":"25","unit":"%"}]""");
  }
}
