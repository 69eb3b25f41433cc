package dev.assay.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one desk. What was answered lately is kept with its mark (`ETag`), so that what did not
/// change is not sent again. Safe for use by many threads.
public final class AssayClient {

  private static final String API = "/api/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_KEPT = 100;
  private static final int NOT_MODIFIED = 304;
  private static final int LEAST_FAILURE = 400;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private record Kept(String mark, JsonNode answer) {}

  private final URI desk;
  private final String token;
  private final HttpClient http;
  private final Map<URI, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private AssayClient(URI desk, String token, HttpClient http) {
    this.desk = desk;
    this.token = token;
    this.http = http;
  }

  /// A client of the desk at this address, such as `http://127.0.0.1:8420`.
  public static AssayClient at(URI desk) {
    return new AssayClient(
        desk, "", HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
  }

  /// The same with a token of an account, as a desk that has accounts wants one.
  public AssayClient withToken(String other) {
    return new AssayClient(desk, other, http);
  }

  /// The first page of what is found.
  public Published.Found search(String query) {
    return search(query, Map.of());
  }

  /// A page of what is found.
  ///
  /// @param parameters by the API's names, such as `language`, `from`, `limit` and `page`
  public Published.Found search(String query, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("q", query);
    return read(get("/search", all), Published.Found.class);
  }

  /// All that is found, page by page as it is taken.
  public Stream<Published.Hit> hits(String query) {
    return Stream.iterate(
            search(query),
            page -> page != null,
            page ->
                page.nextToken() == null ? null : search(query, Map.of("page", page.nextToken())))
        .flatMap(page -> page.hits().stream());
  }

  public Published.Article article(String id) {
    return read(get("/articles/" + escape(id), Map.of()), Published.Article.class);
  }

  public Published.Brief brief(String id) {
    return read(get("/articles/" + escape(id) + "/brief", Map.of()), Published.Brief.class);
  }

  /// The newest articles of any name.
  public Published.Topic topic(String name) {
    return read(get("/topics/" + escape(name), Map.of()), Published.Topic.class);
  }

  /// An answer in sentences of the sources; it is not kept.
  ///
  /// @param reader `zh` or `en`
  public Published.Answer ask(String question, String reader) {
    return read(
        post("/ask", Map.of("question", question, "reader", reader, "keep", false)),
        Published.Answer.class);
  }

  /// All that is followed.
  public List<Published.Source> sources() {
    return list("/sources", "sources", Map.of())
        .map(health -> health.has("source") ? health.path("source") : health)
        .map(source -> read(source, Published.Source.class))
        .toList();
  }

  /// All of a list below `/api/v1`, page by page as it is taken.
  ///
  /// @param name of the list in each page, such as `notes` of `/notes`
  /// @param parameters by the API's names; of every page
  public Stream<JsonNode> list(String path, String name, Map<String, String> parameters) {
    return Stream.iterate(
            get(path, parameters),
            page -> page != null,
            page -> following(path, parameters, page))
        .flatMap(page -> page.path(name).valueStream());
  }

  /// The page behind one; null behind the last.
  private JsonNode following(String path, Map<String, String> parameters, JsonNode page) {
    String next = page.path("next_token").asString("");
    if (next.isEmpty()) {
      return null;
    }
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("page", next);
    return get(path, all);
  }

  /// Follows the best that is found at an address. An editor may.
  public Published.Source follow(String address) {
    return read(post("/sources", Map.of("address", address)), Published.Source.class);
  }

  /// Saves a topic. An editor may.
  public void save(String topic) {
    post("/topics/save", Map.of("name", topic));
  }

  /// What a route below `/api/v1` answers, whole.
  ///
  /// @throws AssayFailure if the desk refuses
  public JsonNode get(String path, Map<String, String> parameters) {
    URI address = address(path, parameters);
    Kept known;
    synchronized (kept) {
      known = kept.get(address);
    }
    HttpRequest.Builder request = request(address).GET();
    if (known != null) {
      request.header("If-None-Match", known.mark());
    }
    HttpResponse<byte[]> response = send(request);
    if (known != null && response.statusCode() == NOT_MODIFIED) {
      return known.answer();
    }
    JsonNode answer = answer(response);
    response
        .headers()
        .firstValue("ETag")
        .ifPresent(
            mark -> {
              synchronized (kept) {
                kept.put(address, new Kept(mark, answer));
              }
            });
    return answer;
  }

  /// Sends an object to a route below `/api/v1`.
  ///
  /// @throws AssayFailure if the desk refuses
  public JsonNode post(String path, Object body) {
    return answer(
        send(
            request(address(path, Map.of()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
  }

  private URI address(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(one -> escape(one.getKey()) + "=" + escape(one.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    return desk.resolve(API + path + (parameters.isEmpty() ? "" : query));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the desk at " + desk + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for " + desk, e));
    }
  }

  private static JsonNode answer(HttpResponse<byte[]> response) {
    JsonNode answer = tree(response.body());
    if (response.statusCode() >= LEAST_FAILURE) {
      JsonNode error = answer.path("error");
      throw new AssayFailure(
          response.statusCode(),
          error.path("code").asString("unknown"),
          error.path("message").asString("HTTP " + response.statusCode()),
          response.headers().firstValueAsLong("Retry-After").orElse(0));
    }
    return answer;
  }

  private static JsonNode tree(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static <T> T read(JsonNode answer, Class<T> type) {
    return JSON.treeToValue(answer, type);
  }
}
