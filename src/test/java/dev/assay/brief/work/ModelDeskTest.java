package dev.assay.brief.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.BriefTable;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.brief.model.Liar;
import dev.assay.brief.model.ModelTitle;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.ScriptedModel;
import dev.assay.brief.model.ShippedWriters;
import dev.assay.brief.model.StoredArticles;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.Reply;
import dev.assay.llm.Usage;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import dev.assay.store.TagTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelDeskTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private static final String TEXT =
      """
      Norland Metals will close its harbour copper smelter in March, ending 62 years of production.
      The company blames treatment fees, which fell to $5 a tonne this year from $80 in 2023.
      About 900 workers will lose their jobs.
      """;

  @TempDir Path folder;
  private Store store;
  private Instant now = NOW;

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void doesNothingWithoutAModel() {
    put("a", TEXT);
    ModelDesk desk = desk(Map.of(), ScriptedModel.saying("{}"));
    assertThat(desk.run(10, (_, _, _) -> {})).isZero();
    assertThat(desk.state().model()).isNull();
  }

  @Test
  void endsWithTheServerAlsoWithoutAModel() {
    ModelJob job = ModelJob.start(desk(Map.of(), ScriptedModel.saying("{}")), () -> NOW);
    assertThatCode(job::close).doesNotThrowAnyException();
  }

  @Test
  void sendsEachTextOnceWhateverArticlesHoldIt() {
    put("a", TEXT);
    put("b", TEXT);
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);
    ModelDesk desk = desk(settings(Map.of()), model);
    assertThat(desk.state().waiting()).isEqualTo(Map.of("en", 2L));
    assertThat(desk.run(10, (_, _, _) -> {})).isEqualTo(2);
    assertThat(model.asked).hasSize(1);
    assertThat(shown("a", Language.EN).maker()).isEqualTo(new Maker.Model("small", 1, 0));
    assertThat(shown("b", Language.EN).sentences())
        .allMatch(
            sentence ->
                sentence.citations().stream().allMatch(cite -> cite.article().equals(id("b"))));
    assertThat(desk.run(10, (_, _, _) -> {})).isZero();
    assertThat(desk.state().waiting()).isEqualTo(Map.of("en", 0L));
  }

  @Test
  void sendsWhatItsSiteReservesToNoModelElsewhere() {
    put("a", TEXT);
    put("b", TEXT + "More.\n", Map.of(RawDocument.RESERVED, "tdm-reservation: 1"));
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);

    assertThat(desk(settings(Map.of()), model).state().waiting()).isEqualTo(Map.of("en", 2L));
    ModelDesk elsewhere =
        desk(settings(Map.of("ASSAY_MODEL_BASE_URL", "https://models.example/v1")), model);
    assertThat(elsewhere.state().waiting()).isEqualTo(Map.of("en", 1L));
    assertThat(elsewhere.run(10, (_, _, _) -> {})).isEqualTo(1);
  }

  @Test
  void saysWhetherWhatAReaderOpensIsAskedFor() {
    put("a", TEXT);
    put("b", TEXT + "More.\n", Map.of(RawDocument.RESERVED, "tdm-reservation: 1"));
    ScriptedModel model = ScriptedModel.saying("{}");
    ModelDesk elsewhere =
        desk(settings(Map.of("ASSAY_MODEL_BASE_URL", "https://models.example/v1")), model);
    assertThat(elsewhere.writesFor(Language.EN, id("a"))).isTrue();
    assertThat(elsewhere.writesFor(Language.ZH_HANS, id("a"))).as("in English only").isFalse();
    assertThat(elsewhere.writesFor(Language.EN, id("b"))).as("reserved").isFalse();
    assertThat(desk(settings(Map.of()), model).writesFor(Language.EN, id("b"))).isTrue();
    assertThat(desk(Map.of(), model).writesFor(Language.EN, id("a"))).isFalse();
  }

  @Test
  void writesForTheReadersOfEachLanguage() {
    put("a", TEXT);
    ScriptedModel model =
        ScriptedModel.saying(
            """
            {"viewpoint": [{"text": "Norland Metals将于3月关闭一座炼铜厂。", "paragraphs": [1]}], "groups": []}""");
    desk(settings(Map.of("ASSAY_MODEL_LANGUAGES", "zh")), model).run(10, (_, _, _) -> {});
    assertThat(shown("a", Language.ZH_HANS).language()).isEqualTo(Language.ZH_HANS);
    assertThat(shown("a", Language.ZH_HANT).language()).isEqualTo(Language.ZH_HANS);
    assertThat(shown("a", Language.EN).maker()).isInstanceOf(Maker.Extractive.class);
  }

  @Test
  void saysOnTheCardWhyTheModelMadeNoBrief() {
    put("a", TEXT);
    ScriptedModel model = ScriptedModel.replying(new Reply.Refused(new Usage(50, 1)));
    ModelDesk desk = desk(settings(Map.of()), model);
    desk.run(10, (_, _, _) -> {});
    assertThat(shown("a", Language.EN).maker())
        .isEqualTo(new Maker.InPlaceOfModel(ExtractiveBriefs.VERSION, "small", NoBrief.REFUSED));
    assertThat(desk.run(10, (_, _, _) -> {})).as("not asked again at once").isZero();
    assertThat(desk.state().outcomes()).isEqualTo(Map.of("refused", 1L));
    assertThat(desk.state().today().tokens()).isEqualTo(51);
  }

  @Test
  void pausesAsLongAsTheProviderAsks() {
    put("a", TEXT);
    put("b", TEXT + "More.\n");
    ScriptedModel model = ScriptedModel.replying(new Reply.Limited(Duration.ofMinutes(3)));
    ModelDesk desk = desk(settings(Map.of()), model);
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).hasSize(1);
    assertThat(desk.pause()).contains(NOW.plus(Duration.ofMinutes(3)));
  }

  @Test
  void writesEveryArticleOnceAfterAnEndpointThatWasDownForADay() {
    List<String> names = List.of("a", "b", "c", "d");
    names.forEach(name -> put(name, TEXT + "Story " + name + " is told.\n"));
    Instant up = NOW.plus(Duration.ofDays(1));
    ScriptedModel model = ScriptedModel.downWhile(() -> now.isBefore(up), Duration.ofSeconds(1));
    ModelDesk desk = desk(settings(Map.of()), model);
    for (; now.isBefore(up); now = now.plus(Duration.ofMinutes(30))) {
      int before = model.asked.size();
      desk.run(10, (_, _, _) -> {});
      assertThat(model.asked).as("one question tells that it is down").hasSize(before + 1);
    }
    assertThat(shown("a", Language.EN).maker())
        .isEqualTo(new Maker.InPlaceOfModel(ExtractiveBriefs.VERSION, "small", NoBrief.DOWN));
    assertThat(desk.state().waiting()).isEqualTo(Map.of("en", 4L));
    int before = model.asked.size();
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).as("each once").hasSize(before + 4);
    assertThat(names).allMatch(name -> shown(name, Language.EN).maker() instanceof Maker.Model);
    assertThat(desk.open()).isEqualTo(Map.of("en", List.of()));
  }

  @Test
  void asksForEverWhatOnlyTheEndpointFailedOn() {
    put("a", TEXT);
    ScriptedModel model = ScriptedModel.replying(new Reply.Failed("status 500"));
    ModelDesk desk = desk(settings(Map.of()), model);
    for (int day = 0; day < 8; day++) {
      desk.run(10, (_, _, _) -> {});
      now = now.plus(Duration.ofDays(1));
    }
    assertThat(model.asked).hasSize(8);
  }

  @Test
  void putsOffATextOnWhichItsOwnWorkBreaks() {
    put("a", TEXT);
    put("b", TEXT + "More.\n");
    ScriptedModel model =
        ScriptedModel.of(
            question -> {
              if (question.text().contains("More.")) {
                throw new IllegalStateException("broken");
              }
              return ScriptedModel.repeat(question, sentence -> sentence);
            });
    ModelDesk desk = desk(settings(Map.of()), model);
    desk.run(10, (_, _, _) -> {});
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).as("each once").hasSize(2);
    assertThat(desk.state().outcomes()).isEqualTo(Map.of("made", 1L, "failed", 1L));
  }

  @Test
  void asksAgainWhatWasGivenUpWhenAPersonSaysSo() {
    put("a", TEXT);
    ScriptedModel model = ScriptedModel.replying(new Reply.Refused(new Usage(50, 1)));
    ModelDesk desk = desk(settings(Map.of()), model);
    for (int day = 0; day < 8; day++) {
      desk.run(10, (_, _, _) -> {});
      now = now.plus(Duration.ofDays(1));
    }
    assertThat(model.asked).as("given up").hasSize(3);
    assertThat(desk.open())
        .isEqualTo(
            Map.of(
                "en",
                List.of(
                    new ModelTextTable.Open(
                        id("a"), "Harbour smelter to close", NoBrief.REFUSED, 3, null))));
    assertThat(desk.retry()).isEqualTo(1);
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).hasSize(4);
  }

  @Test
  void asksAgainAtOnceWhatAnotherProcessWantsSentAgain() {
    put("a", TEXT);
    ScriptedModel model = ScriptedModel.replying(new Reply.Refused(new Usage(50, 1)));
    ModelDesk desk = desk(settings(Map.of()), model);
    desk.run(10, (_, _, _) -> {});
    assertThat(desk.run(10, (_, _, _) -> {})).as("nothing is due").isZero();

    assertThat(desk(settings(Map.of()), model).retry()).isEqualTo(1);
    assertThat(desk.run(10, (_, _, _) -> {})).isEqualTo(1);
  }

  @Test
  void stopsWhenTheDaysBudgetIsSpent() {
    for (String name : List.of("a", "b", "c")) {
      put(name, TEXT + "Story " + name + " is told.\n");
    }
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);
    ModelDesk desk = desk(settings(Map.of("ASSAY_MODEL_TOKENS_PER_DAY", "250")), model);
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).hasSizeBetween(1, 2);
    int before = model.asked.size();
    assertThat(desk.run(10, (_, _, _) -> {})).isZero();
    assertThat(model.asked).hasSize(before);
    assertThat(desk.state().today().tokens()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void countsUnsupportedNumbersByModelSourceAndLanguage() {
    put("a", TEXT);
    Liar liar = new Liar();
    ModelDesk desk = desk(settings(Map.of()), ScriptedModel.repeating(liar::say));
    desk.run(10, (_, _, _) -> {});
    ModelShare share = desk.shares().getFirst();
    assertThat(share.model()).isEqualTo("small");
    assertThat(share.language()).isEqualTo("en");
    assertThat(share.tally().numbers()).isEqualTo(6);
    assertThat(share.tally().unsupportedNumbers()).isEqualTo(1);
    assertThat(share.unsupportedPercent()).isBetween(16.0, 17.0);
    assertThat(shown("a", Language.EN).numbers()).allMatch(CheckedNumber::found);
  }

  /// Without one a reader of another language sees the title as it is written.
  @Test
  void writesTitlesOfArticlesInAnotherLanguage() {
    new StoredArticles(store).put("a", Language.ZH_HANS, "船厂裁员300人", "船厂将裁员300人。\n");
    ScriptedModel model =
        ScriptedModel.of(
            question ->
                question.schema().contains("\"title\"")
                    ? "{\"title\": \"Shipyard lays off 300\"}"
                    : "{}");
    ModelDesk desk = desk(settings(Map.of("ASSAY_MODEL_LANGUAGES", "en,zh")), model);
    assertThat(desk.state().waitingTitles()).isEqualTo(Map.of("en", 1L, "zh-Hans", 0L));
    desk.run(10, (_, _, _) -> {});
    ArticleId id = id("a");
    assertThat(
            store.<ModelTitle>read(
                session -> new ModelTextTable(session).titles(List.of(id), Language.EN).get(id)))
        .extracting(ModelTitle::text)
        .isEqualTo("Shipyard lays off 300");
    assertThat(desk.state().waitingTitles()).isEqualTo(Map.of("en", 0L, "zh-Hans", 0L));
  }

  @Test
  void translatesWhatAReaderHasOpenAndNothingElse() {
    StoredArticles stored = new StoredArticles(store);
    stored.put("a", Language.ZH_HANS, "船厂裁员", "船厂将裁员300人。\n");
    stored.put("b", Language.ZH_HANS, "船厂裁员", "船厂将裁员500人。\n");
    ScriptedModel model =
        ScriptedModel.of(
            question ->
                question.schema().contains("\"lines\"")
                    ? "{\"lines\": [{\"number\": 1, \"text\": \"The yard will lay off 500.\"}]}"
                    : "{}");
    ModelDesk desk = desk(settings(Map.of()), model);
    desk.opened(id("b"), Language.EN, Product.TRANSLATION);
    desk.opened(id("b"), Language.ZH_HANS, Product.TRANSLATION);
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked.getFirst().schema()).as("before anything else").contains("\"lines\"");
    assertThat(desk.translation(id("b"), Language.EN).orElseThrow().lines().getFirst().text())
        .isEqualTo("The yard will lay off 500.");
    assertThat(desk.translation(id("b"), Language.ZH_HANS)).isEmpty();
    assertThat(desk.translation(id("a"), Language.EN)).isEmpty();
  }

  @Test
  void writesOfFollowedTopicsFirst() {
    for (String name : List.of("a", "b", "c")) {
      put(name, TEXT + "Story " + name + " is told.\n");
    }
    List<ArticleId> usual = asked(desk(settings(Map.of()), ScriptedModel.saying("{}")), 1);
    ArticleId last =
        List.of("c", "b", "a").stream()
            .map(ModelDeskTest::id)
            .filter(id -> !usual.contains(id))
            .findFirst()
            .orElseThrow();
    store.change(
        session ->
            session
                .tags()
                .put(
                    last,
                    NOW,
                    List.of(
                        new TagTable.TagRow(
                            "copper", new Aboutness(true, true, 2, 1, 1, 1, 2, 0.9)))));
    assertThat(asked(desk(settings(Map.of()), ScriptedModel.saying("{}")), 1))
        .containsExactly(last);
  }

  private static List<ArticleId> asked(ModelDesk desk, int most) {
    List<ArticleId> asked = new ArrayList<>();
    desk.run(most, (id, _, _) -> asked.add(id));
    return asked;
  }

  @Test
  void keepsAFifthOfTheBudgetForWhatAReaderHasOpen() {
    StoredArticles stored = new StoredArticles(store);
    for (String name : List.of("a", "b", "c", "d", "e")) {
      stored.put(name, Language.EN, "Harbour smelter", TEXT + "Story " + name + " is told.\n");
    }
    ScriptedModel model = ScriptedModel.replying(new Reply.Refused(new Usage(50, 50)));
    ModelDesk desk = desk(settings(Map.of("ASSAY_MODEL_TOKENS_PER_DAY", "500")), model);
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).as("four fifths of 500 tokens").hasSize(4);
    List<String> asked = List.of("a", "b", "c", "d", "e");
    asked.forEach(name -> desk.opened(id(name), Language.EN, Product.BRIEF));
    desk.run(10, (_, _, _) -> {});
    assertThat(model.asked).as("the last fifth for the one that was put off").hasSize(5);
  }

  private static final String WITH_A_LIE =
      """
      {"viewpoint": [{"text": "Norland Metals will close its copper smelter in March.", "paragraphs": [1]}],
       "groups": [{"heading": "Jobs", "bullets": [
         {"text": "About 900 workers will lose their jobs.", "paragraphs": [3]},
         {"text": "About 950 workers will lose their jobs.", "paragraphs": [3]},
         {"text": "See https://example.org for about 900 workers.", "paragraphs": [3]}]}]}""";

  @Test
  void letsAWithheldSentencePassAndTakesThatBack() {
    put("a", TEXT);
    ModelDesk desk = desk(settings(Map.of()), ScriptedModel.saying(WITH_A_LIE, "{}"));
    desk.run(10, (_, _, _) -> {});
    Brief before = shown("a", Language.EN);
    assertThat(before.maker()).isEqualTo(new Maker.Model("small", 1, 2));

    List<Withheld> withheld = desk.withheld(id("a"), Language.EN);
    assertThat(withheld)
        .extracting(Withheld::text, Withheld::mayPass, one -> one.faults().getFirst())
        .containsExactly(
            tuple(
                "About 950 workers will lose their jobs.",
                true,
                new Fault(Fault.Kind.NUMBER, "About 950")),
            tuple("", false, new Fault(Fault.Kind.ADDRESS, "")));
    assertThat(desk.letPass(id("a"), withheld.getLast().key(), "lin")).isFalse();
    assertThat(desk.letPass(id("a"), withheld.getFirst().key(), "lin")).isTrue();

    Brief after = shown("a", Language.EN);
    assertThat(after.maker()).isEqualTo(new Maker.Model("small", 1, 1));
    BriefSentence passed = after.groups().getFirst().bullets().getLast();
    assertThat(passed.text()).isEqualTo("About 950 workers will lose their jobs.");
    assertThat(passed.doubts()).containsExactly(new Doubt(Doubt.Kind.LET_PASS, "lin"));
    assertThat(passed.numbers())
        .as("its number is still not there")
        .noneMatch(CheckedNumber::found);
    assertThat(desk.withheld(id("a"), Language.EN).getFirst().passedBy()).isEqualTo("lin");

    assertThat(desk.withhold(id("a"), withheld.getFirst().key())).isTrue();
    assertThat(shown("a", Language.EN)).isEqualTo(before);
    assertThat(desk.withhold(id("a"), withheld.getFirst().key())).isFalse();
  }

  @Test
  void remembersThatASentencePassedWhenAnotherModelWritesIt() {
    put("a", TEXT);
    ModelDesk first = desk(settings(Map.of()), ScriptedModel.saying(WITH_A_LIE, "{}"));
    first.run(10, (_, _, _) -> {});
    first.letPass(id("a"), first.withheld(id("a"), Language.EN).getFirst().key(), "lin");

    String again =
        """
        {"viewpoint": [{"text": "About 950  workers will lose their jobs.", "paragraphs": [3]}],
         "groups": []}""";
    desk(settings(Map.of("ASSAY_MODEL_MODEL", "other")), ScriptedModel.saying(again, "{}"))
        .run(10, (_, _, _) -> {});
    Brief shown = shown("a", Language.EN);
    assertThat(shown.viewpoint())
        .extracting(BriefSentence::text)
        .containsExactly("About 950  workers will lose their jobs.");
    assertThat(shown.maker())
        .as("nothing else was confirmed")
        .isEqualTo(new Maker.Model("other", 1, 0));
  }

  @Test
  void forgetsWhatAModelWroteOfADeletedArticle() {
    put("a", TEXT);
    desk(settings(Map.of()), ScriptedModel.repeating(sentence -> sentence))
        .run(10, (_, _, _) -> {});
    store.write(session -> session.articles().delete(id("a")));
    put("b", TEXT);
    ScriptedModel second = ScriptedModel.repeating(sentence -> sentence);
    desk(settings(Map.of()), second).run(10, (_, _, _) -> {});
    assertThat(second.asked).as("nothing was kept of the text").hasSize(1);
  }

  private ModelDesk desk(Map<String, String> environment, ScriptedModel model) {
    ScriptedModel named = model.named(environment.getOrDefault("ASSAY_MODEL_MODEL", "small"));
    return new ModelDesk(
        store,
        new ChosenModel(folder, environment),
        _ -> ShippedWriters.of(named),
        () -> Set.of("copper"),
        () -> {},
        () -> now);
  }

  @Test
  void readsTheFiguresOfAPassageThatNoStoreHas() {
    ModelDesk desk = desk(settings(Map.of()), ScriptedModel.saying("{\"claims\": []}"));
    ModelDesk.ReadFigures read =
        desk.readFigures(Article.ofPassage("Chile exported 5 tonnes of copper.", Language.EN))
            .orElseThrow();
    assertThat(read.reason()).isNull();
    assertThat(read.reading().said()).isEmpty();
    assertThat(desk.shares())
        .extracting(ModelShare::product, ModelShare::language, ModelShare::articles)
        .containsExactly(tuple(Product.CLAIMS, "en", 1L));
    assertThat(desk.state().today().questions()).isEqualTo(1);
  }

  @Test
  void hearsWhetherATextBearsOutASentence() {
    Article source = Article.ofPassage("智利去年出口铜5吨。", Language.ZH_HANS);
    ScriptedModel model =
        ScriptedModel.saying("{\"supported\": true}", "{\"supported\": false}", "It is so.");
    ModelDesk desk = desk(settings(Map.of()), model);
    List<ModelDesk.Judged> judged = new ArrayList<>();
    for (String sentence : List.of("Chile exported 5 tonnes.", "Chile exported 6 tonnes.", "?")) {
      judged.add(desk.judge(source, sentence).orElseThrow());
    }
    assertThat(judged)
        .containsExactly(
            new ModelDesk.Judged(true, null),
            new ModelDesk.Judged(false, null),
            new ModelDesk.Judged(false, NoBrief.MALFORMED));
    assertThat(model.asked.getFirst().text())
        .contains("智利去年出口铜5吨。")
        .endsWith("\nSentence: Chile exported 5 tonnes.");
    assertThat(desk.state().today().questions()).isEqualTo(3);
  }

  @Test
  void tellsWhyARunBrokeOffBeforeWhatBrokeAfterIt() {
    put("a", "Chile exported 5 tonnes of copper.\n");
    ScriptedModel model = ScriptedModel.saying("{\"claims\": []}");
    AtomicBoolean heard = new AtomicBoolean();
    ModelDesk desk =
        new ModelDesk(
            store,
            new ChosenModel(folder, settings(Map.of("ASSAY_MODEL_PRODUCTS", "claims"))),
            _ -> ShippedWriters.of(model),
            Set::of,
            () -> {
              throw new IllegalStateException("the ledger broke");
            },
            () -> {
              if (heard.get()) {
                throw new IllegalStateException("the clock broke");
              }
              return now;
            });
    assertThatThrownBy(() -> desk.run(10, (_, _, _) -> heard.set(true)))
        .hasMessage("the clock broke")
        .hasSuppressedException(new IllegalStateException("the ledger broke"));
  }

  private static Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "ASSAY_MODEL_PROVIDER", "ollama",
                "ASSAY_MODEL_MODEL", "small",
                "ASSAY_MODEL_LANGUAGES", "en",
                "ASSAY_MODEL_PRODUCTS", "brief, title",
                "ASSAY_MODEL_CALLS_PER_MINUTE", "6000"));
    all.putAll(more);
    return all;
  }

  private Brief shown(String name, Language reader) {
    ArticleId id = id(name);
    return store.<Brief>read(
        session ->
            new ModelTextTable(session)
                .shown(new BriefTable(session).of(List.of(id)), reader)
                .get(id));
  }

  private static ArticleId id(String name) {
    return EvalArticles.article(name, Language.EN, "t", "x").id();
  }

  private void put(String name, String text) {
    put(name, text, Map.of());
  }

  private void put(String name, String text, Map<String, String> headers) {
    new StoredArticles(store).put(name, Language.EN, "Harbour smelter to close", text, headers);
  }
}
