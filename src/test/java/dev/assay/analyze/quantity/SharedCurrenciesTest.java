package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SharedCurrenciesTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());

  private static List<String> units(String text) {
    return EXTRACTOR.extract(text, Language.UNKNOWN).stream().map(q -> q.unit().code()).toList();
  }

  @Test
  void readsPesosOfTheCountryThatTheSentenceNames() {
    assertThat(units("Chile's mint struck 3 million pesos.")).containsExactly("CLP");
    assertThat(units("The port of Cebu in the Philippines paid 12 pesos a tonne."))
        .containsExactly("PHP/t");
    assertThat(units("智利铸币厂铸造300万比索。")).containsExactly("CLP");
    assertThat(units("丹麥議會撥款94億克朗。")).containsExactly("DKK");
    assertThat(units("Lahore is Pakistan's second city; a ride costs Rs 40."))
        .containsExactly("PKR");
  }

  @Test
  void prefersTheCountryOfTheOwnSentenceAndTheOneBeforeTheSum() {
    assertThat(units("Sweden watched. A fine of 5 million kroner hit a Danish yard."))
        .containsExactly("DKK");
    assertThat(units("阿根廷补贴29万比索，智利补贴8000万比索。")).containsExactly("ARS", "CLP");
    assertThat(units("Norway paid. It cost 5 million kroner. Denmark watched."))
        .containsExactly("NOK");
    assertThat(units("Nobody paid. It cost 5 million kroner. Denmark watched."))
        .containsExactly("DKK");
    assertThat(units("Norway lent 3 million kroner to Denmark.")).containsExactly("NOK");
  }

  @Test
  void asksTheArticleWhereTheParagraphNamesNoCountry() {
    String text =
        "Voters in the Danish town met, Sweden's did not.\n\nThe plan costs 9 million kroner.";
    assertThat(articleUnits("Danish town votes", text)).containsExactly("DKK");
    assertThat(articleUnits("卢比贬值", "巴基斯坦提价。\n\n油价上涨12卢比。")).containsExactly("PKR");
  }

  private static List<String> articleUnits(String title, String text) {
    return EXTRACTOR.read(EvalArticles.article("one", Language.UNKNOWN, title, text)).stream()
        .flatMap(paragraph -> paragraph.numbers().quantities().stream())
        .map(quantity -> quantity.unit().code())
        .toList();
  }

  @Test
  void leavesOpenWhatNobodySays() {
    assertThat(units("The clinic cost 3 million pesos.")).containsExactly("peso");
    assertThat(units("诊所耗资300万卢比。")).containsExactly("rupee");
    assertThat(units("Germany's clinic cost 3 million pesos.")).containsExactly("peso");
    assertThat(units("The clinic cost 3 million Swiss francs, 5 million kronor or three crowns."))
        .containsExactly("CHF", "SEK", "count");
  }

  @Test
  void knowsThatAnOpenCurrencyMayBeEachOfItsName() {
    Unit open = Units.known("peso/t");
    assertThat(Units.mayBe(open, Units.known("CLP/t"))).isTrue();
    assertThat(Units.mayBe(Units.known("CLP/t"), open)).isTrue();
    assertThat(Units.mayBe(open, Units.known("CLP"))).isFalse();
    assertThat(Units.mayBe(open, Units.known("INR/t"))).isFalse();
    assertThat(Units.mayBe(Units.known("MXN/t"), Units.known("CLP/t"))).isFalse();
  }
}
