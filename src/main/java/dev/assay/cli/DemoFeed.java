package dev.assay.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.article.Identity;
import dev.assay.cli.terminal.Desk;
import dev.assay.follow.Health;
import dev.assay.follow.Sources;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A feed that this machine serves to its own desk and that grows while one looks, so that the demo
/// shows what it is to follow a source. Each time it begins anew: what it brought before is taken
/// away.
final class DemoFeed implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final String PLACE = "/demo-feed.atom";
  private static final Pattern ENTRY = Pattern.compile("(?s)<entry.*?</entry>");
  private static final Pattern LINK = Pattern.compile("<link href=\"(.*?)\"");
  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");

  private final HttpServer server;
  private final String whole;
  private final List<String> waiting;
  private final List<String> published = new ArrayList<>();
  private final InstantSource clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private Instant next = Instant.EPOCH;

  private DemoFeed(HttpServer server, String whole, InstantSource clock) {
    this.server = server;
    this.whole = whole;
    this.waiting = new ArrayList<>(ENTRY.matcher(whole).results().map(MatchResult::group).toList());
    this.clock = clock;
  }

  /// Begins to serve an Atom file, with none of its entries yet, at any free port of this machine.
  static DemoFeed serve(Path file, InstantSource clock) throws IOException {
    String whole = Files.readString(file);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    DemoFeed feed = new DemoFeed(server, whole, clock);
    server.createContext("/", feed::answer);
    server.start();
    return feed;
  }

  /// `HOST:PORT`.
  String host() {
    return ServeCommand.LOOPBACK + ":" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + host() + PLACE;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PLACE)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/atom+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private synchronized String text() {
    int entries = whole.indexOf("<entry");
    return whole.substring(0, entries) + String.join("\n", published.reversed()) + "\n</feed>\n";
  }

  /// The next entry, as of this moment.
  ///
  /// @return whether there was one
  synchronized boolean publish() {
    if (waiting.isEmpty()) {
      return false;
    }
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    published.add(
        waiting
            .removeFirst()
            .replaceFirst(
                "</entry>",
                "<published>%s</published><updated>%s</updated></entry>".formatted(now, now)));
    return true;
  }

  /// Has a desk follow this feed, and nothing that such a feed brought before.
  Source follow(Desk desk) {
    Sources sources = desk.sources();
    for (Health health : sources.all()) {
      Source source = health.source();
      if (source.address().startsWith("http://" + ServeCommand.LOOPBACK)
          && source.address().endsWith(PLACE)) {
        sources.remove(source.id());
      }
    }
    Set<String> named =
        LINK.matcher(whole).results().map(found -> found.group(1)).collect(Collectors.toSet());
    desk.upkeep()
        .delete(
            identity ->
                identity instanceof Identity.OfAddress(URI address)
                    && named.contains(address.toString()));
    String title =
        TITLE.matcher(whole).results().map(found -> found.group(1)).findFirst().orElse("");
    sources.follow(new Opml(List.of(new Opml.Outline(title, address(), "", "", "feed"))), "", "");
    return sources.named(address()).orElseThrow();
  }

  /// Begins to grow, and tells the desk each time, as a hub would: nobody would wait an hour. In
  /// between the desk expects the next entry, so that its page of sources says what is so.
  void grow(Sources sources, Source source) {
    Thread.ofVirtual()
        .name("demo feed")
        .start(
            () -> {
              try {
                while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)
                    && step(sources, source.id())) {}
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /// Publishes if it is time, and says when it will be.
  ///
  /// @return whether more comes
  boolean step(Sources sources, int source) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      sources.expect(source, next.plus(LOOK));
      return true;
    }
    next = now.plus(EVERY);
    boolean more = publish();
    sources.expect(source, now);
    return more;
  }

  @Override
  public void close() {
    stop.countDown();
    server.stop(0);
  }
}
