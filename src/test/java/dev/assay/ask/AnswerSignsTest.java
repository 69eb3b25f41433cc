package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerSignsTest {

  @Test
  void givesANumberInOneFormHoweverItIsWritten() {
    List<CandidateSentence> all =
        ReadSentences.of(
            new Paragraph(
                1,
                Paragraph.Kind.TEXT,
                "The quay cost 1.5 million euros. It cost €1,500,000. It cost 1.6 million euros."));
    AnswerSigns signs =
        new AnswerSigns(
            all.getFirst().in().question(),
            -1,
            new AskWords(Lexicon.shipped()),
            new QuantityExtractor(Lexicon.shipped()));

    assertThat(signs.given(all.get(0))).hasSize(1).isEqualTo(signs.given(all.get(1)));
    assertThat(signs.given(all.get(2))).isNotEqualTo(signs.given(all.get(0)));
  }
}
