package dev.assay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelScoreTest {

  private static final String TEXT = "China refines 76 percent of the world's cobalt.";

  private final QuantityExtractor numbers = new QuantityExtractor(Lexicon.shipped());
  private final TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
  private final ClaimReader reader = new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.RAW);

  private Claim read() {
    return reader
        .read(
            List.of(numbers.readAlone(1, TEXT, Language.EN, null)),
            Language.EN,
            names.match("", List.of(TEXT)))
        .getFirst();
  }

  private static ReadingLabel label(ReadingVerdict verdict, Claim claim) {
    return new ReadingLabel(
        new ArticleId(7), verdict, "", Instant.EPOCH, TEXT, Language.EN, null, claim);
  }

  private static Claim of(Thing thing, Claim claim) {
    return new Claim(
        thing,
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
  void saysWhatPartOfTheJudgedReadingsIsReadSoToday() {
    Claim read = read();
    Claim other = of(new Thing(null, "world"), read);
    LabelScore score = new LabelScore(numbers, names, reader);
    List<LabelScore.Line> lines =
        score.of(
            List.of(
                label(ReadingVerdict.RIGHT, read),
                label(ReadingVerdict.RIGHT, other),
                label(ReadingVerdict.WRONG_ENTITY, other),
                label(ReadingVerdict.WRONG_PROPERTY, read)));
    assertThat(lines)
        .containsExactly(
            new LabelScore.Line("all", 2, 1, 2, 1),
            new LabelScore.Line("en", 2, 1, 2, 1),
            new LabelScore.Line(read.property().word(), 2, 1, 2, 1));
    assertThat(lines.getFirst().precision()).isEqualTo(0.5);
    assertThat(lines.getFirst().recall()).isEqualTo(0.5);
    assertThat(score.of(List.of()).getFirst().precision()).isNaN();
  }
}
