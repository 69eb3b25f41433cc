package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReasonsTest {

  private static final Reasons ENGLISH = Reasons.of(Lexicon.shipped(), Language.EN);
  private static final Reasons CHINESE = Reasons.of(Lexicon.shipped(), Language.ZH_HANS);

  @Test
  void putsEveryRuleAndStandingInWordsOfItsOwn() {
    for (Reasons reasons : List.of(ENGLISH, CHINESE)) {
      assertThat(Derivation.Rule.values())
          .extracting(rule -> reasons.derived(rule, "3 t", "5 t"))
          .doesNotHaveDuplicates()
          .allMatch(said -> said.contains("“3 t”") && said.contains("“5 t”"));
      assertThat(NameCheck.Standing.values())
          .extracting(standing -> reasons.name(standing, "Lynas"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void saysWhichPartOfTheMeaningDiffersOrThatSomethingDoes() {
    assertThat(CHINESE.otherBasis("tax", "5亿元")).isEqualTo("原文的“5亿元”与此一为毛额（税前）、一为净额（税后）。");
    assertThat(ENGLISH.otherBasis("a part without words", "$5m"))
        .isEqualTo("In the source “$5m” means something else.");
  }
}
