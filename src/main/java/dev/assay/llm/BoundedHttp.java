package dev.assay.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// LangChain4j's way to the network: no redirects (the key must not follow one), a bound on what is
/// read and how long all of it may take, and a limit's waiting time kept.
final class BoundedHttp implements HttpClient {

  /// No answer that we ask for is longer.
  private static final int MOST_BYTES = 4_000_000;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// Headers that the JDK's client sets itself.
  private static final Set<String> OWN = Set.of("content-length", "host", "connection");

  /// Said by an endpoint that is overloaded or has nothing behind it, whatever it is asked.
  private static final Set<Integer> NOT_NOW = Set.of(502, 503, 504);

  private final java.net.http.HttpClient client;
  private final Duration timeout;

  private BoundedHttp(Duration timeout) {
    this.timeout = timeout;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT.compareTo(timeout) < 0 ? CONNECT : timeout)
            .build();
  }

  /// The endpoint answers later.
  abstract static class NotNow extends HttpException {
    private static final long serialVersionUID = 1;

    private final transient Duration retryAfter;

    private NotNow(int status, String message, Duration retryAfter) {
      super(status, message);
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }

  /// The endpoint wants fewer questions.
  static final class Limited extends NotNow {
    private static final long serialVersionUID = 1;

    Limited(int status, Duration retryAfter) {
      super(status, "limited", retryAfter);
    }
  }

  /// The endpoint cannot serve.
  static final class Down extends NotNow {
    private static final long serialVersionUID = 1;

    Down(int status, Duration retryAfter) {
      super(status, "down", retryAfter);
    }
  }

  /// No answer came over the network.
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(IOException cause) {
      super(cause);
    }
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    CompletableFuture<SuccessfulHttpResponse> answer =
        client
            .sendAsync(jdk(request), HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(BoundedHttp::read);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      answer.cancel(true);
      throw new TimeoutException(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new TimeoutException(e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> new IllegalStateException("failed without a cause");
      case HttpTimeoutException e -> new TimeoutException(e);
      case IOException e -> new Unreachable(e);
      case RuntimeException e -> e;
      case Throwable e -> new IllegalStateException(e);
    };
  }

  private java.net.http.HttpRequest jdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    String body = request.body();
    return builder
        .method(
            request.method().name(),
            body == null
                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static SuccessfulHttpResponse read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (response.statusCode() == 429 || response.statusCode() == 529) {
        throw new Limited(response.statusCode(), RetryAfter.of(response.headers()));
      }
      if (NOT_NOW.contains(response.statusCode())) {
        throw new Down(response.statusCode(), RetryAfter.of(response.headers()));
      }
      if (response.statusCode() / 100 != 2) {
        throw new HttpException(response.statusCode(), "status " + response.statusCode());
      }
      if (bytes.length > MOST_BYTES) {
        throw new HttpException(response.statusCode(), "too long");
      }
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(Map.<String, List<String>>copyOf(response.headers().map()))
          .body(new String(bytes, StandardCharsets.UTF_8))
          .build();
    } catch (IOException e) {
      throw new Unreachable(e);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are taken whole");
  }

  /// Gives one client for one timeout, whatever it is told.
  record Builder(Duration timeout) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration wanted) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return timeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration wanted) {
      return this;
    }

    @Override
    public HttpClient build() {
      return new BoundedHttp(timeout);
    }
  }
}
