package dev.assay.index.opensearch;

import dev.assay.index.IndexFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The nodes of one cluster, asked in turn: one that does not answer is passed over. Safe for use
/// by many threads.
final class Cluster implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /// While the nodes choose a manager or a shard its primary, they answer that they are not ready.
  private static final Duration LONGEST_UNREADY = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int NOT_FOUND = 404;
  private static final int UNREADY = 503;
  private static final int BUSY = 429;
  private static final int MOST_SAID = 300;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final List<URI> nodes;
  private final AtomicInteger turn = new AtomicInteger();

  Cluster(List<URI> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /// An answer and how it is to be read.
  record Answer(int status, JsonNode body) {
    boolean isFound() {
      return status != NOT_FOUND;
    }

    /// The beginning of it, to be told.
    String said() {
      String said = body.toString();
      return said.substring(0, Math.min(MOST_SAID, said.length()));
    }
  }

  /// Asks for what must be there.
  ///
  /// @param body null for none
  /// @throws IndexFailure if no node answers, or the answer is a refusal
  JsonNode ask(String method, String path, @Nullable String body) {
    Answer answer = call(method, path, body);
    if (answer.status() >= 300) {
      throw IndexFailure.refused(path, answer.status(), answer.said());
    }
    return answer.body();
  }

  /// Asks, and waits while the cluster is not ready.
  Answer call(String method, String path, @Nullable String body) {
    long end = System.nanoTime() + LONGEST_UNREADY.toNanos();
    while (true) {
      @Nullable IOException silent = null;
      Answer answer = null;
      for (int i = 0; i < nodes.size() && answer == null; i++) {
        URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
        try {
          answer = call(node, method, path, body);
        } catch (IOException e) {
          silent = e;
        }
      }
      if (answer != null && answer.status() != UNREADY && answer.status() != BUSY) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw answer == null
            ? IndexFailure.unreachable(nodes.toString(), silent)
            : IndexFailure.unready(path, answer.status(), answer.said());
      }
      pause();
    }
  }

  private Answer call(URI node, String method, String path, @Nullable String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(plain(node) + path))
            .timeout(ANSWER)
            .header(
                "content-type",
                path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (node.getUserInfo() != null) {
      byte[] who = node.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("authorization", "Basic " + Base64.getEncoder().encodeToString(who));
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String plain(URI node) {
    return node.getUserInfo() == null
        ? node.toString()
        : node.toString().replace(node.getRawUserInfo() + "@", "");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw IndexFailure.unreachable("cluster", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
