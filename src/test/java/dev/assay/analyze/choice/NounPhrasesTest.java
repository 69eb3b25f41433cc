package dev.assay.analyze.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.text.WordList;
import dev.assay.analyze.weigh.Features;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NounPhrasesTest {

  private static final Lexicon LEXICON = Lexicon.shipped();
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(LEXICON);
  private static final TextMarks MARKS = new TextMarks(LEXICON);
  private static final WordList HAVING = SentenceLexicon.of(LEXICON).words(Cue.HAVING);

  private static NounPhrases phrases(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    WordedText worded =
        MARKS.worded(NUMBERS.readAlone(1, text, language, null), language.isChinese(), List.of());
    return new Choices(worded, new ClaimUnits(LEXICON), Features.bare()).nounPhrases();
  }

  private static Span place(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static String done(String text, String figure, String phrase) {
    Span done = phrases(text).done(place(text, figure), place(text, phrase), HAVING);
    return done == null ? "" : done.in(text);
  }

  private static String period(String text, String figure) {
    Span period = phrases(text).period(place(text, figure));
    return period == null ? "" : period.in(text);
  }

  @Test
  void tellsWhatIsDoneToThoseThatAreCounted() {
    assertThat(done("The harbour refused 1,200 crates of plums.", "1,200", "crates of plums"))
        .isEqualTo("refused");
    assertThat(done("海关查扣37艘渔船。", "37艘", "渔船")).isEqualTo("查扣");
  }

  @Test
  void tellsNothingOfThoseThatOnlyAreThere() {
    assertThat(done("The harbour has 1,200 cranes.", "1,200", "cranes")).isEmpty();
    assertThat(done("The list includes 12 metals.", "12", "metals")).isEmpty();
    assertThat(done("松岭镇有12座水库。", "12座", "水库")).isEmpty();
    assertThat(done("名单包括12种金属。", "12种", "金属")).isEmpty();
    assertThat(done("查扣的渔船有37艘。", "37艘", "渔船")).isEmpty();
  }

  @Test
  void tellsOverWhichTimeSomethingChanged() {
    assertThat(period("该基金近1年下跌37.5%，近6个月下跌20.7%。", "37.5%")).isEqualTo("近1年");
    assertThat(period("该基金近1年下跌37.5%，近6个月下跌20.7%。", "20.7%")).isEqualTo("近6个月");
    assertThat(period("Over the past 3 years the fund fell 12.5 percent.", "12.5 percent"))
        .isEqualTo("past 3 years");
    assertThat(period("The fund fell 12.5 percent.", "12.5 percent")).isEmpty();
    assertThat(period("该基金下跌37.5%。", "37.5%")).isEmpty();
  }
}
