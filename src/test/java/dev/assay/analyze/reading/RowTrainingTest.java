package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.reading.LabelledRows.Verdict;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowTrainingTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());

  /// Documents of one sentence: plain ones are right, and those that name much else wrong.
  private static List<LabelledRows> documents() {
    List<LabelledRows> documents = new ArrayList<>();
    for (String country : List.of("Chile", "Peru", "Brazil", "India", "Japan", "Canada")) {
      for (int percent = 11; percent < 15; percent++) {
        String figure = percent + "%";
        documents.add(
            document("en", country + " produced " + figure + " of the copper.", country, figure));
        documents.add(
            document(
                "en",
                "In a year of storms, with Norway and Sweden behind, "
                    + country
                    + " produced "
                    + figure
                    + " of the copper, 3% of the zinc and 5% of the lead.",
                country,
                figure));
        documents.add(document("zh", country + "的铜产量占全球" + figure + "。", country, figure));
      }
    }
    return documents;
  }

  private static LabelledRows document(
      String language, String text, String subject, String figure) {
    boolean right = !text.contains("Norway");
    Verdict verdict = new Verdict(1, place(text, figure), place(text, subject), null, right);
    return new LabelledRows(text, language, List.of(text), List.of(verdict));
  }

  private static Span place(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  @Test
  void trustsMoreWhatIsRightInDocumentsThatItHasNotSeen() {
    RowTraining training = new RowTraining(documents(), Lexicon.shipped(), NAMES);
    List<RowTraining.Held> held = training.held();
    assertThat(held).hasSize(training.size()).hasSizeGreaterThan(30);
    assertThat(mean(held, true)).isGreaterThan(mean(held, false) + 0.2);
  }

  private static double mean(List<RowTraining.Held> held, boolean right) {
    return held.stream()
        .filter(one -> one.right() == right)
        .mapToDouble(RowTraining.Held::trust)
        .average()
        .orElseThrow();
  }

  @Test
  void writesTheSameWeightsFromTheSameRows() {
    List<String> lines = new RowTraining(documents(), Lexicon.shipped(), NAMES).train();
    assertThat(lines)
        .isNotEmpty()
        .isEqualTo(new RowTraining(documents(), Lexicon.shipped(), NAMES).train())
        .allMatch(line -> line.startsWith("v V") || line.startsWith("x V"));
  }

  @Test
  void learnsEachLanguageByItself() {
    List<LabelledRows> english =
        documents().stream().filter(one -> one.language().equals("en")).toList();
    assertThat(other(english)).isNotEmpty().isEqualTo(other(documents()));
  }

  /// The lines of the trust in rows that are not Chinese.
  private static List<String> other(List<LabelledRows> documents) {
    return new RowTraining(documents, Lexicon.shipped(), NAMES)
        .train().stream().filter(line -> line.startsWith("x ")).toList();
  }

  @Test
  void learnsNothingFromARowThatIsNotReadAnyMore() {
    String text = "Chile produced 11% of the copper.";
    Verdict other = new Verdict(1, place(text, "11%"), place(text, "copper"), null, false);
    LabelledRows document = new LabelledRows("a", "en", List.of(text), List.of(other));
    assertThat(new RowTraining(List.of(document), Lexicon.shipped(), NAMES).size()).isZero();
  }
}
