package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cite.Span;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the words of a sentence say of its time.
final class TellingWordsTest {

  private static Set<String> signs(String text, String time) {
    int at = text.indexOf(time);
    return TellingWords.of(text, new Span(0, text.length()), new Span(at, at + time.length()));
  }

  @Test
  void areTheirOwnButForWhatTheSentenceIsAbout() {
    assertThat(signs("On Friday, the council will open the harbour.", "Friday"))
        .contains("en word will", "en word open", "en word on")
        .noneMatch(sign -> sign.endsWith("council") || sign.endsWith("harbour"));
    assertThat(signs("海陵省议会6月5日关闭了码头。", "6月5日"))
        .contains("zh word 关闭", "zh word 了")
        .noneMatch(sign -> sign.endsWith("码头"));
  }

  /// "when the storm came on Friday" has no more to say of the day than what its own clause has.
  @Test
  void areThePartsOfTheClauseOfTheTime() {
    assertThat(
            signs(
                "The harbour will open again, when the storm that came on Friday ends.", "Friday"))
        .contains("en before verb", "en before pronoun", "en last preposition", "en opens adverb")
        .doesNotContain("en before auxiliary");
    assertThat(signs("码头将重开，议会6月5日关闭了它。", "6月5日"))
        .contains("zh next verb", "zh behind particle")
        .doesNotContain("zh before verb");
  }

  @Test
  void goOnBehindACommaThatOnlyPartsTheTime() {
    assertThat(signs("On Friday, the council closed the harbour.", "Friday"))
        .contains("en next sign", "en behind verb", "en opens preposition");
    assertThat(signs("6月5日，议会关闭了码头。", "6月5日"))
        .contains("zh next sign", "zh behind verb", "zh opens nothing", "zh last nothing");
  }
}
