package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DealsTest {

  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final ClaimReader READER = new ClaimReader(Lexicon.shipped());

  /// `entity | property | scope | figure` of the sums of money of such an article.
  private static List<String> sums(String... paragraphs) {
    Language language = LanguageDetector.detect(paragraphs[0], Language.EN);
    List<TextReading> texts = new ArrayList<>();
    for (String paragraph : paragraphs) {
      texts.add(NUMBERS.readAlone(texts.size() + 1, paragraph, language, null));
    }
    return READER.read(texts, language, TAGS.match("", List.of(paragraphs))).stream()
        .map(claim -> line(claim, paragraphs))
        .toList();
  }

  private static String line(Claim claim, String... paragraphs) {
    String scope =
        claim.of().stream()
            .map(part -> part.id() == null ? part.words() : part.id())
            .collect(Collectors.joining(", "));
    return "%s | %s | %s | %s"
        .formatted(
            claim.entity().id() == null ? claim.entity().words() : claim.entity().id(),
            claim.property().word(),
            scope,
            claim.value().span().in(paragraphs[claim.paragraph() - 1]));
  }

  private static final String DEAL = "agreement:us-australia-critical-minerals";

  @Test
  void readsWhatEachSideGivesToAnAgreement() {
    assertThat(
            sums(
                "Canberra and Washington: the United States and Australia signed a pact on critical"
                    + " minerals.",
                "Both countries will put in $2 billion each.",
                "Later it was said that each side would give $4 billion."))
        .containsExactly(
            DEAL + " | investment | each | $2 billion", DEAL + " | investment | each | $4 billion");
    assertThat(sums("美国与澳大利亚上周签下关键矿产协议。", "双方将在六个月内各出资20亿美元，用来开矿。", "另一种说法是，两国各投入40亿美元。"))
        .containsExactly(
            DEAL + " | investment | each | 20亿美元", DEAL + " | investment | each | 40亿美元");
  }

  @Test
  void readsTheWholeOfAnAgreement() {
    assertThat(
            sums(
                "The rare earths agreement between the US and Australia has a total value of $9"
                    + " billion.",
                "The $9 billion framework between Australia and the United States is signed."))
        .containsExactly(
            DEAL + " | amount | whole | $9 billion", DEAL + " | amount | whole | $9 billion");
    assertThat(sums("美国与澳大利亚签署的稀土框架，公布的总额为90亿美元。", "美澳稀土协议价值90亿美元。"))
        .containsExactly(DEAL + " | amount | whole | 90亿美元", DEAL + " | amount | whole | 90亿美元");
  }

  @Test
  void readsTheContributionOfOneSide() {
    assertThat(
            sums(
                "The United States and Australia signed an agreement on critical minerals.",
                "The American contribution is $2 billion."))
        .containsExactly(DEAL + " | investment | country:US | $2 billion");
    assertThat(sums("美国与澳大利亚签署关键矿产协议。", "美方出资：20亿美元。"))
        .containsExactly(DEAL + " | investment | country:US | 20亿美元");
  }

  @Test
  void leavesSumsOfOtherThingsToThem() {
    assertThat(
            sums(
                "The United States and Australia signed an agreement on critical minerals.",
                "Lynas signed a $300 million deal with a maker of magnets.",
                "Under the agreement, a total of $3 billion is planned for ports."))
        .noneMatch(line -> line.startsWith(DEAL));
    assertThat(sums("美国与澳大利亚签署关键矿产协议。", "莱纳斯签下总额3亿美元的磁体订单。", "各国共投入50亿美元。"))
        .noneMatch(line -> line.startsWith(DEAL));
  }

  @Test
  void givesNoAgreementASumWhereTwoComeIntoQuestion() {
    assertThat(
            sums(
                "The United States signed agreements on critical minerals: an agreement with"
                    + " Australia and an agreement with Japan.",
                "Both sides will put in $2 billion each."))
        .noneMatch(line -> line.startsWith("agreement:"));
    assertThat(sums("美国先后与澳大利亚、日本签署关键矿产协议。", "双方各投入20亿美元。"))
        .noneMatch(line -> line.startsWith("agreement:"));
  }
}
