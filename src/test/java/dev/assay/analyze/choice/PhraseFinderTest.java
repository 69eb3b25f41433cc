package dev.assay.analyze.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhraseFinderTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final TextMarks MARKS = new TextMarks(Lexicon.shipped());

  private static List<String> phrases(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    WordedText worded =
        MARKS.worded(
            NUMBERS.readAlone(1, text, language, null),
            language.isChinese(),
            TAGS.read("", List.of(text)));
    return PhraseFinder.of(worded).stream().map(worded::written).toList();
  }

  @Test
  void findsNamesPhrasesTheirPartsAndLists() {
    assertThat(phrases("Rio Tinto's new copper mine and the old smelter have 400 workers."))
        .contains("Rio Tinto", "new copper mine", "copper mine", "workers")
        .contains("Rio Tinto's new copper mine and the old smelter");
    assertThat(phrases("智利和秘鲁的铜矿雇用400名工人。")).contains("智利", "秘鲁", "铜矿", "智利和秘鲁", "工人");
  }

  @Test
  void takesNoLetterOffAName() {
    assertThat(phrases("D-Norvik rose 14%, Carrow rose 5%."))
        .contains("D-Norvik", "Carrow")
        .doesNotContain("D");
    assertThat(phrases("K-松岭钢铁公司上涨14%。")).doesNotContain("K");
  }

  @Test
  void joinsNoPhrasesThatWereRunTogether() {
    assertThat(phrases("Over the past year the Norvik fund lost 12 percent."))
        .contains("Norvik fund")
        .noneMatch(phrase -> phrase.contains("year the"));
    assertThat(phrases("作者：林小满 松岭钢铁公司在5月雇用400人。"))
        .contains("松岭钢铁公司")
        .noneMatch(phrase -> phrase.contains(" "));
  }

  @Test
  void takesNoPronounForAThing() {
    assertThat(phrases("It said the company employs 400 people.")).doesNotContain("It", "company");
    assertThat(phrases("它表示，该公司雇用400人。")).contains("该公司").doesNotContain("它");
    assertThat(phrases("馆长认为，该馆有400人。")).contains("该馆");
  }

  @Test
  void takesNoVerbBehindAPrepositionForAThing() {
    assertThat(phrases("Despite holding only 12 percent of the market, Norvik sets the price."))
        .contains("Norvik")
        .doesNotContain("holding");
    assertThat(phrases("After mining for 40 years the town has 400 workers.")).contains("mining");
  }

  @Test
  void endsAPhraseBeforeTheVerbOfItsClause() {
    assertThat(phrases("The council plans 40 new schools."))
        .contains("council")
        .noneMatch("council plans"::equals);
    assertThat(phrases("The ferry company operates its 37 vessels from Tarnby."))
        .contains("ferry company")
        .noneMatch(phrase -> phrase.contains("operates"));
    assertThat(phrases("The company operates 37 vessels and employs 400 people."))
        .contains("vessels", "people")
        .doesNotContain("employs");
    assertThat(phrases("A new album costs 34 euros.")).contains("new album");
    assertThat(phrases("State grants cover 65 percent of the price."))
        .contains("State grants")
        .noneMatch(phrase -> phrase.contains("cover"));
    assertThat(phrases("Car sales 12 percent above plan, shop rents 4 percent."))
        .contains("Car sales");
  }

  @Test
  void takesNoCountryForAThingThatOnlyTellsWhereSomebodyIsFrom() {
    assertThat(phrases("The 19-year-old Italian hit 31 winners.")).doesNotContain("Italian");
    assertThat(phrases("34岁的意大利指挥家马里奥·罗西率领82人的乐团。")).contains("马里奥·罗西").doesNotContain("意大利");
    assertThat(phrases("Italian exports rose by 4 percent.")).contains("Italian");
    assertThat(phrases("Pearl Bay Pianos of Singapore invested 45 million dollars."))
        .doesNotContain("Singapore");
    assertThat(phrases("美国的铜产量占9%。")).contains("美国");
    assertThat(phrases("The output of Singapore rose by 4 percent.")).contains("Singapore");
    assertThat(phrases("人民币贷款增加3亿元。")).contains("人民币贷款").doesNotContain("人民币");
  }

  @Test
  void makesNoListOfAPhraseAndWhatIsSaidOfIt() {
    assertThat(phrases("A coalition of 40 countries, which Chile and Peru lead, met."))
        .contains("Chile and Peru")
        .noneMatch(phrase -> phrase.contains(", which"));
  }

  @Test
  void givesANameTheCharactersThatStandBeforeItEverywhere() {
    String text = "甲乙环保发布公告。公告显示，甲乙环保营收3亿元。";
    WordedText worded =
        MARKS.worded(NUMBERS.readAlone(1, text, Language.ZH_HANS, null), true, List.of());
    int start = text.lastIndexOf("乙环保");
    Phrase cut = new Phrase(start, start + 3, 0, 0, 0, Phrase.Kind.WHOLE, null);
    assertThat(worded.thing(cut).words()).isEqualTo("甲乙环保");
    String other = "记者在乙城采访。居民说乙城有3亿元债务。";
    WordedText plain =
        MARKS.worded(NUMBERS.readAlone(1, other, Language.ZH_HANS, null), true, List.of());
    Phrase whole = new Phrase(3, 5, 0, 0, 0, Phrase.Kind.WHOLE, null);
    assertThat(plain.thing(whole).words()).isEqualTo("乙城");
  }
}
