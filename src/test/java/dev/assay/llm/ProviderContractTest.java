package dev.assay.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What each of the three providers may do, and what we make of it. Loopback only.
final class ProviderContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEY = "sk-secret-0123456789";
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"viewpoint":{"type":"string"}},
       "required":["viewpoint"],"additionalProperties":false}""";
  private static final ModelQuestion QUESTION =
      new ModelQuestion("Summarise.", "[1] 稀土出口增长。", SCHEMA, 500);

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

  @ParameterizedTest
  @EnumSource
  void answersWithTextAndTokens(Provider provider) {
    answer(
        aResponse()
            .withStatus(200)
            .withBody(ProviderAnswers.success(provider, "{\"viewpoint\":\"稀土\"}")));
    assertThat(ask(provider))
        .isEqualTo(new Reply.Answered("{\"viewpoint\":\"稀土\"}", new Usage(11, 7)));
  }

  /// The text goes as data in a message of its own, the schema with it, and no tool is offered.
  @ParameterizedTest
  @EnumSource
  void sendsInstructionsTextSchemaAndNoTool(Provider provider) {
    answer(aResponse().withStatus(200).withBody(ProviderAnswers.success(provider, "{}")));
    ask(provider);
    LoggedRequest request = server.findAll(anyRequest()).getFirst();
    JsonNode body = JSON.readTree(request.getBodyAsString());
    assertThat(body.path("model").asString()).isEqualTo("small-model");
    assertThat(body.path("tools").size()).isZero();
    assertThat(body.has("functions")).isFalse();
    assertThat(body.toString()).contains("Summarise.", "稀土出口增长", "additionalProperties", "500");
    assertThat(body.path("messages").toString()).contains("稀土出口增长");
    assertThat(request.getHeaders().toString().contains(KEY))
        .isEqualTo(provider != Provider.OLLAMA);
    assertThat(request.getUrl())
        .isEqualTo(
            switch (provider) {
              case OPENAI -> "/v1/chat/completions";
              case ANTHROPIC -> "/v1/messages";
              case OLLAMA -> "/api/chat";
            });
  }

  @ParameterizedTest
  @EnumSource
  void tellsARefusal(Provider provider) {
    answer(aResponse().withStatus(200).withBody(ProviderAnswers.refusal(provider)));
    assertThat(ask(provider)).isInstanceOf(Reply.Refused.class);
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsLongAsALimitAsks(Provider provider) {
    answer(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "7")
            .withBody("{\"error\":{\"message\":\"slow down " + KEY + "\"}}"));
    assertThat(ask(provider)).isEqualTo(new Reply.Limited(Duration.ofSeconds(7)));
    assertThat(server.findAll(anyRequest())).as("no retry behind our back").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void waitsAMinuteIfALimitDoesNotSayHowLong(Provider provider) {
    answer(aResponse().withStatus(429).withHeader("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"));
    assertThat(ask(provider)).isEqualTo(new Reply.Limited(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnEndpointThatIsDownFromOneThatFails(Provider provider) {
    answer(aResponse().withStatus(503).withHeader("Retry-After", "1").withBody("busy " + KEY));
    assertThat(ask(provider)).isEqualTo(new Reply.Down("status 503", Duration.ofSeconds(1)));
    answer(aResponse().withStatus(502));
    assertThat(ask(provider)).isEqualTo(new Reply.Down("status 502", Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatFailedWithoutTheProvidersWords(Provider provider) {
    answer(aResponse().withStatus(500).withBody("broken, your key is " + KEY));
    assertThat(ask(provider)).isEqualTo(new Reply.Failed("status 500"));
    answer(aResponse().withStatus(401).withBody("wrong key " + KEY));
    assertThat(ask(provider)).isEqualTo(new Reply.Failed("status 401"));
    assertThat(server.findAll(anyRequest())).as("no retry behind our back").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void givesUpAfterTheTimeout(Provider provider) {
    answer(
        aResponse()
            .withStatus(200)
            .withFixedDelay(3_000)
            .withBody(ProviderAnswers.success(provider, "{}")));
    assertThat(askWithin(1, provider)).isEqualTo(new Reply.TimedOut());
  }

  /// Headers at once, and then a byte now and then: the whole answer has the time, not each byte.
  @ParameterizedTest
  @EnumSource
  void givesUpOnAnAnswerThatTrickles(Provider provider) {
    answer(
        aResponse()
            .withStatus(200)
            .withChunkedDribbleDelay(20, 4_000)
            .withBody(ProviderAnswers.success(provider, "{}")));
    assertThat(askWithin(1, provider)).isEqualTo(new Reply.TimedOut());
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnAnswerThatIsNoJson(Provider provider) {
    answer(aResponse().withStatus(200).withBody("<html>Service</html>"));
    assertThat(ask(provider)).isEqualTo(new Reply.Failed("the answer cannot be read"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnAnswerThatBreaksOff(Provider provider) {
    String whole = ProviderAnswers.success(provider, "{\"viewpoint\":\"稀土\"}");
    answer(aResponse().withStatus(200).withBody(whole.substring(0, whole.length() / 2)));
    assertThat(ask(provider)).isEqualTo(new Reply.Failed("the answer cannot be read"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnAnswerThatWasCutAtItsGreatestLength(Provider provider) {
    answer(
        aResponse()
            .withStatus(200)
            .withBody(ProviderAnswers.cutOff(provider, "{\"viewpoint\":\"稀")));
    assertThat(ask(provider)).isEqualTo(new Reply.CutOff(new Usage(11, 7)));
  }

  @ParameterizedTest
  @EnumSource
  void followsNoRedirectWithTheKey(Provider provider) {
    answer(aResponse().withStatus(307).withHeader("Location", server.url("/elsewhere")));
    assertThat(ask(provider)).isEqualTo(new Reply.Failed("status 307"));
    assertThat(server.findAll(anyRequest())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnEndpointThatIsNotThere(Provider provider) {
    assertThat(LanguageModels.of(settings(provider, "http://127.0.0.1:1/v1")).ask(QUESTION))
        .isEqualTo(new Reply.Down("cannot be reached", Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @EnumSource
  void neverShowsTheKey(Provider provider) {
    assertThat(settings(provider, server.baseUrl()).toString())
        .doesNotContain(KEY)
        .contains("(hidden)");
  }

  private static void answer(ResponseDefinitionBuilder response) {
    server.stubFor(
        any(anyUrl()).willReturn(response.withHeader("Content-Type", "application/json")));
  }

  private static RequestPatternBuilder anyRequest() {
    return anyRequestedFor(anyUrl());
  }

  private static Reply ask(Provider provider) {
    return askWithin(60, provider);
  }

  private static Reply askWithin(int seconds, Provider provider) {
    String path = provider == Provider.OLLAMA ? "" : "/v1";
    return LanguageModels.of(settings(provider, server.baseUrl() + path, seconds)).ask(QUESTION);
  }

  private static ModelSettings settings(Provider provider, String address) {
    return settings(provider, address, 60);
  }

  private static ModelSettings settings(Provider provider, String address, int seconds) {
    ModelSettings.Reading reading =
        SettingsFile.read(
            Path.of("no-such-folder"),
            Map.of(
                "ASSAY_MODEL_PROVIDER",
                provider.word(),
                "ASSAY_MODEL_BASE_URL",
                address.replace("localhost", "127.0.0.1"),
                "ASSAY_MODEL_MODEL",
                "small-model",
                "ASSAY_MODEL_KEY",
                KEY,
                "ASSAY_MODEL_TIMEOUT_SECONDS",
                String.valueOf(seconds)));
    return ((ModelSettings.Reading.Ready) reading).settings();
  }
}
