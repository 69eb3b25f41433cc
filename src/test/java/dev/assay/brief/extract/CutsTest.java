package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.check.Checker;
import dev.assay.check.NumberVerdict;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CutsTest {

  private static Article article(Language language, String text) {
    return EvalArticles.article("rules", language, "Copper 铜", text);
  }

  private static List<String> texts(Article article) {
    return Draft.of(Analyses.of(article)).candidates().stream()
        .map(CandidateSentence::text)
        .toList();
  }

  private static final String REMARK =
      "青禾矿业周二宣布，将投资12亿元扩建位于澄江的锂盐工厂（该厂建于1998年，是北部沿海最早的锂盐工厂之一），年产能由2万吨提高到5万吨，工期约为三年。";

  @Test
  void leavesARemarkInBracketsOutOfALongSentence() {
    Article chinese = article(Language.ZH_HANS, REMARK);
    assertThat(texts(chinese))
        .containsExactly("青禾矿业周二宣布，将投资12亿元扩建位于澄江的锂盐工厂…，年产能由2万吨提高到5万吨，工期约为三年。");
    Article english =
        article(
            Language.EN,
            "Norland will build a second copper smelter on the northern coast (the first one was opened there in 1931 by three brothers) and hire 400 workers for it before the end of the summer.");
    assertThat(texts(english))
        .containsExactly(
            "Norland will build a second copper smelter on the northern coast … and hire 400 workers for it before the end of the summer.");
  }

  @Test
  void leavesARelativeClauseOutWhereTheSubjectGoesOn() {
    assertThat(
            texts(
                article(
                    Language.EN,
                    "The harbour smelter of Norland, which was opened by three brothers in the spring of 1931 and burned down twice, will buy copper from two mines in Peru until the end of the decade.")))
        .containsExactly(
            "The harbour smelter of Norland … will buy copper from two mines in Peru until the end of the decade.");
  }

  @Test
  void keepsWhatTheGrammarDoesNotSetApart() {
    List<String> sentences =
        List.of(
            "The harbour smelter of Norland, which makes copper, is heated with gas, and employs four hundred workers on the coast, will buy all of its ore from two mines in Peru until May.",
            "Norland sold the old harbour smelter to the city of Carrow, which will turn it into a school, has hired forty teachers for it and wants to open the doors in the spring.");
    for (String sentence : sentences) {
      assertThat(texts(article(Language.EN, sentence))).containsExactly(sentence);
    }
    String number = "青禾矿业（6001）周二宣布，将投资12亿元扩建位于澄江的锂盐工厂，年产能由2万吨提高到5万吨，工期约为三年，并同时更换老厂的全部滤网和两座旧熔炉。";
    assertThat(texts(article(Language.ZH_HANS, number))).containsExactly(number);
  }

  @Test
  void citesTheWholeSentenceAndFindsItsNumbers() {
    Article article = article(Language.ZH_HANS, REMARK);
    Brief brief =
        new BriefNumbers(Checker.of(Lexicon.shipped()))
            .check(ExtractiveBriefs.of(Analyses.of(article)), article);
    BriefSentence sentence = brief.viewpoint().getFirst();
    assertThat(sentence.citations().getFirst().span().in(REMARK)).isEqualTo(REMARK);
    assertThat(Integrity.holds(article, sentence)).isTrue();
    assertThat(sentence.numbers())
        .isNotEmpty()
        .allMatch(number -> number.verdict() == NumberVerdict.EXACT);
  }
}
