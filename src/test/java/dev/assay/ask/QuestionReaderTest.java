package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.Search;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which units a figure can have that a question asks for.
final class QuestionReaderTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());

  private static final QuestionReader READER =
      new QuestionReader(
          new AskWords(Lexicon.shipped()), new MeasureWords(Lexicon.shipped()), () -> NUMBERS);

  private static Set<UnitFamily> families(String question) {
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      Search search = new Search(index, _ -> Map.of(), () -> Instant.EPOCH);
      return READER.read(question, search.terms(question)).families();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How heavy is the anchor of the Sternwind?",
        "How much does the anchor of the Sternwind weigh?",
        "燕湾号的铁锚有多重？",
        "燕湾号的铁锚重多少？"
      })
  void aThingIsHeavyByAMass(String question) {
    assertThat(families(question)).containsExactly(UnitFamily.MASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How heavy is the tax burden of Carrow?",
        "How heavy were the losses of Carrow?",
        "How much did the strike weigh on Carrow?",
        "松岭的税负有多重？",
        "松岭的企业负担到底有多重？",
        "这座桥有多重含义？"
      })
  void aBurdenIsHeavyByAnyFigure(String question) {
    assertThat(families(question)).isNotEqualTo(Set.of(UnitFamily.MASS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How deep was the recession in Carrow?",
        "How deep is the harbour of Carrow?",
        "松岭的衰退有多深？",
        "松岭的港池有多深？"
      })
  void aThingIsDeepByALengthOrAPartAndByNoSumOrCount(String question) {
    assertThat(families(question))
        .contains(UnitFamily.OTHER, UnitFamily.PART)
        .doesNotContain(UnitFamily.MONEY, UnitFamily.RATE, UnitFamily.COUNT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How deep are the cuts of Carrow?",
        "How wide is the deficit of Carrow?",
        "松岭的赤字有多深？"
      })
  void aCutMayBeDeepByASum(String question) {
    assertThat(families(question)).isEmpty();
  }
}
