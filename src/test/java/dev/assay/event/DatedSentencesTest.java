package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.event.TellingSigns.Sign;
import dev.assay.lexicon.Lexicon;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which sentences of a text say when something happened, and when that was.
final class DatedSentencesTest {

  /// A sentence that names the topic of a timeline is a row from this weight on.
  private static final int LEAST_OF_A_ROW = 10;

  private final DatedSentences days = new DatedSentences(Lexicon.shipped());

  private static Analysis analysis(
      Language language, LocalDate day, Precision precision, String text) {
    PublicationTime published =
        new PublicationTime(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            precision,
            ZoneOffset.UTC,
            false,
            Certainty.STATED,
            "");
    return Analyses.analyzer().analyze(Article.ofLines(text, language, published));
  }

  private List<String> told(Language language, LocalDate day, Precision precision, String text) {
    return days.of(analysis(language, day, precision, text)).stream()
        .map(DatedSentencesTest::line)
        .toList();
  }

  /// All sentences that name a day, however little speaks for their telling what happened on it.
  private List<String> dated(Language language, String text) {
    return days
        .candidates(analysis(language, LocalDate.of(2026, 6, 8), Precision.DAY, text))
        .stream()
        .map(candidate -> line(candidate.sentence()))
        .toList();
  }

  private static String line(DatedSentence dated) {
    String until = dated.first().equals(dated.last()) ? "" : ".." + dated.last();
    return dated.first() + until + " " + dated.text();
  }

  private List<String> english(String text) {
    return told(Language.EN, LocalDate.of(2026, 6, 8), Precision.DAY, text);
  }

  private List<String> chinese(String text) {
    return told(Language.ZH_HANS, LocalDate.of(2026, 6, 8), Precision.DAY, text);
  }

  /// A quarter that is told by its months has no month of its own.
  @Test
  void leaveQuartersToldByTheirMonthsToTheirYear() {
    assertThat(
            dated(
                Language.EN,
                "On 5 March 2026 the mine of Wallen opened. From January to March output rose 5%."))
        .first()
        .isEqualTo("2026-03-05 On 5 March 2026 the mine of Wallen opened.");
    assertThat(dated(Language.ZH_HANS, "2026年3月5日松岭矿山投产。1至3月产量增长5%。"))
        .first()
        .isEqualTo("2026-03-05 2026年3月5日松岭矿山投产。");
  }

  @Test
  void areOfTheDaysThatTheirSentenceMeans() {
    assertThat(
            dated(
                Language.EN,
                "In the week to 5 June the board of Wallen counted 312 lorries on the detour.\n"
                    + "Judges in Wallen hear the appeal in the week of 16 June.\n"
                    + "Inspectors closed nine school kitchens in Wallen between 1 and 4 June."))
        .containsExactly(
            "2026-05-30..2026-06-05 In the week to 5 June the board of Wallen counted 312 lorries on the detour.",
            "2026-06-15..2026-06-21 Judges in Wallen hear the appeal in the week of 16 June.",
            "2026-06-01..2026-06-04 Inspectors closed nine school kitchens in Wallen between 1 and 4 June.");
    assertThat(dated(Language.ZH_HANS, "上诉将于6月16日当周在瓦伦开庭。\n卡罗公司6月1日至5日在南屏举行了三场听证会。"))
        .containsExactly(
            "2026-06-15..2026-06-21 上诉将于6月16日当周在瓦伦开庭。",
            "2026-06-01..2026-06-05 卡罗公司6月1日至5日在南屏举行了三场听证会。");
  }

  @Test
  void areAsExactAsTheirSentence() {
    assertThat(
            dated(
                Language.EN,
                "Engineers of Wallen finished the new pier in the first half of 2025, and opened it without a word."))
        .containsExactly(
            "2025-01-01..2025-06-30 Engineers of Wallen finished the new pier in the first half of 2025, and opened it without a word.");
    assertThat(dated(Language.ZH_HANS, "卡罗矿2025年第三季度曾因溢流停产两周，损失很大。"))
        .containsExactly("2025-07-01..2025-09-30 卡罗矿2025年第三季度曾因溢流停产两周，损失很大。");
  }

  @Test
  void areOfWhatIsToComeByThen() {
    assertThat(
            dated(
                Language.EN, "The city of Wallen will hire forty cooks before September, it says."))
        .containsExactly(
            "2026-09-01..2026-09-30 The city of Wallen will hire forty cooks before September, it says.");
    assertThat(dated(Language.ZH_HANS, "莱纳斯此前表示，其重稀土产线将在2026年9月以前扩建完毕。"))
        .containsExactly("2026-09-01..2026-09-30 莱纳斯此前表示，其重稀土产线将在2026年9月以前扩建完毕。");
  }

  /// A day on which somebody only says or reports it is the last that is taken.
  @Test
  void areOfTheDayOfWhatIsToldRatherThanOfTheReport() {
    assertThat(
            dated(
                Language.EN,
                "Lynas said on Thursday that the governor of Wallen had asked for more water.\n"
                    + "Lynas said on Thursday that its kiln in Wallen had opened on 2 June."))
        .containsExactly(
            "2026-06-04 Lynas said on Thursday that the governor of Wallen had asked for more water.",
            "2026-06-02 Lynas said on Thursday that its kiln in Wallen had opened on 2 June.");
    assertThat(
            dated(Language.ZH_HANS, "据海陵社6月7日报道，莱纳斯6月2日在海陵省启用新窑炉。\n" + "记者6月5日从莱纳斯获悉，海陵省的新窑炉已经启用。"))
        .containsExactly(
            "2026-06-02 据海陵社6月7日报道，莱纳斯6月2日在海陵省启用新窑炉。", "2026-06-05 记者6月5日从莱纳斯获悉，海陵省的新窑炉已经启用。");
  }

  @Test
  void areOfNoDayAfterWhichSomethingIsOnlySo() {
    assertThat(
            dated(
                Language.ZH_HANS,
                "自6月2日莱纳斯的窑炉停产后，海陵省的氧化物涨价。\n" + "自5月爆发的罢工已使莱纳斯停产。\n" + "莱纳斯将让明天的孩子用上好窑炉。"))
        .isEmpty();
    assertThat(dated(Language.EN, "The kilns of tomorrow are built by Lynas in Wallen, it says."))
        .isEmpty();
  }

  @Test
  void areOfTheLastDayOfTheWeekIfWhatWasStandsBeforeIt() {
    assertThat(
            dated(
                Language.EN,
                "The council of Wallen passed a rule Friday that will keep the quay shut."))
        .containsExactly(
            "2026-06-05 The council of Wallen passed a rule Friday that will keep the quay shut.");
    assertThat(dated(Language.ZH_HANS, "海陵省议会通过了周五起将关闭码头的决定。"))
        .containsExactly("2026-06-05 海陵省议会通过了周五起将关闭码头的决定。");
  }

  /// A Chinese 今天 says nowadays even there.
  @Test
  void areOfTodayWhereSomethingIsDone() {
    assertThat(
            dated(
                Language.EN,
                "The council of Wallen voted today to close the quay that opened in March.\n"
                    + "Today, Lynas is the largest firm of Wallen.\n"
                    + "Today's Wallen signed more treaties than the Wallen of old."))
        .containsExactly(
            "2026-06-08 The council of Wallen voted today to close the quay that opened in March.");
    assertThat(dated(Language.ZH_HANS, "海陵省当年关闭了码头，今天也可以通过法令关闭它。")).isEmpty();
  }

  /// The verb of an act is that of another clause, or of long ago.
  @Test
  void areNotOfTodayWhereItMeansNowadaysBesideAnAct() {
    assertThat(
            dated(
                Language.EN,
                "The two signed the treaty that today governs the river of Wallen.\n"
                    + "Carrow was founded in 1820 and today has 300 houses.\n"
                    + "Lynas today announced that it opened the quay of Wallen.\n"
                    + "Lynas has today signed a contract with Wallen."))
        .containsExactly(
            "2026-06-08 Lynas today announced that it opened the quay of Wallen.",
            "2026-06-08 Lynas has today signed a contract with Wallen.");
  }

  /// What is to come in another clause says nothing of a day on which something was.
  @Test
  void areOfTheLastDayOfTheWeekIfAnotherClauseIsToCome() {
    assertThat(dated(Language.EN, "After the storm on Friday, the ferry of Wallen will not sail."))
        .containsExactly(
            "2026-06-05 After the storm on Friday, the ferry of Wallen will not sail.");
    assertThat(dated(Language.ZH_HANS, "海陵省的渡轮周五停航后，莱纳斯将另派一艘。"))
        .containsExactly("2026-06-05 海陵省的渡轮周五停航后，莱纳斯将另派一艘。");
  }

  @Test
  void areOfTheNextDayOfTheWeekBetweenTwoCommasOfItsClause() {
    assertThat(dated(Language.EN, "Brandt, on Friday, will open the mine in Carrow."))
        .containsExactly("2026-06-12 Brandt, on Friday, will open the mine in Carrow.");
    assertThat(dated(Language.ZH_HANS, "莱纳斯，周五，将在海陵省启用窑炉。"))
        .containsExactly("2026-06-12 莱纳斯，周五，将在海陵省启用窑炉。");
  }

  /// Of June: what was done may be a plan.
  @Test
  void areOfTheNextMonthThoughSomethingWasDone() {
    assertThat(
            dated(
                Language.EN,
                "Lynas agreed to open its kiln in July.\n"
                    + "Lynas announced the opening of its kiln in July.\n"
                    + "The festival of Wallen planned for July was cut in half."))
        .hasSize(3)
        .allMatch(line -> line.startsWith("2026-07-01..2026-07-31 "));
    assertThat(dated(Language.ZH_HANS, "海陵省确定了7月的考试安排。"))
        .containsExactly("2026-07-01..2026-07-31 海陵省确定了7月的考试安排。");
  }

  @Test
  void areNoNumbersOfGates() {
    assertThat(dated(Language.ZH_HANS, "旅客从1号闸机进入海陵省的码头。")).isEmpty();
    assertThat(dated(Language.EN, "Gate 2 of Wallen was shut.")).isEmpty();
  }

  /// What stands right before the number is called by it, whatever it is; who acts is not.
  @Test
  void areNoNumbersOfThingsWithNames() {
    assertThat(
            dated(Language.ZH_HANS, "旅行者2号上的仪器仍在工作，海陵省收到了数据。\n雪龙2号抵达海陵省。\n蛟龙7号完成下潜。\n海陵省轨道交通5号停运。"))
        .isEmpty();
    assertThat(dated(Language.ZH_HANS, "莱纳斯5号在海陵省启用窑炉。\n总统5号宣布罢免省长。\n航天员乘神舟5日返回海陵省。"))
        .containsExactly(
            "2026-06-05 莱纳斯5号在海陵省启用窑炉。", "2026-06-05 总统5号宣布罢免省长。", "2026-06-05 航天员乘神舟5日返回海陵省。");
    assertThat(dated(Language.EN, "The instruments of Voyager 2 still work, Wallen heard."))
        .isEmpty();
  }

  /// By their weights: what is remarked, foretold, or so until now is no row of a timeline, not
  /// even of a topic that it names.
  @Test
  void areNoRemarksForecastsAndStandings() {
    String text =
        "On 4 June, the governor of Wallen opened the new quay of Lynas.\n"
            + "On 5 June, the governor of Wallen said he believes in the future of the town.\n"
            + "Output of the town may rise in July, two analysts told us.\n"
            + "Since the spring 312 lorries have been counted as of 6 June so far.";
    assertThat(
            days.of(analysis(Language.EN, LocalDate.of(2026, 6, 8), Precision.DAY, text)).stream()
                .filter(dated -> dated.weight() >= LEAST_OF_A_ROW)
                .map(DatedSentencesTest::line))
        .containsExactly(
            "2026-06-04 On 4 June, the governor of Wallen opened the new quay of Lynas.");
    assertThat(
            chinese(
                "6月4日，海陵省省长为莱纳斯新码头揭牌。\n"
                    + "6月5日，海陵省省长表示，他对本省的未来充满信心。\n"
                    + "预计7月产量可能上升。\n"
                    + "6月6日的资金流向显示，累计净流入312万元。"))
        .containsExactly("2026-06-04 6月4日，海陵省省长为莱纳斯新码头揭牌。");
  }

  /// May is a month, and *may* foretells.
  @Test
  void areNoForecastsForBeingOfMay() {
    assertThat(
            foretelling(
                Language.EN,
                "The council of Wallen opened the depot on 7 May 2026.\n"
                    + "In May the council of Wallen opened the depot.\n"
                    + "THE COUNCIL OPENED IT ON 7 MAY 2026.\n"
                    + "The council of Wallen may open the depot on 7 May 2027."))
        .containsExactly(false, false, false, true);
    assertThat(foretelling(Language.ZH_HANS, "海陵省议会5月7日为仓库揭牌。\n海陵省议会可能于2027年5月7日为仓库揭牌。"))
        .containsExactly(false, true);
  }

  @Test
  void areRemarksInEitherScript() {
    for (String remark : List.of("海陵省省长6月5日介绍了新码头。", "海陵省省長6月5日介紹了新碼頭。", "海陵省省長6月5日批評了新碼頭。")) {
      assertThat(signs(Language.ZH_HANS, remark, Sign.REMARK)).as(remark).containsExactly(true);
    }
    assertThat(signs(Language.EN, "The governor of Wallen opened it on 5 June.", Sign.REMARK))
        .containsExactly(false);
  }

  /// Behind the comma of a day that opens the sentence its clause goes on.
  @Test
  void areRemarksBehindADayThatOpensThem() {
    assertThat(
            signs(
                Language.EN,
                "On 5 June, the governor of Wallen said he believes in the town.\n"
                    + "The quay opened on 5 June, the governor of Wallen said.",
                Sign.REMARK))
        .containsExactly(true, false);
    assertThat(signs(Language.ZH_HANS, "6月5日，海陵省省长表示看好本省。\n6月5日，海陵省省长为码头揭牌。", Sign.REMARK))
        .containsExactly(true, false);
  }

  @Test
  void haveNoMoreClausesForNumbersAndLongLists() {
    assertThat(
            signs(
                Language.EN,
                "Lynas sold 1,200 tons of ore on 5 June in Wallen.\n"
                    + "Lynas, on 5 June, sold ore in Wallen.",
                Sign.CLAUSES))
        .containsExactly(false, true);
    assertThat(signs(Language.ZH_HANS, "莱纳斯6月5日在海陵省售出1,200吨矿石。\n6月5日，3人在海陵省获救。", Sign.CLAUSES))
        .containsExactly(false, true);
    String list = "Lynas sold ore on 5 June in Wallen" + ", Tarwin".repeat(6);
    assertThat(values(Language.EN, list + ".\n" + list + ", Carrow, Marlow.", Sign.CLAUSES))
        .hasSize(2)
        .satisfies(two -> assertThat(two.getFirst()).isEqualTo(two.getLast()));
  }

  private List<Boolean> foretelling(Language language, String text) {
    return signs(language, text, Sign.FORECAST);
  }

  private List<Boolean> signs(Language language, String text, Sign sign) {
    return values(language, text, sign).stream().map(value -> value > 0).toList();
  }

  private List<Double> values(Language language, String text, Sign sign) {
    return days
        .candidates(analysis(language, LocalDate.of(2026, 6, 8), Precision.DAY, text))
        .stream()
        .map(candidate -> candidate.signs().get(sign.word()))
        .toList();
  }

  @Test
  void areOfTheDayToWhichSomethingWasPutOff() {
    assertThat(
            dated(
                Language.EN,
                "The tour of Wallen originally planned for 18 June was put off to 25 June."))
        .containsExactly(
            "2026-06-25 The tour of Wallen originally planned for 18 June was put off to 25 June.");
    assertThat(dated(Language.ZH_HANS, "莱纳斯原定6月18日在海陵省举行的年会推迟到6月25日。"))
        .containsExactly("2026-06-25 莱纳斯原定6月18日在海陵省举行的年会推迟到6月25日。");
  }

  /// Of a Monday: the last of them, though the sentence tells of what is to come.
  @Test
  void areOfTheLastDayOfTheWeekIfOnlyAnotherClauseLooksAhead() {
    assertThat(
            dated(
                Language.EN,
                "Lynas said Thursday it would sell a quay.\n"
                    + "On Wednesday, Lynas and the governor will open a kitchen."))
        .containsExactly(
            "2026-06-04 Lynas said Thursday it would sell a quay.",
            "2026-06-10 On Wednesday, Lynas and the governor will open a kitchen.");
    assertThat(dated(Language.ZH_HANS, "莱纳斯说将扩建码头，旧渡轮周二在海陵省停航。"))
        .containsExactly("2026-06-02 莱纳斯说将扩建码头，旧渡轮周二在海陵省停航。");
  }

  @Test
  void areOfTheYearOfTheirStory() {
    assertThat(
            dated(
                Language.EN,
                "On September 7, 2010, a trawler hit two patrol boats off Wallen.\n"
                    + "The captain was held for two weeks.\n"
                    + "On September 24, Wallen let him go.\n"
                    + "In November the ministry paid for the boats.\n"
                    + "On June 5, a museum of Wallen bought one of them."))
        .containsExactly(
            "2010-09-07 On September 7, 2010, a trawler hit two patrol boats off Wallen.",
            "2010-09-24 On September 24, Wallen let him go.",
            "2010-11-01..2010-11-30 In November the ministry paid for the boats.",
            "2026-06-05 On June 5, a museum of Wallen bought one of them.");
    assertThat(
            dated(
                Language.ZH_HANS,
                "2010年9月7日，一艘渔船在海陵省撞上两艘巡逻艇。船长被扣两周。9月24日，海陵省释放了船长。\n6月5日，博物馆买下其中一艘。"))
        .containsExactly(
            "2010-09-07 2010年9月7日，一艘渔船在海陵省撞上两艘巡逻艇。",
            "2010-09-24 9月24日，海陵省释放了船长。",
            "2026-06-05 6月5日，博物馆买下其中一艘。");
  }

  /// Of 8 June: what departed on the 12th did so in another year.
  @Test
  void areOfAStoryRatherThanOfDaysToComeIfTheyAreOver() {
    assertThat(
            dated(
                Language.EN,
                "On April 10, 2012, a warship came to the shoal of Wallen.\nThe warship departed on June 12, and a boat came."))
        .containsExactly(
            "2012-04-10 On April 10, 2012, a warship came to the shoal of Wallen.",
            "2012-06-12 The warship departed on June 12, and a boat came.");
    assertThat(dated(Language.ZH_HANS, "2012年4月10日，军舰来到海陵省外海。\n6月12日，军舰离开了海陵省。"))
        .containsExactly("2012-04-10 2012年4月10日，军舰来到海陵省外海。", "2012-06-12 6月12日，军舰离开了海陵省。");
  }

  @Test
  void areOfTheYearThatIsToldBesideThem() {
    assertThat(
            dated(
                Language.EN,
                "Two quays of Wallen were closed in July and August 2022.\n"
                    + "The fleet shrank in 2021 and was sold in March of the same year.\n"
                    + "The board met in May of the following year."))
        .containsExactly(
            "2022-07-01..2022-08-31 Two quays of Wallen were closed in July and August 2022.",
            "2021-03-01..2021-03-31 The fleet shrank in 2021 and was sold in March of the same year.",
            "2022-05-01..2022-05-31 The board met in May of the following year.");
    assertThat(dated(Language.ZH_HANS, "海陵省在二零一九年的七月关闭了码头。\n同年九月卖掉了船队。\n次年三月重开。"))
        .containsExactly(
            "2019-07-01..2019-07-31 海陵省在二零一九年的七月关闭了码头。",
            "2019-09-01..2019-09-30 同年九月卖掉了船队。",
            "2020-03-01..2020-03-31 次年三月重开。");
  }

  @Test
  void areOfTheYearThatOpensTheirSentence() {
    assertThat(
            dated(
                Language.EN,
                "In 2003 Nora Tarwin joined a label of Wallen, and on April 6 she released an album."))
        .containsExactly(
            "2003-04-06 In 2003 Nora Tarwin joined a label of Wallen, and on April 6 she released an album.");
    assertThat(dated(Language.ZH_HANS, "2003年陈静签约松岭唱片，4月6日发行首张专辑。"))
        .containsExactly("2003-04-06 2003年陈静签约松岭唱片，4月6日发行首张专辑。");
  }

  /// What was in the year was made known in the next one.
  @Test
  void areNotOfTheYearThatOpensTheirSentenceWhereTheyAreNewsOrBehindItsFigure() {
    assertThat(
            dated(
                Language.EN,
                "In 2025 Marlow of Wallen rebuilt its quay, and on May 28 the firm opened it.\n"
                    + "In 2025 Marlow's revenue rose 5 percent, the firm said on March 28."))
        .containsExactly(
            "2026-05-28 In 2025 Marlow of Wallen rebuilt its quay, and on May 28 the firm opened it.",
            "2026-03-28 In 2025 Marlow's revenue rose 5 percent, the firm said on March 28.");
    assertThat(
            dated(Language.ZH_HANS, "2025年青禾电梯重组了工厂，5月28日公司发布年报。\n2025年青禾电梯营业收入62亿元，3月28日公司发布年报。"))
        .containsExactly(
            "2026-05-28 2025年青禾电梯重组了工厂，5月28日公司发布年报。", "2026-03-28 2025年青禾电梯营业收入62亿元，3月28日公司发布年报。");
  }

  @Test
  void areNotOfTheYearByWhichAThingIsCalled() {
    assertThat(
            dated(
                Language.EN, "A label founded in 2003 opened a hall in Wallen on April 7 at noon."))
        .containsExactly(
            "2026-04-07 A label founded in 2003 opened a hall in Wallen on April 7 at noon.");
    assertThat(dated(Language.ZH_HANS, "2003年成立的松岭唱片4月7日在海陵省开馆。"))
        .containsExactly("2026-04-07 2003年成立的松岭唱片4月7日在海陵省开馆。");
  }

  /// Of the year before the story, or of the one after its beginning: nobody says.
  @Test
  void areNoneWhereAStoryGoesBackByMonths() {
    assertThat(
            dated(
                Language.EN,
                "On September 7, 2010, a trawler hit two patrol boats off Wallen.\nIn March the ministry cut its quotas."))
        .containsExactly(
            "2010-09-07 On September 7, 2010, a trawler hit two patrol boats off Wallen.");
    assertThat(dated(Language.ZH_HANS, "2010年9月7日，一艘渔船在海陵省撞上两艘巡逻艇。\n3月，海陵省削减了配额。"))
        .containsExactly("2010-09-07 2010年9月7日，一艘渔船在海陵省撞上两艘巡逻艇。");
  }

  @Test
  void mayBeShort() {
    assertThat(chinese("委员会定于6月20日开会。")).containsExactly("2026-06-20 委员会定于6月20日开会。");
    assertThat(english("June 20, 2026 Wallen")).isEmpty();
  }

  @Test
  void areNoBylinesNotesAndRemarks() {
    assertThat(english("Reader's note, 5 June 2026\nWhat were we thinking when we met on 3 June?"))
        .isEmpty();
    assertThat(chinese("读者来信，2026年6月5日\n我昨天与网友分享的那个观点，大家怎么看？")).isEmpty();
  }

  @Test
  void areOfNoDayByWhichAThingIsOnlyCalled() {
    assertThat(
            dated(
                Language.EN,
                "The quay fund, announced in September 2025 with some noise, buys two cranes.\n"
                    + "The fund has spent much, including a grant for cranes signed in May 2025, on quays.\n"
                    + "The quay fund, led by Wallen, announced in September 2025 that it buys cranes."))
        .containsExactly(
            "2025-09-01..2025-09-30 The quay fund, led by Wallen, announced in September 2025 that it buys cranes.");
    assertThat(dated(Language.ZH_HANS, "海陵省执行2025年9月29日公布的码头管制。\n2023年10月船长罢工以来，码头一直关闭。"))
        .isEmpty();
  }

  @Test
  void areOfNoDayThatIsAName() {
    assertThat(english("Nobody in Wallen had read the Sunday Times before the vote was held."))
        .isEmpty();
    assertThat(english("Monday Night Tennis will show the match of Wallen again.")).isEmpty();
  }

  @Test
  void haveNoWeekdayWhereOnlyTheMonthOfTheTextIsKnown() {
    assertThat(
            told(
                Language.EN,
                LocalDate.of(2026, 6, 1),
                Precision.MONTH,
                "The board of Wallen closed the ferry line to Tarwin on Friday."))
        .isEmpty();
  }
}
