package dev.assay.brief.work;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Liar;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.model.ScriptedModel;
import dev.assay.brief.model.ShippedWriters;
import dev.assay.brief.model.Standing;
import dev.assay.brief.model.StoredArticles;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.NearbyServers;
import dev.assay.llm.Reply;
import dev.assay.llm.Usage;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelTrialsTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private static final String TEXT =
      """
      The Brackwater yard will lay off 300 of its 1,200 welders by June.
      Orders fell 18 percent last year, its chairman told investors on Monday.
      """;

  private static final String CHINESE =
      """
      北湾造船厂将在6月前裁减1200名焊工中的300人。
      该厂董事长周一表示，去年订单下降18%。
      """;

  @TempDir Path folder;
  private Store store;
  private WireMockServer server;

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    server = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    server.stubFor(
        get("/api/tags")
            .willReturn(aResponse().withBody("{\"models\": [{\"name\": \"small:1b\"}]}")));
  }

  @AfterEach
  void close() {
    server.stop();
    store.close();
  }

  @Test
  void triesAModelOnThreeArticlesAndShowsNone() {
    StoredArticles stored = new StoredArticles(store);
    for (String name : List.of("a", "b", "c", "d")) {
      stored.put(name, Language.EN, "Yard " + name, TEXT);
    }
    stored.put("e", Language.ZH_HANS, "船厂裁员", CHINESE);
    ScriptedModel model = ScriptedModel.repeating(new Liar()::say);
    ModelTrials trials = trials(model);
    List<Integer> progress = new ArrayList<>();

    ModelTrials.Trial trial = trials.run(pick(trials), Language.EN, progress::add);

    assertThat(progress).containsExactly(1, 2, 3);
    assertThat(trial.articles()).isEqualTo(3);
    assertThat(trial.running()).isFalse();
    assertThat(model.asked.getFirst().text()).as("another language first").contains("北湾造船厂");
    assertThat(trial.made()).as("what is said in Chinese is no brief in English").isEqualTo(2);
    assertThat(trial.reasons()).isEqualTo(Map.of(NoBrief.UNCONFIRMED, 1));
    assertThat(trial.standing()).isEqualTo(new Standing(2, 0, 4));
    assertThat(
            store.<Boolean>read(session -> new ModelTextTable(session).all(stored.ids()).isEmpty()))
        .as("nothing is shown")
        .isTrue();
    assertThat(folder.resolve("model.properties")).doesNotExist();
  }

  @Test
  void saysWhyAModelWritesNothing() {
    new StoredArticles(store).put("a", Language.EN, "Yard", TEXT);
    ModelTrials trials = trials(ScriptedModel.replying(new Reply.Refused(Usage.NONE)));
    ModelTrials.Trial trial = trials.run(pick(trials), Language.EN, _ -> {});
    assertThat(trial.made()).isZero();
    assertThat(trial.reasons()).isEqualTo(Map.of(NoBrief.REFUSED, 1));
  }

  @Test
  void saysThatThereIsNothingToTryItOn() {
    ModelTrials trials = trials(ScriptedModel.saying("{}"));
    assertThat(trials.run(pick(trials), Language.EN, _ -> {}).articles()).isZero();
  }

  @Test
  void hasAChosenModelAskedFromThereOn() {
    new StoredArticles(store).put("a", Language.EN, "Yard", TEXT);
    ScriptedModel model = ScriptedModel.repeating(sentence -> sentence);
    ChosenModel chosen = new ChosenModel(folder, Map.of());
    ModelDesk desk =
        new ModelDesk(store, chosen, _ -> writers(model), Set::of, () -> {}, () -> NOW);
    ModelTrials trials = trials(chosen, model);
    assertThat(desk.run(10, (_, _, _) -> {})).isZero();
    assertThat(trials.choose(pick(trials))).isEmpty();
    assertThat(desk.run(10, (_, _, _) -> {}))
        .as("a brief in two languages, a title, its figures")
        .isEqualTo(4);
    assertThat(desk.state().model()).extracting(ModelDesk.Model::name).isEqualTo("small:1b");
  }

  private ModelTrials.Pick pick(ModelTrials trials) {
    trials.find();
    assertThat(trials.pick("large")).isEmpty();
    return trials.pick("small:1b").orElseThrow();
  }

  private ModelTrials trials(ScriptedModel model) {
    return trials(new ChosenModel(folder, Map.of()), model);
  }

  private ModelTrials trials(ChosenModel chosen, ScriptedModel model) {
    return new ModelTrials(
        store,
        chosen,
        _ -> writers(model),
        NearbyServers.at(server.port(), Duration.ofMinutes(1)),
        () -> NOW);
  }

  private static ModelWriters writers(ScriptedModel model) {
    return ShippedWriters.of(model.named("small:1b"));
  }
}
