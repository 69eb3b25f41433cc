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

  private static List<String> alike(Article one, Article other) {
    return FIGURES.comparing().of(one, List.of(other)).stream()
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
}
