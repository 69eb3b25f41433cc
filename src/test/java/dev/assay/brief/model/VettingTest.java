package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VettingTest {

  /// Of an invented dictionary.
  private static final Bilingual DICTIONARY =
      new Bilingual() {
        private static final Map<String, String> WORDS =
            Map.of("木卫三", "Ganymede", "海上", "maritime", "自卫队", "self-defense force");

        @Override
        public List<String> inEnglish(String word) {
          return Optional.ofNullable(WORDS.get(word)).stream().toList();
        }

        @Override
        public List<String> inChinese(String words) {
          return WORDS.entrySet().stream()
              .filter(entry -> entry.getValue().equalsIgnoreCase(words))
              .map(Map.Entry::getKey)
              .toList();
        }
      };

  private static final Checks CHECKS = checks();

  private static Checks checks() {
    Lexicon lexicon = Lexicon.shipped();
    Names names = Names.load(lexicon);
    return Checks.of(
        lexicon,
        new Checker(new QuantityExtractor(lexicon), names),
        new NameChecker(lexicon, new TagMatcher(names)),
        () -> Optional.of(DICTIONARY));
  }

  /// What becomes of a sentence of a model about a line.
  private static String standing(String line, String sentence) {
    Article article = EvalArticles.article("a", language(line), "", line + "\n");
    Vetting.Finding finding =
        new Vetting(article, language(sentence), CHECKS).of(sentence, List.of(1));
    if (!finding.isSound()) {
      return "withheld";
    }
    return finding.openNames().isEmpty() && finding.doubts().isEmpty() ? "confirmed" : "marked";
  }

  private static Language language(String text) {
    return text.chars().anyMatch(c -> c >= 0x4e00 && c < 0xa000) ? Language.ZH_HANS : Language.EN;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          股东大会罢免何林等4名董事的职务。 | The shareholders removed He Lin and three other directors.
          The board dismissed five directors, among them He Lin. | 董事会罢免了何林和另外四名董事。
          The board dismissed three directors, among them He Lin. | 董事会罢免了何林和另外两名董事。
          Etihad ordered 28 aircraft from Boeing in May. | 阿提哈德航空5月向波音订购28架飞机。
          分析师预计经济将实现“软着陆”。 | Analysts expect a "soft landing" of the economy.
          The inspectors came at 7:10 p.m. on May 6. | 检查人员于5月6日晚上7点10分到达。
          The club ranks #6 of 42 in the league. | 该俱乐部在联赛42队中排名第六。
          The motion of Petter Aune was carried. | 彼得·奥内的动议获得通过。
          “The bridge is safe. Nobody need worry,” he said on the quay. | “The bridge is safe.
          Tower management declined to comment. | 塔方管理层拒绝置评。
          Appeals are heard on June 6, 7 and 9 at Norland. | 上诉于6月6日、7日和9日审理。
          上诉于6月6、7和9日审理。 | Appeals are heard on June 6, 7 and 9.
          市第二医院上月推迟了47台手术。 | No. 2 Hospital put off 47 operations last month.
          仓库位于园区7号楼，属锦程物流所有。 | The warehouse is in Building 7 of the park and belongs to Jincheng Logistics.
          她以2分07秒83获得蝶泳第一。 | She won the butterfly in 2:07.83.
          The winner took 2:09:17 for the course. | 冠军跑完全程用时2小时9分17秒。
          锦程物流表示，仓库去年没有亏损。 | Jincheng Logistics said the warehouse did not lose money last year.
          The ferry didn’t leave on Friday, as the crew hadn’t slept. | 渡轮周五没有出发，因为船员没有睡觉。
          原告刘名洋表示，法院驳回了他的其他请求。 | The court rejected Liu's other claims.
          Setter Ida Solheim-Baird kept her place in the team. | 二传手艾达·索尔海姆-贝尔德留在队中。
          40 of the 220 beams did not fit. | 220根梁中有40根不合适。
          220根梁中有40根不合适。 | 40 of the 220 beams did not fit.
          沿港口岸出口铜3万吨。 | Yangang port exported 30,000 tonnes of copper.
          3所学校中有1200名学生感染。 | 3所学校中有1200名学生感染。
          At 3 schools 1,200 pupils were infected. | 3所学校中有1200名学生感染。
          The bank sold 1,000 lots of 100 bonds in May. | The bank sold 1,000 lots of 100 bonds.
          港务局长谷川美和说，沿港的吊机今年会修好。 | Miwa Hasegawa said the cranes of Yangang would be repaired this year.
          Miwa Hasegawa said the cranes would be repaired this year. | 长谷川美和说，吊机今年会修好。
          船长范明远表示，渡轮晚点。 | Captain Pham said the ferry was late.
          Captain Pham and Prime Minister Lee said the ferry was late. | 船长范明远和总理李淑芬表示，渡轮晚点。
          Ferries on the Polish side were on time. | 波兰一侧的渡轮准点。
          我国去年建造渡轮40艘。 | China built 40 ferries last year.
          Cyclone Freddy hit 40 ferries. | 气旋“弗雷迪”袭击了40艘渡轮。
          渡轮从里海开往马德里，比去年提前22天。 | The ferry left the Caspian Sea for Madrid 22 days earlier than last year.
          云屏县去年生产水泥40多万吨，水泥价格上涨两成。 | Yunping made more than 400,000 tonnes of cement last year, and the price of cement rose by 20%.
          """)
  void confirmsWhatTheLinesSayInOtherWords(String line, String sentence) {
    assertThat(standing(line, sentence)).isEqualTo("confirmed");
  }

  /// A sentence that repeats a line but for a word, and one that repeats it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry to Ostholm is run by Norland Metals, and that to Stenby by the town. | The ferry to Ostholm is run by Harrowgate Mining, and that to Stenby by the town.
          The council of Ostholm may sell the harbour in May. | The council of Ostholm has already begun to sell the harbour in May.
          In Ostholm 40 of the 70 cranes stood still, in Stenby 12 of 31. | In Ostholm 12 of the 70 cranes stood still, in Stenby 40 of 31.
          The museum does not close in winter, and nobody has to pay. | The museum does close in winter, and nobody has to pay.
          东屿的渡轮由诺兰矿业公司经营，北港的渡轮由市政府经营。 | 东屿的渡轮由恒岳矿业公司经营，北港的渡轮由市政府经营。
          东屿市政府计划五月出售港口。 | 东屿市政府五月已出售港口。
          东屿70台吊机中有40台停用，北港31台中有12台停用。 | 东屿70台吊机中有12台停用，北港31台中有40台停用。
          该馆冬季不对外开放，也不收门票。 | 该馆冬季对外开放，也不收门票。
          """)
  void holdsASentenceThatRepeatsALineAgainstItPlaceByPlace(String line, String lie) {
    assertThat(standing(line, lie)).isNotEqualTo("confirmed");
    assertThat(standing(line + " Nobody else will. 其他人未必。", line)).isEqualTo("confirmed");
  }

  /// Its first clause belongs to what a sentence says.
  @Test
  void takesNoPartOfASentenceForTheWhole() {
    assertThat(
            standing(
                "Lund denied that the plant will close. The plant opened in May.",
                "The plant will close."))
        .isNotEqualTo("confirmed");
  }

  /// 木卫三 and 海上自卫队 stand in no list of names.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Titan is second only to Ganymede. | 土卫六仅次于木卫三。 | confirmed
          Titan is second only to Europa. | 土卫六仅次于木卫三。 | marked
          海上自卫队派出两艘驱逐舰。 | The Maritime Self-Defense Force sent two destroyers. | confirmed
          海上保安厅派出两艘驱逐舰。 | The Maritime Self-Defense Force sent two destroyers. | marked
          """)
  void looksNamesUpInTheDictionary(String line, String sentence, String standing) {
    assertThat(standing(line, sentence)).isEqualTo(standing);
  }

  /// 西格丽德·莫恩 sounds a little like *Marianne* of the first paragraph, and is in the second.
  @Test
  void marksAForeignNameThatIsThatOfAnotherParagraph() {
    Article article =
        EvalArticles.article(
            "a",
            Language.EN,
            "",
            "Chief executive Marianne Lund praised the crew of the ferry for its work in January.\n"
                + "The manager of the harbour, Sigrid Moen, said that she had not been told of it.\n");
    Vetting vetting = new Vetting(article, Language.ZH_HANS, CHECKS);
    assertThat(vetting.of("首席执行官玛丽安娜·伦德赞扬了船员。", List.of(1)).openNames()).isEmpty();
    assertThat(vetting.of("首席执行官西格丽德·莫恩赞扬了船员。", List.of(1)).openNames()).containsExactly("西格丽德·莫恩");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hannah Oduya led the search. | She found the boat on the third day. | 汉娜·奥杜亚在第三天找到了船。 | 彼得·奥内在第三天找到了船。
          搜救由林晓岚负责。 | 她在第三天找到了船。 | Lin Xiaolan found the boat on the third day. | Petter Aune found the boat on the third day.
          """)
  void knowsWhomAPronounMeans(String before, String line, String meant, String another) {
    Article article = EvalArticles.article("a", language(line), "-", before + "\n" + line + "\n");
    assertThat(new Vetting(article, language(meant), CHECKS).of(meant, List.of(2)).openNames())
        .isEmpty();
    assertThat(new Vetting(article, language(meant), CHECKS).of(another, List.of(2)).openNames())
        .isNotEmpty();
  }

  /// What is no person is not meant, 其他 is nobody, and the *I* of *Phase I* does not speak.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Germany bought the boat from Hannah Oduya. | She found it broken on the third day. | 德国在第三天发现船坏了。
          波音公司的搜救由林晓岚负责。 | 她在第三天找到了船。 | Boeing found the boat on the third day.
          搜救由林晓岚负责。 | 其他船只在第三天返航。 | Lin Xiaolan returned on the third day.
          搜救由林晓岚负责。 | 其他船隻在第三天返航，他們沒有受傷。 | Lin Xiaolan returned on the third day.
          搜救由林晓岚负责。 | 我方船只在第三天返航。 | Lin Xiaolan returned on the third day.
          Hannah Oduya led the search. | Phase I of the search ended on the third day. | 汉娜·奥杜亚在第三天结束了搜救。
          Hannah Oduya led the search. | The crew called it “Phase I” and went home on the third day. | 汉娜·奥杜亚在第三天回家。
          """)
  void meansNobodyWhereNoPersonIsMeant(String before, String line, String sentence) {
    Article article = EvalArticles.article("a", language(line), "-", before + "\n" + line + "\n");
    Vetting.Finding finding =
        new Vetting(article, language(sentence), CHECKS).of(sentence, List.of(2));
    assertThat(finding.openNames().isEmpty() && finding.isSound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hannah Oduya led the search. | “I found the boat on the third day.” | 汉娜·奥杜亚在第三天找到了船。
          搜救由林晓岚负责。 | “我在第三天找到了船。” | Lin Xiaolan found the boat on the third day.
          """)
  void knowsWhoSpeaksInQuotationMarks(String before, String line, String meant) {
    Article article = EvalArticles.article("a", language(line), "-", before + "\n" + line + "\n");
    assertThat(new Vetting(article, language(meant), CHECKS).of(meant, List.of(2)).openNames())
        .isEmpty();
  }

  /// Where the lines name somebody, a pronoun behind is his.
  @Test
  void takesAPronounForNobodyBeforeWhereTheLinesNameSomebody() {
    Article article =
        EvalArticles.article(
            "a",
            Language.EN,
            "-",
            "Hannah Oduya led the search.\nPetter Aune said he found the boat on the third day.\n");
    assertThat(
            new Vetting(article, Language.ZH_HANS, CHECKS)
                .of("汉娜·奥杜亚在第三天找到了船。", List.of(2))
                .openNames())
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          股东大会罢免何林等4名董事的职务。 | The shareholders removed He Lin and two other directors.
          Both drivers kept the route secret. | 三名司机都对路线保密。
          Both the road and the bridge were closed after five miners died. | Two miners died.
          双方表示，五名矿工死亡。 | 两名矿工死亡。
          司机夫妇送走了五名乘客。 | The driver drove two passengers away.
          何林表示，公司投入4.5亿元。 | 何林表示，公司另外3.5亿元投入。
          市第二医院上月推迟了47台手术。 | No. 3 Hospital put off 47 operations last month.
          她以2分07秒83获得蝶泳第一。 | She won the butterfly in 2:07.38.
          何林等2234名员工离职。 | He Lin and 1,234 others left.
          The mine employs more than 2,000 people. | 该矿雇用不足2000人。
          Appeals are heard on June 6, 7 and 9. | 上诉于6月6日、8日和9日审理。
          Appeals are heard on June 6, 7 and 9. | 上诉于7月7日审理。
          Appeals at Norland are heard on 6 June and 12 July. | Norland的上诉于6月6日和6月12日审理。
          Appeals at Norland are heard on June 6 and 12 judges sit. | Norland的上诉于6月6日和6月12日审理。
          Appeals are heard from 6 June, and 12 judges hear them. | 上诉于6月12日审理。
          The clinic does not plan to delay the operation. | 诊所打算推迟手术。
          Dr Oduya denied the report. | 科林·普鲁伊特否认了这一报道。
          The bridge is safe. Nobody need worry, he said on the quay. | “The bridge is safe.
          该矿雇用2000多人。 | The mine employs less than 2,000 people.
          The mine employs more than 2,000 people. | The mine employs fewer than 2,000 people.
          40 of the 220 beams did not fit. | 40根梁中有220根不合适。
          220根梁中有40根不合适。 | 220 of the 40 beams did not fit.
          市检查员认定看台安全。 | The city's inspectors declared the stands dangerous.
          The city's inspectors declared the stands safe. | 市检查员认定看台危险。
          去年云屏县铜出口上升，镍进口大幅下降。 | Copper exports of Yunping fell last year.
          The ministry refused on Wednesday to let the mill take more water. | 该部周五拒绝让工厂多取水。
          该部周三拒绝让工厂多取水。 | The ministry refused on Friday to let the mill take more water.
          港务局长谷川美和说，沿港的吊机今年会修好。 | Miwa Murakami said the cranes of Yangang would be repaired this year.
          船长范明远表示，渡轮晚点。 | Captain Nguyen said the ferry was late.
          船长李淑芬表示，渡轮晚点。 | Captain John Lee said the ferry was late.
          船长李淑芬表示，渡轮晚点。 | The captain of Lee County said the ferry was late.
          印度航天局去年发射3颗卫星。 | The agency NASA launched 3 satellites last year.
          他由此联想到去年建造的3艘渡轮。 | The firm Lenovo built 3 ferries last year.
          其他国家去年建造渡轮40艘。 | Last year China built 40 ferries.
          渡轮提前半小时到达。 | The ferry came an hour and a half early.
          渡轮3日15时30分左右到达。 | The ferry came at about 3:30 a.m.
          指数开盘报3027.68点。 | 指数开盘报4027.68点。
          Tens of thousands of people took the ferry. | 数十人乘坐渡轮。
          这是21世纪的渡轮。 | The ferry was in service for 100 years.
          8月至9月渡轮票价上涨3%。 | Fares of the ferry rose 3 percent in July and September.
          Ferries on the Polish side were on time. | 捷克一侧的渡轮准点。
          Cyclone Freddy hit 40 ferries. | 气旋“杰拉尔丁”袭击了40艘渡轮。
          交易员认为，央行不大可能干预市场。 | Traders think the central bank is likely to intervene in the market.
          Traders think the central bank is unlikely to intervene in the market. | 交易员认为，央行很可能干预市场。
          The hospital treats 40 patients daily. | 医院每周接诊40名病人。
          云屏县去年出口铜3万吨，进口镍5000吨。 | Yunping did not export 30,000 tonnes of copper last year.
          """)
  void confirmsNothingThatTheySayOtherwise(String line, String sentence) {
    assertThat(standing(line, sentence)).isNotEqualTo("confirmed");
  }
}
