package dev.assay.analyze.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.choice.LabelledText.Label;
import dev.assay.analyze.weigh.Features;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimTrainingTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());

  /// Made sentences of one kind, each on its own page, in both languages.
  private static List<LabelledText> passages() {
    List<LabelledText> passages = new ArrayList<>();
    for (String country : List.of("Chile", "Peru", "Brazil", "India", "Japan", "Canada")) {
      for (int percent = 11; percent < 15; percent++) {
        String figure = percent + "%";
        String english = country + " produces " + figure + " of the copper.";
        String chinese = "去年，" + country + "的铜产量占" + figure + "。";
        passages.add(passage(country + percent + "en", "en", english, country, figure, percent));
        passages.add(passage(country + percent + "zh", "zh", chinese, country, figure, percent));
      }
    }
    return passages;
  }

  private static LabelledText passage(
      String id, String language, String text, String subject, String figure, double value) {
    Label label = new Label(subject, List.of(subject), "share", figure, value, value, "%");
    return new LabelledText(id, id, language, text, LabelledText.Sort.NEWS, List.of(label));
  }

  @Test
  void writesTheSameWeightsFromTheSamePassages() {
    ClaimTraining once = new ClaimTraining(passages(), Lexicon.shipped(), NAMES);
    ClaimTraining again = new ClaimTraining(passages(), Lexicon.shipped(), NAMES);
    List<String> lines = once.train();
    assertThat(lines).isNotEmpty().isEqualTo(again.train());
    assertThat(once.held()).isEqualTo(again.held());
    assertThat(FigureReader.read(lines).lines(Features.named(), 1)).isNotEmpty();
  }

  @Test
  void trustsWhatItReadsRightOnPagesThatItHasNotSeen() {
    ClaimTraining training = new ClaimTraining(passages(), Lexicon.shipped(), NAMES);
    training.train();
    assertThat(training.held()).hasSize(passages().size());
    assertThat(training.held().stream().filter(held -> held.right()).toList())
        .hasSizeGreaterThan(passages().size() * 8 / 10)
        .filteredOn(held -> held.trust() > 0.5)
        .isNotEmpty();
  }
}
