package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.chart.SeriesChart;
import dev.assay.ledger.chart.SeriesChart.Form;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// One quantity at several times.
final class SeriesTest {

  private static final Ledger LEDGER = Ledger.of(Lexicon.shipped());
  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final SeriesWords ENGLISH = SeriesWords.of(NAMES, Language.EN);
  private static final SeriesWords CHINESE = SeriesWords.of(NAMES, Language.ZH_HANS);

  private static OverTime overTime(Told... told) {
    List<LedgerEntry> entries =
        LEDGER.entries(Arrays.stream(told).map(Told::evidence).toList(), Corrections.NONE);
    assertThat(entries).hasSize(1);
    return LEDGER.overTime(entries.getFirst());
  }

  private static Told output(String source, String figure, String time) {
    return Told.by(source, figure)
        .property(Property.PRODUCTION)
        .in(Facet.MATERIAL, "material:rare-earths")
        .time(time);
  }

  private static Told price(String source, String figure, String day) {
    return Told.by(source, figure).of("material:dysprosium", "dysprosium", Property.PRICE).on(day);
  }

  private static List<String> lines(OverTime overTime, SeriesWords say) {
    return overTime.series().stream()
        .flatMap(
            series ->
                series.points().stream().map(point -> say.each(series) + ": " + line(point, say)))
        .toList();
  }

  private static String line(Point point, SeriesWords say) {
    String note = say.note(point);
    return "%s %s, %s%s"
        .formatted(
            say.time(point),
            point.row().evidence().written(),
            say.teller(point.row()),
            note.isEmpty() ? "" : " [" + note + "]");
  }

  @Test
  void neverPutsAQuarterBesideHalfAYear() {
    OverTime overTime =
        overTime(
            output("A", "60,000 tons", "the third quarter of 2024"),
            output("A", "65,000 tons", "the third quarter of 2025").on("2025-11-02"),
            output("B", "130,000 tons", "the first half of 2025"),
            output("B", "240,000 tons", "2023"),
            output("乙", "27万吨", "2024").on("2025-12-01"));
    assertThat(lines(overTime, ENGLISH))
        .containsExactly(
            "each of a year, t: 2023 240,000 tons, B",
            "each of a year, t: 2024 27万吨, 乙",
            "each of a quarter, t: 2024-07 to 2024-09 60,000 tons, A",
            "each of a quarter, t: 2025-07 to 2025-09 65,000 tons, A");
    assertThat(ENGLISH.leftOut(overTime))
        .containsExactly("Figures left out that have none of another time beside them: 1");
    assertThat(CHINESE.each(overTime.series().getLast())).isEqualTo("每数为一个季度，吨");
  }

  @Test
  void tellsWhatATellerGaveUpFromWhatAnotherContradicts() {
    OverTime overTime =
        overTime(
            output("Survey Office", "240,000 tons", "2023").on("2024-02-01"),
            output("Survey Office", "255,000 tons", "2023").on("2025-02-01").article(7),
            output("Survey Office", "270,000 tons", "2024").on("2025-02-01").article(8),
            output("北岸财经", "30万吨", "2024").on("2025-03-01"));
    assertThat(lines(overTime, ENGLISH))
        .containsExactly(
            "each of a year, t: 2023 240,000 tons, Survey Office [later 255,000 tons by the same teller, 2025-02-01]",
            "each of a year, t: 2023 255,000 tons, Survey Office",
            "each of a year, t: 2024 270,000 tons, Survey Office [30万吨 by 北岸财经, 2025-03-01]",
            "each of a year, t: 2024 30万吨, 北岸财经 [270,000 tons by Survey Office, 2025-02-01]");
    Series series = overTime.series().getFirst();
    assertThat(ENGLISH.counts(series))
        .isEqualTo("figures: 4, times: 2, tellers: 2, given up for another: 1, contradicted: 2");
    assertThat(CHINESE.counts(series)).isEqualTo("4个数字，2个时间，2个说话人，被改：1，有矛盾：2");
  }

  @Test
  void takesALevelWithoutATimeForOneOfItsDayAndNoFlow() {
    OverTime prices =
        overTime(
            price("A", "$230 per kilogram", "2025-05-01"),
            price("A", "$260 per kilogram", "2025-06-01"));
    assertThat(prices.series()).hasSize(1);
    assertThat(prices.series().getFirst().revisions()).isZero();

    Told untimed =
        Told.by("乙", "27万吨")
            .property(Property.PRODUCTION)
            .in(Facet.MATERIAL, "material:rare-earths");
    OverTime flows =
        overTime(output("A", "240,000 tons", "2023"), output("A", "270,000 tons", "2024"), untimed);
    assertThat(lines(flows, ENGLISH))
        .containsExactly(
            "each of a year, t: 2023 240,000 tons, A", "each of a year, t: 2024 270,000 tons, A");
    assertThat(ENGLISH.leftOut(flows))
        .containsExactly(
            "Figures whose text does not surely say for what time they are, left out: 1");
    assertThat(CHINESE.leftOut(flows)).containsExactly("原文没有说清是什么时候的数字，未列入：1");
  }

  /// Which of two times holds is not sure: "on 8 April it raised the previously announced 34%".
  @Test
  void leavesOutAFigureThatMayBeOfAnotherTimeOfItsSentence() {
    Told share =
        Told.by("A", "90 percent")
            .in(Facet.STAGE, "refining")
            .in(Facet.MATERIAL, "material:rare-earths");
    Told chinese =
        Told.by("乙", "90%").in(Facet.STAGE, "refining").in(Facet.MATERIAL, "material:rare-earths");
    OverTime overTime =
        overTime(
            share.time("2024").sentence("In 2024 it had 90 percent."),
            share.article(2).on("2024-03-01").sentence("It has 90 percent."),
            share
                .article(3)
                .on("2025-03-01")
                .sentence("In 2019 it had half, and today 90 percent."),
            share
                .article(4)
                .time("2025")
                .sentence("In 2025 its share fell from the previously told 90 percent."),
            chinese.time("2023").sentence("2023年，其份额由此前的90%下降。"),
            chinese.article(6).on("2025-03-01").sentence("2019年只有一半，后来占90%。"));
    assertThat(lines(overTime, ENGLISH))
        .containsExactly(
            "as of a day: published 2024-03-01 90 percent, A", "as of a day: 2024 90 percent, A");
    assertThat(ENGLISH.leftOut(overTime))
        .containsExactly(
            "Figures whose text does not surely say for what time they are, left out: 4");
  }

  @Test
  void leavesOutWhatIsToldOnceAndDoesNotMove() {
    OverTime overTime =
        overTime(
            Told.by("A", "99.5%")
                .of("company:lynas", "Lynas", Property.PURITY)
                .in(Facet.MATERIAL, "material:dysprosium")
                .time("2024"),
            Told.by("乙", "99.5%")
                .of("company:lynas", "Lynas", Property.PURITY)
                .in(Facet.MATERIAL, "material:dysprosium")
                .time("2025"));
    assertThat(overTime.series()).isEmpty();
    assertThat(CHINESE.leftOut(overTime)).containsExactly("一次性的金额、数目和时长，不随时间变动，未列入：2");
  }

  /// A share of "output" may be of anything; two of them are no movement.
  @Test
  void leavesOutASharePerhapsOfSomethingElse() {
    Told chips = Told.by("A", "9 percent").in(Facet.MEASURE, "output").on("2023-05-03");
    Told ores = Told.by("乙", "逾60%").in(Facet.MEASURE, "output").on("2024-05-14");
    OverTime overTime = overTime(chips, ores);
    assertThat(overTime.series()).isEmpty();
    assertThat(CHINESE.leftOut(overTime)).containsExactly("被否认、只是提问、属于没有日期的过去，或所指不明的数字，未列入：2");
  }

  /// The shares of Nanping Mining are no price of the province of Nanping, nor those of an oil
  /// company a price of oil.
  @Test
  void leavesOutAFigureOfAThingOfALongerName() {
    Told share = Told.by("甲", "12.68元").of("material:oil", "石油", Property.PRICE);
    OverTime oil =
        overTime(
            share.on("2023-08-18").sentence("南屏海洋石油-R(80991.HK)报收于12.68元。"),
            share.article(2).on("2023-08-19").sentence("石油每升12.68元，南屏炼化（600991）也涨价。"),
            share.article(3).on("2023-08-20").sentence("石油每升12.68元。"));
    assertThat(lines(oil, CHINESE))
        .containsExactly("以某日计，人民币: 发表于2023-08-19 12.68元, 甲", "以某日计，人民币: 发表于2023-08-20 12.68元, 甲");
    Told place =
        Told.by("A", "12.68 dollars")
            .of("province:jiangsu", "Jiangsu", Property.PRICE)
            .sentence("Jiangsu Windworks closed at 12.68 dollars.");
    OverTime places = overTime(place.on("2023-08-18"), place.article(2).on("2023-08-19"));
    assertThat(places.series()).isEmpty();
  }

  @Test
  void leavesOutAShareThatAMaterialHasOfItself() {
    Told share =
        Told.by("A", "10 percent")
            .in(Facet.STAGE, "mining")
            .in(Facet.MATERIAL, "copper")
            .sentence("We make 10 percent of the world's copper.");
    assertThat(inTwoYears(share.of("", "the world's copper", Property.SHARE)).series()).isEmpty();
    assertThat(inTwoYears(share.of("", "Carrow Metals", Property.SHARE)).series()).hasSize(1);
    assertThat(inTwoYears(share.of("", "Carrow Copper", Property.SHARE)).series()).hasSize(1);
    assertThat(inTwoYears(share.of("", "Copper", Property.SHARE)).series()).isEmpty();
  }

  private static OverTime inTwoYears(Told told) {
    return overTime(told.on("2023-03-28"), told.article(2).on("2024-03-28"));
  }

  /// Somebody says it who was not read: it would stand under the name of the outlet.
  @Test
  void leavesOutAFigureOfATellerWhoWasNotRead() {
    Told share =
        Told.by("A", "90 percent")
            .in(Facet.STAGE, "refining")
            .in(Facet.MATERIAL, "material:rare-earths");
    Told chinese =
        Told.by("乙", "90%").in(Facet.STAGE, "refining").in(Facet.MATERIAL, "material:rare-earths");
    OverTime overTime =
        overTime(
            share
                .time("2023")
                .sentence("In 2023 it had 90 percent, according to Carrow, a broker."),
            share
                .article(2)
                .time("2024")
                .speaker("Carrow")
                .sentence("In 2024 it had 90 percent, according to Carrow."),
            chinese.article(3).time("2022").sentence("海陵矿业协会数据显示，2022年占90%。"),
            chinese.article(4).time("2025").sentence("2025年占90%。"));
    assertThat(lines(overTime, ENGLISH))
        .containsExactly("as of a day: 2024 90 percent, Carrow", "as of a day: 2025 90%, 乙");
  }

  /// "2.5 million" beside the chart, and a day under its last mark.
  @Test
  void writesNothingBeyondTheEdgesOfADrawing() throws Exception {
    OverTime overTime =
        overTime(
            price("A", "$2,450,000 per tonne", "2025-05-01"),
            price("A", "$2,150,000 per tonne", "2025-05-08"));
    for (Form form : Form.values()) {
      String svg = SeriesChart.svg(overTime.series().getFirst(), "Price", ENGLISH, form);
      Document drawing =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
      String[] box = drawing.getDocumentElement().getAttribute("viewBox").split(" ");
      NodeList texts = drawing.getElementsByTagName("text");
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        double part =
            switch (text.getAttribute("text-anchor")) {
              case "start" -> 0;
              case "middle" -> 0.5;
              default -> 1;
            };
        double wide = 6.5 * text.getTextContent().length();
        double start = Double.parseDouble(text.getAttribute("x")) - part * wide;
        assertThat(start).as(text.getTextContent()).isNotNegative();
        if (text.getAttribute("class").equals("tick")) {
          assertThat(start + wide)
              .as(text.getTextContent())
              .isLessThanOrEqualTo(Double.parseDouble(box[2]));
        }
      }
    }
  }

  @Test
  void tellsHowLargeADrawingIsBeforeItIsDrawn() {
    List<OverTime> all =
        List.of(
            overTime(output("Carrow", "240,000 tons", "2023"), output("Carrow", "27万吨", "2024")),
            overTime(
                output("Carrow", "240,000 tons", "2023"),
                output("北岸财经", "30万吨", "2023"),
                output("松岭早报", "27万吨", "2024"),
                output("Meridian", "31万吨", "2025")),
            overTime(
                IntStream.range(0, 14)
                    .mapToObj(i -> output("teller " + i, "240,000 tons", String.valueOf(2010 + i)))
                    .toArray(Told[]::new)),
            overTime(
                IntStream.range(0, 140)
                    .mapToObj(
                        i ->
                            price(
                                i % 2 == 0 ? "A" : "B",
                                "$" + (100 + i % 7) + " per tonne",
                                LocalDate.of(2024, 1, 1).plusDays(i).toString()))
                    .toArray(Told[]::new)));
    for (OverTime overTime : all) {
      Series series = overTime.series().getFirst();
      for (Form form : List.of(Form.WIDE, Form.NARROW)) {
        SeriesChart.Size size = SeriesChart.size(series, form);
        assertThat(SeriesChart.svg(series, "Output", ENGLISH, form))
            .contains("width=\"%d\" height=\"%d\"".formatted(size.width(), size.height()));
      }
    }
  }

  @Test
  void drawsASheetThatIsWholeAndHoldsNoMarkupOfATeller() throws Exception {
    OverTime overTime =
        overTime(
            output("<script>A&B</script>", "240,000 tons", "2023"),
            output("北岸财经\u0001", "27万吨", "2024"));
    for (Form form : Form.values()) {
      String svg = SeriesChart.svg(overTime.series().getFirst(), "Output <b>", ENGLISH, form);
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document drawing = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
      assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo("Output <b>");
    }
    String sheet = SeriesChart.svg(overTime.series().getFirst(), "Output", ENGLISH, Form.SHEET);
    assertThat(sheet).contains("1. 2023 · 240,000 tons", "2. 2024 · 27万吨", "/articles/");
  }
}
