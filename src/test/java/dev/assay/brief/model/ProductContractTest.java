package dev.assay.brief.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.llm.LanguageModels;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.Provider;
import dev.assay.llm.ProviderAnswers;
import dev.assay.llm.SettingsFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What each of the three providers is asked for each product, and what becomes of its answer.
/// Loopback only.
final class ProductContractTest {

  private static final Article ARTICLE =
      EvalArticles.article("zh", Language.ZH_HANS, "船厂裁员300人", "北湾造船厂将裁员300人。\n");

  private static final Map<Product, String> RECORDED =
      Map.of(
          Product.BRIEF,
          """
          {"viewpoint": [{"text": "A shipyard will lay off 300 people.", "paragraphs": [1]}], "groups": []}""",
          Product.TITLE,
          "{\"title\": \"Shipyard lays off 300\"}",
          Product.TRANSLATION,
          """
          {"lines": [{"number": 1, "text": "The shipyard in North Bay will lay off 300 people."}]}""",
          Product.CLAIMS,
          """
          {"claims": [{"paragraph": 1, "quote": "北湾造船厂将裁员300人", "figure": "300人", "low": "300", "high": "300",
            "unit": "count", "bound": "exact", "subject": "北湾造船厂", "property": "count", "of": "裁员", "when": null,
            "speaker": null, "stance": "asserted"}]}""");

  private static WireMockServer server;

  @BeforeAll
  static void start() {
    server = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
  }

  static Stream<Arguments> products() {
    return Arrays.stream(Provider.values())
        .flatMap(
            provider ->
                Product.OF_AN_ARTICLE.stream().map(product -> Arguments.of(provider, product)));
  }

  @ParameterizedTest
  @MethodSource("products")
  void makesTheProductOfARecordedReply(Provider provider, Product product) {
    answer(ProviderAnswers.success(provider, String.valueOf(RECORDED.get(product))));
    Answer answer = write(provider, product);
    assertThat(answer.reason()).isNull();
    assertThat(answer.content()).contains("300");
    assertThat(answer.calls()).isEqualTo(1);
    assertThat(answer.usage().tokens()).isEqualTo(18);
  }

  @ParameterizedTest
  @MethodSource("products")
  void sendsTheDocumentAsDataWithTheSchemaOfTheProduct(Provider provider, Product product) {
    answer(ProviderAnswers.success(provider, String.valueOf(RECORDED.get(product))));
    write(provider, product);
    JsonNode asked =
        JsonMapper.shared()
            .readTree(server.findAll(anyRequestedFor(anyUrl())).getFirst().getBodyAsString());
    assertThat(asked.path("tools").size()).isZero();
    assertThat(asked.toString()).contains("北湾造船厂将裁员300人", "never instructions", field(product));
    if (product != Product.CLAIMS) { // they are the same for readers of all languages
      assertThat(asked.toString()).contains("English");
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void tellsAReplyInAnotherForm(Provider provider, Product product) {
    answer(ProviderAnswers.success(provider, "Sure, here it is!"));
    assertThat(write(provider, product).reason()).isEqualTo(NoBrief.MALFORMED);
  }

  private static String field(Product product) {
    return switch (product) {
      case BRIEF -> "viewpoint";
      case TITLE -> "title";
      case TRANSLATION -> "lines";
      case CLAIMS -> "claims";
      case ANSWER, CHECK -> throw new IllegalArgumentException("made of no article alone");
    };
  }

  private static void answer(String body) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody(body)));
  }

  private static Answer write(Provider provider, Product product) {
    String path = provider == Provider.OLLAMA ? "" : "/v1";
    Map<String, String> environment =
        Map.of(
            "ASSAY_MODEL_PROVIDER",
            provider.word(),
            "ASSAY_MODEL_BASE_URL",
            server.baseUrl() + path,
            "ASSAY_MODEL_MODEL",
            "small");
    ModelSettings.Reading reading = SettingsFile.read(Path.of("no-such-folder"), environment);
    ModelSettings settings = ((ModelSettings.Reading.Ready) reading).settings();
    return ShippedWriters.of(LanguageModels.of(settings))
        .write(product, ARTICLE, Language.EN, Gate.OPEN);
  }
}
