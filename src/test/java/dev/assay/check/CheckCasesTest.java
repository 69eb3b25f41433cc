package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sentences and their sources in every direction of the languages, `check/cases.txt`; near misses
/// and what is rightly said in other words, `check/near-misses.txt`; numbers with another unit,
/// time, base or thing, `check/swaps.txt`; and the examples of `lexicon/check-words.tsv`,
/// `check-periods.tsv`, `bases.tsv` and `movements.tsv`.
final class CheckCasesTest {

  private static final Checker CHECKER = Checker.of(Lexicon.shipped());

  /// Known to be wrong: the words beside the number fit another number of the source better.
  private static final Set<String> KNOWN_MISSES =
      Set.of(
          "Recycled metal made up nearly 30 percent of Coast Copper's output.",
          "The dividend is 8.5 yuan for every 10 shares.",
          "Castell sold 64,000 hybrids in October.",
          "拉克菲尔德上半年订单为6.08亿英镑。",
          "一年期贷款利率今年累计下调40个基点。",
          "锑业股份产锑2.7万吨，实现净利润11.3亿元。",
          "G20部长级会议于5月15日至16日举行。",
          "By 2030 aid should reach $90 billion.",
          "Q3 2024 brought a loss of 230 million yuan.",
          "哈尔维克的收入为17亿克朗。",
          "青岭隧道还剩2100米未掘进。",
          "十年间入学人数增长9%。",
          "10月城镇调查失业率从5.2%降至5.0%。",
          "The pipeline is 440 miles long.",
          "Ellery earned $140 million in the first half.",
          "Car sales were 5% lower than in May.",
          "电池价格比三年前低六成。",
          "The board meets every three months.",
          "29 people died, and 96 were saved.",
          "In 2024 Yunzhou grew 71,000 tonnes of tea.",
          "博物馆48个展厅中有12个关闭。",
          "新购公交车共花费1.29亿元。",
          "10月职位空缺环比下降2.7%。",
          "Sales were lower than the 655 million crowns of the quarter before.",
          "两院医生合计770名。",
          "38 schools have no gym.",
          "On the mainland 3 in 10,000 toddlers caught measles.",
          "24 per cent favoured renovating the old stadium.",
          "Stannard shipped 900,000 tonnes of granite in the second quarter.",
          "Rye sold at $240 a tonne.",
          "老君矿年产铜1.3万吨。",
          "The mint struck 31 million coins in the year.",
          "The abbey's orchards gave 90 tonnes of plums.",
          "Boats take 18 percent of the riders.",
          "临江港前七个月吞吐量4150万吨。");

  /// Known to be passed: the words of another number of the same value are near enough.
  private static final Set<String> KNOWN_PASSED =
      Set.of(
          "Stocks doubled.",
          "锑业股份净利润8.6亿元。",
          "Harrow's profit was $38 million.",
          "上一年度万托尔售出11.8万辆自行车。",
          "Pell has 4,200 workers.",
          "A ticket costs £720 per match.",
          "法罗售出1.4万艘船。",
          "The line uses a third of the water.",
          "The festival sold 240,000 tickets a day.",
          "The park counts its snow leopards twice a year.",
          "奥杜亚的任期还有九年。",
          "Growers expect a third record.",
          "The winner took 600,000 yuan.",
          "检查组每次停留六周。",
          "The bank lends to 3,000 banks.",
          "The ferry fare went up to $6.",
          "访客可停留12小时。",
          "驳船运出砾石110万吨。",
          "Lindmark came 11th this year.",
          "The ten-millionth passenger was carried in 2004.",
          "球队位居积分榜首位。",
          "Half of the galleries closed.",
          "68% of graduates went on studying.",
          "On the mainland 12 in every 10,000 toddlers caught measles.",
          "A monthly pass costs 540 kroner in Holm.",
          "Her trial was put off to 9 September.",
          "On Sundays the first ferry leaves at 6:40 a.m.",
          "On 4 July the last one sails at 8:15 a.m.",
          "被告被罚140万元。",
          "It shipped 13 million in the year.",
          "On 24 December the library shuts at 9:30 a.m.",
          "On Saturday it opens at 1:15 p.m.",
          "The aftershock had a magnitude of 5.7.",
          "周岚得79.2分。",
          "西库蓄水占库容七成。",
          "外援抢下35个篮板。",
          "面包商每个摊位付28英镑。",
          "Last year 310,000 student tickets were sold.",
          "南坑矿石品位为每吨1.8克。",
          "Sales a year earlier were 655 million crowns.",
          "The east hospital has 310 doctors.",
          "两院急诊接诊186万人次。",
          "Fines start at 8,000 francs.",
          "达标率提高4.3%。",
          "分拣员每天处理85件包裹。",
          "司机时薪为19.5美元。",
          "霍利斯（Hollis）县有214所学院。",
          "61所学校没有体育馆。",
          "枫桥站设有6个出入口。",
          "后街基金净买入额占成交额的13.1%。",
          "河西基金的净买入占成交额2.4%。",
          "Fenglan's revenue was 220 million yuan.",
          "Maren Holt finished 5 minutes ahead of Ida Quist.",
          "43%的受访者选择自驾。",
          "周岚得分9.86。",
          "上半年成交18.4亿元。",
          "Talia Voss paid 900,000 euros for the abbey.",
          "The pilot was fined 75,000 crowns.",
          "Private buyers took 23 lots.",
          "陈砚秋的丈夫捐出300万元。",
          "调查组少报了17起事故。",
          "去省城的有23人。",
          "即将关闭的老君矿年产铜4.1万吨。",
          "The rate for homes was raised by half a point.",
          "Inspectors let 18,000 litres of dye into the stream.",
          "Trams take 18 percent of the riders.",
          "When the gates were opened the lake stood at 12.6 metres.",
          "The choir had 71 singers when it first went abroad.",
          "The Ravens beat the Otters 90-77.",
          "The final took 131 minutes.",
          "环保组织去年排放污水270万吨。",
          "来自北方的有12套。",
          "第二局比分为25比17。");

  private record Case(String source, String sentence, boolean supported, String wrong) {}

  @TestFactory
  Stream<DynamicTest> tellsWhatTheSourceCarries() throws IOException {
    return cases("cases.txt").stream()
        .map(each -> DynamicTest.dynamicTest(each.sentence(), () -> check(each)));
  }

  @TestFactory
  Stream<DynamicTest> tellsANearMissFromWhatIsRightlySaid() throws IOException {
    return cases("near-misses.txt").stream()
        .map(each -> DynamicTest.dynamicTest(each.sentence(), () -> check(each)));
  }

  @TestFactory
  Stream<DynamicTest> tellsANumberOfAnotherUnitTimeBaseOrThing() throws IOException {
    return cases("swaps.txt").stream()
        .map(each -> DynamicTest.dynamicTest(each.sentence(), () -> check(each)));
  }

  private static void check(Case each) {
    SentenceCheck check = CHECKER.check(each.sentence(), List.of(each.source()), Language.EN);
    if (KNOWN_MISSES.contains(each.sentence())) {
      assertThat(check.isSupported()).as("a known miss that is mended: take it off").isFalse();
      return;
    }
    if (KNOWN_PASSED.contains(each.sentence())) {
      assertThat(check.isSupported()).as("a known pass that is mended: take it off").isTrue();
      return;
    }
    assertThat(check.isSupported()).isEqualTo(each.supported());
    if (!each.wrong().isEmpty()) {
      assertThat(check.numbers())
          .filteredOn(number -> number.verdict() == NumberVerdict.UNSUPPORTED)
          .extracting(number -> number.span().in(each.sentence()))
          .anyMatch(words -> each.wrong().contains(words) || words.contains(each.wrong()));
    }
  }

  private static List<Case> cases(String file) throws IOException {
    List<Case> cases = new ArrayList<>();
    String source = "";
    for (String line : lines(file)) {
      if (line.startsWith("= ") || line.startsWith("== ")) {
        source = line.substring(line.indexOf(' ') + 1);
      } else if (line.startsWith("+ ") || line.startsWith("- ")) {
        int bracket = line.endsWith("]") ? line.lastIndexOf(" [") : -1;
        String sentence = line.substring(2, bracket < 0 ? line.length() : bracket).strip();
        String wrong = bracket < 0 ? "" : line.substring(bracket + 2, line.length() - 1);
        cases.add(new Case(source, sentence, line.charAt(0) == '+', wrong));
      }
    }
    return cases;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = CheckCasesTest.class.getResourceAsStream("/check/" + file)) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("check/" + file + " is not there"));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> usesTheWordsOfTheLexicon() {
    return Lexicon.shipped().table("check-words.tsv").rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.cell(0), () -> checkExample(row.cell(2))));
  }

  @TestFactory
  Stream<DynamicTest> usesWhatTheWordsOfAClauseMake() {
    return Lexicon.shipped().table("bases.tsv").rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.cell(0), () -> checkExample(row.cell(4))));
  }

  @TestFactory
  Stream<DynamicTest> tellsWhatSomethingChangedByFromWhatItCameTo() {
    return Lexicon.shipped().table("movements.tsv").rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.cell(0), () -> checkExample(row.cell(2))));
  }

  @TestFactory
  Stream<DynamicTest> datesNumbersByTheWordsOfTheLexicon() {
    return Lexicon.shipped().table("check-periods.tsv").rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.cell(1), () -> checkExample(row.cell(3))));
  }

  private static void checkExample(String example) {
    int slash = example.indexOf(" / ");
    int equals = example.lastIndexOf(" = ");
    SentenceCheck check =
        CHECKER.check(
            example.substring(0, slash),
            List.of(example.substring(slash + 3, equals)),
            Language.EN);
    assertThat(check.numbers().getLast().verdict().word()).isEqualTo(example.substring(equals + 3));
  }
}
