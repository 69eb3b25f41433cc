package dev.assay.event.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.event.EventReader;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EventFiguresTest {

  private static final EventFigures FIGURES =
      new EventFigures(
          Lexicon.shipped(),
          new EventReader(Lexicon.shipped(), () -> new TagMatcher(Names.load(Lexicon.shipped()))),
          new QuantityExtractor(Lexicon.shipped()),
          Outlets.of(Lexicon.shipped()));

  private static final String COURIER =
      """
      Wildfire near Arrivas doubles in size
      A wildfire in the hills above Arrivas had burned 8,400 hectares by Friday morning, the fire service said.
      Some 3,200 people have been told to leave their homes and 14 have been treated for smoke.
      About 620 firefighters and 11 aircraft are at work. The worst fire on record, in 2017, burned 45,000 hectares.\
      """;

  private static final String WIRE =
      """
      Thousands flee as fire burns above Arrivas
      A wildfire above Arrivas has burned some 9,000 hectares, officials said on Friday.
      Eleven aircraft and more than 600 firefighters were deployed. The mayor said 23 houses had been destroyed.\
      """;

  private static final String EVENING_NEWS =
      """
      阿里瓦斯山火一夜扩大
      消防部门20日说，阿里瓦斯附近的山火过火面积已达8400公顷。
      约3200人被要求撤离，14人因吸入浓烟接受治疗。现场有620名消防员和11架飞机参与扑救。\
      """;

  private static List<String> compared(Article... reports) {
    return FIGURES.of(List.of(reports)).stream()
        .map(
            row ->
                row.sides().stream()
                    .map(FigureRow.Side::written)
                    .collect(Collectors.joining(" | ", row.differ() ? "differ " : "agree ", "")))
        .toList();
  }

  private static Article english(String text) {
    return Article.ofLines(text, Language.EN, null);
  }

  private static Article chinese(String text) {
    return Article.ofLines(text, Language.ZH_HANS, null);
  }

  /// Published on a day of June.
  private static Article of(int day, Language language, String text) {
    return Article.ofLines(
        text,
        language,
        new PublicationTime(
            Instant.parse("2026-06-%02dT00:00:00Z".formatted(day)),
            PublicationTime.Precision.DAY,
            ZoneOffset.UTC,
            true,
            PublicationTime.Certainty.STATED,
            "made"));
  }

  @Test
  void whatTwoReportsStateStandsSideBySideAndWhatDiffersFirst() {
    assertThat(compared(english(COURIER), english(WIRE)))
        .containsExactly(
            "differ 8,400 hectares | some 9,000 hectares",
            "agree About 620 | more than 600",
            "agree 11 | Eleven");
  }

  @Test
  void reportsOfBothLanguagesAreCompared() {
    assertThat(compared(english(COURIER), english(WIRE), chinese(EVENING_NEWS)))
        .containsExactly(
            "differ 8,400 hectares | some 9,000 hectares | 达8400公顷",
            "agree Some 3,200 | 约3200人",
            "agree 14 | 14人",
            "agree About 620 | more than 600 | 620名",
            "agree 11 | Eleven | 11架");
  }

  @Test
  void reportsInChineseAreCompared() {
    assertThat(
            compared(
                chinese(
                    """
                    恒川半导体停电
                    恒川半导体16日凌晨停电4小时10分钟，约2.3万片晶圆报废。公司预计直接损失3.1亿元。
                    去年该厂曾停电两小时，当时报废晶圆7000片。\
                    """),
                chinese(
                    """
                    合州晶圆厂断电
                    合州一家晶圆厂周日断电逾四小时，恒川半导体称报废晶圆约2.6万片，损失估计为3.1亿元。\
                    """)))
        .containsExactly(
            "differ 约2.3万片 | 约2.6万片", "agree 4小时10分钟 | 逾四小时", "agree 3.1亿元 | 估计为3.1亿元");
  }

  @Test
  void whatGrewByOnceHasDoubled() {
    assertThat(
            compared(
                english("Fire doubles\nThe fire doubled in size overnight, the fire service said."),
                chinese("山火扩大\n消防部门说，山火一夜之间扩大一倍。")))
        .isEqualTo(List.of("agree doubles | 一倍"));
  }

  @Test
  void anOpenBoundIsLikeNumbersOfItsSize() {
    assertThat(
            compared(
                english("A landslide above Tessin Pass killed at least 14 people, police said."),
                chinese("州政府说，泰辛山口的山体滑坡造成17人死亡。")))
        .containsExactly("agree at least 14 | 17人");
    assertThat(
            compared(
                english(
                    "At least 11 people died when a ferry went down near Tarnholm, police said."),
                english(
                    "A ferry with 212 people on board sank off Tarnholm, the coast guard said.")))
        .isEmpty();
  }

  @Test
  void whatAReportTellsMoreExactlyFurtherOnIsNoDifferenceOfWhatIsShown() {
    assertThat(
            compared(
                english(
                    "Ferry aground\nMore than 600 passengers were taken off the ferry Solveig.\n"
                        + "All 620 passengers taken off the ferry are in Bergsund."),
                english("Ferry aground\nA crew took 612 passengers off the ferry Solveig.")))
        .containsExactly("agree More than 600 | 612");
  }

  @Test
  void aTimeThatRunsIsLongerOnALaterDay() {
    String eleven = "Ferry strike\nThe ferry crews of Bergsund have been on strike for 11 days.";
    String thirteen = "Ferry strike\nThe strike of the ferry crews of Bergsund has lasted 13 days.";
    assertThat(compared(of(11, Language.EN, eleven), of(12, Language.EN, thirteen)))
        .containsExactly("agree 11 days | 13 days");
    assertThat(compared(of(11, Language.EN, eleven), of(11, Language.EN, thirteen)))
        .containsExactly("differ 11 days | 13 days");
    String five = "渡轮停航\n伯格松渡轮船员罢工已持续5天。";
    String six = "渡轮罢工\n伯格松渡轮船员的罢工已持续6天。";
    assertThat(compared(of(5, Language.ZH_HANS, five), of(6, Language.ZH_HANS, six)))
        .containsExactly("agree 5天 | 6天");
  }

  @Test
  void agesOfTwoPeopleAreTwoQuantities() {
    assertThat(
            compared(
                english("Verdict\nA jury in Tarnholm convicted Ivo Marlen, 32, of the theft."),
                english(
                    "Verdict\nThe paintings of Greta Solheim, 57, were stolen. Marlen, 32, was convicted.")))
        .containsExactly("agree 32 | 32");
    assertThat(
            compared(
                chinese("判决\n法院以盗窃罪判处32岁的马立恩四年监禁。"), chinese("判决\n57岁的画家索海的画作被盗。32岁的马立恩被判四年。")))
        .contains("agree 32岁 | 32岁")
        .noneMatch(row -> row.contains("57岁"));
  }

  @Test
  void aTextFullOfFiguresIsNoReportOnOneHappening() {
    StringBuilder study =
        new StringBuilder("Fires of the region\nThe fires burned 8,900 hectares.");
    for (int year = 1; year <= 45; year++) {
      study
          .append(" Fire number ")
          .append(year)
          .append(" burned ")
          .append(90 + year)
          .append(" hectares.");
    }
    assertThat(compared(english(COURIER), english(study.toString()))).isEmpty();
  }

  @Test
  void reportsThatStateNothingAlikeHaveNothingToCompare() {
    assertThat(
            compared(
                english("Two sides\nThe bank holds 12% of the mine."),
                english(
                    "A strike\nBus drivers struck for two days, and 14% of the buses ran in the rain.")))
        .isEmpty();
    assertThat(FIGURES.of(List.of())).isEmpty();
  }
}
