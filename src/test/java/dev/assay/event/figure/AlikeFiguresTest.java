package dev.assay.event.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.event.EventReader;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AlikeFiguresTest {

  private static final AlikeFigures FIGURES =
      new AlikeFigures(
          Lexicon.shipped(),
          new EventReader(Lexicon.shipped(), () -> new TagMatcher(Names.load(Lexicon.shipped()))),
          new QuantityExtractor(Lexicon.shipped()),
          Outlets.of(Lexicon.shipped()));

  private static final Article FERRY =
      english(
          "2025-03-02", "The Ullen ferry carries 310,000 passengers a year and employs 86 people.");

  private static Article english(String day, String text) {
    return article(day, text, Language.EN);
  }

  private static Article chinese(String day, String text) {
    return article(day, text, Language.ZH_HANS);
  }

  private static Article article(String day, String text, Language language) {
    return Article.ofLines(
        text,
        language,
        new PublicationTime(
            Instant.parse(day + "T00:00:00Z"),
            PublicationTime.Precision.DAY,
            ZoneOffset.UTC,
            true,
            PublicationTime.Certainty.STATED,
            "made"));
  }

  private static Article undated(String text, Language language) {
    return Article.ofLines(text, language, null);
  }

  private static List<String> alike(Article one, Article other) {
    return alike(one, other, Map.of(), false);
  }

  /// Of two reports on one happening.
  private static List<String> alikeOfOneEvent(Article one, Article other) {
    return alike(one, other, Map.of(one.id(), one.id()), false);
  }

  /// Of such reports in a story that is told as it goes on.
  private static List<String> alikeOfOneEventOfAStory(Article one, Article other) {
    return alike(one, other, Map.of(one.id(), one.id()), true);
  }

  /// Of texts of one story.
  private static List<String> alikeOfAStory(Article one, Article other) {
    return alike(one, other, Map.of(), true);
  }

  private static List<String> alike(
      Article one, Article other, Map<ArticleId, ArticleId> events, boolean story) {
    return FIGURES.comparing().of(one, List.of(other), events, story).stream()
        .map(pair -> pair.one().written() + " | " + pair.other().written())
        .sorted()
        .toList();
  }

  @Test
  void figuresOfOneThingMeetByTheWordsAroundThem() {
    assertThat(
            alike(
                FERRY,
                english(
                    "2025-07-19",
                    "Each year 420,000 passengers take the Ullen ferry, on which 86 people work."
                        + " A ticket costs 14 crowns.")))
        .containsExactly("310,000 | 420,000", "86 | 86");
    assertThat(
            alike(
                chinese("2025-03-02", "白鹭水库总库容3.8亿立方米，灌溉农田46万亩。"),
                chinese("2025-05-11", "蓄水四十年的白鹭水库，总库容为4.6亿立方米，可灌溉农田46万亩，库区有三座小岛。")))
        .containsExactly("3.8亿立方米 | 4.6亿立方米", "46万亩 | 46万亩");
  }

  @Test
  void figuresOfBothLanguagesMeet() {
    assertThat(alike(FERRY, chinese("2025-09-01", "乌伦渡轮（Ullen）每年运送旅客31万人次，雇用86人。")))
        .containsExactly("310,000 | 31万人次", "86 | 86人");
  }

  @Test
  void figuresOfOtherYearsAndDaysDoNot() {
    assertThat(
            alike(
                english("2025-03-02", "The Ullen ferry carried 310,000 passengers in 2019."),
                english("2025-07-19", "The Ullen ferry carried 420,000 passengers in 2024.")))
        .isEmpty();
    assertThat(
            alike(
                english("2024-06-02", "The Ullen ferry carries 310,000 passengers a year."),
                english("2025-12-19", "In 2025 the Ullen ferry carried 420,000 passengers.")))
        .isEmpty();
    assertThat(
            alike(
                chinese("2025-03-02", "3月2日，白鹭水库总库容3.8亿立方米，灌溉农田46万亩。"),
                chinese("2025-03-03", "3月3日，白鹭水库总库容4.6亿立方米，灌溉农田46万亩。")))
        .isEmpty();
  }

  @Test
  void whatIsPlannedDoesNotMeetWhatIs() {
    assertThat(
            alike(
                english("2025-03-02", "The Ullen ferry is expected to carry 310,000 passengers."),
                english("2025-04-19", "The Ullen ferry carries 420,000 passengers.")))
        .isEmpty();
    assertThat(
            alike(
                chinese("2025-03-02", "按计划，乌伦跨河大桥总投资将达3.1亿元。"),
                chinese("2025-04-19", "乌伦跨河大桥建成通车，总投资4.2亿元。")))
        .isEmpty();
  }

  @Test
  void twoThingsThatShareANameDoNotMeet() {
    assertThat(
            alike(
                english("2025-03-02", "Vellmar Looms employs 1,240 people in Brackley."),
                english("2025-04-19", "Vellmar Dairy employs 860 people in Brackley.")))
        .isEmpty();
    assertThat(
            alike(
                english("2025-03-02", "The Brackley tram carries 12,400 riders a day."),
                english("2025-04-19", "The Brackley bus carries 9,700 riders a day.")))
        .isEmpty();
    assertThat(
            alike(chinese("2025-03-02", "海宁电厂雇用1240名员工。"), chinese("2025-04-19", "海宁酒厂雇用860名员工。")))
        .isEmpty();
  }

  @Test
  void whatSomethingGrewToIsNoOtherFigureForWhatItWas() {
    assertThat(
            alike(
                english("2025-03-02", "The Ullen ferry carries 310,000 passengers a year."),
                english("2025-04-19", "The Ullen ferry's passengers rose to 420,000 a year.")))
        .isEmpty();
    assertThat(
            alike(
                chinese("2025-03-02", "陶坪镇常住人口3.2万人。"), chinese("2025-04-19", "陶坪镇常住人口已增至4.1万人。")))
        .isEmpty();
  }

  @Test
  void aNumberThatManyQuantitiesHaveBearsNothingOut() {
    assertThat(
            alike(
                english("2025-03-02", "The Ullen ferry line has 5 vessels and employs 86 people."),
                english("2025-07-19", "The Ullen ferry line has 5 vessels and employs 86 people.")))
        .containsExactly("86 | 86");
    assertThat(
            alike(
                chinese("2025-03-02", "白鹭水库库区有三座小岛，灌溉农田46万亩。"),
                chinese("2025-05-11", "白鹭水库库区有三座小岛，灌溉农田46万亩。")))
        .containsExactly("46万亩 | 46万亩");
  }

  private static final String COLLAPSE =
      "Velmont Air stopped flying on Sunday, stranding 18,400 passengers. It has 3,240 employees"
          + " and owes 612 million euros.";

  private static final String COURT =
      "Papers of the court in Tarsk put the debts of Velmont Air at 734 million euros. The carrier"
          + " flew 41 planes with 3,240 staff.";

  private static final String 停飞 = "维尔蒙航空周日停飞，1.84万名旅客滞留。公司有员工3240人，欠债权人6.12亿欧元。";

  private static final String 法院 = "塔斯克法院的文件显示，维尔蒙航空欠债权人7.34亿欧元。公司有41架飞机、3240名员工。";

  @Test
  void reportsOnOneHappeningMeetInOtherWords() {
    assertThat(alikeOfOneEvent(english("2025-11-02", COLLAPSE), english("2025-11-02", COURT)))
        .containsExactly("3,240 | 3,240", "612 million euros | 734 million euros");
    assertThat(alikeOfOneEvent(chinese("2025-11-02", 停飞), chinese("2025-11-03", 法院)))
        .containsExactly("3240人 | 3240名", "6.12亿欧元 | 7.34亿欧元");
    assertThat(alikeOfOneEvent(english("2025-11-02", COLLAPSE), chinese("2025-11-03", 停飞)))
        .containsExactly("18,400 | 1.84万名", "3,240 | 3240人", "612 million euros | 6.12亿欧元");
  }

  @Test
  void whatAStoryCountsIsAnotherFigureSomeDaysLater() {
    assertThat(
            alikeOfOneEventOfAStory(english("2025-11-02", COLLAPSE), english("2025-11-05", COURT)))
        .containsExactly("3,240 | 3,240");
    assertThat(alikeOfOneEventOfAStory(chinese("2025-11-02", 停飞), chinese("2025-11-05", 法院)))
        .containsExactly("3240人 | 3240名");
    Article ferry = english("2025-07-19", "Each year 420,000 passengers take the Ullen ferry.");
    assertThat(alike(FERRY, ferry)).containsExactly("310,000 | 420,000");
    assertThat(alikeOfAStory(FERRY, ferry)).isEmpty();
    Article 水库 = chinese("2025-03-02", "白鹭水库总库容3.8亿立方米，灌溉农田46万亩。");
    Article 清淤 = chinese("2025-05-11", "蓄水四十年的白鹭水库，总库容为4.6亿立方米，可灌溉农田46万亩。");
    assertThat(alike(水库, 清淤)).containsExactly("3.8亿立方米 | 4.6亿立方米", "46万亩 | 46万亩");
    assertThat(alikeOfAStory(水库, 清淤)).containsExactly("46万亩 | 46万亩");
  }

  @Test
  void figuresThatDifferAskForTheDaysOfTheirTexts() {
    assertThat(alikeOfOneEvent(undated(COLLAPSE, Language.EN), undated(COURT, Language.EN)))
        .containsExactly("3,240 | 3,240");
    assertThat(alikeOfOneEvent(undated(停飞, Language.ZH_HANS), undated(法院, Language.ZH_HANS)))
        .containsExactly("3240人 | 3240名");
  }

  @Test
  void aRareNumberOfTextsOnTwoHappeningsMeetsItself() {
    assertThat(alike(english("2025-11-02", COLLAPSE), english("2025-11-12", COURT)))
        .containsExactly("3,240 | 3,240");
    assertThat(alike(chinese("2025-11-02", 停飞), chinese("2025-11-12", 法院)))
        .containsExactly("3240人 | 3240名");
  }
}
