package dev.assay.brief.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Agreement;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SecondReaderTest {

  private static final SecondReader READER =
      new SecondReader(Lexicon.shipped(), Analyses.analyzer());

  private static final String ENGLISH =
      "Chile produced 5.3 million tonnes of copper in 2024, and Peru exported 2.4 million tonnes.";

  private static final String CHINESE = "2024年智利铜产量为530万吨，秘鲁出口铜240万吨。";

  private static Article article(Language language, String text) {
    return EvalArticles.article("a", language, "Copper", text + "\n");
  }

  /// What a model says of Chile's output, with some of it changed.
  private static SaidClaim english(Map<String, String> changed) {
    Map<String, String> said =
        new TreeMap<>(
            Map.of(
                "quote", "Chile produced 5.3 million tonnes of copper in 2024",
                "figure", "5.3 million tonnes",
                "low", "5300000",
                "high", "5300000",
                "unit", "t",
                "bound", "exact",
                "subject", "Chile",
                "property", "production",
                "when", "2024",
                "stance", "asserted"));
    return said(said, changed);
  }

  private static SaidClaim chinese(Map<String, String> changed) {
    Map<String, String> said =
        new TreeMap<>(
            Map.of(
                "quote", "2024年智利铜产量为530万吨",
                "figure", "530万吨",
                "low", "5300000",
                "high", "5300000",
                "unit", "t",
                "bound", "exact",
                "subject", "智利",
                "property", "production",
                "when", "2024",
                "stance", "asserted"));
    return said(said, changed);
  }

  private static SaidClaim said(Map<String, String> said, Map<String, String> changed) {
    Map<String, Object> all = new TreeMap<>(said);
    all.putAll(changed);
    all.put("paragraph", 1);
    return SaidClaim.read(JsonMapper.shared().valueToTree(all)).orElseThrow();
  }

  @Test
  void takesAFigureWhereItStandsByItself() {
    Article article =
        article(
            Language.EN,
            "Chile, which had 15.3 million tonnes in stock, produced 5.3 million tonnes of copper in"
                + " 2024.");
    String quote = article.paragraph(1).text();
    assertThat(became(english(Map.of("quote", quote.substring(0, quote.length() - 1))), article))
        .isEqualTo("country:CL production 5300000 2024 asserted");
  }

  @Test
  void readsALargeNumberWithAFractionOfJson() {
    Map<String, Object> said =
        Map.ofEntries(
            Map.entry("paragraph", 1),
            Map.entry("quote", "Sales came to $12,345,678.5"),
            Map.entry("figure", "$12,345,678.5"),
            Map.entry("low", 12345678.5),
            Map.entry("unit", "USD"),
            Map.entry("bound", "exact"),
            Map.entry("subject", "Sales"),
            Map.entry("property", "amount"),
            Map.entry("stance", "asserted"));
    assertThat(SaidClaim.read(JsonMapper.shared().valueToTree(said)))
        .hasValueSatisfying(claim -> assertThat(claim.low()).isEqualByComparingTo("12345678.5"));
  }

  @Test
  void readsNoClaimOfANumberThatIsNone() {
    for (String low : List.of("1e400", "-1e400", "1e999999999")) {
      JsonNode said =
          JsonMapper.shared()
              .readTree(
                  """
                  {"paragraph": 1, "quote": "Sales came to $5", "figure": "$5", "low": %s,
                   "unit": "USD", "bound": "exact", "subject": "Sales", "property": "amount",
                   "stance": "asserted"}"""
                      .formatted(low));
      assertThat(SaidClaim.read(said)).as(low).isEmpty();
    }
  }

  private static String became(SaidClaim said, Article article) {
    SecondReader.Held held = READER.hold(List.of(said), article);
    return held.refused().isEmpty()
        ? told(held.claims().getFirst())
        : held.refused().getFirst().reason().word();
  }

  private static String told(Claim claim) {
    return "%s %s %s %s %s"
        .formatted(
            claim.entity().id(),
            claim.property().word(),
            claim.quantity().orElseThrow().value().orElseThrow().longValueExact(),
            claim.time() == null ? "-" : claim.time().iso(),
            claim.stance().word());
  }

  @Test
  void admitsWhatTheParagraphBearsOut() {
    String chile = "country:CL production 5300000 2024 asserted";
    assertThat(became(english(Map.of()), article(Language.EN, ENGLISH))).isEqualTo(chile);
    assertThat(became(chinese(Map.of()), article(Language.ZH_HANS, CHINESE))).isEqualTo(chile);
  }

  @Test
  void refusesWhatTheParagraphDoesNotSayOfTheFigure() {
    Article article = article(Language.EN, ENGLISH);
    assertThat(became(english(Map.of("quote", "Chile produced 6 million tonnes")), article))
        .isEqualTo("quote");
    assertThat(became(english(Map.of("figure", "5.4 million tonnes")), article))
        .isEqualTo("figure");
    assertThat(became(english(Map.of("low", "5400000", "high", "5400000")), article))
        .isEqualTo("value");
    assertThat(became(english(Map.of("unit", "USD")), article)).isEqualTo("unit");
    assertThat(became(english(Map.of("property", "tariff")), article)).isEqualTo("unit");
    assertThat(became(english(Map.of("bound", "more_than")), article)).isEqualTo("bound");
    assertThat(became(english(Map.of("subject", "Zambia")), article)).isEqualTo("subject");
    assertThat(became(english(Map.of("when", "2023")), article)).isEqualTo("time");
  }

  @Test
  void refusesTheFigureOfTheNeighbour() {
    assertThat(became(english(Map.of("subject", "Peru")), article(Language.EN, ENGLISH)))
        .isEqualTo("anothers");
    assertThat(became(chinese(Map.of("subject", "秘鲁")), article(Language.ZH_HANS, CHINESE)))
        .isEqualTo("anothers");
  }

  @Test
  void refusesASubjectThatOnlyPoints() {
    assertThat(
            became(
                english(
                    Map.of("quote", "It produced 5.3 million tonnes of copper", "subject", "It")),
                article(Language.EN, "It produced 5.3 million tonnes of copper in 2024.")))
        .isEqualTo("anothers");
    assertThat(
            became(
                chinese(Map.of("quote", "该公司铜产量为530万吨", "subject", "该公司")),
                article(Language.ZH_HANS, "2024年该公司铜产量为530万吨。")))
        .isEqualTo("anothers");
  }

  @Test
  void refusesADenialThatWasDropped() {
    assertThat(
            became(
                english(Map.of("quote", "produced 5.3 million tonnes of copper in 2024")),
                article(
                    Language.EN,
                    "Chile never produced 5.3 million tonnes of copper in 2024, it said.")))
        .isEqualTo("denial");
    assertThat(
            became(
                chinese(Map.of("quote", "铜产量并未达到530万吨")),
                article(Language.ZH_HANS, "2024年智利的铜产量并未达到530万吨。")))
        .isEqualTo("denial");
  }

  @Test
  void readsNothingOfAnotherForm() {
    for (String claim :
        List.of(
            "{}",
            "[]",
            "\"Chile\"",
            "{\"paragraph\": \"1\", \"quote\": 5, \"figure\": [], \"property\": \"weight\"}")) {
      assertThat(SaidClaim.read(JsonMapper.shared().readTree(claim))).as(claim).isEmpty();
    }
  }

  private static Map<String, Agreement> joined(List<SaidClaim> said, String text) {
    Analysis analysis = Analyses.of(article(Language.EN, text));
    Map<String, Agreement> joined = new TreeMap<>();
    for (Claim claim : READER.join(analysis, new ModelReading("small", said, List.of())).claims()) {
      Claim.Second second = claim.reading().second();
      if (second != null) {
        joined.put(told(claim) + " by " + second.model(), second.agreement());
      }
    }
    return joined;
  }

  @Test
  void saysWhichOfTheTwoReadersReadAClaim() {
    String text = "China has rare earth reserves of 44 million tonnes.";
    SaidClaim said =
        said(
            Map.of(
                "quote", text,
                "figure", "44 million tonnes",
                "low", "44000000",
                "high", "44000000",
                "unit", "t",
                "bound", "exact",
                "subject", "China",
                "property", "reserves",
                "stance", "asserted"),
            Map.of());
    assertThat(joined(List.of(said), text))
        .containsExactly(
            Map.entry("country:CN reserves 44000000 - asserted by small", Agreement.AGREES));
    assertThat(joined(List.of(), text)).isEmpty();
  }
}
