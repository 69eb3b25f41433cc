package dev.assay.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class NearbyServersTest {

  /// For an answer that comes, on a machine that is busy with other tests.
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Duration SHORT = Duration.ofSeconds(2);

  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void findsOllamaWithItsModels() {
    answer(
        "/api/tags",
        """
        {"models": [{"name": "qwen3:8b", "size": 5}, {"name": "gemma3:4b"}, {"name": "a b"}, {}]}""");
    assertThat(NearbyServers.at(server.port(), LONG).find())
        .containsExactly(
            new NearbyServer(Provider.OLLAMA, address(""), List.of("qwen3:8b", "gemma3:4b")));
  }

  @Test
  void findsAServerThatSpeaksAsOpenAiDoes() {
    answer(
        "/v1/models",
        """
        {"object": "list", "data": [{"id": "Qwen/Qwen3-8B", "object": "model"}]}""");
    assertThat(NearbyServers.at(server.port(), LONG).find())
        .containsExactly(
            new NearbyServer(Provider.OPENAI, address("/v1"), List.of("Qwen/Qwen3-8B")));
  }

  /// Ollama speaks as OpenAI's does too; it is one server.
  @Test
  void namesAServerOnce() {
    answer("/api/tags", "{\"models\": [{\"name\": \"qwen3:8b\"}]}");
    answer("/v1/models", "{\"data\": [{\"id\": \"qwen3:8b\"}]}");
    assertThat(NearbyServers.at(server.port(), LONG).find())
        .extracting(NearbyServer::provider)
        .containsExactly(Provider.OLLAMA);
  }

  @Test
  void passesOverWhateverElseListens() {
    for (String body : List.of("<html>", "[]", "{\"data\": 7}", "{\"data\": []}", "")) {
      server.resetAll();
      server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody(body)));
      assertThat(NearbyServers.at(server.port(), LONG).find()).as(body).isEmpty();
    }
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "/v1/models")));
    assertThat(NearbyServers.at(server.port(), LONG).find()).isEmpty();
    server.stop();
    assertThat(NearbyServers.at(1, LONG).find()).isEmpty();
  }

  /// Headers at once and then next to nothing, as a server of events does.
  @Test
  @Timeout(60)
  void waitsForNoAnswerThatDoesNotEnd() throws IOException {
    CountDownLatch looked = new CountDownLatch(1);
    HttpServer endless = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    endless.setExecutor(Thread::startVirtualThread);
    endless.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try (exchange) {
            looked.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    endless.start();
    try {
      assertThat(NearbyServers.at(endless.getAddress().getPort(), SHORT).find()).isEmpty();
    } finally {
      looked.countDown();
      endless.stop(0);
    }
  }

  @Test
  void findsNothingAtAPortThatThereIsNot() {
    assertThat(NearbyServers.at(70_000, LONG).find()).isEmpty();
  }

  private void answer(String path, String body) {
    server.stubFor(get(path).willReturn(aResponse().withStatus(200).withBody(body)));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
