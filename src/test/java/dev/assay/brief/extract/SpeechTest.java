package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeechTest {

  private static List<String> texts(Language language, String text) {
    Article article = EvalArticles.article("rules", language, "Copper 铜", text);
    assertThat(ExtractiveBriefs.of(Analyses.of(article)).sentences())
        .allMatch(sentence -> Integrity.holds(article, sentence));
    return Draft.of(Analyses.of(article)).candidates().stream()
        .map(CandidateSentence::text)
        .toList();
  }

  @Test
  void keepsTheSpeakerOfATurnAndNothingOfAQuestion() {
    assertThat(
            texts(
                Language.EN,
                """
                2:15 P.M. EST MS. LEE: The harbour of Carrow will get two copper smelters.
                Norland pays for the furnaces of both smelters from its own funds.
                Q Thank you. The miners say that Norland owes them forty million dollars.
                Norland also owes the port a lot of money for the old pier.
                MR. ROE: Norland paid the miners of the pit in March. The port got its share in May.
                Q Norland has sold the pit to somebody in Peru.
                MS. LEE: Norland still owns the pit and all of its copper.
                MR. ROE: Nobody in Peru ever asked Norland for the pit.
                """))
        .containsExactly(
            "MS. LEE: The harbour of Carrow will get two copper smelters.",
            "MS. LEE: … Norland pays for the furnaces of both smelters from its own funds.",
            "MR. ROE: Norland paid the miners of the pit in March.",
            "MR. ROE: … The port got its share in May.",
            "MS. LEE: Norland still owns the pit and all of its copper.",
            "MR. ROE: Nobody in Peru ever asked Norland for the pit.");
    assertThat(
            texts(
                Language.ZH_HANS,
                """
                李芳：青禾港明年将新建两座铜冶炼厂。
                记者：矿工们说青禾矿业拖欠了四千万元工资。
                青禾矿业拖欠港口的旧码头租金也有很多年了。
                王海：青禾矿业三月已经向矿工支付了全部工资。
                李芳：青禾矿业至今仍然拥有秘鲁的那座铜矿。
                王海：秘鲁没有任何人向青禾矿业提出购买铜矿。
                """))
        .containsExactly(
            "李芳：青禾港明年将新建两座铜冶炼厂。",
            "王海：青禾矿业三月已经向矿工支付了全部工资。",
            "李芳：青禾矿业至今仍然拥有秘鲁的那座铜矿。",
            "王海：秘鲁没有任何人向青禾矿业提出购买铜矿。");
  }

  @Test
  void leavesAwayTheLabelOfTheOneSpeaker() {
    assertThat(
            texts(
                Language.EN,
                "MS. LEE: Norland sold two furnaces to a smelter in Peru.\nMS. LEE: Carrow bought the third furnace for its own harbour."))
        .containsExactly(
            "Norland sold two furnaces to a smelter in Peru.",
            "Carrow bought the third furnace for its own harbour.");
    assertThat(texts(Language.ZH_HANS, "主播：青禾矿业向秘鲁的冶炼厂出售了两座熔炉。\n主播：海风公司为自己的港口买下了第三座熔炉。"))
        .containsExactly("青禾矿业向秘鲁的冶炼厂出售了两座熔炉。", "海风公司为自己的港口买下了第三座熔炉。");
  }

  @Test
  void givesAnOpinionToWhomTheSentenceBeforeQuotes() {
    assertThat(
            texts(
                Language.ZH_HANS,
                "李克明（左）强调，冶炼厂的关税应当取消。“单边措施”严重损害了沿海地区的铜贸易。去年沿海地区的铜贸易额下降了20%。沿海各港口的铜库存已经接近枯竭。"))
        .containsExactly(
            "李克明（左）强调，冶炼厂的关税应当取消。",
            "李克明（左）强调，…“单边措施”严重损害了沿海地区的铜贸易。",
            "去年沿海地区的铜贸易额下降了20%。",
            "沿海各港口的铜库存已经接近枯竭。");
    assertThat(
            texts(
                Language.EN,
                "Ms. Lee said the tariff on copper must go. Unilateral measures have hurt the copper trade of the coast."))
        .containsExactly(
            "Ms. Lee said the tariff on copper must go.",
            "Unilateral measures have hurt the copper trade of the coast.");
  }

  @Test
  void hearsTheSameSpeakerPastANumberThatIsNoFigure() {
    assertThat(texts(Language.ZH_HANS, "李克明强调，冶炼厂的关税应当取消。青禾国与卡罗国两国的铜贸易历来互惠。"))
        .containsExactly("李克明强调，冶炼厂的关税应当取消。", "李克明强调，…青禾国与卡罗国两国的铜贸易历来互惠。");
  }

  @Test
  void hearsWhoSpeaksByOfficeOrWithoutACommaAndThroughTheClausesOfASentence() {
    assertThat(
            texts(
                Language.ZH_HANS,
                """
                财政部发言人周一宣布，青禾国将取消冶炼厂的关税。单边措施严重损害了沿海地区的铜贸易。
                李克明表示十分关心沿海地区的铜贸易。沿海地区的冶炼厂应当获得更多的支持。李克明随后前往青禾港看望码头工人。
                """))
        .containsExactly(
            "财政部发言人周一宣布，青禾国将取消冶炼厂的关税。",
            "财政部发言人周一宣布，…单边措施严重损害了沿海地区的铜贸易。",
            "李克明表示十分关心沿海地区的铜贸易。",
            "李克明表示…沿海地区的冶炼厂应当获得更多的支持。",
            "李克明随后前往青禾港看望码头工人。");
  }

  @Test
  void leavesOutWhatOneSaysWhoLeadsTheTalk() {
    assertThat(
            texts(
                Language.EN,
                """
                MODERATOR: The next call will come from the harbour of Carrow.
                MS. LEE: The council of Carrow delayed the new pier until 2031.
                MS. LEE: The miners of the old pit stopped work on Monday.
                MODERATOR: The line to the harbour of Carrow is open now.
                MR. ROE: Norland bought two ships to carry copper ore.
                MR. ROE: Norland sold the older ships to a port in Peru.
                """))
        .containsExactly(
            "MS. LEE: The council of Carrow delayed the new pier until 2031.",
            "MS. LEE: The miners of the old pit stopped work on Monday.",
            "MR. ROE: Norland bought two ships to carry copper ore.",
            "MR. ROE: Norland sold the older ships to a port in Peru.");
    assertThat(
            texts(
                Language.ZH_HANS,
                """
                主持人：青禾港的听筒现在接通了，码头的情况很复杂。
                李芳：青禾市议会把新码头推迟到二零三一年。
                李芳：旧矿的矿工周一因为矿井进水停止工作。
                主持人：青禾港的情况说完了，秘鲁的船也到了。
                王海：青禾矿业买下两艘货船运送铜矿石。
                王海：青禾矿业把旧货船卖给了秘鲁的港口。
                """))
        .containsExactly(
            "李芳：青禾市议会把新码头推迟到二零三一年。",
            "李芳：旧矿的矿工周一因为矿井进水停止工作。",
            "王海：青禾矿业买下两艘货船运送铜矿石。",
            "王海：青禾矿业把旧货船卖给了秘鲁的港口。");
  }

  @Test
  void takesNoOpinionWhoseSpeakerIsLost() {
    assertThat(
            texts(
                Language.ZH_HANS,
                "李克明宣布，冶炼厂的关税将在五月取消。沿海地区的铜贸易早就应当放开。但内陆的矿工不应当为此付出代价。渔民的生计更加值得各级议会关心。去年沿海地区的铜贸易额下降了20%。"))
        .containsExactly("李克明宣布，冶炼厂的关税将在五月取消。", "李克明宣布，…沿海地区的铜贸易早就应当放开。", "去年沿海地区的铜贸易额下降了20%。");
    assertThat(
            texts(
                Language.EN,
                "Ms. Lee argued that the tariff on copper hurts the coast. Carrow should open its harbour to every ship. The tariff brought Carrow forty million dollars last year."))
        .containsExactly(
            "Ms. Lee argued that the tariff on copper hurts the coast.",
            "The tariff brought Carrow forty million dollars last year.");
  }
}
