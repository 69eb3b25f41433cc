package dev.assay.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The client against a stand-in of a desk; `ClientsTest` of the desk holds it to a real one.
final class AssayClientTest {

  private static final String HIT =
      "{\"article\":{\"id\":\"%s\",\"title\":\"%s\",\"a_field_of_tomorrow\":1},\"passages\":[]}";

  private static final String SOURCE = "{\"source\":{\"id\":%d,\"title\":\"%s\"},\"state\":\"well\"}";

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer desk;
  private AssayClient client;

  @BeforeEach
  void start() throws IOException {
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext("/", this::answer);
    desk.start();
    client = AssayClient.at(URI.create("http://127.0.0.1:" + desk.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    desk.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String mark = exchange.getRequestHeaders().getFirst("If-None-Match");
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(path + (mark == null ? "" : " " + mark) + (token == null ? "" : " " + token));
    if ("\"1\"".equals(mark)) {
      send(exchange, 304, "");
    } else if (path.startsWith("/api/v1/search")) {
      boolean first = !path.contains("page=");
      String hit = first ? HIT.formatted("a", "镓的许可") : HIT.formatted("b", "Two berths");
      String next = first ? "\"n+1\"" : "null";
      send(exchange, 200, "{\"total\":{\"count\":2,\"exact\":true},\"next_token\":%s,\"hits\":[%s]}".formatted(next, hit));
    } else if (path.startsWith("/api/v1/sources")) {
      boolean first = !path.contains("page=");
      String source = first ? SOURCE.formatted(1, "松岭早报") : SOURCE.formatted(2, "Carrow");
      String next = first ? "\"MQ\"" : "null";
      send(exchange, 200, "{\"sources\":[%s],\"next_token\":%s}".formatted(source, next));
    } else if (path.startsWith("/api/v1/topics/")) {
      exchange.getResponseHeaders().add("ETag", "\"1\"");
      send(exchange, 200, "{\"cards\":[]}");
    } else {
      exchange.getResponseHeaders().add("Retry-After", "7");
      send(
          exchange,
          429,
          "{\"error\":{\"code\":\"too_many\",\"message\":\"Ask again in 7 seconds.\"}}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void turnsThePagesOfASearchAsTheyAreTaken() {
    List<String> titles = client.hits("gallium 镓").map(hit -> hit.article().title()).toList();

    assertEquals(List.of("镓的许可", "Two berths"), titles);
    assertEquals(2, asked.size());
    assertTrue(asked.getFirst().contains("q=gallium%20%E9%95%93"), asked::toString);
    assertTrue(asked.getLast().contains("page=n%2B1"), asked::toString);
  }

  @Test
  void givesAllThatIsFollowedHoweverManyPagesItTakes() {
    List<String> titles = client.sources().stream().map(Published.Source::title).toList();

    assertEquals(List.of("松岭早报", "Carrow"), titles);
    assertEquals(List.of("/api/v1/sources", "/api/v1/sources?page=MQ"), asked);
  }

  @Test
  void doesNotFetchWhatDidNotChange() {
    client.topic("Nd");
    client.topic("Nd");

    assertEquals(List.of("/api/v1/topics/Nd", "/api/v1/topics/Nd \"1\""), asked);
  }

  @Test
  void saysInTheDesksWordsWhyItRefused() {
    AssayFailure failure =
        assertThrows(
            AssayFailure.class, () -> client.withToken("assay_x").get("/status", Map.of()));

    assertEquals(429, failure.status());
    assertEquals("too_many", failure.code());
    assertEquals("Ask again in 7 seconds.", failure.getMessage());
    assertEquals(Duration.ofSeconds(7), failure.retryAfter());
    assertEquals(List.of("/api/v1/status Bearer assay_x"), asked);
  }

  @Test
  void saysThatNobodyAnswers() {
    desk.stop(0);

    UncheckedIOException none =
        assertThrows(UncheckedIOException.class, () -> client.topic("Nd"));
    assertTrue(none.getMessage().startsWith("the desk at http://127.0.0.1:"), none.getMessage());
  }
}
