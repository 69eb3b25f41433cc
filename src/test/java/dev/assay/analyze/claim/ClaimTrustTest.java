package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.ClaimTrust.Use;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTrustTest {

  private static final ClaimTrust TRUST = new ClaimTrust(Lexicon.shipped());

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksMoreOfCountsThanOfOtherFigures(boolean chinese) {
    double any = TRUST.least(Use.LEDGER, chinese);
    assertThat(TRUST.least(Use.LEDGER, chinese, Property.COUNT)).isGreaterThan(any);
    assertThat(TRUST.least(Use.LEDGER, chinese, Property.PRICE)).isEqualTo(any);
    assertThat(TRUST.lowest(Use.LEDGER, chinese)).isLessThanOrEqualTo(any);
    assertThat(TRUST.least(Use.RAW, chinese, Property.COUNT))
        .isEqualTo(TRUST.least(Use.RAW, chinese));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "安宁市去年建成停车场37个。",
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
