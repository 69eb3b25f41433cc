package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArithmeticTest {

  private static final Arithmetic ARITHMETIC =
      new Arithmetic(Lexicon.shipped(), new QuantityExtractor(Lexicon.shipped()));

  private static List<String> findings(String text, Language reader) {
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
            Language.EN,
            ArticleKind.values()[0],
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
    return ARITHMETIC.findings(article).stream().map(each -> each.say(text, reader)).toList();
  }

  @Test
  void findsPartsThatDoNotMakeTheirTotal() {
    assertThat(findings("三项收入分别为228.06亿元、23.76亿元和27.9亿元，合计251.8亿元。", Language.ZH_HANS))
        .containsExactly("各项相加为27,972,000,000人民币，文中合计写作“251.8亿元”。");
    assertThat(findings("北坑产3万吨、南坑产5万吨，合计8万吨。", Language.ZH_HANS)).isEmpty();
    assertThat(
            findings(
                "The north mine made 30,000 tonnes and the south mine 50,000 tonnes, a total of 90,000 tonnes.",
                Language.EN))
        .containsExactly("The parts add up to 80,000 tonnes; the text gives “90,000 tonnes”.");
    assertThat(
            findings(
                "Carrow sold 12.4 million and 13.4 million tonnes, a total of 25.9 million tonnes.",
                Language.EN))
        .isEmpty();
  }

  @Test
  void findsAGrowthThatDoesNotFitTwoValuesWithTheirYears() {
    assertThat(findings("营收从2023年的80亿元增长到2024年的100亿元，增长20%。", Language.ZH_HANS))
        .containsExactly("由前后两数算得变化25%，文中写作“20%”。");
    assertThat(
            findings(
                "Revenue increased 12% to $112 million, from $90 million a year earlier.",
                Language.EN))
        .containsExactly("The two values make a change of 24.4 per cent; the text gives “12%”.");
    assertThat(findings("营收从2023年的80亿元增长到2024年的100亿元，增长25%。", Language.ZH_HANS)).isEmpty();
  }

  @Test
  void leavesTotalsAloneThatHaveOtherParts() {
    assertThat(findings("合计100万吨，其中北坑30万吨，南坑50万吨。", Language.ZH_HANS)).isEmpty();
    assertThat(
            findings(
                "A total of 100 tonnes, including 30 tonnes from the north and 50 tonnes from the south.",
                Language.EN))
        .isEmpty();
    assertThat(findings("投资3亿元建厂，员工50人，合计产值8亿元。", Language.ZH_HANS)).isEmpty();
  }

  @Test
  void findsAGrowthThatDoesNotFitItsTwoValues() {
    assertThat(findings("产量由200吨增至300吨，增长40%。", Language.ZH_HANS))
        .containsExactly("由前后两数算得变化50%，文中写作“40%”。");
    assertThat(findings("产量由200吨增至300吨，增长50%。", Language.ZH_HANS)).isEmpty();
    assertThat(findings("Sales rose 45% to $300 million from $200 million.", Language.EN))
        .containsExactly("The two values make a change of 50 per cent; the text gives “45%”.");
    assertThat(
            findings("Sales fell from $300 million to $200 million, a drop of 33%.", Language.EN))
        .isEmpty();
    assertThat(
            findings("Sales fell from $300 million to $200 million, a drop of 50%.", Language.EN))
        .containsExactly("The two values make a change of -33.3 per cent; the text gives “50%”.");
  }

  @Test
  void givesRoundedNumbersTheirDue() {
    assertThat(findings("价格从1.1亿元升至1.3亿元，上涨15%。", Language.ZH_HANS)).isEmpty();
    assertThat(
            findings("Output grew from about 2 million to 3 million tonnes, up 40%.", Language.EN))
        .isEmpty();
  }
}
