package dev.assay.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.OwnNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Names that no pack has, in whole articles.
final class ReadNamesTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final TagMatcher MATCHER = new TagMatcher(NAMES);

  private static List<String> read(String title, String... paragraphs) {
    return MATCHER.read(title, List.of(paragraphs)).stream().map(Tag::entity).sorted().toList();
  }

  @Test
  void readsPeopleBodiesAndPlacesThatNoPackHas() {
    assertThat(read("", "新华社拉萨9月13日电（记者王军）中国青少年发展基金会副秘书长姚文在活动现场介绍说，活动已有三千人参加。"))
        .contains("read-person:王军", "read-person:姚文", "read-organisation:中国青少年发展基金会");
    assertThat(
            read(
                "",
                "\"Three were killed,\" said Amin al-Hachemi, a spokesman for the clinic in Mallacoota."))
        .contains("read-person:Amin_al-Hachemi", "read-place:Mallacoota");
  }

  @Test
  void readsWorksInBookMarksAndCompaniesBeforeTheirCode() {
    assertThat(read("", "电影《热辣滚烫》上映。")).containsExactly("read-product:热辣滚烫");
    assertThat(read("", "蒙草生态（300355）8月11日收盘下跌2.81%。")).contains("read-organisation:蒙草生态");
  }

  @Test
  void cutsANameWhereItEnds() {
    assertThat(
            read(
                "",
                "Police found Ja'lena Morrow near the bridge, and Ja'lena Morrow's brother thanked them.",
                "Neighbours say they've never seen Morrow's car."))
        .contains("read-person:Ja'lena_Morrow")
        .noneMatch(id -> id.endsWith(":Ja"));
    assertThat(
            read(
                "",
                "Racing drivers this year are Finland's Mikko Salmela and Italian Renzo Castellani, said"
                    + " the team's owner Jordan Clarke."))
        .contains("read-person:Renzo_Castellani", "read-person:Jordan_Clarke");
    assertThat(read("", "江苏省江都市民警张军在执行任务时受伤。")).noneMatch(id -> id.endsWith(":江苏省江"));
    assertThat(read("", "公路途经眉山、乐山及宜宾三市，全长二百公里。")).noneMatch(id -> id.endsWith("三市"));
    assertThat(read("", "会议要求，各地退役军人事务部门要认真落实，各级交通运输部门要会同公安机关执法。"))
        .noneMatch(id -> id.endsWith("部"));
    assertThat(read("", "仪式邀请到国际体育联合会代理主席雷诺·艾德，国际体育记者协会主席Gianni Corvelli，以及市委常委辜学斌。"))
        .anyMatch(id -> id.endsWith(":Gianni_Corvelli"));
    assertThat(read("", "“我要让更多姐妹致富！”姐姐哈那依先·艾尼瓦尔笑着说。")).contains("read-person:哈那依先·艾尼瓦尔");
  }

  @Test
  void beginsANameBehindARankOrAParty() {
    assertThat(read("", "No. 13 Corvane East meets No. 4 Tarn Valley on Friday, the league said."))
        .contains("read-place:Tarn_Valley")
        .noneMatch(id -> id.contains("No."));
    assertThat(read("", "The bill of Senator Ilka Quist, D-Tarnsburg, failed on Monday."))
        .contains("read-person:Ilka_Quist", "read-place:Tarnsburg")
        .noneMatch(id -> id.contains("D-"));
  }

  @Test
  void readsAPersonsNameWithItsInitialAndItsGeneration() {
    assertThat(read("", "David B. Isherwood, a professor of law, said so."))
        .contains("read-person:David_B._Isherwood");
    assertThat(read("", "Alan Isherwood Jr. said so on Monday. Kurt Isherwood, his son, left."))
        .contains("read-person:Alan_Isherwood_Jr", "read-person:Kurt_Isherwood");
    assertThat(read("", "Alan Isherwood Jr. said so on Monday. Isherwood left, the court said."))
        .doesNotContain("read-person:Isherwood");
    assertThat(
            read("", "Donald Trump Jr. spoke in Dallas, and Trump Jr. left.", "Ida Farrow sang."))
        .contains("read-person:Donald_Trump_Jr")
        .doesNotContain("person:donald-trump", "read-person:Trump_Jr");
    assertThat(read("", "Alan Isherwood Sr. said so on Monday, and Isherwood Jr. left, he said."))
        .contains("read-person:Alan_Isherwood_Sr", "read-person:Isherwood_Jr");
  }

  @Test
  void takesACityOfTwoCountriesCharactersForACity() {
    assertThat(read("", "四川省巴中市发布暴雨预警，巴中多地停课。"))
        .contains("read-place:巴中市")
        .doesNotContain("country:PK", "country:CN");
    assertThat(read("", "在台湾台中的研究员看到，江水变清。")).doesNotContain("country:CN");
    assertThat(read("", "四川中德两地的企业在北京签约。")).contains("country:CN", "country:DE");
    assertThat(read("", "巴中经济走廊建设十年。")).contains("country:PK", "country:CN");
  }

  @Test
  void takesABodysSortAloneForNoName() {
    assertThat(read("", "远岸建设集团中标。集团总经理邵望川表示，督察组已经进驻。"))
        .contains("read-organisation:远岸建设集团")
        .noneMatch(id -> id.endsWith(":集团") || id.endsWith(":督察组"));
  }

  @Test
  void leavesOutWhatIsHardlyAName() {
    assertThat(read("", "环保人员在厂区发现一口渗井，旁边堆着危废。负责人韦志航说，危废去年就应运走。"))
        .containsExactly("read-person:韦志航");
    assertThat(read("", "河边的库边、沟边、塘边都应远离，邵庄镇镇长陆明远说。"))
        .containsExactlyInAnyOrder("read-place:邵庄镇", "read-person:陆明远");
    assertThat(
            read(
                "Seven Easy Ways To Pamper Yourself",
                "Investing in skills matters, Petra Lindqvist said. The Administration’s Investing in"
                    + " Skills agenda goes on."))
        .contains("read-person:Petra_Lindqvist")
        .noneMatch(id -> id.endsWith(":Skills") || id.endsWith(":Investing"));
    assertThat(read("", "Presumptive Democratic White House nominee Nils Overgaard spoke."))
        .contains("read-person:Nils_Overgaard")
        .noneMatch(id -> id.contains("Presumptive"));
  }

  @Test
  void endsANameInCapitalsBeforeItsPossessive() {
    assertThat(read("UNLOCKING MINNESOTA’S ORES", "The order helps Minnesota and its farmers."))
        .containsExactly("state:minnesota");
  }

  @Test
  void readsNoNameInCapitalsWithoutTheLettersThatItOwns() {
    assertThat(read("MCDERVAN’S CLOSES 17 SHOPS", "The chain told its staff on Monday."))
        .noneMatch(id -> id.endsWith(":MCDERVAN"));
    assertThat(read("RYMANN'S AND PERKEL'S MERGE")).noneMatch(id -> id.endsWith(":RYMANN"));
  }

  @Test
  void joinsAFullNameAndItsShorterForms() {
    List<Tag> english =
        MATCHER.read(
            "",
            List.of(
                "Prosecutor Veronica Isherwood asked for more time, the court said.",
                "Isherwood said that she would appeal."));
    assertThat(english)
        .filteredOn(tag -> tag.entity().equals("read-person:Veronica_Isherwood"))
        .singleElement()
        .satisfies(tag -> assertThat(tag.mentions()).hasSize(2));
    List<Tag> chinese = MATCHER.read("", List.of("警察局局长弗雷德·弗莱彻对媒体表示，调查仍在继续。", "弗莱彻说，枪手已被击毙。"));
    assertThat(chinese)
        .filteredOn(tag -> tag.entity().equals("read-person:弗雷德·弗莱彻"))
        .singleElement()
        .satisfies(tag -> assertThat(tag.mentions()).hasSize(2));
  }

  @Test
  void joinsABodyAndItsShorterForms() {
    assertThat(
            read(
                "",
                "The Riverside Institute of Applied Geology opened on Monday, said a spokesman of the"
                    + " Riverside Institute of Applied Geology.",
                "The RIAG has forty staff, the RIAG said."))
        .doesNotContain("read-organisation:RIAG");
    assertThat(read("", "清河市疾控中心发布通报。", "清河疾控中心负责人表示，病例均已隔离。"))
        .contains("read-organisation:清河市疾控中心")
        .doesNotContain("read-organisation:清河疾控中心");
    assertThat(read("", "东京市民小泽纯一表示，历史不容忘记。", "小泽纯一已经七十岁。小泽说，他会再来。"))
        .contains("read-person:小泽纯一")
        .doesNotContain("read-person:小泽");
    assertThat(read("", "He was born in Taos, N.M., and lives in New Mexico."))
        .contains("state:new-mexico")
        .doesNotContain("read-place:N.M.");
  }

  @Test
  void joinsWhatATextSaysIsAShortName() {
    assertThat(read("", "清江滨源矿业股份有限公司（01234.HK，证券简称：滨矿）发布半年报。", "滨矿称，产量增长两成。"))
        .filteredOn(id -> id.contains("滨"))
        .containsExactly("read-organisation:清江滨源矿业股份有限公司");
    assertThat(
            MATCHER
                .read("", List.of("清江滨源矿业股份有限公司（以下简称“公司”）发布半年报。", "公司称，产量增长。"))
                .getFirst()
                .mentions())
        .hasSize(1);
  }

  @Test
  void takesARelativeForSomebodyElse() {
    assertThat(read("", "飞行员卡尔萨贝被俘。", "卡尔萨贝的父亲萨菲·卡尔萨贝说，他在等消息。"))
        .contains("read-person:卡尔萨贝", "read-person:萨菲·卡尔萨贝");
    assertThat(
            read(
                "",
                "Isherwood was released on Monday, the court said.",
                "Isherwood's sister Veronica Isherwood thanked the judge."))
        .contains("read-person:Isherwood", "read-person:Veronica_Isherwood");
    assertThat(read("", "卡尔萨贝在赛后表示满意。", "卡尔萨贝的教练、也是他的叔叔萨菲·卡尔萨贝说，他在等消息。"))
        .contains("read-person:卡尔萨贝", "read-person:萨菲·卡尔萨贝");
  }

  @Test
  void callsARelativeByALastNameThatNobodyElseHas() {
    assertThat(
            MATCHER.read(
                "",
                List.of(
                    "The boy was found on Monday. His father Robert Isherwood said so.",
                    "Isherwood thanked the police. Isherwood lives in Tarnsburg.")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-person:Robert_Isherwood 3");
    assertThat(MATCHER.read("", List.of("男孩周一被找到。他的父亲萨菲·纳兹尔说，孩子平安。", "纳兹尔感谢了警方。")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-person:萨菲·纳兹尔 2");
    assertThat(
            MATCHER.read(
                "",
                List.of(
                    "Alan Isherwood won the race on Monday.",
                    "His brother Robert Isherwood came third. Isherwood was glad.")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-person:Alan_Isherwood 2", "read-person:Robert_Isherwood 1");
  }

  @Test
  void takesAWordThatBeginsASentenceOffALastName() {
    assertThat(
            read(
                "Veteran Isherwood wins vote",
                "The vote was close. Veronica Isherwood said that she was glad.",
                "Incumbent Isherwood had waited for years, and Mark Isherwood, her brother, cheered."))
        .contains("read-person:Veronica_Isherwood", "read-person:Mark_Isherwood")
        .doesNotContain("read-person:Veteran_Isherwood", "read-person:Incumbent_Isherwood");
    assertThat(
            read("", "Farmer Tess Isherwood said that the rain was late. Isherwood plans a shop."))
        .containsExactly("read-person:Tess_Isherwood");
  }

  @Test
  void readsWhatAWordBeforeItTellsInFieldsThatThePressSeldomHas() {
    assertThat(read("", "渡轮海鸥六号因大雾停航，乘客俞敏只好住在岛上。海鸥六号属于远帆航运。"))
        .contains("read-product:海鸥六号", "read-person:俞敏", "read-organisation:远帆航运");
    assertThat(read("", "小吃烟笋饼最近走红。店主池大有说，烟笋饼每天卖三百个，池大有不打算开分店。"))
        .containsExactlyInAnyOrder("read-product:烟笋饼", "read-person:池大有");
    assertThat(read("", "台风白莲昨晚登陆。预报员苏定山说，白莲今天减弱。"))
        .containsExactlyInAnyOrder("read-product:白莲", "read-person:苏定山");
  }

  @Test
  void endsANameWithItsSentenceAndBeforeATitle() {
    assertThat(read("", "警方说，枪手是塔里木·汗博士的学生。塔里木·汗说，他不认识此人。"))
        .contains("read-person:塔里木·汗")
        .noneMatch(id -> id.contains("博士"));
    assertThat(read("", "在洛川县，果农王建军家的12亩果园今年只收了3.1万斤。")).contains("read-person:王建军");
  }

  @Test
  void joinsAShorterFormWithAKnownThingAndABracketWithItsName() {
    assertThat(read("", "The Associated Press reported it.", "AP, which was there, said so."))
        .containsExactly("company:ap");
    assertThat(read("", "乔·拜登出席了仪式。", "其子亨特·拜登没有到场。")).contains("read-person:亨特·拜登");
    assertThat(read("", "新闻网站《每日观察》（The Daily Lantern）报道了此事。", "每日观察说，名单已经公布。"))
        .doesNotContain("read-organisation:The_Daily_Lantern", "read-product:The_Daily_Lantern");
  }

  @Test
  void joinsALastNameAndATitleWithTheOnePersonOfThatName() {
    assertThat(read("", "沈文蔚昨天在石门中学上了最后一课。沈老师教了四十六年物理。", "学生舍不得沈老师。"))
        .contains("read-person:沈文蔚")
        .doesNotContain("read-person:沈老师");
    assertThat(MATCHER.read("", List.of("沈文蔚和沈立明同校，沈文蔚教物理，沈立明教化学。大家都喜欢沈老师。")))
        .filteredOn(tag -> tag.entity().startsWith("read-person:沈文蔚"))
        .allSatisfy(tag -> assertThat(tag.mentions()).hasSize(2));
    assertThat(MATCHER.read("", List.of("（记者 沈文蔚）石门中学的沈老师昨天上了最后一课。")))
        .filteredOn(tag -> tag.entity().startsWith("read-person:沈文蔚"))
        .allSatisfy(tag -> assertThat(tag.mentions()).hasSize(1));
  }

  @Test
  void takesATitleInThePluralForNoPartOfAName() {
    assertThat(
            read("", "The bill of Representatives Isherwood and Tamblyn failed, the clerk said."))
        .noneMatch(id -> id.contains("Representatives"));
  }

  @Test
  void takesTwoWordsJoinedByAnAmpersandForAFirm() {
    assertThat(read("", "The tugs were sold to Brandt & Sons on Monday, the owner said."))
        .contains("read-organisation:Brandt_&_Sons");
    assertThat(read("", "Founder Anna Bell & Tom Pike opened the shop on Friday."))
        .containsExactlyInAnyOrder("read-person:Anna_Bell", "read-person:Tom_Pike");
    assertThat(read("", "Daniel Webber, Founder & CEO of the charity, resigned."))
        .noneMatch(id -> id.contains("&"));
  }

  @Test
  void takesAKnownNameInsideAnotherForNone() {
    assertThat(read("", "长沙银行8月3日公布了半年报。")).doesNotContain("place:changsha");
    assertThat(read("", "今年甘肃在中东部旱作农业区推广新技术。")).doesNotContain("region:middle-east");
    assertThat(read("", "The Euro-Atlantic alliance met.")).doesNotContain("currency:EUR");
    assertThat(read("", "It has laser-like focus.")).noneMatch(id -> id.contains("laser"));
  }

  @Test
  void readsNoNameInsideAWord() {
    assertThat(read("", "伊巴卡在加时赛中得到12分。")).containsExactly("read-person:伊巴卡");
    assertThat(read("", "亚冠联赛昨晚战罢。")).doesNotContain("region:central-asia");
    assertThat(read("", "小微企业今年享有关税收的优惠。")).doesNotContain("concept:tariffs");
    assertThat(read("", "五个交易日中，有三天上涨；抗日英烈永垂不朽。")).noneMatch(id -> id.startsWith("country:"));
    assertThat(read("", "县公安、交通运输部门要加强巡查。")).doesNotContain("agency:cn-mot");
    assertThat(read("", "代表团获得1金4银3铜。")).doesNotContain("element:Cu");
    assertThat(read("", "两名选手在男单中夺金摘铜。")).doesNotContain("element:Cu");
    assertThat(read("", "她住在日租房里。")).doesNotContain("country:JP");
    assertThat(read("", "三季度毛利率为21%。")).doesNotContain("concept:interest-rates");
    assertThat(read("", "The Euro-Atlantic alliance met."))
        .singleElement()
        .satisfies(id -> assertThat(id).endsWith(":Euro-Atlantic"));
    assertThat(read("", "The paper quoted Lin Ta-wei, a shopkeeper."))
        .contains("read-person:Lin_Ta-wei");
  }

  @Test
  void takesForAFirmWhatATextCallsByItsFirstWord() {
    List<Tag> tags =
        MATCHER.read(
            "Varnholt Dynamics lifts its forecast",
            List.of(
                "Varnholt Dynamics raised its forecast on Monday, and Varnholt shares closed higher.",
                "Analysts had thought that Varnholt would wait. Its chief, Ilse Brandauer, said that"
                    + " demand was strong. Brandauer joined in May."));
    assertThat(tags)
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .startsWith("read-organisation:Varnholt_Dynamics 4", "read-person:Ilse_Brandauer 2");
  }

  @Test
  void takesAShortNameForWhatTheEndOfTheFullOneTells() {
    assertThat(MATCHER.read("", List.of("穗丰合作社理事长胡大可说，今年石榴丰收。去年，穗丰引进了新品种。下一步，穗丰还将建设冷库。")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-organisation:穗丰合作社 3");
    assertThat(MATCHER.read("", List.of("鹭川市统计局昨日公布数据。鹭川市今年接待游客1830万人次，鹭川的旅游收入增长16%。")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-place:鹭川市 2");
    assertThat(MATCHER.read("", List.of("该矿由加拿大莫拉维克资源公司持股六成。莫拉维克称，停产每天造成损失。")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-organisation:加拿大莫拉维克资源公司 2");
    assertThat(
            MATCHER.read(
                "",
                List.of(
                    "Stenholme University will close a department. Staff at Stenholme were told on"
                        + " Thursday, and Stenholme has no other plan.")))
        .extracting(tag -> tag.entity() + " " + tag.mentions().size())
        .contains("read-organisation:Stenholme_University 3");
  }

  @Test
  void readsANameThatIsDoubtfulInEachOfItsPlaces() {
    assertThat(read("Harrow Freight cuts jobs", "Nobody knows why."))
        .noneMatch(id -> id.contains("Harrow"));
    assertThat(read("Harrow Freight cuts jobs", "Harrow Freight cuts jobs, the third this year."))
        .containsExactly("read-organisation:Harrow_Freight");
  }

  @Test
  void readsANameInTheQuotationMarksOfEitherScript() {
    assertThat(read("", "环保团体“青禾之声”昨日到场请愿。“青禾之声”召集人莫若兰批评了计划。"))
        .anyMatch(id -> id.endsWith(":青禾之声"));
    assertThat(read("", "環保團體「青禾之聲」昨日到場請願。「青禾之聲」召集人莫若蘭批評了計劃。"))
        .anyMatch(id -> id.endsWith(":青禾之声"));
  }

  @Test
  void takesANamesakeForSomebodyElse() {
    assertThat(
            read(
                "DANIEL PELOSI CONVICTED",
                "Pelosi, an electrician, denied it.",
                "Pelosi will appeal."))
        .containsExactly("read-person:DANIEL_PELOSI");
    assertThat(read("", "Nancy Pelosi spoke.", "Pelosi left early."))
        .containsExactly("person:nancy-pelosi");
    assertThat(read("", "Mary Holland ran for mayor, and Ms Holland won."))
        .containsExactly("read-person:Mary_Holland");
  }

  @Test
  void takesACommonWordWithACapitalForAName() {
    assertThat(read("", "The Rhodium report says that growth slowed.", "Rhodium sees no end."))
        .doesNotContain("element:Rh");
    assertThat(read("", "Rhodium rose by 3%; rhodium is used in cars.")).contains("element:Rh");
    assertThat(read("", "The vote was a catalyst for change.")).doesNotContain("product:catalysts");
  }

  @Test
  void doesNotTakeADepartmentForItsCompany() {
    assertThat(read("", "经华川电力有限公司批准，华川电力有限公司科技运营部成立。")).contains("read-organisation:华川电力有限公司");
  }

  @Test
  void leavesOutWhatAUserSaidIsNoName() {
    TagMatcher told =
        new TagMatcher(NAMES.with(new OwnNames(List.of(), List.of(), List.of("热辣滚烫"))));
    assertThat(told.read("", List.of("电影《热辣滚烫》上映。"))).isEmpty();
  }

  @Test
  void isLinearOnHostileText() {
    String text = "记者、".repeat(20_000) + "A. ".repeat(20_000) + "《".repeat(20_000);
    assertThat(MATCHER.read(text, List.of(text))).isNotNull();
  }

  /// Each with the hundred thousand others: a walk through all of them for each would not end.
  @Test
  void readsAListOfManyThousandNames() {
    List<String> lines =
        IntStream.range(0, 1_200)
            .mapToObj(
                line ->
                    IntStream.range(0, 30)
                        .mapToObj(i -> madeName(30 * line + i) + " met Lynas in China.")
                        .collect(Collectors.joining(" ")))
            .toList();
    List<Tag> tags = MATCHER.read("A register", lines);
    assertThat(tags)
        .filteredOn(tag -> tag.entity().equals("company:lynas"))
        .singleElement()
        .satisfies(tag -> assertThat(tag.mentions()).hasSizeGreaterThan(30_000));
    assertThat(tags).hasSizeGreaterThan(20_000);
  }

  private static String madeName(int number) {
    StringBuilder last = new StringBuilder();
    for (int rest = number; rest > 0 || last.isEmpty(); rest /= 20) {
      last.append(
          "bakelominurasetivowyzadufegohijopexylacunoric", 2 * (rest % 20), 2 * (rest % 20) + 2);
    }
    return "Anna " + Character.toUpperCase(last.charAt(0)) + last.substring(1) + "man";
  }

  @Test
  void joinsMoreShortNamesInBracketsThanAnArticleHas() {
    String text =
        IntStream.range(0, 3_000)
            .mapToObj(
                i ->
                    madeName(i).replace("Anna ", "")
                        + " Mining Company ("
                        + "BCDFGHJKLM".charAt(i % 10)
                        + "MC) ")
            .collect(Collectors.joining("said. "));
    assertThat(MATCHER.read("", text.lines().toList())).isNotEmpty();
  }

  @Test
  void aBylineOfAThousandNamesIsNone() {
    String names = "王军、李芳、".repeat(3_000);
    assertThat(read("", "记者" + names + "报道")).isNotNull();
  }
}
