package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

final class AskWordingTest {

  private static final AskWording ENGLISH = AskWording.of(Lexicon.shipped(), Language.EN);
  private static final AskWording CHINESE = AskWording.of(Lexicon.shipped(), Language.ZH_HANS);

  private static Answer.Figure figure(String written, String value, String unit) {
    return new Answer.Figure(
        "entry",
        "evidence",
        written,
        value,
        value,
        unit,
        "exact",
        null,
        false,
        0,
        1,
        "quote",
        new Citation(new ArticleId(1), 1, new Span(0, 1)));
  }

  @Test
  void tellsTheUnitOfANumberThatStandsInATable() {
    assertThat(ENGLISH.figure(figure("62", "62", "USD/kg"))).isEqualTo("62 ($62 per kilogram)");
    assertThat(CHINESE.figure(figure("62", "62", "USD/kg"))).isEqualTo("62（62美元/千克）");
  }

  @Test
  void leavesAFigureThatTellsItsUnitAsItIsWritten() {
    assertThat(ENGLISH.figure(figure("$62 a kilo", "62", "USD/kg"))).isEqualTo("$62 a kilo");
    assertThat(CHINESE.figure(figure("56.8万元", "568000", "CNY/t"))).isEqualTo("56.8万元");
    assertThat(ENGLISH.figure(figure("62", "62", "count"))).isEqualTo("62");
  }
}
