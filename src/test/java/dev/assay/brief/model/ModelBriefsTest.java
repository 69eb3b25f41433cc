package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefJson;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.brief.extract.BriefText;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.model.ModelBriefs.Written;
import dev.assay.check.NumberVerdict;
import dev.assay.lexicon.Lexicon;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.Reply;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ModelBriefsTest {

  private static final Article ENGLISH =
      EvalArticles.article(
          "en",
          Language.EN,
          "Harbour copper smelter to close as treatment fees collapse",
          """
          Norland Metals will close its harbour copper smelter in March, ending 62 years of production.
          The company blames treatment fees, which fell to $5 a tonne this year from $80 in 2023.
          About 900 workers will lose their jobs. The union called the closure "a betrayal of the town".
          Global smelting capacity has grown by 9% since 2021, most of it in China.
          """);

  private static final Article CHINESE =
      EvalArticles.article(
          "zh",
          Language.ZH_HANS,
          "青禾矿业扩建锂盐工厂",
          """
          青禾矿业周二宣布，将投资12亿元扩建位于澄江的锂盐工厂，年产能由2万吨提高到5万吨。
          锂价去年下跌近四成，多家小型锂盐厂已经停产。
          中国占全球锂盐产能的65%。
          """);

  @Test
  void showsWhatItsCitationsCarry() {
    Written written =
        write(
            ENGLISH,
            Language.EN,
            """
            {"viewpoint": [{"text": "Norland Metals is closing a copper smelter after 62 years.", "paragraphs": [1]}],
             "groups": [{"heading": "Falling treatment fees", "bullets": [
               {"text": "Treatment fees fell from $80 a tonne in 2023 to $5.", "paragraphs": [2]},
               {"text": "The union calls it \\"a betrayal of the town\\".", "paragraphs": [3]}]}]}""");
    assertThat(BriefText.of(brief(written)))
        .isEqualTo(
            """
            Norland Metals is closing a copper smelter after 62 years. [1]
            ## Falling treatment fees
            - Treatment fees fell from $80 a tonne in 2023 to $5. [2]
            - The union calls it "a betrayal of the town". [3]
            """);
    assertThat(brief(written).maker()).isEqualTo(new Maker.Model("scripted", 1, 0));
    assertThat(brief(written).numbers()).hasSize(4).allMatch(CheckedNumber::found);
  }

  @Test
  void marksANameThatNobodyCanDecideAndKeepsTheMark() {
    Brief brief =
        brief(
            write(
                CHINESE,
                Language.EN,
                """
                {"viewpoint": [{"text": "The salt plant of Greenfield Hollow near Chengjiang will grow.", "paragraphs": [1]}],
                 "groups": []}"""));
    assertThat(brief.viewpoint().getFirst().openNames()).containsExactly("Greenfield Hollow");
    String stored = BriefJson.write(brief);
    assertThat(BriefJson.read(stored)).isEqualTo(brief);
    String older = stored.replaceAll(",\"openNames\":\\[[^]]*]", "");
    assertThat(BriefJson.read(older).openNames()).as("as an older release stored it").isZero();
  }

  @Test
  void writesForAReaderOfAnotherLanguage() {
    Written written =
        write(
            CHINESE,
            Language.EN,
            """
            {"viewpoint": [{"text": "A lithium salt plant will grow from 20,000 to 50,000 tonnes a year for 1.2 billion yuan.", "paragraphs": [1]}],
             "groups": [{"heading": "Prices and capacity", "bullets": [
               {"text": "Lithium prices fell nearly 40% last year.", "paragraphs": [2]},
               {"text": "China holds 65% of the world's lithium salt capacity.", "paragraphs": [3]},
               {"text": "Australia holds 65% of the world's lithium salt capacity.", "paragraphs": [3]},
               {"text": "China holds 56% of the world's lithium salt capacity.", "paragraphs": [3]}]}]}""",
            "{\"sentences\": []}");
    assertThat(BriefText.of(brief(written)))
        .isEqualTo(
            """
            A lithium salt plant will grow from 20,000 to 50,000 tonnes a year for 1.2 billion yuan. [1]
            ## Prices and capacity
            - Lithium prices fell nearly 40% last year. [2]
            - China holds 65% of the world's lithium salt capacity. [3]
            """);
    assertThat(brief(written).language()).isEqualTo(Language.EN);
    assertThat(brief(written).maker()).isEqualTo(new Maker.Model("scripted", 1, 2));
    assertThat(written.tally().unsupportedNumbers()).isEqualTo(1);
    assertThat(written.tally().missingNames()).isEqualTo(1);
  }

  @Test
  void asksOnceMoreWithTheReasonAndThenWithholds() {
    ScriptedModel model =
        ScriptedModel.saying(
            """
            {"viewpoint": [{"text": "Norland Metals will close its smelter in March.", "paragraphs": [1]}],
             "groups": [{"heading": "Jobs and capacity", "bullets": [
               {"text": "About 800 workers will lose their jobs.", "paragraphs": [3]},
               {"text": "Smelting capacity has grown by 19%.", "paragraphs": [4]},
               {"text": "The closure is a disaster.", "paragraphs": []}]}]}""",
            """
            {"sentences": [{"number": 1, "text": "About 900 workers will lose their jobs.", "paragraphs": [3]},
                           {"number": 2, "text": "Smelting capacity has grown by 29%.", "paragraphs": [4]},
                           {"number": 9, "text": "Norland will go bankrupt.", "paragraphs": [1]}]}""");
    Written written = briefs(model, 32_000).write(ENGLISH, Language.EN, Gate.OPEN);
    assertThat(BriefText.of(brief(written)))
        .isEqualTo(
            """
            Norland Metals will close its smelter in March. [1]
            ## Jobs and capacity
            - About 900 workers will lose their jobs. [3]
            """);
    assertThat(brief(written).maker()).isEqualTo(new Maker.Model("scripted", 1, 2));
    assertThat(model.asked).hasSize(2);
    assertThat(model.asked.get(1).text())
        .contains(
            "#1 About 800 workers will lose their jobs.",
            "the cited lines do not carry this number or date: About 800",
            "#3 The closure is a disaster.",
            "it cites no line that there is");
    assertThat(written.usage()).isEqualTo(new Usage(200, 20));
  }

  @Test
  void withholdsQuotationsThatAreNotLetterByLetter() {
    Written written =
        write(
            ENGLISH,
            Language.EN,
            """
            {"viewpoint": [{"text": "The union called the closure \\"a betrayal\\".", "paragraphs": [3]},
                           {"text": "The union called the closure \\"a shameful betrayal\\".", "paragraphs": [3]}],
             "groups": []}""");
    assertThat(BriefText.of(brief(written)))
        .isEqualTo("The union called the closure \"a betrayal\". [3]\n");
  }

  @Test
  void withholdsNamesAndSubjectsThatAreNotThere() {
    Written written =
        write(
            ENGLISH,
            Language.EN,
            """
            {"viewpoint": [{"text": "Norland Metals will close its copper smelter.", "paragraphs": [1]},
                           {"text": "Norland Metals and Zorblax will close a copper smelter.", "paragraphs": [1]}],
             "groups": [{"heading": "Cooking", "bullets": [
               {"text": "A pinch of salt improves any vegetable soup.", "paragraphs": [2]}]}]}""");
    assertThat(BriefText.of(brief(written)))
        .isEqualTo("Norland Metals will close its copper smelter. [1]\n");
  }

  @Test
  void saysWhyThereIsNoBrief() {
    assertThat(nothing(new Reply.Refused(Usage.NONE))).isEqualTo(NoBrief.REFUSED);
    assertThat(nothing(new Reply.TimedOut())).isEqualTo(NoBrief.TIMED_OUT);
    assertThat(nothing(new Reply.CutOff(Usage.NONE))).isEqualTo(NoBrief.CUT_OFF);
    assertThat(nothing(new Reply.Failed("status 500"))).isEqualTo(NoBrief.FAILED);
    assertThat(nothing(new Reply.Answered("I am glad to help!", Usage.NONE)))
        .isEqualTo(NoBrief.MALFORMED);
    assertThat(nothing(new Reply.Answered("{\"viewpoint\": [{\"text\": \"Norl", Usage.NONE)))
        .isEqualTo(NoBrief.MALFORMED);
    assertThat(nothing(new Reply.Answered("[".repeat(100_000), Usage.NONE)))
        .isEqualTo(NoBrief.MALFORMED);
    assertThat(
            nothing(
                new Reply.Answered(
                    "{\"viewpoint\": [{\"text\": \"All is well.\", \"paragraphs\": [77]}]}",
                    Usage.NONE)))
        .isEqualTo(NoBrief.UNCONFIRMED);
    assertThat(
            briefs(ScriptedModel.replying(new Reply.Limited(Duration.ofSeconds(7))), 32_000)
                .write(ENGLISH, Language.EN, Gate.OPEN)
                .result())
        .isEqualTo(new Result.Nothing(NoBrief.LIMITED, Duration.ofSeconds(7)));
  }

  @Test
  void showsWhatStoodIfTheSecondQuestionFails() {
    ScriptedModel model =
        ScriptedModel.replying(
            new Reply.Answered(
                """
                {"viewpoint": [{"text": "Norland Metals will close its smelter.", "paragraphs": [1]},
                               {"text": "It employs 12 workers.", "paragraphs": [1]}], "groups": []}""",
                Usage.NONE),
            new Reply.TimedOut());
    Written written = briefs(model, 32_000).write(ENGLISH, Language.EN, Gate.OPEN);
    assertThat(brief(written).maker()).isEqualTo(new Maker.Model("scripted", 1, 1));
    assertThat(BriefText.of(brief(written)))
        .isEqualTo("Norland Metals will close its smelter. [1]\n");
  }

  @Test
  void asksForLongReportsBySections() {
    String text =
        IntStream.range(1, 400)
            .mapToObj(
                i ->
                    "Mine number %d produced %d tonnes of copper ore in the dry season of the report."
                        .formatted(i, 1_000 + i))
            .collect(Collectors.joining("\n"));
    Article report = EvalArticles.article("report", Language.EN, "Copper mines", text);
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);
    Written written = briefs(model, 6_000).write(report, Language.EN, Gate.OPEN);
    assertThat(model.asked).hasSizeBetween(4, 20);
    assertThat(model.asked)
        .allMatch(
            question ->
                Material.tokens(question.text()) + Material.tokens(question.instructions())
                    < 6_000);
    Brief brief = brief(written);
    assertThat(brief.groups()).hasSizeBetween(2, 5);
    assertThat(brief.numbers()).isNotEmpty().allMatch(CheckedNumber::found);
    assertThat(brief.sentences().flatMap(sentence -> sentence.citations().stream()).toList())
        .allMatch(
            citation ->
                report
                    .paragraph(citation.paragraph())
                    .text()
                    .startsWith("Mine number " + citation.paragraph() + " "));
  }

  @Test
  void stopsBetweenSectionsWhenNothingMoreMayBeSpent() {
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);
    Gate closed =
        new Gate() {
          @Override
          public boolean admits() {
            return false;
          }

          @Override
          public void used(Usage usage) {}
        };
    assertThat(briefs(model, 32_000).write(ENGLISH, Language.EN, closed).result())
        .isEqualTo(new Result.Nothing(NoBrief.BUDGET, Duration.ZERO));
    assertThat(model.asked).isEmpty();
  }

  @Test
  void neverShowsALieAsSupported() {
    for (Article article : List.of(ENGLISH, CHINESE)) {
      Liar liar = new Liar();
      Written written =
          briefs(ScriptedModel.repeating(liar::say), 32_000)
              .write(article, article.language(), Gate.OPEN);
      assertThat(liar.lies()).isPositive();
      assertThat(brief(written).sentences().map(BriefSentence::text).toList())
          .noneMatch(liar::hasLiedIn);
      assertThat(brief(written).numbers())
          .allMatch(number -> number.verdict() != NumberVerdict.UNSUPPORTED);
    }
  }

  private static Written write(Article article, Language reader, String... answers) {
    return briefs(ScriptedModel.saying(answers), 32_000).write(article, reader, Gate.OPEN);
  }

  @Test
  void answersFromAsManyPassagesAsTheModelCanHold() {
    String passage = "The smelter closed in March after a year of losses. ".repeat(60);
    Article passages =
        EvalArticles.article("q", Language.EN, "Smelter", (passage + "\n").repeat(12));
    ScriptedModel model = ScriptedModel.saying("{\"viewpoint\": [], \"groups\": []}");
    briefs(model, 4_000).answer("Why did it close?", passages, Language.EN, Gate.OPEN);
    assertThat(model.asked.getFirst().text())
        .contains("[1] The smelter", "Question: Why did it close?")
        .doesNotContain("[12] ");
  }

  private static NoBrief nothing(Reply reply) {
    Result result =
        briefs(ScriptedModel.replying(reply), 32_000)
            .write(ENGLISH, Language.EN, Gate.OPEN)
            .result();
    return ((Result.Nothing) result).reason();
  }

  static ModelBriefs briefs(LanguageModel model, int contextTokens) {
    return new ModelBriefs(
        model,
        contextTokens,
        Checks.of(
            Lexicon.shipped(),
            ShippedWriters.CHECKER,
            ShippedWriters.NAME_CHECKER,
            Optional::empty),
        new InstructionText(Lexicon.shipped())::in);
  }

  static Brief brief(Written written) {
    assertThat(written.result()).isInstanceOf(Result.Made.class);
    return ((Result.Made) written.result()).brief();
  }
}
