package dev.assay.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the first pages of a server that has just begun to listen, as a reader would: so that
/// the first reader need not wait until classes are loaded and files are read. What cannot be seen,
/// since one must sign in, is left. It says of itself that nobody looks, so that nothing counts as
/// read or seen.
final class FirstViews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstViews.class);

  /// A topic and an article, wherever the first page names one.
  private static final List<Pattern> LINKS =
      List.of(
          Pattern.compile("href=\"(/topics/[^\"?#]+)"),
          Pattern.compile("href=\"(/articles/[^\"?#]+)"));

  private static final List<String> PAGES = List.of("/search?q=a", "/ledger", "/events");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int OK = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final Thread thread;
  private volatile boolean closed;

  private FirstViews(URI server) {
    this.server = server;
    this.thread = Thread.ofPlatform().daemon().name("first-views").unstarted(this::run);
  }

  static FirstViews start(String host, int port) {
    FirstViews views = new FirstViews(URI.create("http://%s:%d/".formatted(host, port)));
    views.thread.start();
    return views;
  }

  private void run() {
    List<String> paths = new ArrayList<>(links(look("/")));
    paths.addAll(PAGES);
    for (String path : paths) {
      if (!closed) {
        look(path);
      }
    }
  }

  private static List<String> links(String page) {
    return LINKS.stream()
        .map(link -> link.matcher(page))
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .toList();
  }

  /// The page, or an empty text if it cannot be seen.
  private String look(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve(path))
              .header("Sec-Purpose", "prefetch")
              .timeout(LONGEST)
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK ? answer.body() : "";
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} could not be looked at", path, e);
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
      return "";
    }
  }

  /// Waits for the page that is being looked at: the server can be closed then.
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(LONGEST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
