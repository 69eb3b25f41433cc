package dev.assay.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the first pages of a server that has just begun to listen, as a reader would: so that
/// the first reader need not wait until classes are loaded and files are read. What cannot be seen,
/// since one must sign in, is left.
final class FirstViews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstViews.class);

  /// A topic and an article, wherever the first page names one.
  private static final List<Pattern> LINKS =
      List.of(
          Pattern.compile("href=\"(/topics/[^\"?#]+)"),
          Pattern.compile("href=\"(/articles/[^\"?#]+)"));

  private static final List<String> PAGES = List.of("/search?q=a", "/ledger");
  private static final Duration LONGEST = Duration.ofSeconds(30);

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
    try {
      List<String> paths = new ArrayList<>(links(look("/")));
      paths.addAll(PAGES);
      for (String path : paths) {
        if (!closed) {
          look(path);
        }
      }
    } catch (IOException e) {
      LOG.debug("the first pages could not be looked at", e);
    }
  }

  private static List<String> links(String page) {
    return LINKS.stream()
        .map(link -> link.matcher(page))
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .toList();
  }

  private String look(String path) throws IOException {
    URLConnection connection = server.resolve(path).toURL().openConnection();
    connection.setReadTimeout((int) LONGEST.toMillis());
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
  }
}
