package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said to be counted or measured is a whole phrase, and a stake is of no output.
final class ItemsTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final ClaimReader READER = new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.RAW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Skylattice said sixteen broadband antennas broke apart on Thursday. | antennas
          Norvik Ferries ordered six hybrid ships.                            | hybrid ships
          Norvik Ferries plans 24 more crossings in October.                  | crossings
          舟东县今年有184艘鱿钓船出海。                                        | 鱿钓船
          """)
  void areClosedByTheVerbOfTheirClause(String text, String item) {
    assertThat(
            read(text).stream()
                .flatMap(claim -> claim.of().stream())
                .filter(part -> part.facet() == Facet.OTHER && part.id() == null)
                .map(Claim.Part::words)
                .limit(1)
                .toList())
        .isEqualTo(item == null ? List.of() : List.of(item));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "该矿由莫拉维克资源公司持股62.5%，日本财团持股37.5%，去年产铜19.8万吨。",
        "The mine, owned 62.5% by Tamarack Resources, produced 198,000 tonnes of copper.",
        "The carmaker Ostmark took a 12% stake in the lithium refinery."
      })
  void areNotWhatAFirmMakesWhereAStakeIsMeant(String text) {
    assertThat(read(text))
        .filteredOn(claim -> claim.property() == Property.SHARE)
        .isNotEmpty()
        .allSatisfy(
            claim ->
                assertThat(claim.of())
                    .extracting(Claim.Part::facet)
                    .doesNotContain(Facet.MATERIAL, Facet.STAGE, Facet.MEASURE));
  }

  private static List<Claim> read(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return READER.read(
        List.of(NUMBERS.readAlone(1, text, language, null)),
        language,
        TAGS.read("", List.of(text)));
  }
}
