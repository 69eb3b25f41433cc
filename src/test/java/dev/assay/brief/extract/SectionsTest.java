package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import org.junit.jupiter.api.Test;

final class SectionsTest {

  private static String brief(Language language, String title, String text) {
    Article article = EvalArticles.article("rules", language, title, text);
    return BriefText.of(ExtractiveBriefs.of(Analyses.of(article)));
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
  void keepTheCapitalsOfLatinWordsInChineseHeadings() {
    assertThat(
            brief(
                Language.ZH_HANS,
                "青禾港一周",
                """
                青禾港本周消息不断，码头、铜矿和市议会都有新动静。
                # 铜矿与AI投资潮
                铜矿公司周一说，将投资4亿元建设数据中心，计划明年五月投产。
                # 码头扩建
                码头将用900名工人在2030年以前建成第二座泊位。
                """))
        .contains("## 铜矿与AI投资潮\n");
  }

  @Test
  void areOpenedByShortLinesOverParagraphs() {
    assertThat(
            brief(
                Language.EN,
                "News of the coast",
                """
                The coast had a busy week, with news from its port, its mine and its council.
                Norland Buys Two Ships
                Norland bought two ships for $40 million to carry copper ore from Peru to Carrow.
                AI MINERS LEAVE THE OLD PIT
                The AI miners of the old pit said on Monday that they stop work because of water in the lower shaft.
                Council delays the new pier
                The council of Carrow delayed the new pier until 2031, since nobody offered to build it.
                """))
        .isEqualTo(
            """
            The coast had a busy week, with news from its port, its mine and its council. [1]
            ## Norland Buys Two Ships
            - Norland bought two ships for $40 million to carry copper ore from Peru to Carrow. [3]
            ## AI Miners Leave the Old Pit
            - The AI miners of the old pit said on Monday that they stop work because of water in the lower shaft. [5]
            ## Council delays the new pier
            - The council of Carrow delayed the new pier until 2031, since nobody offered to build it. [7]
            """);
    assertThat(
            brief(
                Language.ZH_HANS,
                "沿海一周要闻",
                """
                青禾矿业买下两艘货船
                青禾矿业周一以4000万元买下两艘货船，用来从秘鲁运送铜矿石。
                旧矿矿工停工
                旧矿的矿工周二因为下层矿井进水停止工作，何时复工没有公布。
                青禾市议会推迟修建新码头
                青禾市议会周三决定把新码头推迟到2031年，因为没有企业投标。
                """))
        .isEqualTo(
            """
            青禾矿业周一以4000万元买下两艘货船，用来从秘鲁运送铜矿石。 [2]
            ## 旧矿矿工停工
            - 旧矿的矿工周二因为下层矿井进水停止工作，何时复工没有公布。 [4]
            ## 青禾市议会推迟修建新码头
            - 青禾市议会周三决定把新码头推迟到2031年，因为没有企业投标。 [6]
            """);
  }

  @Test
  void areOpenedByLabelsInCapitalsAndByTheItemsOfASeries() {
    assertThat(
            brief(
                Language.EN,
                "Fact sheet on the coast",
                """
                Carrow signed a treaty with Norland on copper and on the harbour on Monday.
                TRADE OF THE COAST: Ships will carry 40,000 tonnes of zinc ingots a year to Peru.
                WORK IN THE HARBOUR: Carrow will build a second pier with 900 workers by 2030.
                """))
        .contains(
            "## Trade of the Coast\n- Ships will carry",
            "## Work in the Harbour\n- Carrow will build");
    assertThat(
            brief(
                Language.ZH_HANS,
                "青禾市公布《码头条例》",
                """
                青禾市市长周一签署命令，公布《码头条例》，自明年五月一日起施行。
                一是明确收费标准。规定停靠码头的货船每天缴纳3000元停泊费。
                二是健全管理体制。明确港口局负责码头的日常管理和检查工作。三是规范装卸作业。夜间码头禁止装卸铜矿石和其他散装货物。
                """))
        .contains("## 明确收费标准\n- 停靠码头的货船每天缴纳", "## 健全管理体制\n- 港口局负责", "## 规范装卸作业\n- 夜间码头禁止");
  }

  @Test
  void bearNoSlogan() {
    assertThat(
            brief(
                Language.EN,
                "Fact sheet on the coast",
                """
                Carrow signed a treaty with Norland on copper and on the harbour on Monday.
                STRENGTHENING OUR COMMUNITIES: Ships will carry 40,000 tonnes of zinc ingots a year to Peru.
                MINDING THE COAST: Trains will carry 900 tonnes of lead ingots a year to the border.
                STRENGTHENING THE HARBOUR: Carrow will build a second pier with 900 workers by 2030.
                OPENING OLD MINES: Norland will pump the water out of three pits before the winter.
                """))
        .contains("- Ships will carry", "## Strengthening the Harbour\n")
        .doesNotContain("Communities", "Minding");
  }

  @Test
  void areNotOpenedByTurnsOfSpeechOrALoneLine() {
    assertThat(
            brief(
                Language.EN,
                "Press call on the coast",
                """
                MS. LEE: The council of Carrow delayed the new pier until 2031 for want of a builder.
                MR. ROE: Norland bought two ships for $40 million to carry copper ore from Peru.
                MS. LEE: The miners of the old pit stopped work on Monday because of water in the shaft.
                """))
        .doesNotContain("##");
    assertThat(
            brief(
                Language.EN,
                "Statements on the coast",
                """
                MAYOR'S OFFICE STATEMENT: The council of Carrow delayed the new pier until 2031.
                MR. ROE OF NORLAND: Norland bought two ships for $40 million to carry copper ore.
                DR. LEE OF CARROW: The miners of the old pit stopped work on Monday for want of air.
                """))
        .doesNotContain("Roe of Norland\n");
  }

  @Test
  void preferWhatAnOrderOrdersToWhyItDoes() {
    assertThat(
            brief(
                Language.EN,
                "Closing Old Copper Smelters",
                """
                Section 1. Purpose. Copper smelters are essential to the prosperity of the coast and to its ports. Old copper smelters have spoilt the water of the harbour.
                Sec. 2. Duties of the Office. (a) The Harbour Office shall close each copper smelter older than 60 years within 30 days of this order. (b) The Harbour Office shall tell the Council of each copper smelter that it closes.
                Sec. 3. Work for Miners. The Labour Office shall find new work for the 900 miners of the pit before the winter.
                Sec. 4. General Provisions. Nothing in this order shall be construed to impair the authority of the Council.
                """))
        .isEqualTo(
            """
            The Harbour Office shall close each copper smelter older than 60 years within 30 days of this order. [2]
            ## Work for Miners
            - The Labour Office shall find new work for the 900 miners of the pit before the winter. [3]
            """);
  }

  @Test
  void endWhereTheNextTitleOfALawBegins() {
    assertThat(
            brief(
                Language.EN,
                "Order on the harbour",
                """
                Section 1. Closing the Pier. The Harbour Office shall close the old pier within 30 days of this order.
                Sec. 2. Definitions. A pier is any work of stone or timber that reaches 40 feet into the water.
                Sec. 3. Work for Miners. The Labour Office shall find new work for the 900 miners of the pit before the winter.
                """))
        .contains("close the old pier", "## Work for Miners\n- The Labour Office")
        .doesNotContain("stone or timber");
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
