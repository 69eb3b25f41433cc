package dev.assay.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import org.junit.jupiter.api.Test;

final class SectionsTest {

  private static String brief(Language language, String title, String text) {
    Article article = EvalArticles.article("rules", language, title, text);
    return BriefText.of(ExtractiveBriefs.of(article));
  }

  @Test
  void takeNothingFromWhatBelongsToTheDocumentAlone() {
    assertThat(
            brief(
                Language.EN,
                "Smelters of the coast",
                """
                The smelters of the coast will close in May for want of copper ore.
                About 900 miners of the pit will lose their work by the summer.
                # Definitions
                A smelter is a plant that melts copper ore in a closed furnace.
                # About the author
                Ann Roe has written on the copper trade of the coast since 2001.
                """))
        .contains("900 miners")
        .doesNotContain("closed furnace", "Ann Roe");
    assertThat(
            brief(
                Language.ZH_HANS,
                "沿海冶炼厂",
                """
                沿海的两座冶炼厂因缺少铜矿石将在五月关闭。
                约900名矿工将在今年夏天以前失去工作岗位。
                # 名词解释
                冶炼厂是指在封闭炉中熔化铜矿石的工厂。
                # 参考文献
                李小芳二零零一年出版了关于沿海铜贸易的著作。
                """))
        .contains("900名矿工")
        .doesNotContain("封闭炉", "李小芳");
  }

  @Test
  void preferWhatAnOrderOrdersToWhyItDoes() {
    assertThat(
            brief(
                Language.EN,
                "Closing Old Copper Smelters",
                """
                Section 1. Purpose. Copper smelters are essential to the prosperity of the coast and to its ports. Old copper smelters have spoilt the water of the harbour.
                Sec. 2. Closing Smelters. (a) The Harbour Office shall close each copper smelter older than 60 years within 30 days of this order. (b) The Harbour Office shall tell the Council of each copper smelter that it closes.
                Sec. 3. Work for Miners. The Labour Office shall find new work for the 900 miners of the pit before the winter.
                Sec. 4. General Provisions. Nothing in this order shall be construed to impair the authority of the Council.
                """))
        .isEqualTo(
            """
            The Harbour Office shall close each copper smelter older than 60 years within 30 days of this order. [2]
            - Copper smelters are essential to the prosperity of the coast and to its ports. [1]
            ## Work for Miners
            - The Labour Office shall find new work for the 900 miners of the pit before the winter. [3]
            """);
  }

  @Test
  void preferWhatTellsTheWholeInShort() {
    assertThat(
            brief(
                Language.EN,
                "Harbour report",
                """
                # Abstract
                Carrow needs a second smelter and a deeper pier before the old pit is empty.
                # The pier
                Ships of the fishing fleet lie at the old pier for most of the winter.
                Boats of the pilots lie at the new pier for most of the summer.
                """))
        .startsWith("Carrow needs a second smelter");
    assertThat(
            brief(
                Language.ZH_HANS,
                "港口报告",
                """
                # 码头
                渔船冬天大多停靠在青禾港的旧码头过冬修整。
                领航船夏天大多停靠在青禾港的新码头补充淡水。
                # 核心观点
                冶炼厂产能不足，明年必须扩建熔炉和铁路专线。
                """))
        .startsWith("冶炼厂产能不足");
  }
}
