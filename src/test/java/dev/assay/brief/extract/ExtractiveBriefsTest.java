package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefJson;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Maker;
import dev.assay.check.Checker;
import dev.assay.check.NumberVerdict;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExtractiveBriefsTest {

  private static final Article SIMPLIFIED =
      EvalArticles.article(
          "zh",
          Language.ZH_HANS,
          "青禾矿业扩建锂盐工厂，电池企业抢签长单",
          """
          青禾矿业周二宣布，将投资12亿元扩建位于澄江的锂盐工厂，年产能由2万吨提高到5万吨。
          这是该公司五年来最大的一笔投资。新产线预计2026年三季度投产，主要生产电池级碳酸锂。
          此外，三家电池企业已与青禾矿业签订长期供货合同，合同期均为五年。但是，合同价格随市场浮动，并不锁定上限。
          锂价去年下跌四成，多家小型锂盐厂已经停产。分析师认为，供应过剩要到明年下半年才会缓解。
          为什么仍要扩产？
          环保部门要求新工厂把废水循环利用率提高到95%。青禾矿业的老厂曾因废水超标被罚款300万元。
          他说：“我们有信心。
          当地政府将为扩建项目修建一条12公里的铁路专线，运费预计下降两成。
          """);

  private static final Article TRADITIONAL =
      EvalArticles.article(
          "hant",
          Language.ZH_HANT,
          "海風電纜廠商搶建新廠",
          """
          東岸電纜公司昨日表示，將在臺中港興建第二座海底電纜工廠，總投資額為80億元。
          新廠的年產能為1200公里，預計2027年完工。然而，港區碼頭的水深仍不足以停靠大型敷設船。
          經濟部指出，離岸風電的海底電纜有七成仰賴進口。
          港務公司計畫在明年底前把碼頭浚深到15公尺，工程費用由業者分攤。
          """);

  private static final Article ENGLISH =
      EvalArticles.article(
          "en",
          Language.EN,
          "Harbour copper smelter to close as treatment fees collapse",
          """
          Norland Metals will close its harbour copper smelter in March, ending 62 years of production.
          The company blames treatment fees, which fell to $5 a tonne this year from $80 in 2023.
          They have never been so low. However, the refinery next to the smelter will stay open and buy anodes from abroad.
          About 900 workers will lose their jobs. The union called the closure a betrayal and asked the government to step in.
          # What it means for supply
          Global smelting capacity has grown by 9% since 2021, most of it in China.
          Copper mines, meanwhile, produced less than planned because of floods and strikes.
          But analysts at Carrow Research expect treatment fees to recover when two mines in Peru reopen.
          """);

  private static List<Article> all() {
    return List.of(SIMPLIFIED, TRADITIONAL, ENGLISH);
  }

  @Test
  void opensWithWhatTheArticleIsAbout() {
    assertThat(viewpoint(ENGLISH))
        .isEqualTo(
            "Norland Metals will close its harbour copper smelter in March, ending 62 years of production.");
    assertThat(viewpoint(SIMPLIFIED)).isEqualTo("青禾矿业周二宣布，将投资12亿元扩建位于澄江的锂盐工厂，年产能由2万吨提高到5万吨。");
    assertThat(viewpoint(TRADITIONAL)).isEqualTo("東岸電纜公司昨日表示，將在臺中港興建第二座海底電纜工廠，總投資額為80億元。");
  }

  @Test
  void leavesOutSentencesThatPointBackAskOrBreakOff() {
    assertThat(shown(ENGLISH)).doesNotContain("They have never");
    assertThat(shown(SIMPLIFIED)).doesNotContain("这是", "为什么", "我们有信心");
  }

  @Test
  void takesAnOpeningConnectiveAway() {
    assertThat(shown(ENGLISH)).contains("- The refinery next to the smelter will stay open");
    assertThat(shown(SIMPLIFIED)).contains("- 三家电池企业已与青禾矿业签订");
    assertThat(shown(TRADITIONAL)).contains("- 港區碼頭的水深仍不足");
  }

  private static List<String> candidates(Language language, String text) {
    Article article = EvalArticles.article("rules", language, "Copper 铜", text);
    return Draft.of(Analyses.of(article)).candidates().stream()
        .map(CandidateSentence::text)
        .toList();
  }

  @Test
  void keepsAnOrdinalThatCountsNoPoints() {
    assertThat(candidates(Language.ZH_HANS, "第四届铜业大会周三在青禾开幕，十六家冶炼厂到场。\n第二，冶炼厂必须在明年六月以前更换全部滤网。"))
        .containsExactly("第四届铜业大会周三在青禾开幕，十六家冶炼厂到场。");
    assertThat(
            candidates(Language.EN, "Second quarter output of the smelter fell to 40,000 tonnes."))
        .containsExactly("Second quarter output of the smelter fell to 40,000 tonnes.");
  }

  @Test
  void leavesOutWhatPointsAtSomethingNamedBefore() {
    assertThat(candidates(Language.ZH_HANS, "该市去年建成三座铜冶炼厂，产能翻了一番。\n青禾市去年建成三座铜冶炼厂，产能翻了一番。"))
        .containsExactly("青禾市去年建成三座铜冶炼厂，产能翻了一番。");
    Article english =
        EvalArticles.article(
            "rules",
            Language.EN,
            "Copper",
            "The company opened two smelters on the coast last year.\nNorland opened two smelters on the coast last year.");
    assertThat(Draft.of(Analyses.of(english)).candidates())
        .extracting(CandidateSentence::refersTo)
        .containsExactly("company", "");
  }

  @Test
  void leavesOutWhatSpeaksToAnAudience() {
    assertThat(candidates(Language.ZH_HANS, "这里跟大家说明一下，铜价上周已经涨到每吨八万元。\n给大家看一张铜价的走势图，涨幅很明显。"))
        .isEmpty();
    assertThat(
            candidates(
                Language.EN,
                "I want to show how the price of copper rose in every quarter of 2024."))
        .isEmpty();
    assertThat(candidates(Language.ZH_HANS, "青禾矿业去年的铜产量见本文附录，仅供读者参考。")).isEmpty();
    assertThat(candidates(Language.ZH_HANS, "海陵省图书馆全年提供读者服务500万人次。"))
        .containsExactly("海陵省图书馆全年提供读者服务500万人次。");
  }

  @Test
  void takesALabelInCapitalsAway() {
    assertThat(
            candidates(
                Language.EN,
                "SECURING COPPER AND REBUILDING THE SMELTERS OF THE NORTHERN COAST FOR GOOD: Norland signed a contract for two furnaces."))
        .containsExactly("Norland signed a contract for two furnaces.");
    assertThat(candidates(Language.ZH_HANS, "青禾社消息（晚间新闻）：青禾矿业签下两座铜冶炼炉的合同。"))
        .containsExactly("青禾矿业签下两座铜冶炼炉的合同。");
  }

  @Test
  void takesTheHeadingOfASectionForTheGroupInIt() {
    assertThat(shown(ENGLISH))
        .contains("## What it means for supply\n- Global smelting capacity has grown by 9%");
  }

  @Test
  void namesAGroupByAPhraseThatStandsInEachOfItsBullets() {
    Article english =
        EvalArticles.article(
            "themes",
            Language.EN,
            "Harbour council votes on copper",
            """
            The harbour council of Carrow voted on Monday to let Norland build a second pier.
            Treatment charges fell to five dollars in autumn, and idle furnaces weigh on the books of Norland.
            Norland expects treatment charges to rise again when two mines in Peru reopen.
            A new railway line will carry the cathodes from the pier to the inland market.
            Work on the railway line begins in May and costs Norland 40 million dollars.
            The union of the dockers asked the council for 200 more berths and a school.
            Fishermen fear that dredging the basin will drive the herring away for years.
            """);
    assertThat(shown(english))
        .contains(
            "## Treatment charges\n- Treatment charges fell", "## Railway line\n- A new railway");
    Article chinese =
        EvalArticles.article(
            "themes",
            Language.ZH_HANS,
            "青禾市通过港口扩建方案",
            """
            青禾市议会周一表决通过港口扩建方案，青禾矿业将修建第二座码头。
            锂矿加工费降至每吨五美元，冶炼车间因此停开两条生产线，工人轮流休假。
            青禾矿业预计，秘鲁两座矿山复产后，锂矿加工费明年将会回升。
            新建的铁路专线将把阴极铜从码头运往内陆市场，全长十二公里。
            铁路专线五月动工，青禾矿业为此投入四千万元。
            码头工会要求议会再增加二百个泊位，并为职工子女建一所学校。
            渔民担心疏浚港池会使鲱鱼多年不再洄游到青禾近海。
            """);
    assertThat(shown(chinese)).contains("## 锂矿加工费\n- 锂矿加工费降至", "## 铁路专线\n- 新建的铁路专线");
  }

  @Test
  void gathersOnlyWhatStandsTogetherOrSharesASecondWord() {
    String english =
        """
        The harbour council of Carrow voted on Monday to let Norland build a second pier.
        Treatment charges fell to five dollars in autumn, and idle furnaces weigh on the owners.
        The union of the dockers asked for 200 more berths and a school.
        Fishermen fear that dredging the basin will drive the herring away for years.
        Bakers along the coast complain of the price of flour since the spring.
        Treatment charges %s.
        """;
    assertThat(headings(Language.EN, english.formatted("fill a chapter of a novel from Peru")))
        .doesNotContain("Treatment charges");
    assertThat(headings(Language.EN, english.formatted("will rise when the furnaces burn again")))
        .contains("Treatment charges");
    String chinese =
        """
        青禾市议会周一表决通过港口扩建方案，青禾矿业将修建第二座码头。
        锂矿加工费降至每吨五美元，冶炼厂因此停开两条生产线，工人轮流休假。
        工会要求再增加二百个泊位，并为职工子女建一所学校。
        渔民担心疏浚港池会使鲱鱼多年不再洄游到近海。
        沿海的面包师抱怨面粉价格从春天以来一直上涨。
        青禾矿业预计，秘鲁两座矿山复产后，锂矿加工费明年将会回升%s。
        """;
    assertThat(headings(Language.ZH_HANS, chinese.formatted(""))).doesNotContain("锂矿加工费");
    assertThat(headings(Language.ZH_HANS, chinese.formatted("，冶炼厂将会盈利"))).contains("锂矿加工费");
  }

  private static List<String> headings(Language language, String text) {
    Article article = EvalArticles.article("rules", language, "Monday 周一", text);
    return ExtractiveBriefs.of(Analyses.of(article)).groups().stream()
        .map(BriefGroup::heading)
        .toList();
  }

  @Test
  void neverMixesTwoSectionsInOneGroup() {
    Article english =
        EvalArticles.article(
            "sections",
            Language.EN,
            "Norland reports on its year",
            """
            # 1. Mines in Peru
            Norland dug 40,000 tonnes of copper ore in Peru last year.
            Floods closed the northern shaft of the mine for six weeks.
            # Introduction
            Norland was founded by three brothers in Carrow in 1931.
            # 2. The harbour smelter
            Norland melted 30,000 tonnes of copper at the harbour smelter.
            A fire destroyed one of two furnaces at the smelter in June.
            """);
    assertThat(ExtractiveBriefs.of(Analyses.of(english)).groups())
        .extracting(BriefGroup::heading)
        .containsExactly("", "Mines in Peru", "The harbour smelter");
    Article chinese =
        EvalArticles.article(
            "sections",
            Language.ZH_HANS,
            "青禾矿业发布年报",
            """
            # 一、秘鲁矿山
            青禾矿业去年在秘鲁开采铜矿石四万吨，创下历史新高。
            洪水使北部竖井停产六周，损失铜矿石三千吨。
            # 二、沿海冶炼厂
            青禾矿业在沿海冶炼厂炼出阴极铜三万吨。
            六月的火灾烧毁了冶炼厂两座熔炉中的一座。
            """);
    assertThat(ExtractiveBriefs.of(Analyses.of(chinese)).groups())
        .extracting(BriefGroup::heading)
        .containsExactly("秘鲁矿山", "沿海冶炼厂");
  }

  @Test
  void leavesOutOrdersAndWhatHasNoSubjectOrVerb() {
    assertThat(
            candidates(
                Language.EN,
                "Invest in copper smelters that the northern coast needs most.\nForty million dollars to build a smelter on the northern coast.\nBuilding a Smelter for the Coast Norland signed a contract in May.\nNorland built a copper smelter on the northern coast in May."))
        .containsExactly("Norland built a copper smelter on the northern coast in May.");
    assertThat(candidates(Language.ZH_HANS, "对于铜冶炼厂的环保检查，有当地居民表示。\n青禾矿业在北部沿海新建了一座铜冶炼厂。"))
        .containsExactly("青禾矿业在北部沿海新建了一座铜冶炼厂。");
  }

  @Test
  void prefersSentencesThatDoNotPointAway() {
    assertThat(
            fitness(
                Language.EN,
                "Through this contract Norland buys copper from Peru every year.\nThis year Norland buys copper from Peru."))
        .containsExactly(0.3);
    assertThat(fitness(Language.EN, "The smelter of Norland buys copper from Peru every year."))
        .containsExactly(1.0);
    assertThat(fitness(Language.ZH_HANS, "青禾矿业关闭了两座冶炼厂，这一做法震动了铜业。\n青禾矿业建议，在2030年前将这一比例提高一成。"))
        .containsExactly(1.0, 0.3);
    assertThat(fitness(Language.ZH_HANS, "明年年底这些冶炼厂将全部停止采购进口铜精矿。\n青禾矿业明年年底将停止采购进口铜精矿。"))
        .containsExactly(0.3, 1.0);
  }

  private static List<Double> fitness(Language language, String text) {
    Article article = EvalArticles.article("rules", language, "Copper 铜", text);
    return Draft.of(Analyses.of(article)).candidates().stream()
        .map(CandidateSentence::fitness)
        .toList();
  }

  @Test
  void showsThatASentenceWasCutAtASemicolonAndCutsNoList() {
    assertThat(
            candidates(
                Language.EN,
                "Norland sold two furnaces to a smelter on the northern coast of Peru in the spring of last year; Carrow bought the third furnace for its own harbour and paid four million dollars for it."))
        .containsExactly(
            "Norland sold two furnaces to a smelter on the northern coast of Peru in the spring of last year …");
    assertThat(
            candidates(
                Language.EN,
                "Norland sold two furnaces to a smelter on the northern coast of Peru in the spring; Carrow bought the third furnace for its own harbour; and the miners got the fourth one for nothing."))
        .containsExactly(
            "Norland sold two furnaces to a smelter on the northern coast of Peru in the spring; Carrow bought the third furnace for its own harbour; and the miners got the fourth one for nothing.");
    assertThat(
            candidates(
                Language.ZH_HANS,
                "青禾矿业去年春天向秘鲁北部沿海的一家冶炼厂出售了两座熔炉，价格是四千万元；海风公司为自己的港口买下了第三座熔炉，并为熔炉支付了五千万元的价款和运费。"))
        .containsExactly(
            "青禾矿业去年春天向秘鲁北部沿海的一家冶炼厂出售了两座熔炉，价格是四千万元…", "…海风公司为自己的港口买下了第三座熔炉，并为熔炉支付了五千万元的价款和运费。");
    assertThat(
            candidates(
                Language.ZH_HANS,
                "新规禁止三件事：青禾矿业不得再向秘鲁北部沿海的冶炼厂出售熔炉；海风公司不得再为自己的港口购买熔炉；沿海各市的议会不得再为购买熔炉的企业提供任何担保或者补贴。"))
        .containsExactly(
            "新规禁止三件事：青禾矿业不得再向秘鲁北部沿海的冶炼厂出售熔炉；海风公司不得再为自己的港口购买熔炉；沿海各市的议会不得再为购买熔炉的企业提供任何担保或者补贴。");
  }

  @Test
  void prefersSentencesThatGoOnFromNothing() {
    assertThat(
            fitness(
                Language.EN,
                "Norland never bought such a smelter from anybody in Peru.\nThe miners of that pit bought bread from Peru.\nNorland, for example, bought copper from Peru in March.\nNorland bought a smelter, and such a smelter needs copper from Peru."))
        .containsExactly(0.3, 0.3, 0.3, 1.0);
    assertThat(fitness(Language.ZH_HANS, "海风公司则从秘鲁购买了三座铜冶炼厂。\n海风公司从秘鲁购买了三座铜冶炼厂。"))
        .containsExactly(0.3, 1.0);
    assertThat(candidates(Language.EN, "For example, Norland bought copper from Peru in March."))
        .isEmpty();
    assertThat(candidates(Language.ZH_HANS, "例如，海风公司从秘鲁购买了三座铜冶炼厂。")).isEmpty();
  }

  @Test
  void neverRepeatsTheTitleThatStandsAboveTheText() {
    assertThat(
            viewpoint(
                EvalArticles.article(
                    "rules",
                    Language.EN,
                    "Norland opened a smelter on the coast of Peru.",
                    "Norland opened a smelter on the coast of Peru.\nThe smelter of Norland will melt 40,000 tonnes of copper in Peru a year.")))
        .isEqualTo("The smelter of Norland will melt 40,000 tonnes of copper in Peru a year.");
    assertThat(
            viewpoint(
                EvalArticles.article(
                    "rules",
                    Language.ZH_HANS,
                    "青禾矿业在秘鲁沿海开办冶炼厂。",
                    "青禾矿业在秘鲁沿海开办冶炼厂。\n青禾矿业的冶炼厂每年将在秘鲁炼出四万吨铜。")))
        .isEqualTo("青禾矿业的冶炼厂每年将在秘鲁炼出四万吨铜。");
  }

  @Test
  void takesALabelBeforeASentenceAway() {
    assertThat(
            candidates(
                Language.EN,
                "Clean Copper and Jobs: Norland will hire 400 smelter workers in May."))
        .containsExactly("Norland will hire 400 smelter workers in May.");
    assertThat(candidates(Language.ZH_HANS, "Ann Lee: 铜价明年可能再涨两成，冶炼厂的利润会更薄。"))
        .containsExactly("铜价明年可能再涨两成，冶炼厂的利润会更薄。");
  }

  @Test
  void citesTheWordsOfEverySentence() {
    for (Article article : all()) {
      ExtractiveBriefs.of(Analyses.of(article))
          .sentences()
          .forEach(sentence -> assertThat(Integrity.holds(article, sentence)).isTrue());
    }
  }

  @Test
  void tellsASentenceThatPointsBackTogetherWithTheOneItFollows() {
    Article english =
        EvalArticles.article(
            "en",
            Language.EN,
            "Norland publishes its list of copper tariffs",
            """
            Norland published a list of 40 copper products that it will tax from May. These include wire, pipes and foil worth $3 billion a year.
            What did the smelters say? We stand together in hard times. The smelters of the coast paid no tax in the past year.
            """);
    assertThat(shown(english))
        .isEqualTo(
            """
            Norland published a list of 40 copper products that it will tax from May. These include wire, pipes and foil worth $3 billion a year. [1]
            - The smelters of the coast paid no tax in the past year. [2]
            """);
    Article chinese =
        EvalArticles.article(
            "zh",
            Language.ZH_HANS,
            "青禾国公布铜制品征税清单",
            """
            青禾国周一公布了一份对四十种铜制品征税的清单。这一清单分两步生效，涉及每年30亿元的铜线和铜管。
            冶炼厂怎么看？沿海的冶炼厂过去一年没有缴过铜税。他们愿与政府携手。
            """);
    assertThat(shown(chinese))
        .isEqualTo(
            """
            青禾国周一公布了一份对四十种铜制品征税的清单。这一清单分两步生效，涉及每年30亿元的铜线和铜管。 [1]
            - 沿海的冶炼厂过去一年没有缴过铜税。 [2]
            """);
  }

  @Test
  void takesTheTermsOfADealThoughTheirSentenceIsLong() {
    Article article =
        EvalArticles.article(
            "zh",
            Language.ZH_HANS,
            "青禾国与卡罗国就关税达成共识",
            """
            青禾国与卡罗国周一在日内湖就铜制品关税举行会谈，两国贸易部长出席。
            卡罗国承诺取消根据去年四月第一百二十号法令和去年五月第一百三十号法令对青禾国铜制品加征的共计91%的关税，并修改去年六月第一百四十号法令对青禾国铜制品加征的34%的关税，其中24%的关税暂停90天，保留其余10%的关税。
            两国贸易部长会后在湖边合影，并参观了当地的一座铜制品博物馆。
            """);
    assertThat(shown(article)).contains("- 卡罗国承诺取消", "保留其余10%的关税。 [2]");
  }

  @Test
  void bringsNoLineOfPraiseOrHopeWhereNothingElseIsLeft() {
    assertThat(
            shown(
                EvalArticles.article(
                    "en",
                    Language.EN,
                    "Norland and Carrow sign a treaty",
                    """
                    Norland and Carrow signed a treaty on copper that opens both harbours in May.
                    Norland and Carrow celebrate the enduring bond between their two peoples.
                    Norland and Carrow look forward to a brighter future for both of their harbours.
                    """)))
        .isEqualTo(
            "Norland and Carrow signed a treaty on copper that opens both harbours in May. [1]\n");
    assertThat(
            shown(
                EvalArticles.article(
                    "zh",
                    Language.ZH_HANS,
                    "青禾国与卡罗国签署条约",
                    """
                    青禾国与卡罗国签署铜贸易条约，两国港口五月起互相开放。
                    青禾国愿同卡罗国携手努力，为两国港口注入新动力。
                    卡罗国高度重视两国的传统友谊，愿不断深化港口合作。
                    """)))
        .isEqualTo("青禾国与卡罗国签署铜贸易条约，两国港口五月起互相开放。 [1]\n");
  }

  @Test
  void prefersWhatOpensItsShortForms() {
    assertThat(
            shown(
                EvalArticles.article(
                    "en",
                    Language.EN,
                    "Norland and Carrow build a pier",
                    """
                    Norland and Carrow will build a second pier in the harbour of the coast by May.
                    The shipyard QRTW will pay for the steel of the pier and for all of its cranes.
                    The shipyard Quick River (QRTW) will pay for the cranes and the steel of the pier.
                    The old shipyard will pay for the lamps along the road to the ferry house.
                    """)))
        .contains("- The shipyard Quick River (QRTW)")
        .doesNotContain("- The shipyard QRTW");
  }

  @Test
  void givesAShortItemOneLineAndNoGroups() {
    Article item =
        EvalArticles.article("short", Language.ZH_HANS, "锂价上涨", "电池级碳酸锂价格周一上涨3%，报每吨7.8万元。");
    Brief brief = ExtractiveBriefs.of(Analyses.of(item));
    assertThat(brief.viewpoint()).hasSize(1);
    assertThat(brief.groups()).isEmpty();
  }

  @Test
  void givesADocumentWithoutTextAnEmptyBrief() {
    Article empty = EvalArticles.article("none", Language.EN, "Scan 12", "");
    assertThat(ExtractiveBriefs.of(Analyses.of(empty)).sentences()).isEmpty();
  }

  @Test
  void givesTheSameBriefEachTime() {
    for (Article article : all()) {
      assertThat(ExtractiveBriefs.of(Analyses.of(article)))
          .isEqualTo(ExtractiveBriefs.of(Analyses.of(article)));
    }
  }

  @Test
  void findsEveryNumberOfItsSentencesWhereTheyCite() {
    BriefNumbers numbers = new BriefNumbers(Checker.of(Lexicon.shipped()));
    for (Article article : all()) {
      Brief brief = numbers.check(ExtractiveBriefs.of(Analyses.of(article)), article);
      assertThat(brief.sentences().flatMap(sentence -> sentence.numbers().stream()))
          .isNotEmpty()
          .allMatch(number -> number.verdict() == NumberVerdict.EXACT);
    }
  }

  @Test
  void flagsANumberThatTheCitedParagraphDoesNotHold() {
    Citation citation = new Citation(SIMPLIFIED.id(), 1, new Span(0, 10));
    Brief lie =
        new Brief(
            SIMPLIFIED.id(),
            Language.ZH_HANS,
            List.of(new BriefSentence("青禾矿业将投资15亿元扩建工厂。", List.of(citation))),
            List.of(),
            new Maker.Model("liar", 1, 0));
    Brief checked = new BriefNumbers(Checker.of(Lexicon.shipped())).check(lie, SIMPLIFIED);
    assertThat(checked.viewpoint().getFirst().numbers())
        .extracting(CheckedNumber::verdict)
        .containsExactly(NumberVerdict.UNSUPPORTED);
  }

  @Test
  void comesBackFromJsonAsItWas() {
    BriefNumbers numbers = new BriefNumbers(Checker.of(Lexicon.shipped()));
    for (Article article : all()) {
      Brief brief = numbers.check(ExtractiveBriefs.of(Analyses.of(article)), article);
      assertThat(BriefJson.read(BriefJson.write(brief))).isEqualTo(brief);
    }
  }

  private static String viewpoint(Article article) {
    return ExtractiveBriefs.of(Analyses.of(article)).viewpoint().getFirst().text();
  }

  private static String shown(Article article) {
    return BriefText.of(ExtractiveBriefs.of(Analyses.of(article)));
  }
}
