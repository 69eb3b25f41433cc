package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Moods;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the words of articles to the verdict.
final class TextLedgerTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Ledger LEDGER = Ledger.of(Lexicon.shipped());

  private static Stream<Evidence> evidence(String source, String day, String text) {
    return evidence(
        source,
        new PublicationTime(
            Instant.parse(day + "T08:00:00Z"),
            Precision.DAY,
            ZoneOffset.UTC,
            true,
            Certainty.STATED,
            "test"),
        text);
  }

  private static Stream<Evidence> evidence(String source, PublicationTime published, String text) {
    Article article =
        new Article(
            new Identity.OfExternal("", source).articleId(),
            null,
            source,
            source,
            "-",
            List.of(),
            published,
            null,
            published.instant(),
            LanguageDetector.detect(text, Language.EN),
            ArticleKind.NEWS,
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
    return Analyses.trusting(article).claims().stream()
        .map(TextLedgerTest::sure)
        .map(claim -> Evidence.of(article, claim, article.id(), source));
  }

  /// What follows from a claim is told here, not how far its reading is trusted.
  private static Claim sure(Claim claim) {
    return new Claim(
        claim.entity(),
        claim.property(),
        claim.of(),
        claim.time(),
        claim.value(),
        claim.paragraph(),
        claim.sentence(),
        claim.speaker(),
        claim.stance());
  }

  @Test
  void datesAFigureByTheSourcesOwnClock() {
    PublicationTime chinese =
        new PublicationTime(
            Instant.parse("2025-02-02T16:00:00Z"),
            Precision.DAY,
            ZoneOffset.ofHours(8),
            true,
            Certainty.STATED,
            "test");
    assertThat(evidence("乙", chinese, "中国稀土储量占全球的34%。"))
        .map(Evidence::day)
        .containsExactly(LocalDate.of(2025, 2, 3));
  }

  /// The entries of two articles that appeared on two days.
  private static List<LedgerEntry> entries(String one, String other) {
    return LEDGER.entries(
        Stream.concat(evidence("A", "2025-10-21", one), evidence("乙", "2025-10-23", other))
            .toList(),
        Corrections.NONE);
  }

  /// The verdict of the entry that has a figure of both; that it differs, if one of several does.
  private static String verdict(String one, String other) {
    return entries(one, other).stream()
        .filter(entry -> sources(entry) > 1)
        .map(LedgerEntry::verdict)
        .min(Comparator.naturalOrder())
        .map(Verdict::word)
        .orElse("apart");
  }

  private static long sources(LedgerEntry entry) {
    return entry.rows().stream().map(row -> row.evidence().source()).distinct().count();
  }

  private static String table() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TextLedgerTest.class.getResourceAsStream("/ledger/verdicts.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @TestFactory
  Stream<DynamicTest> comesToTheVerdictsOfTheTable() throws IOException {
    return LexiconFile.parse("verdicts.tsv", table()).rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(1) + " / " + row.cell(2),
                    () -> assertThat(verdict(row.cell(1), row.cell(2))).isEqualTo(row.cell(0))));
  }

  @TestFactory
  Stream<DynamicTest> readsTheExamplesOfThePastWords() {
    PastWords words = PastWords.of(Lexicon.shipped());
    return Lexicon.shipped().table("ledger/past-words.tsv").rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(5),
                    () -> {
                      String text = row.cell(5);
                      int figure = text.lastIndexOf('%');
                      boolean past = words.arePast(Clause.of(text, figure - 2, 3));
                      assertThat(past).isEqualTo(row.cell(0).equals("past"));
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The port of Halden handled 412,000 containers in April, up from 365,000 containers in March.",
        "临洲港4月集装箱吞吐量为126万标箱，较3月的98万标箱增长。"
      })
  void drawsAFigureThatAnotherIsHeldAgainstAtItsOwnTime(String text) {
    assertThat(
            LEDGER.entries(evidence("A", "2025-05-16", text).toList(), Corrections.NONE).stream()
                .map(LEDGER::overTime)
                .flatMap(over -> over.series().stream())
                .map(series -> series.points().size()))
        .containsExactly(2);
  }

  /// A word of the kind "since" stands before a time, the others beside a figure.
  @TestFactory
  Stream<DynamicTest> readsTheExamplesOfDoubts() {
    SeriesDoubts doubts = new SeriesDoubts(Lexicon.shipped());
    return Lexicon.shipped().table("ledger/series-doubts.tsv").rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(2),
                    () -> {
                      SeriesDoubts.Kind kind =
                          SeriesDoubts.Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                      String told = kind == SeriesDoubts.Kind.SINCE ? "2022" : "34";
                      int figure = row.cell(2).indexOf(told);
                      Clause clause = Clause.of(row.cell(2), figure, told.length());
                      assertThat(doubts.has(kind, clause)).isTrue();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> readsTheExamplesOfMoods() {
    Moods moods = Moods.of(Lexicon.shipped());
    return Lexicon.shipped().table("moods.tsv").rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(3),
                    () -> {
                      String text = row.cell(3);
                      Clause clause = Clause.of(text, text.indexOf("60%"), 3);
                      assertThat(moods.of(clause).map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                          .isEqualTo(
                              Optional.of(row.cell(0))
                                  .filter(kind -> !kind.matches("says|done"))
                                  .map(kind -> kind.equals("will") ? "planned" : kind));
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Does China mine 60% of the world's rare earths?",
        "Is it right that China mines 60%, 65% or 70% of the world's rare earths?",
        "The letter asks whether China mines 60%, nearly 70, or over 70% of the world's rare earths.",
        "中国开采全球60%的稀土吗？",
        "中国开采全球稀土的60%，还是70%？"
      })
  void knowsAQuestionByItsSign(String text) {
    assertThat(Moods.of(Lexicon.shipped()).of(Clause.of(text, text.indexOf("60%"), 3)))
        .as(text)
        .contains(Mood.ASKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "China mines 60% of the world's rare earths, but for how long?",
        "The ministry decides whether the quota grows, and China mines 60% of the world's rare earths.",
        "中国开采全球60%的稀土，这还能维持多久？",
        "配额是否增加由部委决定，中国开采全球60%的稀土。"
      })
  void takesAFigureBesideAQuestionAsSaid(String text) {
    assertThat(Moods.of(Lexicon.shipped()).of(Clause.of(text, text.indexOf("60%"), 3)))
        .as(text)
        .isEmpty();
  }

  @Test
  void countsNoTextAsASourceThatOnlyAsksOrRepeatsARumour() {
    LedgerEntry english =
        entries(
                "China mines 60% of the world's rare earths.",
                "Readers write to ask whether China mines 60% or 70% of the world's rare earths.")
            .getFirst();
    LedgerEntry chinese = entries("中国开采全球60%的稀土。", "有的报道写作中国开采全球60%的稀土。").getFirst();

    assertThat(english.independent()).isEqualTo(1);
    assertThat(english.verdict()).isEqualTo(Verdict.NONE);
    assertThat(english.rows())
        .extracting(Row::standing)
        .contains(new RowStanding.NotCompared(new Mismatch.Asked()));
    assertThat(chinese.independent()).isEqualTo(1);
    assertThat(chinese.verdict()).isEqualTo(Verdict.NONE);
    assertThat(chinese.rows())
        .extracting(Row::standing)
        .contains(new RowStanding.NotCompared(new Mismatch.Rumour()));
    assertThat(entries("中国开采全球60%的稀土。", "有人说中国开采全球70%的稀土，其实中国开采全球60%的稀土。").getFirst().verdict())
        .isEqualTo(Verdict.AGREE);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheExamplesOfExclusionsLeaveOut() {
    Exclusions exclusions = Exclusions.of(Lexicon.shipped());
    return Lexicon.shipped().table("ledger/exclusions.tsv").rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(2),
                    () -> {
                      String text = row.cell(2);
                      Clause clause = Clause.of(text, text.indexOf("30%"), 3);
                      assertThat(exclusions.areIn(clause)).isTrue();
                    }));
  }

  @Test
  void givesTheReasonInFiguresOfTheReadersLanguage() {
    LedgerEntry entry =
        entries("Chile's lithium reserves amount to 9.3 million tonnes.", "智利的锂储量达到了1100万吨。")
            .getFirst();
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo("9.3 million tonnes cannot hold together with 11 million t.");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(entry.reason()))
        .isEqualTo("930万吨与达到了1100万吨不能同时成立。");
  }

  @Test
  void namesAnEntryByTheStepThatOresTell() {
    LedgerEntry entry =
        entries(
                "China extracts around 70% of the world's rare earth ores.",
                "China mines 54% of the world's rare earths.")
            .getFirst();
    assertThat(Wording.of(NAMES, Language.EN).title(entry))
        .isEqualTo("China, share of world rare earth mining output");
  }

  @Test
  void tellsInBothLanguagesWhyAFigureOfThePastIsNotCompared() {
    LedgerEntry entry =
        entries("China once mined 95% of the world's rare earths.", "中国开采全球60%的稀土。").getFirst();
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo(
            "No two of the figures can be compared: one was so once; its text does not say when.");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(entry.reason()))
        .isEqualTo("没有两个数字可以比较：其中有过去的数字，原文没有说明何时。");
  }

  @Test
  void takesNoSumOfAnotherDealForThatOfTheAgreement() {
    String signed = "The United States and Australia signed a critical minerals agreement. ";
    assertThat(
            evidence(
                    "A",
                    "2025-10-21",
                    signed + "Australia also bought boats in a separate $3.1 billion deal.")
                .map(one -> one.claim().entity().id()))
        .doesNotContain("agreement:us-australia-critical-minerals");
    assertThat(
            evidence("乙", "2025-10-21", "美国和澳大利亚签署了关键矿产协议。澳大利亚还有另一份价值31亿美元的协议。")
                .map(one -> one.claim().entity().id()))
        .doesNotContain("agreement:us-australia-critical-minerals");
  }

  /// What is so since a time is told up to the day on which it was published.
  @Test
  void endsWhatGoesOnWithItsPublication() {
    assertThat(period("2021年以来，秘鲁累计投资65亿美元。")).isEqualTo("2021-01-01至2025-10-21");
    assertThat(period("2024年，秘鲁投资65亿美元。")).isEqualTo("2024");
    assertThat(period("Since May 2021, Norvik has invested $7.9 billion in copper."))
        .isEqualTo("2021-05-01至2025-10-21");
  }

  /// A report on a week has closes of several days, whichever day it names.
  @Test
  void givesTheCloseOfAMarketNoDayInAReportOnItsWeek() {
    assertThat(period("10月20日，铜价普遍上涨。青禾电梯股价收于每股62元。")).isEqualTo("2025-10-20");
    assertThat(period("10月20日，铜价本周普遍上涨。青禾电梯股价收于每股62元。")).isEqualTo("发表于2025-10-21");
    assertThat(period("Copper rose on October 20. Norvik's shares closed up 5 percent."))
        .isEqualTo("2025-10-20");
  }

  private static String period(String text) {
    Evidence one = evidence("松岭早报", "2025-10-21", text).findFirst().orElseThrow();
    return Wording.of(NAMES, Language.ZH_HANS).period(Period.of(one.claim(), one.day()));
  }

  /// A rise is told with what it is measured against, and still is none of nobody knows what.
  @Test
  void tellsARiseWithItsBase() {
    Claim rise = claim("2024年，青禾电梯营业收入62亿元，同比增长5%。");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(rise)).isEqualTo("青禾电梯，营业收入变动，同比");
    assertThat(Wording.of(NAMES, Language.EN).title(rise))
        .isEqualTo("青禾电梯, change in revenue, year on year");
    Claim untold = claim("中国同比增长5%。");
    assertThat(LEDGER.mayHold(untold.with(Claim.Reading.SURE), Language.ZH_HANS)).isFalse();
  }

  private static Claim claim(String text) {
    return evidence("松岭早报", "2025-10-21", text)
        .map(Evidence::claim)
        .filter(one -> one.property() == Property.CHANGE)
        .findFirst()
        .orElseThrow();
  }
}
