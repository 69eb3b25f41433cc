package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Names;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PointersTest {

  private static final ClaimReader READER =
      new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.CORROBORATED);
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final TagMatcher MATCHER = new TagMatcher(Names.load(Lexicon.shipped()));

  private final Pointers pointers = new Pointers(Lexicon.shipped());

  static Stream<String> examples() {
    return Lexicon.shipped().table("pointing.tsv").rows().stream()
        .map(LexiconFile.Row::cells)
        .map(List::getLast);
  }

  @ParameterizedTest
  @MethodSource("examples")
  @ValueSource(strings = {"这家公司", "該公司", "The Company", "其中", "its mine"})
  void tellsWordsThatPoint(String words) {
    assertThat(pointers.isOpen(new Thing(null, words))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"宁溪矿业公司", "松岭银行", "Chinese companies", "Larkfield Group", "copper mine"})
  void leavesWordsThatSayWhich(String words) {
    assertThat(pointers.isOpen(new Thing(null, words))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"该", "the", " "})
  void standsForNothingWithoutANoun(String words) {
    assertThat(pointers.among(List.of()).of(new Thing(null, words), 1, new Span(0, 1), words))
        .isNull();
  }

  @Test
  void putsTheOneNameOfItsKindInTheirPlace() {
    assertThat(entities("Lynas opened a plant. The company has 1,200 employees.", Language.EN))
        .containsExactly("company:lynas");
    assertThat(entities("北方稀土周二发布公告。该公司上半年产量为1200吨。", Language.ZH_HANS))
        .containsExactly("company:northern-rare-earth");
    assertThat(
            entities(
                "Lynas and MP Materials opened a plant. The company has 1,200 employees.",
                Language.EN))
        .containsExactly("company");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          松岭医院周二开诊。该院有病床300张。 | 该院 | 松岭医院
          安宁市统计局周二发布公报。全市共有医院96家。 | 全市 | 安宁市
          安宁市统计局周二发布公报。该市有医院96家。 | 该市 | 安宁市
          安宁市统计局和南屏市统计局周二发布公报。全市共有医院96家。 | 全市 | -
          云岭大剧院周二开票。剧院今年计划演出230场。 | 剧院 | 云岭大剧院
          云岭大剧院周二开票，全国有剧院230家。 | 剧院 | -
          安宁市统计局周二发布公报。全市养殖户有96家。 | 全市养殖户 | 安宁市养殖户
          安宁市统计局周二发布公报。市图书馆有书96万册。 | 市图书馆 | 安宁市图书馆
          安宁市统计局周二发布公报。市场有96家商户。 | 市场 | -
          Larkfield Hospital opened on Tuesday. The hospital has 300 beds. | hospital | Larkfield Hospital
          Larkfield Hospital opened. It is one of 300 in hospital care. | hospital | -
          The University of Larkfield opened. The university has 300 students. | university | University of Larkfield
          """)
  void putsANameThatNoPackHasInTheirPlace(String text, String words, @Nullable String name) {
    Thing thing = standsFor(words, text);
    assertThat(thing == null ? null : thing.words()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "土耳其央行周四降息。该国通胀率为29%。, 该国, country:TR",
    "Bank of Canada officials met. The country has 41 million people., country, country:CA"
  })
  void takesWhatActsForACountryForAWordOfIt(String text, String words, String id) {
    Thing thing = standsFor(words, text);
    assertThat(thing == null ? null : thing.id()).isEqualTo(id);
  }

  private @Nullable Thing standsFor(String words, String text) {
    int at = text.lastIndexOf(words);
    return pointers
        .among(MATCHER.read("", List.of(text)))
        .of(new Thing(null, words), 1, new Span(at, at + words.length()), text);
  }

  private static List<String> entities(String text, Language language) {
    List<Tag> tags = MATCHER.read("", List.of(text));
    TextReading read = NUMBERS.readAlone(1, text, language, null);
    return READER.read(List.of(read), language, tags).stream()
        .map(Claim::entity)
        .map(thing -> thing.id() == null ? thing.words() : thing.id())
        .toList();
  }
}
