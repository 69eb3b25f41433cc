package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuspicionsTest {

  private static final Suspicions SUSPICIONS =
      new Suspicions(
          Lexicon.shipped(),
          new TagMatcher(Names.load(Lexicon.shipped())),
          new QuantityExtractor(Lexicon.shipped()),
          Optional::empty);

  private static final String MINES =
      "Norland Metals produced 41,000 tonnes of copper at Harrow and 17,000 tonnes of nickel at Stenby"
          + " last year. The company will not reopen the Harrow smelter.";

  private static final String SALT = "青禾矿业去年生产碳酸锂2.4万吨，生产氢氧化锂9000吨。公司表示不会出售格尔木工厂。";

  private static double chance(String line, String sentence, Suspicion.Kind kind) {
    return SUSPICIONS
        .read(List.of(line), language(line), language(sentence), null)
        .said(sentence)
        .suspicions(Set.of(), false)
        .stream()
        .filter(suspicion -> suspicion.kind() == kind)
        .mapToDouble(Suspicion::chance)
        .max()
        .orElse(0);
  }

  private static Language language(String text) {
    return text.chars().anyMatch(c -> c >= 0x4e00 && c < 0xa000) ? Language.ZH_HANS : Language.EN;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Norland Metals produced 17,000 tonnes of copper at Harrow and 41,000 tonnes of nickel at Stenby. | FIGURE
          en | Norland Metals will reopen the Harrow smelter. | DENIAL
          en | Norland Metals去年在Harrow生产铜1.7万吨，在Stenby生产镍4.1万吨。 | FIGURE
          zh | 青禾矿业去年生产碳酸锂9000吨，生产氢氧化锂2.4万吨。 | FIGURE
          zh | 公司表示会出售格尔木工厂。 | DENIAL
          zh | The company said that it would sell its factory in Golmud. | DENIAL
          en | Norland Metals did not produce 41,000 tonnes of copper at Harrow last year. | DENIAL
          en | Norland Metals去年没有在Harrow生产4.1万吨铜。 | DENIAL
          zh | 青禾矿业去年没有生产碳酸锂。 | DENIAL
          """)
  void suspectsWhatWasExchangedOrLost(String lines, String sentence, Suspicion.Kind kind) {
    assertThat(chance(lines.equals("en") ? MINES : SALT, sentence, kind)).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Norland Metals produced 41,000 tonnes of copper at Harrow and 17,000 tonnes of nickel at Stenby. | FIGURE
          en | Norland Metals will not reopen the Harrow smelter. | DENIAL
          en | Norland Metals去年在Harrow生产铜4.1万吨，在Stenby生产镍1.7万吨。 | FIGURE
          zh | 青禾矿业去年生产碳酸锂2.4万吨，生产氢氧化锂9000吨。 | FIGURE
          zh | 公司表示不会出售格尔木工厂。 | DENIAL
          zh | The company said that it would not sell its factory in Golmud. | DENIAL
          """)
  void leavesWhatTheLinesSayAlone(String lines, String sentence, Suspicion.Kind kind) {
    assertThat(chance(lines.equals("en") ? MINES : SALT, sentence, kind)).isLessThan(0.5);
  }

  /// Two figures of one line went two ways: each is held against its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Shares of Norland rose 8.9 percent and those of Stenby fell 4.3 percent. | 诺兰股价上涨8.9%，斯滕比下跌4.3%。 | 诺兰股价下跌8.9%，斯滕比下跌4.3%。
          门店去年增长11.4%，工厂下降3.8%。 | The shops grew by 11.4 percent last year. | The shops fell by 11.4 percent last year.
          矿难造成12人死亡，30人受伤。 | The accident killed 12 people and injured 30. | The accident injured 12 people.
          """)
  void holdsTheWayOfAFigureAgainstItsOwn(String line, String right, String turned) {
    assertThat(chance(line, right, Suspicion.Kind.CONTRARY)).isLessThan(0.5);
    assertThat(chance(line, turned, Suspicion.Kind.CONTRARY)).isGreaterThan(0.5);
  }

  /// *Under a plan* bounds no figure.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          纳入绩效目标管理的项目支出2140亿元，增长60%。 | Projects under performance targets spent 214 billion yuan, up 60 percent.
          Projects under the new plan grew by 60 percent. | 新计划下的项目增长60%。
          """)
  void takesAWordOfPlaceForNoBound(String line, String sentence) {
    assertThat(chance(line, sentence, Suspicion.Kind.CONTRARY)).isLessThan(0.5);
  }

  /// What is denied may be a denial itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The clinic does not plan to delay the operation. | 诊所打算推迟手术。 | 诊所不打算推迟手术。
          The union did not oppose the sale. | 工会反对出售。 | 工会没有反对出售。
          工会并不反对出售工厂。 | The union opposes the sale of the factory. | The union does not oppose the sale of the factory.
          """)
  void findsADenialLostOfWhatDenies(String line, String lost, String kept) {
    assertThat(chance(line, lost, Suspicion.Kind.DENIAL))
        .isGreaterThan(0.5)
        .isGreaterThan(chance(line, kept, Suspicion.Kind.DENIAL));
  }

  /// A denial and a contrary together are neither.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          交警表示，机场高速不会封闭。 | The airport expressway will stay open, traffic police said.
          The bridge will not be closed. | 大桥将保持开放。
          """)
  void knowsADenialThatIsToldByItsContrary(String line, String sentence) {
    assertThat(chance(line, sentence, Suspicion.Kind.DENIAL)).isLessThan(0.5);
    assertThat(chance(line, sentence, Suspicion.Kind.CONTRARY)).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge was finished two months later than planned. | 大桥比计划提前两个月完工。 | 大桥比计划推迟两个月完工。
          工会支持出售工厂。 | The union opposes the sale of the factory. | The union supports the sale of the factory.
          The exam was easy. | 这次考试很困难。 | 这次考试很容易。
          法院认为，约定的租金过高。 | The court found the agreed rent too low. | The court found the agreed rent too high.
          渡轮比预想的要慢。 | The ferry was faster than expected. | The ferry was slower than expected.
          The museum is free for pupils. | 学生参观博物馆需要付费。 | 学生可免费参观博物馆。
          The clinic was closed to visitors in winter. | 诊所夏季不对访客开放。 | 诊所冬季不对访客开放。
          """)
  void suspectsContrariesAcrossLanguages(String line, String contrary, String same) {
    assertThat(chance(line, contrary, Suspicion.Kind.CONTRARY))
        .isGreaterThan(0.5)
        .isGreaterThan(chance(line, same, Suspicion.Kind.CONTRARY));
  }

  /// A time after that of the text leaves nothing open: it is still to come.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The depot opens on 14 June 2025, the council of Norland said. | 车库已于2025年6月14日启用。 | 14 June 2025
          市政府表示，车库2025年6月14日启用。 | The depot has already opened on 14 June 2025. | 2025年6月14日
          市政府表示，車庫2025年6月14日啟用。 | The depot has already opened on 14 June 2025. | 2025年6月14日
          """)
  void saysOfWhatIsDatedLaterThatItIsToCome(String line, String sentence, String day) {
    PublicationTime published =
        new PublicationTime(
            LocalDate.of(2025, 5, 2).atStartOfDay(ZoneOffset.UTC).toInstant(),
            Precision.DAY,
            ZoneOffset.UTC,
            false,
            Certainty.STATED,
            "");
    assertThat(
            SUSPICIONS
                .read(List.of(line), language(line), language(sentence), published)
                .said(sentence)
                .suspicions(Set.of(), false))
        .filteredOn(suspicion -> suspicion.words().equals(day))
        .filteredOn(
            suspicion ->
                suspicion.kind() == Suspicion.Kind.AHEAD
                    || suspicion.kind() == Suspicion.Kind.HEDGE)
        .extracting(Suspicion::kind)
        .containsExactly(Suspicion.Kind.AHEAD);
  }

  /// The 会 of 发布会 is no *will*, and the 将 before an object is none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          公司今年将冷库面积扩大一倍。 | The company has doubled the area of its cold store.
          公司今年將範圍擴大一倍。 | The company has doubled its range this year.
          公司今年將冷庫面積擴大一倍。 | The company has doubled the area of its cold store.
          校长在新闻发布会上介绍食堂开放情况。 | The head has told a press conference about the canteen.
          """)
  void takesACharacterForAWordOnlyWhereItIsOne(String line, String sentence) {
    assertThat(chance(line, sentence, Suspicion.Kind.HEDGE)).isZero();
  }

  /// A condition holds for the whole sentence, wherever it stands in it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          若查实违规充电，应急管理局将吊销仓库的许可。 | The bureau will revoke the licence of the warehouse. | The bureau will revoke the licence of the warehouse if illegal charging is proved.
          Brightwater will order two ships, provided that the bank in Helmstad agrees. | 布莱特沃特将订购两艘船。 | 若赫尔姆斯塔德的银行同意，布莱特沃特将订购两艘船。
          The bureau will revoke the licence of the warehouse if illegal charging is proved. | 应急管理局将吊销仓库的许可。 | 若查实违规充电，应急管理局将吊销仓库的许可。
          """)
  void asksForAConditionAnywhereInTheSentence(String line, String lost, String kept) {
    assertThat(chance(line, kept, Suspicion.Kind.HEDGE)).isZero();
    assertThat(chance(line, lost, Suspicion.Kind.HEDGE)).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The fare rose to 12 yuan from 9 yuan. | 票价由9元提高到12元。 | 票价由12元提高到9元。
          """)
  void tellsWhatAFigureRoseToFromWhatItRoseFrom(String line, String kept, String exchanged) {
    assertThat(chance(line, exchanged, Suspicion.Kind.FIGURE))
        .isGreaterThan(chance(line, kept, Suspicion.Kind.FIGURE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Renata Quiroga thanked the crew, and Petter Aune resigned. | 雷娜塔·基罗加辞职，彼得·奥内感谢船员。 | 雷娜塔·基罗加感谢船员，彼得·奥内辞职。
          沈若川感谢船员，孟海生辞职。 | Meng Haisheng thanked the crew, and Shen Ruochuan resigned. | Shen Ruochuan thanked the crew, and Meng Haisheng resigned.
          """)
  void weighsNamesThatNoLexiconHas(String line, String exchanged, String kept) {
    assertThat(chance(line, exchanged, Suspicion.Kind.OWN_NAME))
        .isGreaterThan(chance(line, kept, Suspicion.Kind.OWN_NAME));
  }

  /// Who has whose office, and does what another did.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Club president Ivar Solund admitted the debts. Mayor Greta Halvorsen refused a loan. | 俱乐部主席格蕾塔·哈尔沃森承认欠债。 | 俱乐部主席伊瓦尔·索伦德承认欠债。
          主任陶映雪介绍，去年献血4.1万人次。副院长卢子谦说，手术没有受到影响。 | There were 41,000 blood donations last year, director Lu Ziqian said. | There were 41,000 blood donations last year, director Tao Yingxue said.
          """)
  void suspectsANameWithTheOfficeOfAnother(String line, String exchanged, String kept) {
    assertThat(chance(line, exchanged, Suspicion.Kind.OWN_NAME))
        .isGreaterThan(0.6)
        .isGreaterThan(2 * chance(line, kept, Suspicion.Kind.OWN_NAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The canton refused to raise its grant for the festival. | 州政府同意增加对电影节的资助。 | 州政府拒绝增加对电影节的资助。
          矿业公司否认曾向河中排放废水。 | The mining company admitted that it discharged waste water into the river. | The mining company denied that it discharged waste water into the river.
          Donations were 9 percent fewer than the year before. | 捐款比上年增加9%。 | 捐款比上年减少9%。
          """)
  void suspectsTheContraryOfADeed(String line, String contrary, String kept) {
    assertThat(worst(line, contrary)).isGreaterThan(0.6).isGreaterThan(worst(line, kept));
  }

  private static double worst(String line, String sentence) {
    return Math.max(
        chance(line, sentence, Suspicion.Kind.CONTRARY),
        chance(line, sentence, Suspicion.Kind.DENIAL));
  }

  /// Ministry of Health is read as a name, and has two words that everybody has.
  @Test
  void countsOnlyTheWordsOfANameThatIsReadFromThem() {
    String line = "卫生工作会议在松岭举行。";
    Suspicions.Lines lines = SUSPICIONS.read(List.of(line), Language.ZH_HANS, Language.EN, null);
    assertThat(lines.mean("Ministry of Health")).isTrue();
    assertThat(lines.mean("Ministry of Fishing")).isFalse();
  }

  @Test
  void takesThePerOfARateForNoFigure() {
    String line = "沿港至云屏的渡轮由每周1班加密为2班，航程稳定在12天，另有一周休整。";
    String sentence =
        "The ferry between Yangang and Yunping now sails twice a week, in a steady 12 days.";
    assertThat(words(line, sentence)).doesNotContain("a week");
  }

  private static List<String> words(String line, String sentence) {
    return SUSPICIONS
        .read(List.of(line), language(line), language(sentence), null)
        .said(sentence)
        .suspicions(Set.of(), false)
        .stream()
        .filter(suspicion -> suspicion.chance() > 0.5)
        .map(Suspicion::words)
        .toList();
  }

  @Test
  void knowsNotOnlyForNoDenial() {
    String line = "青禾矿业去年不仅生产碳酸锂，还在格尔木建设工厂。";
    assertThat(chance(line, "青禾矿业去年生产碳酸锂，还在格尔木建设工厂。", Suspicion.Kind.DENIAL)).isZero();
  }

  @Test
  void knowsARunOfMonthsFromAnotherThatBeginsAlike() {
    String line =
        "Copper exports were 40,000 tonnes in the first nine months of 2025. Nickel imports were"
            + " 52,000 tonnes in the first ten months of 2025.";
    String exchanged =
        "Copper exports were 40,000 tonnes in the first ten months of 2025. Nickel imports were"
            + " 52,000 tonnes in the first nine months of 2025.";
    assertThat(chance(line, exchanged, Suspicion.Kind.TIME)).isGreaterThan(0.5);
  }

  @Test
  void suspectsTheContraryOfWhatTheLinesSay() {
    String english = "Copper exports rose last year, while imports of nickel fell sharply.";
    assertThat(chance(english, "Copper exports fell last year.", Suspicion.Kind.CONTRARY))
        .isGreaterThan(chance(english, "Copper exports rose.", Suspicion.Kind.CONTRARY))
        .isGreaterThan(0.5);
    String chinese = "去年铜出口上升，镍进口大幅下降。";
    assertThat(chance(chinese, "去年铜出口下降。", Suspicion.Kind.CONTRARY)).isGreaterThan(0.5);
    assertThat(chance(chinese, "Copper exports fell last year.", Suspicion.Kind.CONTRARY))
        .isGreaterThan(0.5);
    assertThat(chance(chinese, "Copper exports rose last year.", Suspicion.Kind.CONTRARY))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The union said that the pay offer was too low. The ministry said that talks would go on in May. | 该部表示，工资方案太低。 | 工会表示，工资方案太低。
          工会表示，工资方案太低。该部表示，谈判将在5月继续。 | The ministry said that the pay offer was too low. | The union said that the pay offer was too low.
          """)
  void suspectsAnotherSpeakerThanThatOfTheLines(String line, String other, String own) {
    assertThat(chance(line, other, Suspicion.Kind.OTHER_SPEAKER))
        .isGreaterThan(0.6)
        .isGreaterThan(chance(line, own, Suspicion.Kind.OTHER_SPEAKER));
  }

  /// Who says so is not the text that is told of.
  @Test
  void takesTheTextItselfForNoSpeaker() {
    assertThat(
            chance(
                "The union said that the offer was too low.",
                "文章表示，工资方案太低。",
                Suspicion.Kind.OTHER_SPEAKER))
        .isZero();
    assertThat(
            chance(
                "工会表示，工资方案太低。",
                "The article says that the pay offer is too low.",
                Suspicion.Kind.OTHER_SPEAKER))
        .isZero();
  }

  @Test
  void suspectsANameOfWhichTheLinesTellSomethingElse() {
    String english =
        "Chile produced 5.3 million tonnes of copper in the year, more than ever before. Peru closed"
            + " two smelters for repair.";
    assertThat(chance(english, "Peru produced more copper than ever before.", Suspicion.Kind.NAME))
        .isGreaterThan(
            chance(english, "Chile produced more copper than ever before.", Suspicion.Kind.NAME));
  }

  @Test
  void knowsANumberThatIsBoundTheOtherWayForAnother() {
    String line = "The mine employed more than 2,000 people.";
    assertThat(stands(line, "It had more than 2,000 workers.")).isTrue();
    assertThat(stands(line, "It had less than 2,000 workers.")).isFalse();
    assertThat(stands("该矿雇用2000多人。", "It had less than 2,000 workers.")).isFalse();
  }

  /// Whether `2,000` of the sentence stands in the line.
  private static boolean stands(String line, String sentence) {
    int at = sentence.indexOf("2,000");
    return SUSPICIONS
        .read(List.of(line), language(line), language(sentence), null)
        .said(sentence)
        .stands(new Span(at, at + 5));
  }

  @Test
  void knowsNamesAcrossScriptsByTheirSound() {
    String line = "隧道位于云屏县与沐岭县交界处，全长9362米，云屏县一侧尚未通车。";
    assertThat(chance(line, "The Yunping side is already open to traffic.", Suspicion.Kind.DENIAL))
        .isGreaterThan(0.5);
  }

  @Test
  void saysNothingOfFiguresOfASentenceThatIsATable() {
    String table =
        IntStream.range(0, 1000)
            .mapToObj(i -> "青禾矿业生产碳酸锂%d吨，".formatted(1000 + i))
            .collect(Collectors.joining());

    assertThat(chance(table, "青禾矿业生产碳酸锂1001吨，生产氢氧化锂1002吨。", Suspicion.Kind.FIGURE)).isZero();
  }

  @Test
  void findsADenialThatStandsAtTheEndOfALineOfAThousandClauses() {
    String english =
        "Prices moved little, traders waited, and the market closed early. ".repeat(400);
    assertThat(
            chance(
                english + MINES,
                "Norland Metals will reopen the Harrow smelter.",
                Suspicion.Kind.DENIAL))
        .isGreaterThan(0);
    String chinese = "价格变化不大，交易商观望，市场提前收盘。".repeat(400);
    assertThat(chance(chinese + SALT, "公司表示会出售格尔木工厂。", Suspicion.Kind.DENIAL)).isGreaterThan(0);
  }
}
