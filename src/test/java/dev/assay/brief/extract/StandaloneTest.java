package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandaloneTest {

  private static Article article(Language language, String text) {
    return EvalArticles.article("rules", language, "Copper 铜", text);
  }

  private static List<CandidateSentence> candidates(Language language, String text) {
    return Draft.of(Analyses.of(article(language, text))).candidates();
  }

  private static List<String> texts(Language language, String text) {
    return candidates(language, text).stream().map(CandidateSentence::text).toList();
  }

  private static List<Double> fitness(Language language, String text) {
    return candidates(language, text).stream().map(CandidateSentence::fitness).toList();
  }

  @Test
  void leavesOutSpeechThatBreaksOffAndBeginsAgain() {
    assertThat(
            texts(
                Language.EN,
                """
                Norland will help — will help the smelters of the coast.
                The harbour got its Smel- — its smelters back in the spring.
                Copper is heavy — a very heavy metal for small ships.
                There are — there have been three fires at the smelter.
                Norland — the owner of three smelters — sold two furnaces in May.
                """))
        .containsExactly("Norland — the owner of three smelters — sold two furnaces in May.");
    assertThat(texts(Language.ZH_HANS, "青禾矿业——北方最大的铜企——五月出售了两座冶炼炉。"))
        .containsExactly("青禾矿业——北方最大的铜企——五月出售了两座冶炼炉。");
  }

  @Test
  void leavesOutWhatCallsSomebodyOrHangsOnALeadIn() {
    assertThat(
            texts(
                Language.EN,
                "Maria, we have no doubt that the smelter will open in May.\nNorland and the port agreed to work on: 1.\nDon’t expect the smelter of Norland to open before May.\nDrive the sales of copper so that the coast can grow.\nDays later, Norland closed two smelters on the coast."))
        .isEmpty();
  }

  @Test
  void leavesOutWhatBeginsWithATimeThatWasToldBefore() {
    for (String opening : List.of("在那之前，", "自那以后，", "直到那时，")) {
      assertThat(Standalone.stands(opening + "东坡矿停产了两年。", Language.ZH_HANS)).as(opening).isFalse();
    }
    for (String opening : List.of("Before that, ", "From then on, ", "By that time ")) {
      assertThat(Standalone.stands(opening + "the East Slope mine was shut.", Language.EN))
          .as(opening)
          .isFalse();
    }
    assertThat(Standalone.stands("洪水之前，东坡矿停产了两年。", Language.ZH_HANS)).isTrue();
    assertThat(Standalone.stands("Before the flood, the mine was open.", Language.EN)).isTrue();
  }

  @Test
  void countsForLessWhatPointsToSomethingNotNamed() {
    assertThat(
            fitness(
                Language.EN,
                """
                Norland wants to reach these lofty objectives before the summer of 2030.
                All three smelters will close before the end of the summer.
                As of May, its output was limited to two tonnes of copper.
                To achieve this, Norland will close two smelters on the coast.
                Norland and Carrow signed in May, and the two firms will share a pier.
                Norland will pay those miners who leave the pit before May.
                """))
        .containsExactly(0.3, 0.18, 0.3, 0.3, 1.0, 1.0);
    assertThat(
            fitness(
                Language.ZH_HANS,
                """
                最近的财务文件显示，去年以来，这位总裁已经赚了两亿元。
                在保护水源方面，重点打击偷排铜矿废水的犯罪行为。
                未来将在北部沿海形成年产五万吨阴极铜的能力。
                40万吨，分批运往北部沿海的两座铜冶炼厂。
                新建的铜冶炼厂明年五月在北部沿海投入生产。
                去年五月临近投产时，青禾矿业突然接到停工通知。
                """))
        .containsExactly(0.3, 0.3, 0.3, 0.3, 1.0, 1.0);
  }

  @Test
  void countsForLessWhatGoesOnOrPromisesWithoutAFigure() {
    assertThat(
            fitness(
                Language.EN,
                "Carrow's support will also reach the smelters of the coast.\nNorland and Carrow reaffirm the bond between their two smelters.\nNorland is committed to closing 3 smelters on the coast."))
        .containsExactly(0.6, 0.4, 1.0);
    assertThat(
            fitness(
                Language.ZH_HANS,
                "青禾矿业还暂停了北部两座铜冶炼厂的生产。\n铜冶炼事关北部沿海地区的产业升级和就业。\n铜冶炼事关北部沿海地区3万名工人的就业。"))
        .containsExactly(0.6, 0.4, 1.0);
  }

  @Test
  void tellsWhatTheNounAtTheHeadRefersTo() {
    assertThat(
            candidates(
                Language.EN,
                "The Order directs the port to build two smelters.\nThe loan will pay for two smelters on the coast.\nThe port of Carrow will build two smelters in May."))
        .extracting(CandidateSentence::refersTo)
        .containsExactly("order", "loan", "");
    assertThat(
            candidates(
                Language.ZH_HANS,
                "法案要求北部沿海的铜冶炼厂更换滤网。\n新规要求北部沿海的铜冶炼厂更换滤网。\n在明年第一季度，公司计划关闭两座铜冶炼厂。\n青禾市法案要求铜冶炼厂更换全部滤网。"))
        .extracting(CandidateSentence::refersTo)
        .containsExactly("法案", "规", "公司", "");
  }

  @Test
  void takesWhatRefersToTheViewpointAndNoOther() {
    assertThat(
            BriefText.of(
                ExtractiveBriefs.of(
                    Analyses.of(
                        EvalArticles.article(
                            "order",
                            Language.EN,
                            "Carrow council signs an order on smelters",
                            """
                        The council of Carrow signed an order on copper smelters on Monday.
                        - The order asks for a new filter in every chimney by May.
                        - The loan will pay for 40 workers on the pier.
                        - Norland runs two of the smelters on the coast.
                        """)))))
        .contains("The order asks", "Norland runs")
        .doesNotContain("The loan");
    assertThat(
            BriefText.of(
                ExtractiveBriefs.of(
                    Analyses.of(
                        EvalArticles.article(
                            "order",
                            Language.ZH_HANS,
                            "青禾市通过铜冶炼法案",
                            """
                        青禾市议会周一表决通过一项关于铜冶炼的法案。
                        法案要求各冶炼厂明年五月以前更换全部滤网。
                        项目将为码头带来四十个新的工作岗位和住房。
                        青禾矿业在北部沿海经营其中的两座冶炼厂。
                        """)))))
        .contains("法案要求")
        .doesNotContain("项目将");
  }

  @Test
  void mistakesNoPartOfAWordForAPhraseThatSpeaksOfThePage() {
    assertThat(
            texts(
                Language.ZH_HANS,
                "李芳在发布会上表示，青禾矿业明年关闭两座冶炼厂。\n卡罗国封锁港口的企图中断了沿海地区的铜贸易。\n下表显示了各冶炼厂去年的产量和库存情况。"))
        .containsExactly("李芳在发布会上表示，青禾矿业明年关闭两座冶炼厂。", "卡罗国封锁港口的企图中断了沿海地区的铜贸易。");
    assertThat(
            texts(
                Language.EN,
                "The council of Carrow wants this research focuses on copper.\nCarrow put an embargo on copper that comes from the coast.\nTo get the news of the coast each day, subscribe to our letter."))
        .containsExactly(
            "The council of Carrow wants this research focuses on copper.",
            "Carrow put an embargo on copper that comes from the coast.");
  }

  @Test
  void takesAHeadingAwayThatWasSetIntoItsLine() {
    assertThat(
            texts(
                Language.EN,
                """
                Harbour Works In May, Norland opened two smelters on the coast.
                Copper Trade of the Coast The smelters of Norland sold nothing to Peru.
                In May The Carrow Courier wrote that two smelters would open.
                """))
        .containsExactly(
            "In May, Norland opened two smelters on the coast.",
            "The smelters of Norland sold nothing to Peru.",
            "In May The Carrow Courier wrote that two smelters would open.");
  }

  @Test
  void leavesOutAnItemThatIsAGerundOrANounAlone() {
    assertThat(
            texts(
                Language.EN,
                """
                Launching a new partnership with the ports of the coast, including two in Peru.
                Preparing for the launch of the ferry, a jointly built ship that will serve the coast.
                Purchase of the furnaces with an estimated value of eight million dollars.
                Following the talks, Norland closed two smelters on the coast.
                """))
        .containsExactly("Following the talks, Norland closed two smelters on the coast.");
  }

  @Test
  void tellsWhatAnAdverbialAtTheHeadRefersTo() {
    assertThat(
            candidates(
                Language.EN,
                "Under the agreement, Norland will build two smelters on the coast.\nUnder the agreement of May, Norland will build two smelters."))
        .extracting(CandidateSentence::refersTo)
        .containsExactly("agreement", "");
  }

  @Test
  void leavesOutAnEnglishSentenceOfAChineseText() {
    assertThat(
            texts(
                Language.ZH_HANS,
                "Norland will close two copper smelters in May, 青禾 says.\nNorland公司明年五月将关闭两座冶炼厂。"))
        .containsExactly("Norland公司明年五月将关闭两座冶炼厂。");
  }

  @Test
  void takesAnOldHeadlineAndWhoWroteItAway() {
    assertThat(
            texts(
                Language.ZH_HANS,
                """
                原标题：青禾矿业关闭冶炼厂2023-08-17 06:40:43 作者：李小芳 青禾矿业周三宣布关闭两座冶炼厂。
                原标题：青禾港外贸增长青禾港外贸增长7月24日，记者从青禾海关获悉，青禾港上半年外贸增长两成。
                原标题：冶炼厂股价“跳水”海风网8月9日讯（编辑 王强）两座冶炼厂的股价周三下跌了一成。
                【青禾日报驻外记者 李小芳】卡罗国七月初宣布对铜制品实施出口管制。
                海风网8月1日电 （记者 王强）青禾研究院周三公布了一种新的冶炼方法。
                青禾之家 7 月 24 日消息，青禾矿业的新冶炼炉即将投入使用。
                """))
        .containsExactly(
            "青禾矿业周三宣布关闭两座冶炼厂。",
            "7月24日，记者从青禾海关获悉，青禾港上半年外贸增长两成。",
            "两座冶炼厂的股价周三下跌了一成。",
            "卡罗国七月初宣布对铜制品实施出口管制。",
            "青禾研究院周三公布了一种新的冶炼方法。",
            "青禾矿业的新冶炼炉即将投入使用。");
  }

  @Test
  void leavesOutWhatBeginsAtATimeThatWasToldBefore() {
    assertThat(
            texts(
                Language.EN,
                """
                By the next morning, Norland had closed two copper smelters on the coast.
                By the end of May, Norland had closed two copper smelters on the coast.
                """))
        .containsExactly("By the end of May, Norland had closed two copper smelters on the coast.");
    assertThat(
            texts(
                Language.ZH_HANS,
                """
                在那之前，青禾矿业已经关闭了北部沿海的两座冶炼厂。
                期间，青禾矿业关闭了北部沿海的两座冶炼厂。
                五月底前，青禾矿业关闭了北部沿海的两座冶炼厂。
                """))
        .containsExactly("五月底前，青禾矿业关闭了北部沿海的两座冶炼厂。");
  }

  @Test
  void takesBylineAndDatelineAway() {
    assertThat(texts(Language.ZH_HANS, "青禾财经 李小芳 8月15日，青禾矿业公布了两座冶炼厂的扩建方案。"))
        .containsExactly("8月15日，青禾矿业公布了两座冶炼厂的扩建方案。");
    assertThat(texts(Language.ZH_HANS, "李小芳 摄青禾矿业公布了两座冶炼厂的扩建方案。"))
        .containsExactly("青禾矿业公布了两座冶炼厂的扩建方案。");
    assertThat(texts(Language.ZH_HANS, "青禾消息网8月3日报道 据海风社8月2日报道，两座铜冶炼厂将在明年停产。"))
        .containsExactly("据海风社8月2日报道，两座铜冶炼厂将在明年停产。");
    assertThat(
            texts(
                Language.EN,
                "CARROW (Coast Wire) — Norland will close two copper smelters in May."))
        .containsExactly("Norland will close two copper smelters in May.");
  }
}
