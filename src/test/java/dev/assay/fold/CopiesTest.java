package dev.assay.fold;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.fold.CopyVerdict.Copy;
import dev.assay.fold.CopyVerdict.Difference;
import dev.assay.fold.CopyVerdict.Different;
import dev.assay.fold.CopyVerdict.Reason;
import dev.assay.fold.CopyVerdict.Relation;
import dev.assay.fold.CopyVerdict.Vetoed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CopiesTest {

  private static final String ZH =
      "南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨，相当于全省需求的一成半。"
          + "公司在一份说明中写道，原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。"
          + "总工程师说，最难的不是采矿，而是把性质相近的元素一个一个分开，这要经过上百级萃取。"
          + "当地政府表示，废水将全部回收，厂区周围设了12个监测点，数据每天公布。"
          + "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。";

  private static final String EN =
      "Nanping Mining said on Tuesday that its new separation line would start in March and turn "
          + "out 4,200 tonnes of oxide a year, about a seventh of what the province needs. "
          + "The ore comes from two mines on the north shore, less than 90 km away, and its grade "
          + "rose in last year's survey, the company wrote in a note to investors. "
          + "Digging is the easy part, the chief engineer said; telling elements of like nature "
          + "apart takes more than a hundred stages of extraction. "
          + "All waste water will be recovered, the county said, and 12 stations around the site "
          + "will publish their readings every day. "
          + "The project cost 1.8 billion yuan, a third of it from a regional fund, and should pay "
          + "for itself within seven years.";

  private static CopyVerdict compare(String first, String second) {
    return Copies.compare(Edition.of(first, null), Edition.of(second, null));
  }

  private static PublicationTime at(String instant) {
    return new PublicationTime(
        Instant.parse(instant), Precision.MINUTE, ZoneOffset.UTC, true, Certainty.STATED, "");
  }

  private static CopyVerdict compare(
      String first, @Nullable PublicationTime firstAt, String second, PublicationTime secondAt) {
    return Copies.compare(Edition.of(first, firstAt), Edition.of(second, secondAt));
  }

  private static Relation relation(CopyVerdict verdict) {
    assertThat(verdict).isInstanceOf(Copy.class);
    return ((Copy) verdict).relation();
  }

  @Test
  void knowsTheSameTextInTraditionalScript() {
    String traditional =
        "南屏礦業周二說，新的分離線將於明年三月投產，每年可出氧化鐠釹4200噸，相當於全省需求的一成半。"
            + "公司在一份說明中寫道，原料來自北岸的兩座礦山，運距不到90公里，礦石品位在去年的勘探中有所提高。"
            + "總工程師說，最難的不是採礦，而是把性質相近的元素一個一個分開，這要經過上百級萃取。"
            + "當地政府表示，廢水將全部回收，廠區周圍設了12個監測點，數據每天公佈。"
            + "項目耗資18億元，其中三成來自地方基金，其餘由公司自籌，預計7年收回投資。";
    assertThat(relation(compare(ZH, traditional))).isIn(Relation.SAME, Relation.EDITED);
  }

  @Test
  void knowsALightlyEditedText() {
    String edited = ZH.replace("周二说", "11日表示").replace("总工程师说", "该公司总工程师介绍").replace("当地政府表示，", "");
    assertThat(relation(compare(ZH, edited))).isEqualTo(Relation.EDITED);
    String englishEdited =
        EN.replace("said on Tuesday", "announced")
            .replace("the chief engineer said", "says its engineer");
    assertThat(relation(compare(EN, englishEdited))).isEqualTo(Relation.EDITED);
  }

  @Test
  void knowsTheSameFiguresInOtherNumerals() {
    String edited = ZH.replace("4200吨", "四千二百吨").replace("90公里", "九十公里").replace("三成", "30%");
    assertThat(relation(compare(ZH, edited))).isEqualTo(Relation.SAME);
  }

  @Test
  void knowsAnExcerptWhateverTheOutletPutAroundIt() {
    String excerpt = "原标题：分离线投产 " + ZH.substring(46, 140) + "（完）责任编辑：王一 返回首页";
    assertThat(relation(compare(ZH, excerpt))).isEqualTo(Relation.EXCERPT);
    String englishExcerpt = EN.substring(0, EN.indexOf("Digging")) + "Read more: the full report";
    assertThat(relation(compare(EN, englishExcerpt))).isEqualTo(Relation.EXCERPT);
  }

  @Test
  void knowsACopyWithAnAdvertisementPutIn() {
    String withAdvertisement = ZH.replace("总工程师说", "夏日大促即将开始，进口家电低至五折，扫码领取专属优惠券。总工程师说");
    assertThat(compare(ZH, withAdvertisement).isCopy()).isTrue();
  }

  private static final String NOTICE_ZH =
      "据岭北省纪委监委消息，岭北省水利厅副厅长周启明涉嫌严重违纪违法，目前正接受纪律审查和监察调查。" + "周启明曾任青石市副市长，案件由青石市中级人民法院审理。";

  private static final String NOTICE_EN =
      "The county court sentenced Robert Hale to two years in prison on Tuesday for selling forged "
          + "tickets near the stadium, the prosecutor said in a short statement.";

  @Test
  void partsNoticesOfAnotherPersonPlaceCourtOrDay() {
    assertThat(reason(compare(NOTICE_ZH, NOTICE_ZH.replace("周启明", "孙立群")))).isEqualTo(Reason.NAMES);
    assertThat(reason(compare(NOTICE_ZH, NOTICE_ZH.replace("青石市", "南浦市")))).isEqualTo(Reason.NAMES);
    assertThat(reason(compare(NOTICE_ZH, NOTICE_ZH.replace("中级人民法院", "高级人民法院"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(NOTICE_EN, NOTICE_EN.replace("Robert Hale", "Daniel Price"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(NOTICE_EN, NOTICE_EN.replace("Tuesday", "Friday"))))
        .isEqualTo(Reason.NAMES);
  }

  @Test
  void partsNoticesWhoseNameIsExchangedInOneOfItsPlaces() {
    String twice = NOTICE_EN.replace("the prosecutor", "the lawyer of Robert Hale");
    assertThat(reason(compare(NOTICE_ZH, NOTICE_ZH.replaceFirst("周启明", "孙立群"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(twice, twice.replaceFirst("Robert Hale", "Daniel Price"))))
        .isEqualTo(Reason.NAMES);
  }

  @Test
  void foldsNoticesThatSayInOtherWordsWhomTheyNamedBefore() {
    String ship =
        "The ferry Corvane Star ran aground near Eastridge on Monday, the coast guard said. Nobody"
            + " was hurt. The vessel was mended on the pier and sails again on Friday, six times a"
            + " day.";
    String police = "连川县公安局昨日通报，一名男子在码头落水，渔民将他救起。警方说，男子没有大碍，码头的护栏将在下月加高，居民可以提出意见。";
    String chief = "岭北省水利局局长周启明昨日到青石市检查防汛。周启明说，堤坝已经加固，沙袋和船只都已备好，居民不必担心，青石市的学校照常上课。";
    assertThat(compare(ship, ship.replace("vessel", "ferry")).isCopy()).isTrue();
    assertThat(compare(police, police.replace("警方", "县公安局")).isCopy()).isTrue();
    assertThat(compare(chief, chief.replace("。周启明", "。周局长")).isCopy()).isTrue();
    assertThat(reason(compare(chief, chief.replace("。周启明", "。孙局长")))).isEqualTo(Reason.NAMES);
  }

  @Test
  void partsNoticesThatCiteAnotherOutlet() {
    String cited = "连川县的渡船将在下周恢复开航，每天往返六次，旅客可以在码头购票。据韩国国际广播电视台报道，新船比旧船快得多，也安静得多。";
    assertThat(reason(compare(cited, cited.replace("韩国", "泰国")))).isEqualTo(Reason.NAMES);
  }

  @Test
  void foldsNoticesThatEachOutletOpensWithWhomItHasThemFrom() {
    String body = "连川县的渡船将在下周恢复开航，每天往返六次，旅客可以在码头购票。船长说，新船比旧船快得多，也安静得多。";
    assertThat(compare("据新华社报道，" + body, "据中新社报道，" + body).isCopy()).isTrue();
    assertThat(compare("渡船恢复开航\n据新华社报道，" + body, "渡船恢复开航\n据中新社报道，" + body).isCopy()).isTrue();
  }

  @Test
  void takesAWordThatEndsAsACueForNone() {
    String body = "连川县的渡船将在下周恢复开航，每天往返六次，旅客可以在码头购票。后台数据新华社客户端可以查，新船比旧船快得多，也安静得多。";
    assertThat(compare(body, body.replace("新华社", "中新社")).isCopy()).isTrue();
  }

  @Test
  void partsNoticesOfAnotherDayToComeOrAnotherThing() {
    String warning = "气象台发布大风蓝色预警：预计今天夜间到明天白天，连川县有6级左右偏北风，阵风8级，渔船请回港避风。";
    String landings =
        "Boats landed 5,400 tonnes at the port this week, half of it mackerel, from the banks west "
            + "of Eastridge. Three new boats will join the fleet of the water department.";
    assertThat(reason(compare(warning, warning.replace("今天夜间到明天", "明天夜间到后天"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(landings, landings.replace("mackerel", "herring"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(landings, landings.replace("Eastridge", "Westridge"))))
        .isEqualTo(Reason.NAMES);
    assertThat(reason(compare(landings, landings.replace("water", "parks"))))
        .isEqualTo(Reason.NAMES);
  }

  @Test
  void foldsNoticesThatTellOfTheSameDayInOtherWords() {
    String body =
        "The health centre opens its new wing for up to 120 visitors each day, the town said, and "
            + "nobody has to pay";
    assertThat(reason(compare(body + ", it was told today", body + " from today on")))
        .isNotEqualTo(Reason.NAMES);
    assertThat(reason(compare(body + ", it was told Monday", body + " from Monday on")))
        .isNotEqualTo(Reason.NAMES);
  }

  @Test
  void knowsWordsForAnyoneInWhicheverOrderTheTableHasThem() {
    for (String anyone : List.of("she who", "them that", "they which", "this someone")) {
      String notice = NOTICE_EN.replace("Robert Hale", anyone);
      assertThat(reason(compare(NOTICE_EN, notice))).as(anyone).isNotEqualTo(Reason.NAMES);
    }
  }

  @Test
  void comparesLongRowsOfWordsInCapitals() {
    String text = "nobody knows more of it than that. ".repeat(600);
    String row = IntStream.range(0, 4000).mapToObj(CopiesTest::capital).collect(joining(" "));
    String first = text + row + " Maple Walnut " + row.toLowerCase(Locale.ROOT);
    assertThat(reason(compare(first, first.replace("Maple Walnut", "Hazel Willow"))))
        .isEqualTo(Reason.NAMES);
  }

  private static String capital(int number) {
    return "%c%c%cford"
        .formatted('A' + number % 26, 'a' + number / 26 % 26, 'a' + number / 676 % 26);
  }

  @Test
  void partsNoticesThatCountOtherwiseInWords() {
    String closure =
        "The swimming baths on Mill Lane will be shut for two weeks from noon, the town said.";
    assertThat(reason(compare(closure, closure.replace("two weeks", "nine weeks"))))
        .isEqualTo(Reason.NAMES);
  }

  @Test
  void foldsNoticesThatEndInOtherSentences() {
    String closure =
        "From noon the baths on Mill Lane will be shut so that the pumps and the filters of both "
            + "pools can be exchanged. Swimmers may use the school pool in the evening.";
    assertThat(
            compare(
                    closure + " Bathers are asked to bring towels.",
                    closure + " Updated by the newsroom.")
                .isCopy())
        .isTrue();
    String chinese = "因更换水泵和滤芯，磨坊巷泳池自中午起关闭，两个池子都不开放。晚间可以到学校泳池游泳，凭年卡入场。";
    assertThat(compare(chinese + "请自带毛巾。", chinese + "责任编辑：小满").isCopy()).isTrue();
    assertThat(reason(compare(chinese + "收费员是周启明。", chinese + "收费员是孙立群。"))).isEqualTo(Reason.NAMES);
  }

  @Test
  void foldsNoticesThatAreTrulyCopies() {
    String credited = "原标题：快讯 " + NOTICE_ZH + "（责任编辑：王小二）";
    assertThat(compare(NOTICE_ZH, credited).isCopy()).isTrue();
    assertThat(compare(NOTICE_ZH, NOTICE_ZH.replace("目前正", "正")).isCopy()).isTrue();
    assertThat(compare(NOTICE_EN, "BREAKING: " + NOTICE_EN).isCopy()).isTrue();
    assertThat(compare(NOTICE_ZH, NOTICE_ZH.replace("目前正", "今天正")).isCopy()).isTrue();
    String centre =
        "The health centre is open from Friday, the town said, for up to 120 visitors each day.";
    assertThat(compare(centre, centre.replace("centre", "center")).isCopy()).isTrue();
  }

  @Test
  void partsLongerTextsThatNameAnother() {
    assertThat(reason(compare(EN + EN, (EN + EN).replace("Nanping Mining", "Kestrel Metals"))))
        .isEqualTo(Reason.NAMES);
  }

  private static @Nullable Reason reason(CopyVerdict verdict) {
    return verdict instanceof Vetoed(Reason reason, var _) ? reason : null;
  }

  @Test
  void partsFollowUpsWithOneNewFigure() {
    assertThat(compare(ZH, ZH.replace("4200", "4600")))
        .isEqualTo(
            new Vetoed(
                Reason.FIGURES, java.util.List.of(new Difference("化镨钕4200吨，相", "化镨钕4600吨，相"))));
    assertThat(compare(EN, EN.replace("4,200", "4,600")))
        .isEqualTo(
            new Vetoed(
                Reason.FIGURES,
                java.util.List.of(
                    new Difference(
                        "and turn out 4,200 tonnes of", "and turn out 4,600 tonnes of"))));
  }

  @Test
  void partsTheSameTemplateOfAnotherDay() {
    String monday = "截至5月6日收盘，南屏矿业报收于12.31元，上涨1.2%，换手率0.8%，成交额2.1亿元，主力资金净流入380万元。";
    String tuesday = "截至5月7日收盘，南屏矿业报收于12.05元，下跌2.1%，换手率1.1%，成交额2.6亿元，主力资金净流出910万元。";
    assertThat(compare(monday, tuesday).isVetoed()).isTrue();
    assertThat(
            compare(
                    "Lake county: sunny on Monday 6 May, high 21, low 9, wind from the west at 12 km/h.",
                    "Lake county: sunny on Tuesday 7 May, high 23, low 9, wind from the west at 15 km/h.")
                .isVetoed())
        .isTrue();
  }

  @Test
  void partsTheSameTextOnAnotherModel() {
    assertThat(
            compare(
                    "The recall covers all vehicles of type KX450B that were built at the Carrow works.",
                    "The recall covers all vehicles of type KX460D that were built at the Carrow works.")
                .isVetoed())
        .isTrue();
  }

  @Test
  void partsALaterReportThatRepeatsTheEarlierOneAsBackground() {
    String later =
        "南屏矿业的分离线周五因漏液停产，9名工人送医，其中2人伤势较重。" + "公司说，停产至少持续20天，损失估计为3500万元，原因正在调查之中，监测数据已经封存。" + ZH;
    assertThat(compare(later, at("2025-05-09T08:00:00Z"), ZH, at("2025-03-01T08:00:00Z")))
        .isEqualTo(new Vetoed(Reason.FOLLOW_UP, java.util.List.of()));
  }

  @Test
  void keepsTwoReportsOnOneEventApart() {
    String own =
        "一条年产4200吨的分离线将在南屏落成，这是北岸沿海第一座同类工厂。附近居民更关心的是水。" + "渔民陈先生说，二十年前的老厂让海湾两年没有鱼，他希望这一次不同。";
    assertThat(compare(ZH, own)).isInstanceOf(Different.class);
  }

  @Test
  void keepsTwoReportsApartThatQuoteTheSameSpeakersInTheirOwnOrder() {
    String mayor =
        "松岭市长林知远说，两地山水相连，往来已有三百年，运河通航后货物朝发夕至，企业之间的合作一年比一年多。"
            + "他希望双方把码头、铁路和仓库连成一片，让两岸的工厂少走弯路，也让年轻人愿意留下来。";
    String governor =
        "云浦县长周可说，松岭的做法值得学习，厂房不空，工人不散，账目每月公布，外来的客商心里有底。" + "她表示云浦愿意出地、出水、出电，把最好的河岸留给新的码头，明年春天就可以动工。";
    assertThat(
            compare(
                "松岭讯 周五下午，松岭市与云浦县在运河边座谈。" + mayor + governor + "两地的局长参加。",
                "云浦讯 云浦县一行周五到松岭考察，当天下午座谈。" + governor + mayor + "两地的局长参加。"))
        .isInstanceOf(Different.class);
    String first =
        "The minister for ports, Ann Lister, said that the two coasts had traded with each other since the days of"
            + " sail, and that a common timetable for ferries would let families and firms plan for a whole year.";
    String second =
        "Her colleague from Meridian, Tom Hart, answered that his harbours had learnt from hers to publish every fee"
            + " on the quay, and offered the western basin to her fishermen whenever a storm closed their own.";
    assertThat(
            compare(
                "CARROW - The two ports signed a plan on Friday. " + first + " " + second,
                "MERIDIAN - A plan for the coast was signed in Carrow. " + second + " " + first))
        .isInstanceOf(Different.class);
  }

  @Test
  void partsTheSameFundAndTheSameMatchOfAnotherDay() {
    String fund = "北岸稳健混合基金11月3日净值1.2873元，较前一交易日上涨0.42%。该基金近一个月收益率2.31%，近三个月收益率5.80%，同类排名第210位。";
    assertThat(
            compare(
                    fund,
                    fund.replace("11月3日", "11月4日")
                        .replace("1.2873", "1.2919")
                        .replace("0.42", "0.36"))
                .isVetoed())
        .isTrue();
    String match =
        "Carrow Rovers beat Elder Town 2-1 at Quay Park on Saturday. Mills opened the scoring in the 12th minute with"
            + " a header, and Okoro doubled the lead before the break. The win lifts Carrow to fourth with 31 points.";
    assertThat(
            compare(match, match.replace("2-1", "3-1").replace("12th", "27th").replace("31", "34"))
                .isVetoed())
        .isTrue();
  }

  @Test
  void knowsAnExcerptWithALinkAndARetitledRepost() {
    assertThat(compare(ZH, ZH.substring(0, 110) + "。查看原文：https://beian.example/1").isCopy())
        .isTrue();
    assertThat(
            compare(EN, EN.substring(0, 330) + ". Read the full story at carrow.example/line")
                .isCopy())
        .isTrue();
    assertThat(compare(EN, "Separation line: what we know\n" + EN).isCopy()).isTrue();
    assertThat(compare(ZH, "北岸新线定了\n" + ZH).isCopy()).isTrue();
  }

  @Test
  void comparesTheSameEitherWay() {
    String excerpt = ZH.substring(46, 140);
    CopyVerdict there = compare(ZH, excerpt);
    CopyVerdict back = compare(excerpt, ZH);
    assertThat(there.isCopy()).isEqualTo(back.isCopy());
  }

  @Test
  void findsNothingInEmptyTexts() {
    assertThat(relation(compare("", "。"))).isEqualTo(Relation.SAME);
    assertThat(compare("", ZH)).isInstanceOf(Different.class);
  }
}
