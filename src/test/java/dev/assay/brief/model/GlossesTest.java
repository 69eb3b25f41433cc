package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlossesTest {

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));

  private static boolean stand(String article, String name, String cited) {
    return Glosses.of(EvalArticles.article("a", Language.ZH_HANS, "", article + "\n"), NAMES)
        .stand(name, "It said so.", cited);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          昨日，航嘉（Huntkey）宣布建厂。 | Huntkey | 航嘉去年亏损。
          总经理邵一鸣（Shao Yiming）辞职。 | Shao Yiming | 邵一鸣没有说明原因。
          首席执行官奥杜亚（Oduya）辞职。 | Oduya | 奥杜亚没有说明原因。
          The firm Huntkey (航嘉) will build a factory. | 航嘉 | Huntkey lost money.
          """)
  void knowNamesByTheBracketsOfTheArticle(String article, String name, String cited) {
    assertThat(stand(article, name, cited)).isTrue();
  }

  @Test
  @Timeout(60)
  void readALineOfCapitalsInNoTime() {
    assertThat(stand("A".repeat(300_000), "Huntkey", "A")).isFalse();
  }

  /// The end of what stands before a bracket is no name by itself, nor is a word before one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          其子公司（Huntkey）宣布建厂。 | Huntkey | 这家公司去年亏损。
          总经理邵一鸣（Shao Yiming）辞职。 | Shao Yiming | 一鸣惊人的是价格。
          The firm Huntkey (北岸航嘉) will build a factory. | Huntkey | 航嘉去年亏损。
          """)
  void takeNoEndOfANameForTheName(String article, String name, String cited) {
    assertThat(stand(article, name, cited)).isFalse();
  }
}
