package dev.assay.analyze.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Figures that are told again and again by their own names.
final class MeasureReaderTest {

  private static final Set<Property> TOLD =
      EnumSet.of(Property.RATE, Property.VOLUME, Property.REVENUE, Property.PROFIT, Property.QUOTA);

  private static List<String> read(Language language, String title, String... paragraphs) {
    Article untitled =
        Article.ofLines(
            String.join("\n", paragraphs),
            language,
            new PublicationTime(
                Instant.parse("2025-05-16T06:00:00Z"),
                PublicationTime.Precision.MINUTE,
                ZoneOffset.UTC,
                true,
                PublicationTime.Certainty.STATED,
                "the page"));
    Article article =
        new Article(
            untitled.id(),
            null,
            "Meridian Ledger",
            null,
            title,
            List.of(),
            untitled.publishedAt(),
            null,
            untitled.fetchedAt(),
            language,
            untitled.kind(),
            null,
            null,
            untitled.paragraphs());
    return Analyses.of(article).claims().stream()
        .filter(claim -> TOLD.contains(claim.property()))
        .map(claim -> line(claim, article))
        .toList();
  }

  private static String line(Claim claim, Article article) {
    String text = article.paragraphs().get(claim.paragraph() - 1).text();
    String of = claim.of().stream().map(MeasureReaderTest::part).collect(Collectors.joining("+"));
    TimeExpression time = claim.time();
    Thing speaker = claim.speaker();
    return "%s | %s | %s | %s%s"
        .formatted(
            claim.entity().words(),
            of.isEmpty() ? claim.property().word() : of,
            time == null ? "-" : time.iso(),
            claim.value().span().in(text),
            speaker == null ? "" : " | " + speaker.words());
  }

  private static String part(Claim.Part part) {
    return part.id() == null ? part.words() : part.id();
  }

  @Test
  void readsARateOfAPlaceWithThatOfTheMonthBefore() {
    assertThat(
            read(
                Language.EN,
                "Norrland's central bank holds its rate",
                "The central bank of Norrland left its key interest rate unchanged at 4.25 percent.",
                "Inflation in Norrland slowed to 3.4 percent in April from 3.6 percent in March, the"
                    + " statistics office said a day earlier.",
                "The unemployment rate rose to 5.4 percent in April from 5.2 percent in March."))
        .containsExactly(
            "Norrland | key-rate | - | 4.25 percent",
            "Norrland | inflation | 2025-04 | 3.4 percent | the statistics office",
            "Norrland | inflation | 2025-03 | 3.6 percent | the statistics office",
            "Norrland | unemployment-rate | 2025-04 | 5.4 percent",
            "Norrland | unemployment-rate | 2025-03 | 5.2 percent");
    assertThat(
            read(
                Language.ZH_HANS,
                "海陵4月失业率升至5.3%",
                "海陵统计局周五公布，4月海陵失业率为5.3%，3月为5.1%。",
                "同日，海陵央行维持基准利率3.5%不变。"))
        .containsExactly(
            "海陵 | unemployment-rate | 2025-04 | 5.3%",
            "海陵 | unemployment-rate | 2025-03 | 5.1%", "海陵 | key-rate | - | 3.5%");
  }

  @Test
  void readsWhatAPortHandledAndACompanySold() {
    assertThat(
            read(
                Language.EN,
                "Halden port has its best March",
                "The port of Halden handled 412,000 containers in March, the port authority said on"
                    + " Wednesday, up 6.1 percent from a year earlier.",
                "In February it had handled 365,000 containers."))
        .containsExactly(
            "Halden port | container-throughput | 2025-03 | 412,000 | the port authority",
            "Halden port | container-throughput | 2025-02 | 365,000");
    assertThat(
            read(
                Language.ZH_HANS,
                "临洲港3月集装箱吞吐量创新高",
                "4月10日，临洲港务局公布，3月临洲港完成集装箱吞吐量126万标箱，同比增长8.2%；2月为98万标箱。",
                "一季度，临洲港货物吞吐量达到5200万吨。"))
        .containsExactly(
            "临洲港 | container-throughput | 2025-03 | 126万标箱",
            "临洲港 | container-throughput | 2025-02 | 98万标箱",
            "临洲港 | cargo-throughput | 2025-Q1 | 达到5200万吨");
  }

  @Test
  void takesNoRiseForTheFigureThatRose() {
    assertThat(
            read(
                Language.EN,
                "Norrland's unemployment rises",
                "Unemployment in Norrland rose 5 percent in April. Inflation in Norrland rose by 0.3 percent."))
        .isEmpty();
    assertThat(read(Language.ZH_HANS, "海陵失业率上升", "4月海陵失业率上升0.3%。")).isEmpty();
  }

  /// "The country's", and what only an earlier sentence of a long report names.
  @Test
  void leavesAFigureWhoseOwnerIsNotNamed() {
    assertThat(
            read(
                Language.EN,
                "A look at four markets",
                "Norrland exported ships. The country's unemployment rate was 5.4 percent in April.",
                "Unemployment was 6.1 percent in March."))
        .isEmpty();
    assertThat(read(Language.ZH_HANS, "四个市场一览", "海陵出口船舶。得出的失业率4月升至5.4%。")).isEmpty();
  }

  /// Ships or plants that somebody sells a few of are no sales of goods.
  @Test
  void takesAFewThingsThatAreSoldForNoSales() {
    assertThat(
            read(
                Language.EN,
                "Larkfield Motors in March",
                "Larkfield Motors sold 3 plants in March.",
                "Larkfield Motors sold 4,200 cars in March."))
        .containsExactly("Larkfield Motors | sales-volume+product:cars | 2025-03 | 4,200");
  }

  @Test
  void readsAPartOfWhatTheSentenceBeforeTold() {
    assertThat(read(Language.ZH_HANS, "海陵失业率", "3月海陵失业率为5.3%。其中4月为5.1%。"))
        .containsExactly(
            "海陵 | unemployment-rate | 2025-03 | 5.3%", "海陵 | unemployment-rate | 2025-04 | 5.1%");
    for (String between : List.of("市民对此表示担忧。", "\n市民对此表示担忧。\n")) {
      assertThat(read(Language.ZH_HANS, "海陵失业率", "3月海陵失业率为5.3%。" + between + "其中4月为5.1%。"))
          .containsExactly("海陵 | unemployment-rate | 2025-03 | 5.3%");
    }
  }

  @Test
  void readsWhatAFigureCameFromWithItsOwnTime() {
    assertThat(
            read(
                Language.EN,
                "Norrland's jobless rate falls",
                "The unemployment rate in Norrland fell to 5.4 percent in April, down from 5.6 percent in March."
                    + " That compares with 6.1 percent in January."
                    + " In December it had been 6.3 percent."))
        .containsExactly(
            "Norrland | unemployment-rate | 2025-04 | 5.4 percent",
            "Norrland | unemployment-rate | 2025-03 | 5.6 percent",
            "Norrland | unemployment-rate | 2025-01 | 6.1 percent",
            "Norrland | unemployment-rate | 2024-12 | 6.3 percent");
    assertThat(
            read(
                Language.ZH_HANS, "海陵失业率升至5.3%", "4月海陵失业率由3月的5.1%升至5.3%。2月，海陵失业率为5.6%，较1月的5.4%略升。"))
        .containsExactly(
            "海陵 | unemployment-rate | 2025-03 | 5.1%",
            "海陵 | unemployment-rate | 2025-04 | 5.3%",
            "海陵 | unemployment-rate | 2025-02 | 5.6%",
            "海陵 | unemployment-rate | 2025-01 | 5.4%");
  }

  @Test
  void readsWhatIsCountedInAUnitOfItsOwn() {
    assertThat(
            read(
                Language.EN,
                "Halden port in March",
                "The port of Halden handled 412,000 TEU in March. That was up from 365,000 TEU in February.",
                "Skippers landed 1,240 tonnes of cod in March."))
        .containsExactly(
            "Halden port | container-throughput | 2025-03 | 412,000 TEU",
            "Halden port | container-throughput | 2025-02 | 365,000 TEU");
    assertThat(read(Language.ZH_HANS, "临洲港3月箱量", "3月，临洲港集装箱吞吐量为126万标箱，较2月的98万标箱增长。"))
        .containsExactly(
            "临洲港 | container-throughput | 2025-03 | 126万标箱",
            "临洲港 | container-throughput | 2025-02 | 98万标箱");
  }

  /// "From 4.5 percent in March": the time is that of the figure before.
  @Test
  void givesNoFigureTheTimeOfTheOneItCameFrom() {
    assertThat(
            read(
                Language.EN,
                "Norrland cuts its rate",
                "The central bank of Norrland cut its key interest rate from 4.5 percent in March to 4.25 percent."))
        .containsExactly("Norrland | key-rate | - | 4.25 percent");
    assertThat(read(Language.ZH_HANS, "海陵央行降息", "海陵基准利率由3月的3.5%下调至3.25%。"))
        .containsExactly("海陵 | key-rate | 2025-03 | 3.5%", "海陵 | key-rate | - | 3.25%");
  }

  @Test
  void readsWhatIsNarrowedByItsKindUnderTheThingOfTheTitle() {
    assertThat(read(Language.ZH_HANS, "海陵市4月就业形势", "4月，城镇失业率为5.3%，3月为5.1%。"))
        .containsExactly(
            "海陵市 | unemployment-rate+城镇 | 2025-04 | 5.3%",
            "海陵市 | unemployment-rate+城镇 | 2025-03 | 5.1%");
  }

  @Test
  void passesOverTextThatNeverEndsASentence() {
    assertThat(read(Language.ZH_HANS, "海陵失业率", "海陵3月失业率为5.3%" + "，".repeat(20_000) + "4月为5.1%。"))
        .isEmpty();
    assertThat(
            read(
                Language.EN,
                "Norrland's markets",
                "Norrland's " + "very ".repeat(20_000) + "high unemployment rate was 5.3 percent."))
        .isEmpty();
  }
}
