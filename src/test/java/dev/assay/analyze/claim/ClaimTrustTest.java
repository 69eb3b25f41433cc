package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.ClaimTrust.Use;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTrustTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "民营企业进出口19亿元，占全市进出口总值的59%。该项目造价8亿美元。中远矿业本次发行募集资金总额为12亿元。",
        "The average ticket at Harlow Opera costs $48, and 31 percent of seats were empty."
      })
  void tellsWhatATextClaimsThoughWhatItCountsIsInDoubt(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    List<TextReading> texts =
        List.of(new QuantityExtractor(Lexicon.shipped()).readAlone(1, text, language, null));
    ClaimReader stated = new ClaimReader(Lexicon.shipped(), Use.STATED);
    ClaimReader whole = new ClaimReader(Lexicon.shipped(), Use.LEDGER);
    assertThat(stated.read(texts, language, List.of()))
        .hasSizeGreaterThan(whole.read(texts, language, List.of()).size());
  }
}
