package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.ask.Weighing.Found;
import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SentenceChoiceTest {

  private static final Paragraph ENGLISH =
      new Paragraph(
          1, Paragraph.Kind.TEXT, "Tin is refined in Wexmoor. The port counts the ingots.");

  private static final Paragraph CHINESE =
      new Paragraph(1, Paragraph.Kind.TEXT, "锡在Wexmoor精炼。港口清点锡锭。");

  private static List<CandidateSentence> asked(
      String question, Language asked, Language language, Paragraph paragraph) {
    return ReadSentences.of(AskedKind.OTHER, question, asked, language, paragraph);
  }

  private static Found found(List<CandidateSentence> all) {
    AskedQuestion question = all.getFirst().in().question();
    List<Features> none = Collections.nCopies(all.size(), Features.bare());
    return new Found(
        question,
        all,
        none,
        Set.of(),
        none,
        none,
        Features.bare(),
        new AnswerSigns(
            question,
            -1,
            new AskWords(Lexicon.shipped()),
            new QuantityExtractor(Lexicon.shipped())),
        Optional.empty(),
        1,
        false,
        List::of);
  }

  /// The sentence that comes first where each is as likely as the others; empty if none does.
  private static Optional<String> first(List<CandidateSentence> all) {
    double[] likely = new double[all.size()];
    Arrays.fill(likely, 0.9);
    return SentenceChoice.of(found(all), likely, Weights.read(List.of())).stream()
        .findFirst()
        .map(place -> all.get(place).text());
  }

  /// Of two words of the question one stands in the first sentence, of six one.
  @Test
  void aSentenceOfTheOtherLanguageIsShownForMoreThanAWord() {
    assertThat(first(asked("Wexmoor 玻璃", Language.ZH_HANS, Language.EN, ENGLISH)))
        .contains("Tin is refined in Wexmoor.");
    assertThat(first(asked("Wexmoor 玻璃 歌剧 火山 蜂蜜 围巾", Language.ZH_HANS, Language.EN, ENGLISH)))
        .isEmpty();
    assertThat(first(asked("Wexmoor glass", Language.EN, Language.ZH_HANS, CHINESE)))
        .contains("锡在Wexmoor精炼。");
    assertThat(
            first(
                asked(
                    "Wexmoor glass opera volcano honey scarf",
                    Language.EN,
                    Language.ZH_HANS,
                    CHINESE)))
        .isEmpty();
  }

  @Test
  void aSentenceOfTheSameLanguageIsShownForAWord() {
    assertThat(
            first(
                asked(
                    "Wexmoor glass opera volcano honey scarf", Language.EN, Language.EN, ENGLISH)))
        .contains("Tin is refined in Wexmoor.");
    assertThat(first(asked("Wexmoor 玻璃 歌剧 火山 蜂蜜 围巾", Language.ZH_HANS, Language.ZH_HANS, CHINESE)))
        .contains("锡在Wexmoor精炼。");
  }
}
