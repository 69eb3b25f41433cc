package dev.assay.check;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Any text is read, with every span inside it, and any sentence gets its verdicts. In a build
/// these run on the kept inputs only (`NumbersFuzzTestInputs` among the test resources); with
/// `JAZZER_FUZZ=1 mvn test -Dtest=NumbersFuzzTest#quantities` one of them searches for new ones.
class NumbersFuzzTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());
  private static final Checker CHECKER = Checker.of(Lexicon.shipped());
  private static final PublicationTime WRITTEN =
      new PublicationTime(
          Instant.parse("2025-11-24T00:00:00Z"),
          PublicationTime.Precision.MINUTE,
          ZoneOffset.ofHours(8),
          true,
          PublicationTime.Certainty.STATED,
          "test");

  @FuzzTest(maxDuration = "8m")
  void quantities(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (Language language : List.of(Language.ZH_HANS, Language.EN)) {
      QuantityExtractor.Reading reading = EXTRACTOR.read(text, language, WRITTEN);
      for (Quantity quantity : reading.quantities()) {
        quantity.span().in(text);
      }
      for (TimeExpression time : reading.times()) {
        time.span().in(text);
        time.iso();
      }
    }
  }

  @FuzzTest(maxDuration = "8m")
  void check(FuzzedDataProvider data) {
    String sentence = data.consumeString(200);
    String source = data.consumeRemainingAsString();
    for (Language reader : List.of(Language.ZH_HANS, Language.EN)) {
      for (NumberCheck number : CHECKER.check(sentence, List.of(source), reader).numbers()) {
        number.span().in(sentence);
        NumberCheck.Evidence evidence = number.evidence();
        if (evidence != null) {
          evidence.span().in(source);
        }
      }
    }
  }
}
